#include "puzzles/baseball_knowledge.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "probability/information.hpp"

namespace downhill {
namespace {

/// The balls there can be beside so many strikes, as errors have it.
std::string most_balls(const BaseballScore& score) {
  int most = baseball_digits;
  while (most > 0 && !possible_score({score.strikes, most})) --most;
  return range_text(0, most);
}

}  // namespace

BaseballKnowledge::BaseballKnowledge(const BaseballRule& rule) : rule_(rule), secrets_(baseball_secrets(rule)) {
  codes_.reserve(secrets_.size() * secrets_.size());
  for (const std::string& guess : secrets_)
    for (const std::string& secret : secrets_)
      codes_.push_back(static_cast<std::uint8_t>(code_of(baseball_score(secret, guess))));
}

std::vector<SecretIndex> BaseballKnowledge::all() const {
  std::vector<SecretIndex> indices(secrets_.size());
  std::iota(indices.begin(), indices.end(), SecretIndex{0});
  return indices;
}

Error BaseballKnowledge::no_secret(std::string parameter, int turn) const {
  return {ErrorCode::unknown_id, std::move(parameter), 0, turn, secrets_.front() + ", …, " + secrets_.back()};
}

std::optional<SecretIndex> BaseballKnowledge::index_of(std::string_view number) const {
  const auto found = std::lower_bound(secrets_.begin(), secrets_.end(), number);
  if (found == secrets_.end() || *found != number) return std::nullopt;
  return static_cast<SecretIndex>(found - secrets_.begin());
}

/// What fits every answer, leaving out that of one turn (−1: of none).
std::vector<SecretIndex> BaseballKnowledge::consistent(std::span<const BaseballTurn> turns, int without) const {
  std::vector<SecretIndex> left = all();
  for (int turn = 0; turn < static_cast<int>(turns.size()); ++turn) {
    if (turn == without) continue;
    const BaseballTurn& told = turns[static_cast<std::size_t>(turn)];
    std::erase_if(left, [&](SecretIndex secret) { return baseball_score(secrets_[secret], told.guess) != told.score; });
  }
  return left;
}

Result<std::vector<SecretIndex>> BaseballKnowledge::candidates(std::span<const BaseballTurn> turns) const {
  for (std::size_t turn = 0; turn < turns.size(); ++turn) {
    const auto& [guess, score] = turns[turn];
    if (!rule_.allows(guess)) return no_secret("turns", static_cast<int>(turn));
    if (!possible_score(score))
      return Error{ErrorCode::out_of_range, "turns", static_cast<double>(score.balls), static_cast<int>(turn),
                   most_balls(score)};
  }
  return consistent(turns, -1);
}

Result<std::optional<Contradiction>> BaseballKnowledge::contradiction(std::span<const BaseballTurn> turns) const {
  const auto left = candidates(turns);
  if (!left) return left.error();
  if (!left->empty()) return std::optional<Contradiction>();
  Contradiction found;
  while (!consistent(turns.first(static_cast<std::size_t>(found.turn) + 1), -1).empty()) ++found.turn;
  for (int turn = 0; turn < static_cast<int>(turns.size()); ++turn)
    if (!consistent(turns, turn).empty()) found.suspects.push_back(turn);
  return std::optional(found);
}

// [region information]
Partition BaseballKnowledge::partition(SecretIndex guess, std::span<const SecretIndex> candidates) const {
  Partition counts{};
  for (const SecretIndex secret : candidates) ++counts[code(guess, secret)];
  return counts;
}

double bits_of(const Partition& partition) {
  const double all = std::accumulate(partition.begin(), partition.end(), 0);
  double nats = 0;
  for (const int count : partition)
    if (count > 0) nats += entropy_term(count / all);
  return nats / bit;
}
// [endregion]

GuessValue BaseballKnowledge::value(SecretIndex guess, std::span<const SecretIndex> candidates) const {
  const Partition counts = partition(guess, candidates);
  GuessValue value{secrets_[guess], counts[code(guess, guess)] > 0, bits_of(counts), 0, 0};
  for (const int count : counts) {
    value.expected_left += static_cast<double>(count) * count;
    value.largest = std::max(value.largest, count);
  }
  if (!candidates.empty()) value.expected_left /= static_cast<double>(candidates.size());
  return value;
}

std::vector<GuessValue> BaseballKnowledge::ranking(std::span<const SecretIndex> candidates) const {
  struct Ranked {
    long long rank;
    GuessValue value;
  };
  std::vector<Ranked> ranked;
  ranked.reserve(secrets_.size());
  for (SecretIndex guess = 0; guess < secrets_.size(); ++guess) {
    GuessValue value = this->value(guess, candidates);
    // Rounded: equal partitions come out of sums in another order, and must be equals.
    const long long rank = -std::llround(value.bits * 1e9);
    ranked.push_back({rank, std::move(value)});
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.rank != b.rank ? a.rank < b.rank : a.value.possible > b.value.possible;
  });
  std::vector<GuessValue> values;
  values.reserve(ranked.size());
  for (Ranked& each : ranked) values.push_back(std::move(each.value));
  return values;
}

}  // namespace downhill
