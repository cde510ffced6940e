#pragma once

#include <cmath>

#include "calculus/scalar.hpp"

namespace downhill {

/// A number that carries its own derivative.
///
/// Extend the real numbers by an ε that is not zero but whose square is: ε² = 0. Calculate with a + b ε as with any number and
/// drop ε² when it turns up. Taylor's series then stops after its second term,
///
///     f(a + b ε) = f(a) + f′(a) b ε + f″(a)/2 b² ε² + … = f(a) + f′(a) b ε,
///
/// so evaluating f at x + 1 ε gives f(x) and, beside ε, exactly f′(x). No limit is taken and no small h is chosen: nothing is
/// lost to rounding but the last digits. Each rule of differentiation below is one line of school algebra with ε² = 0.
///
/// The parts may be dual numbers themselves: Dual<Dual<double>> carries second derivatives.
///
/// Where a function has no derivative (|x| at 0, a jump) the slope is NaN. Comparisons look at the values alone.
///
/// Source: W. K. Clifford, "Preliminary sketch of biquaternions", 1873; the form here follows jet.h of the Ceres solver.
template <class T>
struct Dual {
  T value;  ///< a, the function's value
  T slope;  ///< b, its derivative

  Dual() = default;
  Dual(double constant) : value(constant), slope(0.0) {}
  Dual(const T& value, const T& slope) : value(value), slope(slope) {}
};

template <class T>
double primal(const Dual<T>& a) {
  return primal(a.value);
}

// [region arithmetic]
template <class T>
Dual<T> operator-(const Dual<T>& a) {
  return {-a.value, -a.slope};
}

template <class T>
Dual<T> operator+(const Dual<T>& a, const Dual<T>& b) {
  return {a.value + b.value, a.slope + b.slope};
}

template <class T>
Dual<T> operator-(const Dual<T>& a, const Dual<T>& b) {
  return {a.value - b.value, a.slope - b.slope};
}

// (a + a′ε)(b + b′ε) = ab + (a′b + ab′)ε + a′b′ε², and ε² = 0: the product rule.
template <class T>
Dual<T> operator*(const Dual<T>& a, const Dual<T>& b) {
  return {a.value * b.value, a.slope * b.value + a.value * b.slope};
}

// Extend the fraction by b − b′ε: the denominator becomes b², and the quotient rule stands there.
template <class T>
Dual<T> operator/(const Dual<T>& a, const Dual<T>& b) {
  const T quotient = a.value / b.value;
  return {quotient, (a.slope - quotient * b.slope) / b.value};
}
// [endregion]

// [region chain]
// f(a + a′ε) = f(a) + f′(a) a′ε: the chain rule.
template <class T>
Dual<T> exp(const Dual<T>& a) {
  using std::exp;
  const T value = exp(a.value);
  return {value, value * a.slope};
}

template <class T>
Dual<T> log(const Dual<T>& a) {
  using std::log;
  return {log(a.value), a.slope / a.value};
}

template <class T>
Dual<T> sin(const Dual<T>& a) {
  using std::cos, std::sin;
  return {sin(a.value), cos(a.value) * a.slope};
}
// [endregion]

template <class T>
Dual<T> cos(const Dual<T>& a) {
  using std::cos, std::sin;
  return {cos(a.value), -sin(a.value) * a.slope};
}

template <class T>
Dual<T> tan(const Dual<T>& a) {
  using std::tan;
  const T value = tan(a.value);
  return {value, (T(1.0) + value * value) * a.slope};
}

template <class T>
Dual<T> log10(const Dual<T>& a) {
  using std::log10;
  return {log10(a.value), a.slope / (a.value * T(2.30258509299404568402))};
}

template <class T>
Dual<T> logarithm2(const Dual<T>& a) {
  return {logarithm2(a.value), a.slope / (a.value * T(0.69314718055994530942))};
}

template <class T>
Dual<T> sqrt(const Dual<T>& a) {
  using std::sqrt;
  const T root = sqrt(a.value);
  return {root, a.slope / (root + root)};
}

template <class T>
Dual<T> cube_root(const Dual<T>& a) {
  const T root = cube_root(a.value);
  return {root, a.slope / (T(3.0) * root * root)};
}

template <class T>
Dual<T> asin(const Dual<T>& a) {
  using std::asin, std::sqrt;
  return {asin(a.value), a.slope / sqrt((T(1.0) - a.value) * (T(1.0) + a.value))};
}

template <class T>
Dual<T> acos(const Dual<T>& a) {
  using std::acos, std::sqrt;
  return {acos(a.value), -a.slope / sqrt((T(1.0) - a.value) * (T(1.0) + a.value))};
}

template <class T>
Dual<T> atan(const Dual<T>& a) {
  using std::atan;
  return {atan(a.value), a.slope / (T(1.0) + a.value * a.value)};
}

template <class T>
Dual<T> sinh(const Dual<T>& a) {
  using std::cosh, std::sinh;
  return {sinh(a.value), cosh(a.value) * a.slope};
}

template <class T>
Dual<T> cosh(const Dual<T>& a) {
  using std::cosh, std::sinh;
  return {cosh(a.value), sinh(a.value) * a.slope};
}

template <class T>
Dual<T> tanh(const Dual<T>& a) {
  using std::tanh;
  const T value = tanh(a.value);
  return {value, (T(1.0) - value) * (T(1.0) + value) * a.slope};
}

template <class T>
Dual<T> asinh(const Dual<T>& a) {
  using std::asinh, std::sqrt;
  return {asinh(a.value), a.slope / sqrt(a.value * a.value + T(1.0))};
}

template <class T>
Dual<T> acosh(const Dual<T>& a) {
  using std::acosh, std::sqrt;
  return {acosh(a.value), a.slope / sqrt((a.value - T(1.0)) * (a.value + T(1.0)))};
}

template <class T>
Dual<T> atanh(const Dual<T>& a) {
  using std::atanh;
  return {atanh(a.value), a.slope / ((T(1.0) - a.value) * (T(1.0) + a.value))};
}

template <class T>
Dual<T> error_function(const Dual<T>& a) {
  using std::exp;
  return {error_function(a.value), T(1.12837916709551257390) * exp(-(a.value * a.value)) * a.slope};  // 2/√π e^(−a²)
}

template <class T>
Dual<T> sigmoid(const Dual<T>& a) {
  const T value = sigmoid(a.value);
  return {value, value * sigmoid(-a.value) * a.slope};
}

template <class T>
Dual<T> softplus(const Dual<T>& a) {
  return {softplus(a.value), sigmoid(a.value) * a.slope};
}

template <class T>
Dual<T> gelu(const Dual<T>& a) {
  using std::exp;
  const T below = (T(1.0) + error_function(a.value * T(0.70710678118654752440))) * T(0.5);  // Φ(a)
  const T density = exp(a.value * a.value * T(-0.5)) * T(0.39894228040143267794);           // Φ′(a)
  return {gelu(a.value), (below + a.value * density) * a.slope};
}

template <class T>
Dual<T> angle(const Dual<T>& y, const Dual<T>& x) {
  return {angle(y.value, x.value), (x.value * y.slope - y.value * x.slope) / (x.value * x.value + y.value * y.value)};
}

// u^c with a constant exponent: the power rule. It holds for negative u too when c is whole.
// [region power]
template <class T>
Dual<T> power_number(const Dual<T>& a, double exponent) {
  if (exponent == 0) return {T(1.0), T(0.0)};
  return {power_number(a.value, exponent), T(exponent) * power_number(a.value, exponent - 1) * a.slope};
}
// [endregion]

// u^v = e^(v log u). A part that does not move contributes nothing, even where its factor has no value: (−2)^v is fine while v
// rests.
template <class T>
Dual<T> power(const Dual<T>& a, const Dual<T>& b) {
  using std::log;
  const T value = power(a.value, b.value);
  T slope(0.0);
  if (primal(a.slope) != 0) slope = slope + b.value * power(a.value, b.value - T(1.0)) * a.slope;
  if (primal(b.slope) != 0) slope = slope + value * log(a.value) * b.slope;
  return {value, slope};
}

template <class T>
Dual<T> absolute(const Dual<T>& a) {
  const double direction = primal(a) > 0 ? 1 : primal(a) < 0 ? -1 : undefined;
  return {absolute(a.value), a.slope * T(direction)};
}

// A function of steps: flat everywhere but at its jumps.
template <class T>
Dual<T> sign_of(const Dual<T>& a) {
  return {sign_of(a.value), T(primal(a) == 0 ? undefined : 0.0)};
}

template <class T>
Dual<T> round_down(const Dual<T>& a) {
  return {round_down(a.value), T(primal(a) == std::floor(primal(a)) ? undefined : 0.0)};
}

template <class T>
Dual<T> round_up(const Dual<T>& a) {
  return {round_up(a.value), T(primal(a) == std::floor(primal(a)) ? undefined : 0.0)};
}

// The slope of a comparison is 0, or NaN on the very border between the two branches, so that `choose` can tell.
template <class T>
T border(const Dual<T>& a, const Dual<T>& b) {
  return T(primal(a) == primal(b) && primal(a.slope) != primal(b.slope) ? undefined : 0.0);
}

template <class T>
Dual<T> less(const Dual<T>& a, const Dual<T>& b) {
  return {less(a.value, b.value), border(a, b)};
}

template <class T>
Dual<T> less_equal(const Dual<T>& a, const Dual<T>& b) {
  return {less_equal(a.value, b.value), border(a, b)};
}

template <class T>
Dual<T> equal(const Dual<T>& a, const Dual<T>& b) {
  return {equal(a.value, b.value), border(a, b)};
}

template <class T>
Dual<T> agreement(const Dual<T>& a, const Dual<T>& b) {
  return {agreement(a.value, b.value), agreement(a.slope, b.slope)};
}

template <class T>
Dual<T> choose(const Dual<T>& condition, const Dual<T>& yes, const Dual<T>& no) {
  const Dual<T>& chosen = primal(condition) != 0 ? yes : no;
  const bool on_border = primal(condition.slope) != primal(condition.slope);
  if (!on_border) return chosen;
  return {chosen.value, primal(yes) == primal(no) ? agreement(yes.slope, no.slope) : T(undefined)};
}

template <class T>
Dual<T> smaller(const Dual<T>& a, const Dual<T>& b) {
  if (primal(a) != primal(a) || primal(b) != primal(b)) return {T(undefined), T(undefined)};
  return choose(less(a, b), a, b);
}

template <class T>
Dual<T> larger(const Dual<T>& a, const Dual<T>& b) {
  if (primal(a) != primal(a) || primal(b) != primal(b)) return {T(undefined), T(undefined)};
  return choose(less(b, a), a, b);
}

}  // namespace downhill
