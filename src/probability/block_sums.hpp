#pragma once

#include "probability/sample_moments.hpp"

namespace downhill {

/// Mean and spread of many numbers, in two passes over a few at a time, with several sums side by side: the same on every
/// platform, and in loops that compilers turn into SIMD code. NaN where a number is not finite.
Spread spread_of(const double* values, int count);

/// Their sum, likewise.
double sum_of(const double* values, int count);

}  // namespace downhill
