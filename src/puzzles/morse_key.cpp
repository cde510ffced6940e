#include "puzzles/morse_key.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "puzzles/morse_timing.hpp"

namespace downhill {
namespace {

constexpr double dash_from = 2, sign_gap_from = 2, word_gap_from = 5;
/// So many times before and after a place speak for the length of a dot there.
constexpr std::size_t before = 24, after = 12;
/// Dots are looked for from this share of the shortest mark on, in so many steps of a ratio up to the longest.
constexpr double shortest_share = 0.25, step = 1.04;
/// How much a gap between signs, and a dot other than expected, speak against a length.
constexpr double cost_of_gap = 0.15, cost_of_surprise = 0.05;

double squared_ratio(double one, double other) {
  const double ratio = std::log(one / other);
  return ratio * ratio;
}

// [region misfit]
/// How badly times fit a dot of a length: each is compared with the nearest length that it can have, on a scale of ratios. A
/// gap between signs costs a little, for most gaps are within one, and a long gap says nothing.
double misfit(std::span<const double> times, bool begins_with_mark, double dot) {
  double sum = 0;
  bool mark = begins_with_mark;
  for (const double time : times) {
    const double one = squared_ratio(time, dot), three = squared_ratio(time, 3 * dot);
    if (mark)
      sum += std::min(one, three);
    else
      sum += std::min(one, cost_of_gap + (time < 3 * dot ? three : 0));
    mark = !mark;
  }
  return sum;
}
// [endregion]

double dot_near(std::span<const double> times, std::size_t place, double expected_dot) {
  const std::size_t from = place > before ? place - before : 0, to = std::min(times.size(), place + after + 1);
  const std::span<const double> around = times.subspan(from, to - from);
  const bool begins_with_mark = from % 2 == 0;
  double shortest = std::numeric_limits<double>::infinity(), longest = 0;
  for (std::size_t i = begins_with_mark ? 0 : 1; i < around.size(); i += 2) {
    shortest = std::min(shortest, around[i]);
    longest = std::max(longest, around[i]);
  }
  double best = expected_dot, least = std::numeric_limits<double>::infinity();
  for (double dot = shortest * shortest_share; dot <= longest * step; dot *= step) {
    const double cost = misfit(around, begins_with_mark, dot) + cost_of_surprise * squared_ratio(dot, expected_dot);
    if (cost < least) {
      least = cost;
      best = dot;
    }
  }
  return best;
}

}  // namespace

MorseKeying read_keying(std::span<const double> times, double expected_dot) {
  MorseKeying keying;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const double dot = dot_near(times, i, expected_dot);
    keying.units.push_back(dot);
    if (i % 2 == 0)
      keying.code += times[i] >= dash_from * dot ? '-' : '.';
    else if (times[i] >= word_gap_from * dot)
      keying.code += "  ";
    else if (times[i] >= sign_gap_from * dot)
      keying.code += ' ';
  }
  return keying;
}

}  // namespace downhill
