#pragma once

#include "calculus/function.hpp"

namespace downhill {

// Derivatives at corners, where dual numbers give none although there may be one: |x²|, x|x| and √(x⁴) have the slope 0 at 0,
// cbrt(x)³ the slope 1. A germ is what a function is on one side of a point, however near: a power series in the distance. Of
// |u| it is u or −u, as the first term of u tells, and so every branch is known. Where the two sides agree, that is the
// derivative.

/// The slope along `direction`, the same from both sides; NaN if they differ or cannot be told, infinite if both are.
double two_sided_slope(const Function& function, const double* point, const double* direction);

/// The second derivative along `direction`; NaN where there is none, or no slope.
double two_sided_curvature(const Function& function, const double* point, const double* direction);

/// Puts derivatives in the places of a gradient that are NaN, where the function has a gradient after all: where its slopes in
/// all directions tried are those that the gradient foretells.
void mend_gradient(const Function& function, const double* point, double* gradient);

/// The same for a Hessian (row-major): of pairs of variables, where the curvatures along the diagonals between them fit.
void mend_hessian(const Function& function, const double* point, double* hessian);

}  // namespace downhill
