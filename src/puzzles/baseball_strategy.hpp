#pragma once

#include <map>
#include <span>
#include <vector>

#include "puzzles/baseball_knowledge.hpp"

namespace downhill {

/// How many guesses the computer tries at each step: a second of work for the largest rule at most, and hardly worse than 12.
constexpr int baseball_width = 8;

/// The guess for a set of candidates, and what it leads to when the game is played on by the same strategy.
struct BaseballPlan {
  SecretIndex guess = 0;
  int total = 0;  ///< guesses over all candidates, the right one included
  int worst = 0;  ///< guesses at most
};

/// A deterministic strategy: at every set of candidates it plays the `width` most informative guesses to the end, of guesses
/// that part the candidates alike only one, and keeps that which needs the fewest guesses in total. Width 1 is greedy entropy.
/// What was worked out is remembered, so that a game costs little.
class BaseballStrategy {
 public:
  /// `knowledge` must outlive it.
  BaseballStrategy(const BaseballKnowledge& knowledge, int width) : knowledge_(knowledge), width_(width) {}

  /// For at least one candidate, in rising order.
  BaseballPlan plan(std::span<const SecretIndex> candidates);

 private:
  std::vector<SecretIndex> most_informative_first(std::span<const SecretIndex> candidates) const;

  const BaseballKnowledge& knowledge_;
  int width_;
  std::map<std::vector<SecretIndex>, BaseballPlan> plans_;
};

/// How many secrets need 1, 2, … guesses when a strategy plays against each of them, by playing.
std::vector<int> play_all_secrets(const BaseballKnowledge& knowledge, BaseballStrategy& strategy);

}  // namespace downhill
