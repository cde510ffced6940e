# The core as WebAssembly, and the module the site loads: build/wasm/downhill.{mjs,wasm}.

target_compile_options(downhill_flags INTERFACE
  -msimd128 -msse4.1  # Eigen vectorises through the SSE headers
  -fno-unroll-loops -fno-vectorize -fno-slp-vectorize  # a tenth of the module, and no faster but in the files below
  -include ${CMAKE_SOURCE_DIR}/cmake/emscripten_eigen.hpp)
target_compile_definitions(downhill_flags INTERFACE
  EIGEN_ARCH_DEFAULT_NUMBER_OF_REGISTERS=16  # Eigen takes wasm32 for a machine with 8: a third slower products
  EIGEN_HAS_SINGLE_INSTRUCTION_MADD=1)       # the kernel for larger blocks, which is the faster one here too

# What no loop of a run calls is compiled for size; later options win, so this holds against the -O3 of a release.
set(cold bindings/bind_batches bindings/bind_data bindings/bind_many_runs bindings/bind_monte_carlo bindings/bind_neural
  bindings/bind_neural_linear_layer bindings/bind_optimize bindings/bind_optimize_catalog bindings/bind_piecewise bindings/bind_probability
  bindings/bind_probability_joint bindings/bind_puzzles
  bindings/bind_puzzles_morse bindings/bind_training calculus/bounded calculus/canonical calculus/canonical_product
  calculus/canonical_quotient calculus/canonical_sum calculus/derivative_rules calculus/differences calculus/doubts
  calculus/equivalence calculus/features calculus/germ calculus/present calculus/print_latex calculus/print_text
  calculus/simplify calculus/spelling calculus/stable_forms calculus/tape calculus/watch data/datasets foundation/json
  foundation/registry neural/bends neural/digit_image neural/initialisations neural/layout neural/model_file neural/plane_features
  neural/samples neural/split neural/training_create neural/training_views neural/written_networks optimize/landscape
  optimize/schedules probability/distribution probability/expectation probability/gaussian probability/joint_density
  probability/joint_table probability/likelihood probability/monte_carlo_run probability/python_text probability/quadrature
  probability/risk probability/special probability/sums puzzles/baseball puzzles/baseball_knowledge puzzles/hangul
  puzzles/morse puzzles/morse_key puzzles/morse_timing)
list(TRANSFORM cold REPLACE "(.+)" "src/\\1.cpp")
set_source_files_properties(${cold} PROPERTIES COMPILE_OPTIONS -Os)

# Loops over many numbers that gain by being unrolled and vectorised.
set(hot calculus/block_math calculus/function_values neural/activations neural/dense_kernel neural/losses probability/block_draws probability/block_sums
  regression/residual_kernel)
list(TRANSFORM hot REPLACE "(.+)" "src/\\1.cpp")
set_source_files_properties(${hot} PROPERTIES COMPILE_OPTIONS "-funroll-loops;-fvectorize;-fslp-vectorize")

# The order of the objects matters: of a template that several files instantiate the linker keeps the earliest copy, which is to be the
# fast one.
file(GLOB binding_sources CONFIGURE_DEPENDS src/bindings/*.cpp)
add_library(downhill_bindings OBJECT ${binding_sources})
target_link_libraries(downhill_bindings PUBLIC downhill_core)
set(objects "$<TARGET_OBJECTS:downhill_bindings>;$<TARGET_OBJECTS:downhill_core>")
list(JOIN cold "|" cold)
add_executable(downhill $<FILTER:${objects},EXCLUDE,${cold}> $<FILTER:${objects},INCLUDE,${cold}>)
set_target_properties(downhill PROPERTIES LINKER_LANGUAGE CXX SUFFIX .mjs)
# Of the targets, not of the flags that they pass on: the tests are linked to the very same objects, and Catch2 throws.
target_compile_options(downhill_core PRIVATE -fno-exceptions)
target_compile_options(downhill_bindings PRIVATE -fno-exceptions)
# Embind keeps the names of C++ types for its messages unless told that there is no RTTI.
target_compile_options(downhill_bindings PRIVATE -fno-rtti)
target_compile_definitions(downhill_bindings PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
# At -O1 the linker's module stays as it is: split_wasm.py optimises it after having read it.
target_link_options(downhill PRIVATE
  --bind -O1 -fno-exceptions -fno-rtti --profiling-funcs
  LINKER:--print-map,--no-demangle
  LINKER:-O0                   # each string where its file has it, not in one heap for all areas
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createModule
  -sUSE_ES6_IMPORT_META=0      # the caller says where the file is; else a bundler would take the whole module into every site
  -sENVIRONMENT=web,worker     # in Node the caller hands over the file's bytes; the glue would try to fetch() a path
  -sDYNAMIC_EXECUTION=0        # pages forbid eval
  -sALLOW_MEMORY_GROWTH=1
  -sTOTAL_STACK=1MB
  -sASSERTIONS=0
  -sFILESYSTEM=0)

# Pages load the module in areas; the whole, build/wasm/downhill.wasm, is for Node and for other programs.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(split ${CMAKE_SOURCE_DIR}/cmake/split_wasm.py ${CMAKE_SOURCE_DIR}/web/core/areas.ts)
set_target_properties(downhill PROPERTIES CXX_LINKER_LAUNCHER "${CMAKE_CXX_LINKER_LAUNCHER};${Python3_EXECUTABLE};${split}")
set_property(TARGET downhill APPEND PROPERTY LINK_DEPENDS ${split} ${CMAKE_SOURCE_DIR}/cmake/wasm_objects.py)
