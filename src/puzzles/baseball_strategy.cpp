#include "puzzles/baseball_strategy.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace downhill {
namespace {

/// No strategy needs fewer guesses in total for so many candidates: one is found by the first guess, and a guess that is not
/// right has at most eight different answers.
int fewest(int candidates) {
  int total = 0;
  for (int guesses = 1, room = 1; candidates > 0; ++guesses, room *= 8) {
    const int found = std::min(room, candidates);
    total += guesses * found;
    candidates -= found;
  }
  return total;
}

/// Up to so many candidates guesses are told apart by their very parts, beyond by the sizes of the parts.
constexpr int few = 15;

using Parts = std::array<std::vector<SecretIndex>, baseball_scores>;

constexpr std::size_t right = code_of({baseball_digits, 0});

/// The candidates by their answers to a guess; the guess itself, if it is among them, is found and in no part.
Parts part(const BaseballKnowledge& knowledge, SecretIndex guess, std::span<const SecretIndex> candidates) {
  Parts parts;
  for (const SecretIndex secret : candidates)
    if (const std::size_t code = knowledge.code(guess, secret); code != right) parts[code].push_back(secret);
  return parts;
}

/// What guesses have in common that part the candidates alike. Of a few candidates: the parts themselves. Of many only their
/// sizes, for there most guesses of equal sizes are one guess with other digits or places.
using Shape = std::vector<std::vector<SecretIndex>>;

Shape shape_of(const Parts& parts, int candidates) {
  Shape shape;
  if (candidates > few)
    for (const auto& left : parts) shape.push_back({static_cast<SecretIndex>(left.size())});
  else
    shape.assign(parts.begin(), parts.end());
  std::sort(shape.begin(), shape.end());
  return shape;
}

}  // namespace

/// Guesses that tell anything, in the order of `BaseballKnowledge::ranking`.
std::vector<SecretIndex> BaseballStrategy::most_informative_first(std::span<const SecretIndex> candidates) const {
  std::vector<double> cost(candidates.size() + 1, 0);
  for (std::size_t n = 2; n < cost.size(); ++n) cost[n] = static_cast<double>(n) * std::log2(static_cast<double>(n));
  std::vector<std::pair<long long, SecretIndex>> ranked;
  for (std::size_t guess = 0; guess < knowledge_.secrets().size(); ++guess) {
    const auto index = static_cast<SecretIndex>(guess);
    const Partition counts = knowledge_.partition(index, candidates);
    double left = 0;
    int largest = 0;
    for (const int count : counts) {
      left += cost[static_cast<std::size_t>(count)];
      largest = std::max(largest, count);
    }
    if (largest == static_cast<int>(candidates.size())) continue;
    // In steps, so that equals are equal whatever the rounding; then possible secrets first.
    ranked.emplace_back(2 * std::llround(left * 1e6) + (counts[right] > 0 ? 0 : 1), index);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<SecretIndex> guesses;
  guesses.reserve(ranked.size());
  for (const auto& [rank, guess] : ranked) guesses.push_back(guess);
  return guesses;
}

// [region plan]
BaseballPlan BaseballStrategy::plan(std::span<const SecretIndex> candidates) {
  const int n = static_cast<int>(candidates.size());
  if (n <= 2) return {candidates[0], n == 1 ? 1 : 3, n};
  std::vector<SecretIndex> key(candidates.begin(), candidates.end());
  if (const auto known = plans_.find(key); known != plans_.end()) return known->second;

  BaseballPlan best{0, std::numeric_limits<int>::max(), 0};
  std::set<Shape> tried;
  for (const SecretIndex guess : most_informative_first(candidates)) {
    const Parts parts = part(knowledge_, guess, candidates);
    if (!tried.insert(shape_of(parts, n)).second) continue;
    int bound = n;  // this guess counts once for every candidate
    for (const auto& left : parts) bound += fewest(static_cast<int>(left.size()));
    int worst = 1;
    for (std::size_t code = 0; code < parts.size() && bound < best.total; ++code) {
      if (parts[code].empty()) continue;
      const BaseballPlan rest = plan(parts[code]);
      bound += rest.total - fewest(static_cast<int>(parts[code].size()));
      worst = std::max(worst, 1 + rest.worst);
    }
    if (bound < best.total) best = {guess, bound, worst};
    if (best.total == fewest(n) || static_cast<int>(tried.size()) == width_) break;
  }
  return plans_.emplace(std::move(key), best).first->second;
}
// [endregion]

std::vector<int> play_all_secrets(const BaseballKnowledge& knowledge, BaseballStrategy& strategy) {
  std::vector<int> needed;
  for (const SecretIndex secret : knowledge.all()) {
    std::vector<SecretIndex> left = knowledge.all();
    for (std::size_t guesses = 1;; ++guesses) {
      const SecretIndex guess = strategy.plan(left).guess;
      if (needed.size() < guesses) needed.resize(guesses);
      if (guess == secret) {
        ++needed[guesses - 1];
        break;
      }
      const std::size_t answer = knowledge.code(guess, secret);
      std::erase_if(left, [&](SecretIndex other) { return other == guess || knowledge.code(guess, other) != answer; });
    }
  }
  return needed;
}

}  // namespace downhill
