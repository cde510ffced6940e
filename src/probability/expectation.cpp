#include "probability/expectation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "calculus/features.hpp"
#include "calculus/function.hpp"

namespace downhill {
namespace {

using Outcome = Integral::Outcome;

constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// The sum over values from one on, upwards or downwards, until mass and terms have run out.
Integral sum_towards(const Function& g, const Distribution& distribution, double from, double direction, double end) {
  constexpr int most_terms = 1'000'000;
  Integral sum;
  double size = 0, term = 0;
  int small = 0;
  double x = from;
  for (int k = 0; k < most_terms && (direction > 0 ? x <= end : x >= end); ++k, x += direction) {
    const double mass = distribution.density(x);
    ++sum.evaluations;
    if (mass > 0) {
      const double value = g.value(x);
      if (std::isnan(value)) return {none, unbounded, sum.evaluations, Outcome::undefined_part, x};
      term = value * mass;
      if (std::isinf(term)) {
        sum.outcome = Outcome::divergent;
        sum.at = x;
      }
    } else {
      term = 0;
    }
    sum.value += term;
    if (sum.outcome == Outcome::divergent) continue;  // a value that does not exist further on would be worse
    size += std::abs(term);
    small = std::abs(term) <= 1e-18 * size ? small + 1 : 0;
    // Values may well be far apart at which g is not 0; but not where next to no probability is left.
    if (small > 60 && (direction > 0 ? distribution.upper(x) : distribution.cdf(x)) < 1e-30) return sum;
    if (mass == 0 && k > 60) return sum;
  }
  sum.error = sum.outcome == Outcome::divergent ? unbounded : 1e-15 * size;
  const bool ran_out = direction > 0 ? x <= end : x >= end;
  if (ran_out && std::abs(term) > 1e-13 * size) {
    sum.outcome = Outcome::divergent;
    sum.value = std::copysign(unbounded, term);
    sum.at = x;
    sum.error = unbounded;
  }
  return sum;
}

Integral by_sum(const Function& g, const Distribution& distribution) {
  const Support support = distribution.support();
  const double middle = distribution.quantile(0.5);
  Integral sum =
      sum_towards(g, distribution, middle, 1, support.high) + sum_towards(g, distribution, middle - 1, -1, support.low);
  sum.error = std::max(sum.error, 1e-15 * std::abs(sum.value));
  return sum;
}

/// Places where g is not smooth, between far quantiles.
std::vector<double> breaks(const Expression& g, const Distribution& distribution) {
  const double low = std::max(-1e12, distribution.quantile(1e-12)), high = std::min(1e12, distribution.upper_quantile(1e-12));
  if (!(low < high)) return {};
  const Features features = find_features(g, low, high);
  std::vector<double> places;
  for (const auto* list : {&features.kinks, &features.jumps, &features.poles})
    places.insert(places.end(), list->begin(), list->end());
  for (const Hole& hole : features.holes) places.insert(places.end(), {hole.from, hole.to});
  std::sort(places.begin(), places.end());
  return places;
}

/// ∫ g(x) f(x) dx over a bounded support on which the density f is constant but at some places.
Integral over_support(const Expression& expression, const Function& g, const Distribution& distribution) {
  const Support support = distribution.support();
  std::vector<double> places = breaks(expression, distribution);
  const auto bars = distribution.shares().size();
  for (std::size_t i = 0; i <= bars; ++i)
    places.push_back(support.low +
                     (support.high - support.low) * (bars ? static_cast<double>(i) / static_cast<double>(bars) : 0));
  places.push_back(support.high);
  std::sort(places.begin(), places.end());
  return integrate(
      [&](std::span<const double> x, double* out) {
        g.values(x.data(), x.size(), out);
        for (std::size_t i = 0; i < x.size(); ++i)
          if (const double density = distribution.density(x[i]); density > 0)
            out[i] *= density;
          else
            out[i] = 0;
      },
      places);
}

/// E[g(X)] = ∫ g(Q(p)) dp from the median outward on either side, in steps of log p: long tails and densities without a bound
/// become smooth, and what falls too slowly in them shows.
Integral over_probability(const Expression& expression, const Function& g, const Distribution& distribution) {
  constexpr double last = 690;  // ½ e⁻⁶⁹⁰ is 1e-300
  const std::vector<double> places = breaks(expression, distribution);
  const auto side = [&](bool upper) {
    std::vector<double> cuts;
    for (const double x : places) {
      const double tail = upper ? distribution.upper(x) : distribution.cdf(x);
      if (tail > 0 && tail < 0.5) cuts.push_back(-std::log(2 * tail));
    }
    std::sort(cuts.begin(), cuts.end());
    std::vector<double> x;
    return integrate_outward(
        [&](std::span<const double> s, double* out) {
          x.resize(s.size());
          for (std::size_t i = 0; i < s.size(); ++i) {
            const double p = 0.5 * std::exp(-s[i]);
            x[i] = upper ? distribution.upper_quantile(p) : distribution.quantile(p);
          }
          g.values(x.data(), x.size(), out);
          for (std::size_t i = 0; i < s.size(); ++i) out[i] *= 0.5 * std::exp(-s[i]);
        },
        0, last, cuts);
  };
  return side(false) + side(true);
}

}  // namespace

Integral expectation(const Expression& expression, const Distribution& distribution) {
  const Function g = Function::compile(expression);
  if (distribution.discrete()) return by_sum(g, distribution);
  return distribution.flat() ? over_support(expression, g, distribution) : over_probability(expression, g, distribution);
}

}  // namespace downhill
