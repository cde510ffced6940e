#pragma once

#include <complex>

#include "calculus/scalar.hpp"

namespace downhill {

// The operations of expressions for complex numbers, as the complex step needs them: analytic functions continue to the complex
// plane, the others act as on the half of the real line their argument lies on. No continuation of erf is at hand: it gives
// NaN.

using Complex = std::complex<double>;

inline double primal(const Complex& z) { return z.real(); }

inline Complex absolute(const Complex& z) { return z.real() < 0 ? -z : z; }
inline Complex sign_of(const Complex& z) { return sign_of(z.real()); }
inline Complex round_down(const Complex& z) { return std::floor(z.real()); }
inline Complex round_up(const Complex& z) { return std::ceil(z.real()); }
inline Complex cube_root(const Complex& z) { return z.real() < 0 ? -std::pow(-z, 1.0 / 3) : std::pow(z, 1.0 / 3); }
inline Complex logarithm2(const Complex& z) { return std::log(z) / 0.69314718055994530942; }
inline Complex error_function(const Complex&) { return {undefined, undefined}; }
inline Complex complementary_error_function(const Complex&) { return {undefined, undefined}; }
inline Complex gelu(const Complex&) { return {undefined, undefined}; }

// The library of WebAssembly loses imaginary parts far below the real one in these three, and with them the derivative.
// Source of the formulas: W. Kahan, "Branch cuts for complex elementary functions", 1987.
inline Complex asin(const Complex& z) {
  const Complex below = std::sqrt(1.0 - z), above = std::sqrt(1.0 + z);
  return {std::atan2(z.real(), (below * above).real()), std::asinh((std::conj(below) * above).imag())};
}
inline Complex acos(const Complex& z) {
  const Complex below = std::sqrt(1.0 - z), above = std::sqrt(1.0 + z);
  return {2 * std::atan2(below.real(), above.real()), std::asinh((std::conj(above) * below).imag())};
}
inline Complex atan(const Complex& z) {
  const double x = z.real(), y = z.imag();
  return {std::atan2(2 * x, (1 - x) * (1 + x) - y * y) / 2, std::log1p(4 * y / (x * x + (1 - y) * (1 - y))) / 4};
}

inline Complex inverse_cosh(const Complex& z) { return z.real() >= 1 ? std::acosh(z) : Complex(undefined, undefined); }

inline Complex angle(const Complex& y, const Complex& x) {
  // The sheet of the arctangent on which the real point lies.
  const double sheet = std::atan2(y.real(), x.real());
  const bool steep = std::abs(y.real()) > std::abs(x.real());
  const Complex principal = steep ? -downhill::atan(x / y) : downhill::atan(y / x);
  const double real_principal = steep ? -std::atan(x.real() / y.real()) : std::atan(y.real() / x.real());
  return principal + (sheet - real_principal);
}
inline Complex sigmoid(const Complex& z) {
  const Complex small = std::exp(z.real() >= 0 ? -z : z);
  return (z.real() >= 0 ? Complex(1) : small) / (1.0 + small);
}
inline Complex softplus(const Complex& z) {
  return z.real() > 0 ? z + std::log(1.0 + std::exp(-z)) : std::log(1.0 + std::exp(z));
}
inline Complex power(const Complex& base, const Complex& exponent) { return std::pow(base, exponent); }
inline Complex power_number(const Complex& base, double exponent) {
  return is_whole_power(exponent) ? whole_power(base, static_cast<int>(exponent)) : std::pow(base, exponent);
}
inline Complex less(const Complex& a, const Complex& b) { return less(a.real(), b.real()); }
inline Complex less_equal(const Complex& a, const Complex& b) { return less_equal(a.real(), b.real()); }
inline Complex equal(const Complex& a, const Complex& b) { return equal(a.real(), b.real()); }
inline Complex choose(const Complex& condition, const Complex& yes, const Complex& no) {
  if (std::isnan(condition.real())) return {undefined, undefined};
  return condition.real() != 0 ? yes : no;
}
inline Complex smaller(const Complex& a, const Complex& b) { return a.real() < b.real() ? a : b; }
inline Complex larger(const Complex& a, const Complex& b) { return a.real() > b.real() ? a : b; }

}  // namespace downhill
