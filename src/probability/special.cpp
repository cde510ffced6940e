#include "probability/special.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "foundation/double_double.hpp"

namespace downhill {
namespace {

constexpr double log_root_two_pi = 0.91893853320467274178;
constexpr double smallest = std::numeric_limits<double>::min();
constexpr double half_ulp = std::numeric_limits<double>::epsilon() / 2;
constexpr double log_smallest_share = -650;  // below it a place is found in closed form, for it may be too small for a double
constexpr int most_terms = 1'000'000;

/// The logarithms of both tails when that of one of them is known, which is not the much larger one.
Tails with_lower(double log_lower) { return {log_lower, std::log(-std::expm1(std::min(log_lower, -0.0)))}; }
Tails with_upper(double log_upper) { return {std::log(-std::expm1(std::min(log_upper, -0.0))), log_upper}; }

/// 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …: all terms are positive.
double gamma_series(double a, double x) {
  double term = 1, sum = 1;
  for (int k = 1; k < most_terms && term > sum * half_ulp; ++k) sum += term *= x / (a + k);
  return sum;
}

/// A continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)) from the front (W. J. Lentz, Applied Optics 15 (1976); I. J. Thompson,
/// A. R. Barnett, J. Comput. Phys. 64 (1986)). `next(k)` gives aₖ and bₖ.
template <class Next>
double continued_fraction(double b0, Next next) {
  const auto not_zero = [](double x) { return std::abs(x) < 1e-300 ? 1e-300 : x; };
  double value = not_zero(b0), c = value, d = 0;
  for (int k = 1; k < most_terms; ++k) {
    const auto [a, b] = next(k);
    d = 1 / not_zero(b + a * d);
    c = not_zero(b + a / c);
    value *= c * d;
    if (std::abs(c * d - 1) <= 2 * half_ulp) break;
  }
  return value;
}

// [region tails]
/// The logarithms of P(a, x) and Q(a, x): by the power series below the mean, by the continued fraction above (Abramowitz and
/// Stegun, 6.5.29 and 6.5.31), both times xᵃ e⁻ˣ / Γ(a + 1), which is a Poisson mass.
Tails log_gamma_tails(double a, double x) {
  const double front = log_poisson_mass(a, x);
  if (x < a + 1) return with_lower(front + std::log(gamma_series(a, x)));
  const double fraction = continued_fraction(x + 1 - a, [=](double k) { return std::pair(-k * (k - a), x + 1 - a + 2 * k); });
  return with_upper(front + std::log(a / fraction));
}
// [endregion]

/// xᵃ (1 − x)ᵇ / B(a, b) divided by I_x(a, b), for x below about a/(a + b), where most terms are positive.
/// Source: A. DiDonato, A. Morris, "Significant digit computation of the incomplete beta function ratios", ACM TOMS 18 (1992),
/// (9).
double beta_fraction(double a, double b, Share x) {
  const double excess = a * x.complement - b * x.value + 1;
  const auto second = [=](double m) {
    const double first = m == 0 ? 0 : m + m * (b - m) * x.value / (a + 2 * m - 1);
    return first + (a + m) * (excess + m * (1 + x.complement)) / (a + 2 * m + 1);
  };
  return continued_fraction(second(0), [=](double m) {
    const double part = x.value / (a + 2 * m - 1);
    return std::pair((a + m - 1) * part * (a + b + m - 1) * part * m * (b - m), second(m));
  });
}

/// log of Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) xᵃ (1 − x)ᵇ.
double log_beta_mass(double a, double b, Share x) {
  return x.value < 0.5 ? log_binomial_mass(a, a + b, x.value) : log_binomial_mass(b, a + b, x.complement);
}

/// The logarithms of I_x(a, b) and its complement.
Tails log_beta_tails(double a, double b, Share x) {
  const double power = log_beta_mass(a, b, x) + std::log(a / (a + b) * b);  // log of xᵃ (1 − x)ᵇ / B(a, b)
  if (x.value < (a + 1) / (a + b + 2)) return with_lower(power - std::log(beta_fraction(a, b, x)));
  return with_upper(power - std::log(beta_fraction(b, a, {x.complement, x.value})));
}

/// The s at which the logarithm of a tail has a value, by Newton's method; `step(s)` is the distance to the next place. On the
/// scales used here that logarithm is concave, so from a place further out in the tail every step goes inward and none too far.
template <class Step>
double newton(double s, Step step) {
  double last = std::numeric_limits<double>::infinity();
  for (int k = 0; k < 200; ++k) {
    const double change = step(s);
    s += change;
    const double size = std::abs(change);
    if (!(size > 4 * half_ulp * (1 + std::abs(s))) || (k > 8 && size < 1e-10 && size >= last)) break;
    last = size;
  }
  return s;
}

Share logistic(double t) {
  const double small = std::exp(-std::abs(t));
  const Share share{small / (1 + small), 1 / (1 + small)};
  return t < 0 ? share : Share{share.complement, share.value};
}

/// The x with I_x(a, b) = p ≤ ½, by Newton's method in log(x / (1 − x)).
Share beta_inverse(double a, double b, double p) {
  const double log_p = std::log(p);
  const double closed = (log_p + std::log(a) + log_beta(a, b)) / a;  // where (1 − x)ᵃ⁺ᵇ is 1: never too large
  if (closed < log_smallest_share) return {std::exp(closed), 1};
  const double t = newton(closed, [=](double from) {
    const Share x = logistic(from);
    const double tail = log_beta_tails(a, b, x).lower;
    // The slope of the logarithm of the tail: x (1 − x) times the density, by the tail.
    return (log_p - tail) / (std::exp(log_beta_mass(a, b, x) - tail) * (a / (a + b) * b));
  });
  return logistic(t);
}

/// A place by Newton's method in log x, from the logarithm of P (or, if `upper`, of Q).
double gamma_inverse(double a, double log_share, bool upper) {
  const double closed = upper ? 0 : (log_share + std::lgamma(a + 1)) / a;  // where e⁻ˣ is 1
  if (closed < log_smallest_share) return std::exp(closed);
  // On the side from which Newton's method does not overshoot: P(x) ≤ xᵃ/Γ(a + 1), and Q(x) ≤ share there by the bound of
  // B. Laurent, P. Massart, Ann. Statist. 28 (2000).
  const double start = upper ? std::log(a + std::sqrt(-2 * a * log_share) - log_share) : closed;
  return std::exp(newton(start, [=](double s) {
    const double x = std::exp(s);
    const Tails tails = log_gamma_tails(a, x);
    const double tail = upper ? tails.upper : tails.lower;
    const double slope = std::exp(log_poisson_mass(a, x) - tail) * a;
    return (log_share - tail) / (upper ? -slope : slope);
  }));
}

}  // namespace

Tails gamma_tails(double a, double x) {
  if (x <= 0) return {0, 1};
  const Tails logs = log_gamma_tails(a, x);
  return {std::exp(logs.lower), std::exp(logs.upper)};
}

double gamma_lower_inverse(double a, double p) {
  return p > 0.5 ? gamma_inverse(a, std::log(1 - p), true) : gamma_inverse(a, std::log(p), false);
}

double gamma_upper_inverse(double a, double q) {
  return q > 0.5 ? gamma_inverse(a, std::log(1 - q), false) : gamma_inverse(a, std::log(q), true);
}

Tails beta_tails(double a, double b, Share x) {
  if (x.value <= 0) return {0, 1};
  if (x.complement <= 0) return {1, 0};
  const Tails logs = log_beta_tails(a, b, x);
  return {std::exp(logs.lower), std::exp(logs.upper)};
}

Share beta_lower_inverse(double a, double b, double p) {
  return p > 0.5 ? beta_upper_inverse(a, b, 1 - p) : beta_inverse(a, b, p);
}

Share beta_upper_inverse(double a, double b, double q) {
  if (q > 0.5) return beta_inverse(a, b, 1 - q);
  const Share mirrored = beta_inverse(b, a, q);
  return {mirrored.complement, mirrored.value};
}

double stirling_error(double x) {
  if (x <= 15) return std::lgamma(x + 1) - (x + 0.5) * std::log(x) + x - log_root_two_pi;
  const double y = 1 / (x * x);
  return (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y * (1.0 / 1188 - y * (691.0 / 360360)))))) / x;
}

