#pragma once

#include <vector>

#include "calculus/evaluate.hpp"

namespace downhill {

/// A value with a bound on its rounding error: running error analysis. Every operation adds what it rounds itself and passes on
/// what its operands bring, times its slope. An infinite bound means that nothing is known: something overflowed, or a branch,
/// the edge of a domain or a pole is too near to tell the sides apart.
///
/// Source: J. H. Wilkinson, "Rounding Errors in Algebraic Processes", 1963; N. J. Higham, "Accuracy and Stability of Numerical
/// Algorithms", 3.3. The bound is of first order.
struct Bounded {
  double value = 0;
  double error = 0;

  Bounded() = default;
  Bounded(double exact) : value(exact) {}
  Bounded(double value, double error) : value(value), error(error) {}

  bool known() const { return std::isfinite(error); }
  bool defined() const { return !std::isnan(value); }
};

/// One operation; `b` and `c` where it takes them.
template <>
Bounded apply<Bounded>(Op op, const Bounded& a, const Bounded& b, const Bounded& c);

/// The function's value; each coordinate is taken to be right up to `blur`.
Bounded bounded_value(const Function& function, const double* point, double blur = 0);

/// Value, gradient and Hessian (row-major) with bounds. NaN at corners.
struct BoundedJet {
  Bounded value;
  std::vector<Bounded> gradient, hessian;
};
BoundedJet bounded_jet(const Function& function, const double* point, double blur = 0);

}  // namespace downhill
