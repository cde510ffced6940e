#pragma once

#include <cstddef>
#include <vector>

#include "calculus/function.hpp"

namespace downhill {

/// The slope of the secant through (x, f(x)) and (x + h, f(x + h)): the forward difference.
double secant_slope(const Function& function, double x, double h);

/// The slope of the secant through (x − h, f(x − h)) and (x + h, f(x + h)).
double central_difference(const Function& function, double x, double h);

/// Im f(x + i h) / h: no subtraction of near-equal numbers, so h may be tiny. NaN when the expression contains a function
/// without complex values here (erf, gelu).
double complex_step(const Function& function, double x, double h);

/// Distances from the exact derivative, in absolute value, for each of `count` step sizes h.
/// Errors of a function that is undefined at a point needed are NaN.
struct DifferenceErrors {
  double exact = 0;  ///< f′(x) by dual numbers, which need no h
  std::vector<double> forward;
  std::vector<double> central;
  std::vector<double> complex;
};
DifferenceErrors difference_errors(const Function& function, double x, const double* h, size_t count);

}  // namespace downhill
