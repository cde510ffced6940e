#include "calculus/bounded.hpp"

#include <algorithm>
#include <cmath>

namespace downhill {
namespace {

constexpr double rounding = 0x1p-51;    // of one operation: functions of <cmath> err by a few units in the last place
constexpr double arithmetic = 0x1p-53;  // of + − × ÷ √
constexpr double smallest = 0x1p-1022;  // below it, units do not shrink any more

const Bounded nothing{undefined, HUGE_VAL};

double share(double slope, double error) { return error == 0 || slope == 0 ? 0 : std::abs(slope) * error; }

Bounded finish(double value, double error, double unit = rounding) {
  if (std::isinf(value) || std::isnan(error)) return nothing;
  return {value, error + unit * std::abs(value)};
}

Bounded track_unary(Op op, const Bounded& a) {
  if (op == Op::negate) return {-a.value, a.error};
  const Dual<double> result = apply<Dual<double>>(op, {a.value, 1.0}, 0.0, 0.0);
  const double below = apply<double>(op, a.value - a.error, 0, 0), above = apply<double>(op, a.value + a.error, 0, 0);
  if (std::isnan(result.value)) return std::isnan(below) && std::isnan(above) ? Bounded{undefined, 0} : nothing;
  if (std::isnan(below) || std::isnan(above)) return nothing;
  const bool steps = op == Op::floor || op == Op::ceil || op == Op::sign;
  if (steps) return a.error > 0 && below != above ? nothing : Bounded{result.value, 0};
  const double passed_on = std::isnan(result.slope) ? std::abs(above - below) : share(result.slope, a.error);
  if (op == Op::abs || op == Op::relu) return {result.value, passed_on};
  const bool lost = std::abs(result.value) < smallest && a.value != 0;
  return finish(result.value, passed_on + (lost ? 5e-324 : 0));
}

Bounded track_binary(Op op, const Bounded& a, const Bounded& b) {
  if (is_comparison(op)) {
    if (std::abs(a.value - b.value) <= a.error + b.error && a.error + b.error > 0) return nothing;
    return {apply<double>(op, a.value, b.value, 0), 0};
  }
  const double value = apply<double>(op, a.value, b.value, 0);
  const bool lost = std::abs(value) < smallest && a.value != 0 && b.value != 0;
  switch (op) {
    case Op::add:
    case Op::subtract: {
      const double second = op == Op::add ? b.value : -b.value, part = value - a.value;
      const double lost_digits = (a.value - (value - part)) + (second - part);  // exactly what this sum rounds off
      return finish(value, a.error + b.error + std::abs(lost_digits), 0);
    }
    case Op::multiply:
      if (std::isnan(value)) break;
      return finish(value, share(a.value, b.error) + share(b.value, a.error) + a.error * b.error + (lost ? 5e-324 : 0),
                    arithmetic);
    case Op::divide:
      if (std::abs(b.value) <= b.error) return nothing;
      if (std::isnan(value)) break;
      return finish(value, (a.error + share(value, b.error)) / (std::abs(b.value) - b.error) + (lost ? 5e-324 : 0), arithmetic);
    case Op::power:
      if (std::abs(a.value) <= a.error && a.error > 0) return nothing;
      break;
    default:
      break;
  }
  if (std::isnan(value)) return op == Op::power && b.error > 0 ? nothing : Bounded{undefined, 0};
  const Dual<double> left = apply<Dual<double>>(op, {a.value, 1.0}, b.value, 0.0);
  const Dual<double> right = apply<Dual<double>>(op, a.value, {b.value, 1.0}, 0.0);
  // At the kink of min and max either slope is 1.
  const double from_a = std::isnan(left.slope) ? a.error : share(left.slope, a.error);
  const double from_b = std::isnan(right.slope) ? b.error : share(right.slope, b.error);
  if (op == Op::minimum || op == Op::maximum) return {value, std::max(from_a, from_b)};
  return finish(value, from_a + from_b + (lost ? 5e-324 : 0));
}

}  // namespace

template <>
Bounded apply<Bounded>(Op op, const Bounded& a, const Bounded& b, const Bounded& c) {
  if (!a.known()) return nothing;
  if (op == Op::choose) return !a.defined() ? a : a.value != 0 ? b : c;
  if (!a.defined()) return a;
  if (operand_count(op) == 1) return track_unary(op, a);
  if (!b.known() || !b.defined()) return b;
  return track_binary(op, a, b);
}

// What duals of bounded numbers need by name.

Bounded operator+(const Bounded& a, const Bounded& b) { return apply(Op::add, a, b, b); }
Bounded operator-(const Bounded& a, const Bounded& b) { return apply(Op::subtract, a, b, b); }
Bounded operator*(const Bounded& a, const Bounded& b) { return apply(Op::multiply, a, b, b); }
Bounded operator/(const Bounded& a, const Bounded& b) { return apply(Op::divide, a, b, b); }
Bounded operator-(const Bounded& a) { return {-a.value, a.error}; }

double primal(const Bounded& a) { return a.value; }
bool vanishes(const Bounded& a) { return a.value == 0 && a.error == 0; }
Bounded agreement(const Bounded& a, const Bounded& b) { return {agreement(a.value, b.value), std::max(a.error, b.error)}; }

#define DOWNHILL_BOUNDED(name, op) \
  Bounded name(const Bounded& a) { return apply(Op::op, a, a, a); }
DOWNHILL_BOUNDED(exp, exp)
DOWNHILL_BOUNDED(log, log)
DOWNHILL_BOUNDED(log10, log10)
DOWNHILL_BOUNDED(logarithm2, log2)
DOWNHILL_BOUNDED(sqrt, sqrt)
DOWNHILL_BOUNDED(cube_root, cbrt)
DOWNHILL_BOUNDED(sin, sin)
DOWNHILL_BOUNDED(cos, cos)
DOWNHILL_BOUNDED(tan, tan)
DOWNHILL_BOUNDED(asin, asin)
DOWNHILL_BOUNDED(acos, acos)
DOWNHILL_BOUNDED(atan, atan)
DOWNHILL_BOUNDED(sinh, sinh)
DOWNHILL_BOUNDED(cosh, cosh)
DOWNHILL_BOUNDED(tanh, tanh)
DOWNHILL_BOUNDED(asinh, asinh)
DOWNHILL_BOUNDED(inverse_cosh, acosh)
DOWNHILL_BOUNDED(atanh, atanh)
DOWNHILL_BOUNDED(absolute, abs)
DOWNHILL_BOUNDED(sign_of, sign)
DOWNHILL_BOUNDED(round_down, floor)
DOWNHILL_BOUNDED(round_up, ceil)
DOWNHILL_BOUNDED(error_function, erf)
DOWNHILL_BOUNDED(complementary_error_function, erfc)
DOWNHILL_BOUNDED(sigmoid, sigmoid)
DOWNHILL_BOUNDED(softplus, softplus)
DOWNHILL_BOUNDED(gelu, gelu)
#undef DOWNHILL_BOUNDED

Bounded angle(const Bounded& y, const Bounded& x) { return apply(Op::atan2, y, x, x); }
Bounded less(const Bounded& a, const Bounded& b) { return apply(Op::less, a, b, b); }
Bounded less_equal(const Bounded& a, const Bounded& b) { return apply(Op::less_equal, a, b, b); }
Bounded equal(const Bounded& a, const Bounded& b) { return apply(Op::equal, a, b, b); }
Bounded choose(const Bounded& condition, const Bounded& yes, const Bounded& no) {
  return apply(Op::choose, condition, yes, no);
}
Bounded power_number(const Bounded& a, double exponent) {
  if (is_whole_power(exponent)) return whole_power(a, static_cast<int>(exponent));
  return apply(Op::power, a, Bounded(exponent), a);
}
template <int n>
Bounded power_with_logarithms(const Bounded& base, const Bounded& exponent) {
  if (vanishes(base) && exponent.value > 0) return n == 0 || exponent.value > exponent.error ? Bounded(0.0) : nothing;
  const Bounded value = exponent.error == 0 ? power_number(base, exponent.value) : apply(Op::power, base, exponent, base);
  return n == 0 ? value : value * whole_power(log(base), n);
}

namespace {

template <class Moved>
std::vector<Moved> moved(const Function& function, const double* point, double blur) {
  std::vector<Moved> coordinates;
  for (int i = 0; i < function.dimension(); ++i) coordinates.emplace_back(Bounded(point[i], blur));
  return coordinates;
}

/// A coordinate that stands still.
struct Coordinate : Dual<Dual<Bounded>> {
  explicit Coordinate(const Bounded& x) {
    value = {x, 0.0};
    slope = {0.0, 0.0};
  }
};

}  // namespace

Bounded bounded_value(const Function& function, const double* point, double blur) {
  const auto coordinates = moved<Bounded>(function, point, blur);
  return function.evaluate(coordinates.data());
}

BoundedJet bounded_jet(const Function& function, const double* point, double blur) {
  const int n = function.dimension();
  BoundedJet jet{{}, std::vector<Bounded>(n), std::vector<Bounded>(static_cast<size_t>(n) * n)};
  std::vector<Dual<Dual<Bounded>>> dual;
  for (const Coordinate& coordinate : moved<Coordinate>(function, point, blur)) dual.push_back(coordinate);
  for (int i = 0; i < n; ++i) {
    dual[i].slope.value = 1;
    for (int j = 0; j <= i; ++j) {
      dual[j].value.slope = 1;
      const auto result = function.evaluate(dual.data());
      dual[j].value.slope = 0;
      jet.value = result.value.value;
      jet.gradient[i] = result.slope.value;
      jet.hessian[i * n + j] = jet.hessian[j * n + i] = result.slope.slope;
    }
    dual[i].slope.value = 0;
  }
  return jet;
}

}  // namespace downhill
