#pragma once

#include <algorithm>
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
/// Where a function has no derivative (|x| at 0, a jump) the slope is NaN, and so it is where ε alone cannot tell, as for x|x|
/// at 0: germ.hpp can. Comparisons look at the values alone.
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

/// NaN in every part.
template <class T>
T unknown() {
  if constexpr (requires(T number) { number.slope; }) {
    const auto part = unknown<decltype(T::value)>();
    return {part, part};
  } else {
    return T(undefined);
  }
}

template <class T>
double primal(const Dual<T>& a) {
  return primal(a.value);
}

/// Whether all parts are 0: of a slope, that nothing moves. A slope that is 0 here may itself have a slope.
template <class T>
bool vanishes(const Dual<T>& a) {
  return vanishes(a.value) && vanishes(a.slope);
}

template <class T>
Dual<T> operator-(const Dual<T>& a) {
  return {-a.value, -a.slope};
}

// [region arithmetic]
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
  return {log10(a.value), a.slope / a.value * T(0.43429448190325182765)};
}

template <class T>
Dual<T> logarithm2(const Dual<T>& a) {
  return {logarithm2(a.value), a.slope / a.value * T(1.44269504088896340736)};
}

// [region root]
template <class T>
Dual<T> sqrt(const Dual<T>& a) {
  using std::sqrt;
  const T root = sqrt(a.value);
  return {root, a.slope / (root + root)};
}
// [endregion]

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

// The square of a large number would overflow: beyond 1 its reciprocal is squared. So it is with arsinh.
template <class T>
Dual<T> atan(const Dual<T>& a) {
  using std::atan;
  if (std::abs(primal(a)) <= 1) return {atan(a.value), a.slope / (T(1.0) + a.value * a.value)};
  const T part = T(1.0) / a.value;
  return {atan(a.value), part * part * a.slope / (part * part + T(1.0))};
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

// 1 − tanh² in a form that keeps its digits where tanh has come so near to 1 that the difference is lost.
template <class T>
Dual<T> tanh(const Dual<T>& a) {
  using std::tanh;
  const T doubled = a.value + a.value;
  return {tanh(a.value), T(4.0) * sigmoid(doubled) * sigmoid(-doubled) * a.slope};
}

template <class T>
Dual<T> asinh(const Dual<T>& a) {
  using std::asinh, std::sqrt;
  if (std::abs(primal(a)) <= 1) return {asinh(a.value), a.slope / sqrt(a.value * a.value + T(1.0))};
  const T part = T(1.0) / absolute(a.value);
  return {asinh(a.value), part * a.slope / sqrt(part * part + T(1.0))};
}

template <class T>
Dual<T> inverse_cosh(const Dual<T>& a) {
  using std::sqrt;
  return {inverse_cosh(a.value), a.slope / (sqrt(a.value - T(1.0)) * sqrt(a.value + T(1.0)))};
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
Dual<T> complementary_error_function(const Dual<T>& a) {
  using std::exp;
  return {complementary_error_function(a.value), T(-1.12837916709551257390) * exp(-(a.value * a.value)) * a.slope};
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
  const T below = complementary_error_function(a.value * T(-0.70710678118654752440)) * T(0.5);  // Φ(a)
  const T density = exp(a.value * a.value * T(-0.5)) * T(0.39894228040143267794);               // Φ′(a)
  return {gelu(a.value), (below + a.value * density) * a.slope};
}

// In units of the larger coordinate, so that no square overflows.
template <class T>
Dual<T> angle(const Dual<T>& y, const Dual<T>& x) {
  const double larger_side = std::max(std::abs(primal(x)), std::abs(primal(y)));
  const T unit(1 / larger_side), beside = x.value * unit, above = y.value * unit;
  return {angle(y.value, x.value), (beside * y.slope - above * x.slope) * unit / (beside * beside + above * above)};
}

// u^c with a constant exponent: the power rule. It holds for negative u too when c is whole.
// [region power]
template <class T>
Dual<T> power_number(const Dual<T>& a, double exponent) {
  if (exponent == 0) return {T(1.0), T(0.0)};
  return {power_number(a.value, exponent), T(exponent) * power_number(a.value, exponent - 1) * a.slope};
}
// [endregion]

// u^v (log u)ⁿ, of which u^v is the case n = 0: its slope is
//     (v u^(v−1) (log u)ⁿ + n u^(v−1) (log u)ⁿ⁻¹) u′ + u^v (log u)ⁿ⁺¹ v′.
// A part that does not move contributes nothing, even where its factor has no value: (−2)^v is fine while v rests.
template <int n, class T>
Dual<T> power_with_logarithms(const Dual<T>& u, const Dual<T>& v) {
  T slope(0.0);
  if (!vanishes(u.slope)) {
    const T lower = v.value - T(1.0);
    if (!vanishes(v.value)) slope = slope + v.value * power_with_logarithms<n>(u.value, lower) * u.slope;
    if constexpr (n > 0) slope = slope + T(n) * power_with_logarithms<n - 1>(u.value, lower) * u.slope;
  }
  if (!vanishes(v.slope)) slope = slope + power_with_logarithms<n + 1>(u.value, v.value) * v.slope;
  return {power_with_logarithms<n>(u.value, v.value), slope};
}

template <class T>
Dual<T> power(const Dual<T>& base, const Dual<T>& exponent) {
  return power_with_logarithms<0>(base, exponent);
}

// Where two pieces of a function meet, it has the slope that they share; NaN for the parts that they do not share.
template <class T>
Dual<T> agreement(const Dual<T>& a, const Dual<T>& b) {
  return {agreement(a.value, b.value), agreement(a.slope, b.slope)};
}

template <class T>
Dual<T> absolute(const Dual<T>& a) {
  const double x = primal(a);
  return {absolute(a.value), x > 0 ? a.slope : x < 0 ? -a.slope : x == 0 ? agreement(a.slope, -a.slope) : unknown<T>()};
}

// A function of steps: flat everywhere but at its jumps.
template <class T>
Dual<T> sign_of(const Dual<T>& a) {
  return {sign_of(a.value), primal(a) == 0 ? unknown<T>() : T(0.0)};
}

template <class T>
Dual<T> round_down(const Dual<T>& a) {
  return {round_down(a.value), primal(a) == std::floor(primal(a)) ? unknown<T>() : T(0.0)};
}

template <class T>
Dual<T> round_up(const Dual<T>& a) {
  return {round_up(a.value), primal(a) == std::floor(primal(a)) ? unknown<T>() : T(0.0)};
}

// The slope of a comparison is 0, or NaN on the very border between the two branches, so that `choose` can tell.
template <class T>
T border(const Dual<T>& a, const Dual<T>& b) {
  return T(primal(a) == primal(b) ? undefined : 0.0);
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
Dual<T> choose(const Dual<T>& condition, const Dual<T>& yes, const Dual<T>& no) {
  const double holds = primal(condition), on_border = primal(condition.slope);
  T slope = unknown<T>();
  if (on_border == on_border) {
    if (holds == holds) slope = holds != 0 ? yes.slope : no.slope;
  } else if (primal(yes) == primal(no)) {
    slope = agreement(yes.slope, no.slope);
  }
  return {choose(condition.value, yes.value, no.value), slope};
}

template <class T>
Dual<T> smaller(const Dual<T>& a, const Dual<T>& b) {
  return choose(less(a, b), a, b);
}

template <class T>
Dual<T> larger(const Dual<T>& a, const Dual<T>& b) {
  return choose(less(b, a), a, b);
}

}  // namespace downhill
