# check_headers(TARGET FOLDER FLAGS): a target that compiles every header below FOLDER alone, twice included.
function(check_headers target folder flags)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*.hpp)
  list(FILTER headers EXCLUDE REGEX "^bindings/")  # they include Emscripten, which compiles them with the module
  foreach(header IN LISTS headers)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/headers/${header}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
    list(APPEND sources ${source})
  endforeach()
  add_library(${target} OBJECT EXCLUDE_FROM_ALL ${sources})
  target_include_directories(${target} PRIVATE ${folder})
  target_link_libraries(${target} PRIVATE ${flags})
endfunction()
