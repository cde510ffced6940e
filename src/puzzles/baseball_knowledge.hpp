#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "puzzles/baseball.hpp"

namespace downhill {

/// A secret, by its place in the list of all.
using SecretIndex = std::uint16_t;

constexpr std::size_t baseball_scores = 4 * (baseball_digits + 1);

/// A score as a number below baseball_scores.
constexpr std::size_t code_of(const BaseballScore& score) { return static_cast<std::size_t>(4 * score.strikes + score.balls); }
constexpr BaseballScore score_of(std::size_t code) { return {static_cast<int>(code / 4), static_cast<int>(code % 4)}; }

/// How many candidates would give each answer.
using Partition = std::array<int, baseball_scores>;

/// What an answer to a guess tells on average.
struct GuessValue {
  std::string guess;
  bool possible = false;     ///< it may itself be the secret
  double bits = 0;           ///< expected information, the entropy of the answer
  double expected_left = 0;  ///< candidates left on average
  int largest = 0;           ///< candidates left at worst
};

/// What answers that cannot all be true have to say.
struct Contradiction {
  int turn = 0;               ///< the first after which no secret is left, 0 the first of all
  std::vector<int> suspects;  ///< turns of which each alone, if its answer is wrong, explains all the others
};

/// All secrets of a rule and the score of every pair: what can be known in a game. An immutable value.
class BaseballKnowledge {
 public:
  explicit BaseballKnowledge(const BaseballRule& rule);

  const BaseballRule& rule() const { return rule_; }
  const std::vector<std::string>& secrets() const { return secrets_; }
  std::vector<SecretIndex> all() const;
  std::size_t code(SecretIndex guess, SecretIndex secret) const { return codes_[guess * secrets_.size() + secret]; }

  /// Errors: unknown_id (parameter "turns", position the turn: the rule has no such guess), out_of_range (likewise: no such
  /// score).
  Result<std::vector<SecretIndex>> candidates(std::span<const BaseballTurn> turns) const;
  /// Why nothing is left; empty if something is. Errors as `candidates`.
  Result<std::optional<Contradiction>> contradiction(std::span<const BaseballTurn> turns) const;

  /// unknown_id for a number that the rule does not have.
  Error no_secret(std::string parameter, int turn) const;
  /// Empty if the rule has no such number.
  std::optional<SecretIndex> index_of(std::string_view number) const;
  Partition partition(SecretIndex guess, std::span<const SecretIndex> candidates) const;
  GuessValue value(SecretIndex guess, std::span<const SecretIndex> candidates) const;
  /// Every guess, the most informative first; among equals those that may be the secret, then by number.
  std::vector<GuessValue> ranking(std::span<const SecretIndex> candidates) const;

 private:
  std::vector<SecretIndex> consistent(std::span<const BaseballTurn> turns, int without) const;

  BaseballRule rule_;
  std::vector<std::string> secrets_;
  std::vector<std::uint8_t> codes_;
};

/// H = −Σ p log₂ p of a partition, in bits: 0 where there is nothing to tell apart.
double bits_of(const Partition& partition);

}  // namespace downhill
