// Included before everything else when Emscripten compiles: what Eigen 3.4 needs so that it vectorises through Emscripten's SSE
// headers.
#pragma once

// Eigen asks for MMX, which WebAssembly has not; this is the include guard of the header that would stop the compiler for it.
#define __MMINTRIN_H

// clang calls itself GCC 4.2, and for such an old GCC Eigen writes its minima and maxima in x86 assembly. The least version
// that takes the intrinsics instead; __GNUC__ itself must stay, since a higher one turns on other assembly.
#include <Eigen/src/Core/util/Macros.h>
#undef EIGEN_COMP_GNUC
#define EIGEN_COMP_GNUC 63
