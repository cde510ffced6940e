# Finds the emcc on PATH (Debian's package or an emsdk) and hands over to its own toolchain file.

# Debian keeps acorn, which emcc's linking step needs, where Node does not look. The launcher sets the path for each link, so that
# nobody has to set it by hand; an emsdk brings its own acorn and takes no notice.
set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)

find_program(EM_CONFIG em-config REQUIRED)
execute_process(COMMAND ${EM_CONFIG} EMSCRIPTEN_ROOT OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
