#pragma once

namespace downhill {

// Elementary functions of many numbers at once, written so that compilers turn them into SIMD code. `out` must not overlap the
// operands. Within 2 ulp of <cmath>, and with its values at the borders: infinities, NaN, zeros, very large and very small
// arguments.

void exp_block(const double* x, double* out, int count);
void log_block(const double* x, double* out, int count);
void sin_block(const double* x, double* out, int count);
void cos_block(const double* x, double* out, int count);
void tanh_block(const double* x, double* out, int count);
void sigmoid_block(const double* x, double* out, int count);

}  // namespace downhill
