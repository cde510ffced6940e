#include "probability/risk.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace downhill {
namespace {

using Shape = MixturePart::Shape;

/// Probabilities that differ by less are equal to rounding.
constexpr double rounding = 1e-15;
constexpr double root_half = std::numbers::sqrt2 / 2;

/// The mean of |y − guess|.
double distance(const MixturePart& part, double guess) {
  const double away = guess - part.centre, z = away / part.width;
  switch (part.shape) {
    case Shape::point:
      return std::abs(away);
    case Shape::uniform:
      return std::abs(z) >= 1 ? std::abs(away) : part.width * (1 + z * z) / 2;
    case Shape::normal:
      break;
  }
  return part.width * (z * std::erf(z * root_half) + std::exp(-z * z / 2) * std::numbers::inv_sqrtpi * std::numbers::sqrt2);
}

/// By how much the probability below a guess exceeds the one above it. A point at the guess itself counts as `at`.
double excess(const Conditional& given, double guess, double at) {
  double sum = 0;
  for (const MixturePart& part : given.parts) {
    const double away = guess - part.centre, z = away / part.width;
    if (part.shape == Shape::normal) sum += part.share * std::erf(z * root_half);
    if (part.shape == Shape::uniform) sum += part.share * std::clamp(z, -1.0, 1.0);
    if (part.shape == Shape::point) sum += part.share * (away == 0 ? at : std::copysign(1.0, away));
  }
  return sum;
}

/// The place where a condition that grows true along the axis becomes so, between one where it is not and one where it is.
double turning(double without, double with, auto holds) {
  constexpr int halvings = 80;
  for (int step = 0; step < halvings; ++step) {
    const double middle = without + (with - without) / 2;
    if (middle == without || middle == with) break;
    (holds(middle) ? with : without) = middle;
  }
  return with;
}

/// Medians: no more probability below them than above, and no more above than below.
BestGuesses medians(const Conditional& given) {
  const auto enough_below = [&](double guess) { return excess(given, guess, 1) >= -rounding; };
  const auto enough_above = [&](double guess) { return excess(given, guess, -1) <= rounding; };
  constexpr double reach = 40;  // beyond so many standard deviations nothing is left of a normal distribution
  double low = given.parts.front().centre, high = low;
  bool points = true;
  for (const auto& [shape, share, centre, width] : given.parts) {
    low = std::min(low, centre - reach * width);
    high = std::max(high, centre + reach * width);
    points = points && shape == Shape::point;
  }
  if (!points) return {turning(low, high, enough_below), turning(high, low, enough_above)};
  // Of points, one of them.
  BestGuesses best{high, low};
  for (const MixturePart& part : given.parts) {
    if (enough_below(part.centre)) best.from = std::min(best.from, part.centre);
    if (enough_above(part.centre)) best.to = std::max(best.to, part.centre);
  }
  return best;
}

/// −Σ share · log of the probability that is guessed for a point at 0 or at 1.
double cross_entropy(const Conditional& given, double guess) {
  if (!(guess >= 0 && guess <= 1)) return NAN;
  double sum = 0;
  for (const auto& [shape, share, centre, width] : given.parts) {
    if (shape != Shape::point || (centre != 0 && centre != 1)) return NAN;
    if (share > 0) sum -= share * (centre == 1 ? std::log(guess) : std::log1p(-guess));
  }
  return sum;
}

}  // namespace

const Registry<GuessLossEntry>& guess_losses() {
  static const Registry<GuessLossEntry> registry{
      // [region risks]
      {"squared",
       {.ko = "제곱", .en = "squared"},
       false,
       [](const Conditional& given, double guess) {
         const double away = given.mean() - guess;
         return given.variance() + away * away;
       },
       [](const Conditional& given) {
         return BestGuesses{given.mean(), given.mean()};
       }},
      {"absolute",
       {.ko = "절댓값", .en = "absolute"},
       false,
       [](const Conditional& given, double guess) {
         double sum = 0;
         for (const MixturePart& part : given.parts) sum += part.share * distance(part, guess);
         return sum;
       },
       medians},
      // [endregion]
      {"cross-entropy",
       {.ko = "교차 엔트로피", .en = "cross-entropy"},
       true,
       cross_entropy,
       [](const Conditional& given) {
         return BestGuesses{given.mean(), given.mean()};
       }},
  };
  return registry;
}

}  // namespace downhill
