# The tests of the core: one program, built natively (optimised or with sanitizers) and as WebAssembly for Node.

option(BUILD_TESTING "Build the tests of the core" ON)
file(GLOB_RECURSE core_tests CONFIGURE_DEPENDS tests/core/*.cpp tests/fuzz/formula*.cpp)

# Catch2 2 is one header. Debian's Catch2 3 is a library for the host, so with it the tests run natively only.
find_path(CATCH2_HEADER_DIR catch2/catch.hpp HINTS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)

if(EMSCRIPTEN AND CATCH2_HEADER_DIR)
  # Built when asked for: the module does not wait for its tests. They are linked to the objects of the module itself.
  add_executable(downhill_tests EXCLUDE_FROM_ALL ${core_tests})
  # The header is linked into a folder of its own, for the host's other headers must stay out of sight.
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/include)
  file(CREATE_LINK ${CATCH2_HEADER_DIR}/catch2 ${CMAKE_BINARY_DIR}/include/catch2 SYMBOLIC)
  target_include_directories(downhill_tests SYSTEM PRIVATE ${CMAKE_BINARY_DIR}/include)
  # In one file, because the glue of 3.1.6 would otherwise fetch() the module from a path; Catch2 throws; the files that tests read
  # are the host's own.
  target_compile_options(downhill_tests PRIVATE -fwasm-exceptions -O1)
  target_link_options(downhill_tests PRIVATE -fwasm-exceptions -O1 -sENVIRONMENT=node -sSINGLE_FILE=1 -sNODERAWFS=1
    -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1MB)
  set_target_properties(downhill_tests PROPERTIES SUFFIX .cjs)
elseif(NOT EMSCRIPTEN AND BUILD_TESTING)
  find_package(Catch2 REQUIRED)
  add_executable(downhill_tests ${core_tests})
  # Version 3 brings a main of its own, version 2 makes one in tests/core/main.cpp.
  target_link_libraries(downhill_tests PRIVATE $<IF:$<TARGET_EXISTS:Catch2::Catch2WithMain>,Catch2::Catch2WithMain,Catch2::Catch2>)
  # What the module is compared with.
  add_executable(downhill_traces tests/wasm/native/traces.cpp)
  target_link_libraries(downhill_traces PRIVATE downhill_core)
endif()

if(TARGET downhill_tests)
  enable_testing()
  add_test(NAME core COMMAND downhill_tests WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  target_include_directories(downhill_tests PRIVATE tests)
  target_link_libraries(downhill_tests PRIVATE downhill_core)
  # Nearly all of what a test costs to compile is these two. Not beside ccache, which finds what another clone compiled, but
  # nothing that was compiled against another clone's precompiled headers.
  if(NOT CCACHE)
    target_precompile_headers(downhill_tests PRIVATE <core/catch.hpp> <Eigen/Core>)
  endif()
endif()

if(DOWNHILL_FUZZ)
  target_compile_options(downhill_flags INTERFACE -fsanitize=fuzzer-no-link)
  add_executable(fuzz_formula tests/fuzz/fuzz_formula.cpp tests/fuzz/formula.cpp)
  target_include_directories(fuzz_formula PRIVATE tests)
  target_link_libraries(fuzz_formula PRIVATE downhill_core)
  target_link_options(fuzz_formula PRIVATE -fsanitize=fuzzer)
endif()

if(DOWNHILL_BENCH)
  file(GLOB bench_sources CONFIGURE_DEPENDS tests/bench/native/*.cpp)
  add_executable(downhill_bench ${bench_sources})
  target_include_directories(downhill_bench PRIVATE tests)
  target_link_libraries(downhill_bench PRIVATE downhill_core)
endif()
