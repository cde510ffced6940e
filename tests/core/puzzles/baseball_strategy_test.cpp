#include "puzzles/baseball_strategy.hpp"

#include <numeric>

#include "core/catch.hpp"

using namespace downhill;

namespace {

int total_of(const std::vector<int>& needed) {
  int total = 0;
  for (std::size_t i = 0; i < needed.size(); ++i) total += needed[i] * static_cast<int>(i + 1);
  return total;
}

}  // namespace

TEST_CASE("Greedy entropy finds 504 secrets in 4.6905 guesses on average, at most 6", "[baseball]") {
  const BaseballKnowledge knowledge(**baseball_rules().find("one-to-nine", "rule"));
  BaseballStrategy greedy(knowledge, 1);
  const std::vector<int> needed = play_all_secrets(knowledge, greedy);
  CHECK(needed.size() == 6);
  CHECK(total_of(needed) / 504.0 == Approx(4.6905).margin(5e-5));
}

TEST_CASE("The strategy finds every secret of every rule, as it planned, and better than greedy", "[baseball]") {
  for (const BaseballRule& rule : baseball_rules()) {
    CAPTURE(rule.id);
    const BaseballKnowledge knowledge(rule);
    BaseballStrategy greedy(knowledge, 1), wide(knowledge, baseball_width);
    const std::vector<int> needed = play_all_secrets(knowledge, wide);
    const BaseballPlan plan = wide.plan(knowledge.all());
    CHECK(std::accumulate(needed.begin(), needed.end(), 0) == static_cast<int>(knowledge.secrets().size()));
    CHECK(total_of(needed) == plan.total);
    CHECK(static_cast<int>(needed.size()) == plan.worst);
    CHECK(plan.total < total_of(play_all_secrets(knowledge, greedy)));
    CHECK(plan.worst <= 7);
  }
}

TEST_CASE("One candidate takes one guess, two take three in all", "[baseball]") {
  const BaseballKnowledge knowledge(**baseball_rules().find("from-100", "rule"));
  BaseballStrategy strategy(knowledge, baseball_width);
  CHECK(strategy.plan(std::vector<SecretIndex>{7}).total == 1);
  CHECK(strategy.plan(std::vector<SecretIndex>{7, 300}).total == 3);
  CHECK(strategy.plan(std::vector<SecretIndex>{7, 300}).worst == 2);
}
