# The core as WebAssembly, and the module the site loads: build/wasm/downhill.{mjs,wasm}.

target_compile_options(downhill_flags INTERFACE
  -msimd128 -msse4.1  # Eigen vectorises through the SSE headers
  -fno-unroll-loops -fno-vectorize -fno-slp-vectorize  # a tenth of the module, and no faster but in the files below
  -include ${CMAKE_SOURCE_DIR}/cmake/emscripten_eigen.hpp)
target_compile_definitions(downhill_flags INTERFACE
  EIGEN_ARCH_DEFAULT_NUMBER_OF_REGISTERS=16  # Eigen takes wasm32 for a machine with 8: a third slower products
  EIGEN_HAS_SINGLE_INSTRUCTION_MADD=1)       # the kernel for larger blocks, which is the faster one here too

# What no loop of a run calls is compiled for size; later options win, so this holds against the -O3 of a release. None of it may
# include Eigen: the linker keeps one copy of a template that several files instantiate, and might keep the slow one.
set(cold calculus/derivative_rules calculus/differences calculus/equivalence calculus/features calculus/print_latex
  calculus/print_text data/csv foundation/registry optimize/landscape)
list(TRANSFORM cold REPLACE "(.+)" "src/\\1.cpp")
set_source_files_properties(${cold} PROPERTIES COMPILE_OPTIONS -Os)

# Loops over many numbers that gain by being unrolled and vectorised.
set(hot calculus/block_math calculus/function_values regression/residual_kernel)
list(TRANSFORM hot REPLACE "(.+)" "src/\\1.cpp")
set_source_files_properties(${hot} PROPERTIES COMPILE_OPTIONS "-funroll-loops;-fvectorize;-fslp-vectorize")

file(GLOB binding_sources CONFIGURE_DEPENDS src/bindings/*.cpp)
add_executable(downhill ${binding_sources})
target_link_libraries(downhill PRIVATE downhill_core)
set_target_properties(downhill PROPERTIES SUFFIX .mjs)
if(NOT BUILD_TESTING)  # Catch2 throws; the core does not
  target_compile_options(downhill_flags INTERFACE -fno-exceptions)
endif()
# Embind keeps the names of C++ types for its messages unless told that there is no RTTI.
target_compile_options(downhill PRIVATE -fno-rtti)
target_compile_definitions(downhill PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
# -O2 here is about the module as a whole, after each file was optimised: -O3 is larger and no faster, -Oz slower.
target_link_options(downhill PRIVATE
  --bind -O2 -fno-exceptions -fno-rtti
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createModule
  -sENVIRONMENT=web,worker     # in Node the caller hands over the file's bytes; the glue would try to fetch() a path
  -sDYNAMIC_EXECUTION=0        # pages forbid eval
  -sALLOW_MEMORY_GROWTH=1
  -sTOTAL_STACK=1MB
  -sFILESYSTEM=0)
