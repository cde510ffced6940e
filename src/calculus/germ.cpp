#include "calculus/germ.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "calculus/evaluate.hpp"

namespace downhill {
namespace {

// The distance from the point is t⁶: so square and cube roots of it are whole powers of t.
constexpr int parts = 6;
constexpr int last = 8 * parts;

/// c[0] + c[1] t + c[2] t² + … as t comes down to 0; coefficients from a NaN on are not known.
struct Germ {
  std::array<double, last + 1> c;

  Germ() = default;
  Germ(double constant) : c{constant} {}

  double& operator[](int k) { return c[static_cast<size_t>(k)]; }
  double operator[](int k) const { return c[static_cast<size_t>(k)]; }

  /// The first power that is there, or `last` + 1.
  int order() const {
    int k = 0;
    while (k <= last && c[static_cast<size_t>(k)] == 0) ++k;
    return k;
  }
  /// −1, 0 or 1 as it is below, at or above 0 for small t; NaN if that is not known.
  double sign() const {
    const int k = order();
    return k > last ? 0 : sign_of((*this)[k]);
  }
};

// Coefficient by coefficient: `make(k)` may use those before.
template <class Make>
Germ series(Make make) {
  Germ out;
  for (int k = 0; k <= last; ++k) out[k] = make(out, k);
  return out;
}

Germ operator+(const Germ& a, const Germ& b) {
  return series([&](Germ&, int k) { return a[k] + b[k]; });
}
Germ operator-(const Germ& a, const Germ& b) {
  return series([&](Germ&, int k) { return a[k] - b[k]; });
}
Germ operator-(const Germ& a) {
  return series([&](Germ&, int k) { return -a[k]; });
}
Germ operator*(const Germ& a, const Germ& b) {
  return series([&](Germ&, int k) {
    double sum = a[0] * b[k];
    for (int j = 1; j <= k; ++j) sum += a[j] * b[k - j];
    return sum;
  });
}
Germ operator/(const Germ& a, const Germ& b) {  // b[0] = 0 leaves no value at the point, and so nothing to know
  return series([&](Germ& out, int k) {
    double rest = a[k];
    for (int j = 1; j <= k; ++j) rest -= b[j] * out[k - j];
    return rest / b[0];
  });
}

// From y′ = g u′ with the constant term `start`. Coefficient k takes those of g before k only, so that g may depend on y.
double integrated(const Germ& g, const Germ& u, int k) {
  double sum = 0;
  for (int j = 1; j <= k; ++j) sum += j * u[j] * g[k - j];
  return sum / k;
}
Germ integral(const Germ& g, const Germ& u, double start) {
  return series([&](Germ&, int k) { return k == 0 ? start : integrated(g, u, k); });
}

// u^exponent. With its first term taken out, u = tᵐ v, it is t^(m · exponent) v^exponent.
Germ raise(const Germ& u, double exponent) {
  const int order = u.order();
  if (order > last) return std::pow(0.0, exponent);
  const double power = order * exponent, whole = std::round(power);
  if (!(whole >= 0 && std::abs(power - whole) <= 1e-9)) return undefined;
  const int shift = whole > last ? last + 1 : static_cast<int>(whole);
  Germ out(0.0);
  for (int k = 0; k + shift <= last; ++k) {
    double sum = 0;
    for (int j = 1; j <= k; ++j)
      sum += (exponent * j - (k - j)) * (order + j <= last ? u[order + j] : undefined) * out[shift + k - j];
    out[shift + k] = k == 0 ? power_number(u[order], exponent) : sum / (k * u[order]);
  }
  return out;
}
Germ power_number(const Germ& u, double exponent) { return raise(u, exponent); }

Germ exponential(const Germ& u) {
  return series([&](Germ& out, int k) { return k == 0 ? std::exp(u[0]) : integrated(out, u, k); });
}

// sine and cosine, or with `sign` = 1 the hyperbolic ones: each is the other's integral.
Germ wave(const Germ& u, double sine, double cosine, double sign, bool wanted_sine) {
  Germ s(sine), c(cosine);
  for (int k = 1; k <= last; ++k) {
    s[k] = integrated(c, u, k);
    c[k] = sign * integrated(s, u, k);
  }
  return wanted_sine ? s : c;
}

Germ reciprocal(const Germ& u) { return Germ(1.0) / u; }
Germ root(const Germ& u) { return raise(u, 0.5); }
Germ plus(const Germ& u, double number) { return u + Germ(number); }
Germ times(const Germ& u, double number) {
  return series([&](Germ&, int k) { return number * u[k]; });
}

Germ logistic(const Germ& u) {
  const Germ small = exponential(u[0] >= 0 ? -u : u);
  return (u[0] >= 0 ? Germ(1.0) : small) / plus(small, 1);
}
Germ bell(const Germ& u) { return times(exponential(-(u * u)), 1.12837916709551257390); }
Germ logarithm(const Germ& u, double value) { return integral(reciprocal(u), u, value); }

// Floor and ceil: of a whole number the side matters.
Germ rounded(const Germ& u, Op op) {
  const double value = apply<double>(op, u[0], 0, 0);
  const double side = value == u[0] ? (u - Germ(u[0])).sign() : 0;
  if (std::isnan(side)) return undefined;
  if (op == Op::floor) return side < 0 ? value - 1 : value;
  return side > 0 ? value + 1 : value;
}

Germ turned(const Germ& y, const Germ& x) {
  const Germ square = x * x + y * y;
  const bool cut = y[0] == 0 && x[0] < 0;
  const double start = cut ? std::copysign(std::atan2(0.0, -1.0), y.sign()) : std::atan2(y[0], x[0]);
  return series([&](Germ&, int k) { return k == 0 ? start : integrated(x / square, y, k) - integrated(y / square, x, k); });
}

Germ with_value(Germ u, double value) {
  u[0] = value;
  return u;
}

Germ raise_to(const Germ& u, const Germ& v) {
  if ((v - Germ(v[0])).order() > last) return raise(u, v[0]);
  if (!(u[0] > 0)) return undefined;
  return exponential(v * logarithm(u, std::log(u[0])));
}

// arccos u where u comes down from 1, as 2 arcsin √((1 − u)/2), and arcosh u where it comes up, as 2 arsinh √((u − 1)/2).
Germ arc_at_one(const Germ& u, double sign) {
  const Germ half = root(times(plus(u, -1), 0.5 * sign));
  return integral(times(reciprocal(root(plus(times(half * half, sign), 1))), 2), half, 0);
}
Germ arc_cosine(const Germ& u) {
  if (u[0] == 1) return arc_at_one(u, -1);
  if (u[0] == -1) return with_value(-arc_at_one(-u, -1), std::acos(-1.0));
  return integral(-reciprocal(root(Germ(1.0) - u * u)), u, std::acos(u[0]));
}

Germ compared(Op op, const Germ& a, const Germ& b) { return apply<double>(op, (a - b).sign(), 0, 0); }

Germ chosen(double condition, const Germ& yes, const Germ& no) {
  if (std::isnan(condition)) return undefined;
  return condition != 0 ? yes : no;
}

}  // namespace

template <>
Germ apply<Germ>(Op op, const Germ& a, const Germ& b, const Germ& c) {
  const double value = operand_count(op) == 1 ? apply<double>(op, a[0], 0, 0) : 0;
  const auto from = [&](const Germ& slope) { return integral(slope, a, value); };
  const auto square = [&] { return a * a; };
  switch (op) {
    case Op::add:
      return a + b;
    case Op::subtract:
      return a - b;
    case Op::multiply:
      return a * b;
    case Op::divide:
      return a / b;
    case Op::negate:
      return -a;
    case Op::power:
      return raise_to(a, b);
    case Op::exp:
      return exponential(a);
    case Op::log:
      return logarithm(a, value);
    case Op::log10:
      return from(times(reciprocal(a), 0.43429448190325182765));
    case Op::log2:
      return from(times(reciprocal(a), 1.44269504088896340736));
    case Op::sqrt:
      return root(a);
    case Op::cbrt:
      return a.sign() < 0 ? -raise(-a, 1.0 / 3) : raise(a, 1.0 / 3);
    case Op::sin:
    case Op::cos:
      return wave(a, std::sin(a[0]), std::cos(a[0]), -1, op == Op::sin);
    case Op::tan:
      return from(reciprocal(raise(wave(a, std::sin(a[0]), std::cos(a[0]), -1, false), 2)));
    case Op::asin:
      return with_value(-arc_cosine(a), value);
    case Op::acos:
      return arc_cosine(a);
    case Op::atan:
      return from(reciprocal(plus(square(), 1)));
    case Op::sinh:
    case Op::cosh:
      return wave(a, std::sinh(a[0]), std::cosh(a[0]), 1, op == Op::sinh);
    case Op::tanh:
      return from(times(logistic(times(a, 2)) * logistic(times(a, -2)), 4));
    case Op::asinh:
      return from(reciprocal(root(plus(square(), 1))));
    case Op::acosh:
      return a[0] == 1 ? arc_at_one(a, 1) : from(reciprocal(root(plus(square(), -1))));
    case Op::atanh:
      return from(reciprocal(Germ(1.0) - square()));
    case Op::abs:
      return chosen(less(a.sign(), 0), -a, a);
    case Op::sign:
      return a.sign();
    case Op::floor:
    case Op::ceil:
      return rounded(a, op);
    case Op::erf:
      return from(bell(a));
    case Op::erfc:
      return from(-bell(a));
    case Op::sigmoid:
      return logistic(a);
    case Op::softplus:
      return from(logistic(a));
    case Op::gelu: {
      const Germ scaled = times(a, -0.70710678118654752440);
      return a * times(integral(-bell(scaled), scaled, std::erfc(scaled[0])), 0.5);
    }
    case Op::relu:
      return chosen(less(a.sign(), 0), 0.0, a);
    case Op::minimum:
      return chosen(less((a - b).sign(), 0), a, b);
    case Op::maximum:
      return chosen(less(0, (a - b).sign()), a, b);
    case Op::atan2:
      return turned(a, b);
    case Op::choose:
      return chosen(a[0], b, c);
    default:
      return is_comparison(op) ? compared(op, a, b) : Germ(undefined);
  }
}

namespace {

Germ germ_of(const Function& function, const double* point, const double* direction, double side) {
  std::vector<Germ> moved(static_cast<size_t>(function.dimension()));
  for (size_t i = 0; i < moved.size(); ++i) {
    moved[i] = point[i];
    moved[i][parts] = side * direction[i];
  }
  return function.evaluate(moved.data());
}

// The derivative of that order of the germ; infinite where a lower power of the distance stands before, NaN after a NaN.
double derivative_of(const Germ& germ, int order) {
  for (int k = (order - 1) * parts + 1; k < order * parts; ++k)
    if (germ[k] != 0) return germ[k] * HUGE_VAL;
  return order * germ[order * parts];  // order! is order for 1 and 2
}

// What both sides agree on but for rounding. A derivative of odd order changes its sign with the side it is seen from.
double two_sided(const Function& function, const double* point, const double* direction, int order) {
  const Germ right = germ_of(function, point, direction, 1), left = germ_of(function, point, direction, -1);
  const double here = function.value(point);
  if (right[0] != here || left[0] != here) return undefined;
  double result = undefined;
  for (int k = 1; k <= order; ++k) {
    const double ahead = derivative_of(right, k), behind = derivative_of(left, k) * (k % 2 == 0 ? 1 : -1);
    const bool same = ahead == behind || std::abs(ahead - behind) <= 1e-12 * std::max(std::abs(ahead), std::abs(behind));
    if (!same || (k < order && std::isinf(ahead))) return undefined;
    result = ahead;
  }
  return result;
}

}  // namespace

double two_sided_slope(const Function& function, const double* point, const double* direction) {
  return two_sided(function, point, direction, 1);
}

double two_sided_curvature(const Function& function, const double* point, const double* direction) {
  return two_sided(function, point, direction, 2);
}

void mend_gradient(const Function& function, const double* point, double* gradient) {
  const int n = function.dimension();
  if (std::none_of(gradient, gradient + n, [](double slope) { return std::isnan(slope); })) return;
  std::vector<double> direction(static_cast<size_t>(n));
  const std::vector<double> given(gradient, gradient + n);
  for (int i = 0; i < n; ++i) {
    if (!std::isnan(gradient[i])) continue;
    direction[i] = 1;
    gradient[i] = two_sided_slope(function, point, direction.data());
    direction[i] = 0;
  }
  if (std::any_of(gradient, gradient + n, [](double slope) { return std::isnan(slope); })) return;
  // √|xy| is 0 along both axes and has no gradient at 0 all the same: two directions that are no axes.
  for (const double turn : {0.7, -1.3}) {
    double foretold = 0, size = 0;
    for (int i = 0; i < n; ++i) {
      direction[i] = i == 0 ? 1 : turn * direction[i - 1];
      foretold += direction[i] * gradient[i];
      size += std::abs(direction[i] * gradient[i]);
    }
    if (std::abs(two_sided_slope(function, point, direction.data()) - foretold) <= 1e-9 * size) continue;
    std::copy(given.begin(), given.end(), gradient);
    return;
  }
}

void mend_hessian(const Function& function, const double* point, double* hessian) {
  const int n = function.dimension();
  std::vector<double> direction(static_cast<size_t>(n)), along(static_cast<size_t>(n));
  const auto curvature = [&] { return two_sided_curvature(function, point, direction.data()); };
  std::vector<char> mended(static_cast<size_t>(n));
  for (int i = 0; i < n; ++i) {
    direction[i] = 1;
    mended[i] = std::isnan(hessian[i * n + i]);
    along[i] = mended[i] ? curvature() : hessian[i * n + i];
    hessian[i * n + i] = along[i];
    for (int j = 0; j < i; ++j) {
      if (!std::isnan(hessian[i * n + j]) && !mended[i] && !mended[j]) continue;
      direction[j] = 1;
      const double sum = curvature();
      direction[j] = -1;
      const double difference = curvature();
      direction[j] = 0;
      // Of a quadratic form: q(a + b) + q(a − b) = 2 q(a) + 2 q(b), and q(a + b) − q(a − b) is four times the mixed part.
      const double size = std::abs(sum) + std::abs(difference);
      const bool fits = std::abs(sum + difference - 2 * (along[i] + along[j])) <= 1e-9 * size;
      hessian[i * n + j] = hessian[j * n + i] = fits ? (sum - difference) / 4 : undefined;
    }
    direction[i] = 0;
  }
}

}  // namespace downhill