double deviance(double x, double mean, double mean_rest) {
  const double difference = (x - mean) - mean_rest;
  if (std::abs(difference) >= 0.1 * (x + mean)) {
    if (x == 0) return mean;
    const double ratio = x / mean;
    return x * (ratio > 0 && std::isfinite(ratio) ? std::log(ratio) : std::log(x) - std::log(mean)) - difference;
  }
  // With v = (x − m)/(x + m): log(x/m) = 2 (v + v³/3 + v⁵/5 + …), so no two large terms cancel.
  double v = difference / (x + mean);
  double sum = difference * v, term = 2 * x * v;
  v *= v;
  for (int j = 1; j < 1000; ++j) {
    term *= v;
    const double next = sum + term / (2 * j + 1);
    if (next == sum) break;
    sum = next;
  }
  return sum;
}

double log_poisson_mass(double x, double mean) {
  if (x <= mean * smallest) return -mean;
  return -0.5 * std::log(x) - log_root_two_pi - stirling_error(x) - deviance(x, mean);
}

double log_binomial_mass(double x, double n, double p) {
  if (x == 0) return n == 0 ? 0 : n * std::log1p(-p);
  if (x == n) return n * std::log(p);
  const DoubleDouble hits = exact_product(n, p), misses = DoubleDouble{n, 0} - hits;
  return stirling_error(n) - stirling_error(x) - stirling_error(n - x) - deviance(x, hits.high, hits.low) -
         deviance(n - x, misses.high, misses.low) - log_root_two_pi - 0.5 * (std::log(x) + std::log((n - x) / n));
}

double log_beta(double a, double b) {
  if (a > b) std::swap(a, b);
  // B(a, b) = (a + b)/(a b) / C with the binomial mass C pᵃ qᵇ at p = a/(a + b), where both deviances are 0.
  const double sum = a + b;
  const double log_mass = stirling_error(sum) - stirling_error(a) - stirling_error(b) - log_root_two_pi -
                          0.5 * (std::log(a) + std::log1p(-a / sum));
  return std::log(sum / a / b) - log_mass + a * std::log(a / sum) + b * std::log1p(-a / sum);
}

}  // namespace downhill
