#include "calculus/differences.hpp"

#include <cmath>

#include "calculus/evaluate.hpp"

namespace downhill {

// [region secant]
double secant_slope(const Function& function, double x, double h) { return (function.value(x + h) - function.value(x)) / h; }

double central_difference(const Function& function, double x, double h) {
  return (function.value(x + h) - function.value(x - h)) / (2 * h);
}
// [endregion]

// [region complex-step]
double complex_step(const Function& function, double x, double h) {
  const std::complex<double> point(x, h);
  return function.evaluate(&point).imag() / h;
}
// [endregion]

DifferenceErrors difference_errors(const Function& function, double x, const double* h, size_t count) {
  DifferenceErrors errors;
  double value;
  function.value_and_gradient(&x, value, &errors.exact);
  for (size_t i = 0; i < count; ++i) {
    errors.forward.push_back(std::abs(secant_slope(function, x, h[i]) - errors.exact));
    errors.central.push_back(std::abs(central_difference(function, x, h[i]) - errors.exact));
    errors.complex.push_back(std::abs(complex_step(function, x, h[i]) - errors.exact));
  }
  return errors;
}

}  // namespace downhill
