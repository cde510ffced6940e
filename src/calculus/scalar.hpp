#pragma once

#include <cmath>
#include <limits>

namespace downhill {

// The operations of expressions that <cmath> lacks or names for one type only, for doubles. Dual and complex numbers bring
// their own beside them, so that one interpreter (evaluate.hpp) runs on all three.

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// The plain number inside: what comparisons look at.
inline double primal(double x) { return x; }
inline bool vanishes(double x) { return x == 0; }

inline double absolute(double x) { return std::abs(x); }
inline double sign_of(double x) { return x > 0 ? 1 : x < 0 ? -1 : x; }
inline double round_down(double x) { return std::floor(x); }
inline double round_up(double x) { return std::ceil(x); }
inline double cube_root(double x) { return std::cbrt(x); }
inline double logarithm2(double x) { return std::log2(x); }
inline double error_function(double x) { return std::erf(x); }
inline double complementary_error_function(double x) { return std::erfc(x); }
/// The library of WebAssembly gives values for many large negative numbers.
inline double inverse_cosh(double x) { return x >= 1 ? std::acosh(x) : undefined; }
inline double angle(double y, double x) { return std::atan2(y, x); }

/// 1 / (1 + e^−x), without overflow on either side.
inline double sigmoid(double x) {
  const double small = std::exp(-std::abs(x));
  return x >= 0 ? 1 / (1 + small) : small / (1 + small);
}
/// log(1 + e^x), without overflow.
inline double softplus(double x) { return (x > 0 ? x : x * 0) + std::log1p(std::exp(-std::abs(x))); }
/// x Φ(x) with the normal distribution function Φ (Hendrycks and Gimpel, 2016, "Gaussian Error Linear Units").
inline double gelu(double x) { return x == -HUGE_VAL ? -0.0 : 0.5 * x * std::erfc(-x * 0.70710678118654752440); }

inline double power(double base, double exponent) { return std::pow(base, exponent); }
/// base^exponent (log base)ⁿ, with its limit 0 at base 0.
template <int n>
double power_with_logarithms(double base, double exponent) {
  const double value = std::pow(base, exponent);
  if (n == 0 || (base == 0 && exponent > 0)) return value;
  return value * std::pow(std::log(base), n);
}

/// base^exponent by repeated squaring for small whole exponents, which is faster than pow and rounds alike everywhere.
template <class T>
T whole_power(T base, int exponent) {
  T result(1.0);
  for (unsigned bits = static_cast<unsigned>(exponent < 0 ? -exponent : exponent); bits > 0; bits >>= 1) {
    if (bits & 1) result = result * base;
    base = base * base;
  }
  return exponent < 0 ? T(1.0) / result : result;
}
constexpr double largest_whole_power = 64;
inline bool is_whole_power(double exponent) {
  return std::abs(exponent) <= largest_whole_power && exponent == std::trunc(exponent);
}
inline double power_number(double base, double exponent) {
  return is_whole_power(exponent) ? whole_power(base, static_cast<int>(exponent)) : std::pow(base, exponent);
}

/// Whether a condition holds: 1 or 0, and NaN if one of its sides has no value.
inline double verdict(double a, double b, bool holds) { return std::isnan(a) || std::isnan(b) ? undefined : holds; }
inline double less(double a, double b) { return verdict(a, b, a < b); }
inline double less_equal(double a, double b) { return verdict(a, b, a <= b); }
inline double equal(double a, double b) { return verdict(a, b, a == b); }
/// Both branches are there already; NaN in the condition leaves neither.
inline double choose(double condition, double yes, double no) {
  return condition != 0 ? (condition == condition ? yes : undefined) : no;
}
inline double smaller(double a, double b) { return a < b ? a : b < a ? b : a + b == a + b ? b : undefined; }
inline double larger(double a, double b) { return a > b ? a : b > a ? b : a + b == a + b ? b : undefined; }

/// The common value of two branches that meet, NaN where they disagree.
inline double agreement(double a, double b) { return a == b ? a : undefined; }

}  // namespace downhill
