#include "puzzles/baseball.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/catch.hpp"
#include "foundation/random.hpp"
#include "puzzles/baseball_knowledge.hpp"

using namespace downhill;

namespace {

const BaseballRule& rule(std::string_view id) { return **baseball_rules().find(id, "rule"); }

/// Another way to count: strikes place by place, and of each digit as many hits as the number that has fewer of it.
BaseballScore counted(const std::string& secret, const std::string& guess) {
  int strikes = 0, hits = 0;
  for (std::size_t i = 0; i < secret.size(); ++i) strikes += secret[i] == guess[i];
  for (char digit = '0'; digit <= '9'; ++digit)
    hits += static_cast<int>(
        std::min(std::count(secret.begin(), secret.end(), digit), std::count(guess.begin(), guess.end(), digit)));
  return {strikes, hits - strikes};
}

std::string number(RandomStream& random, std::size_t length, std::size_t kinds) {
  std::string digits;
  while (digits.size() < length) digits += static_cast<char>('0' + random.below(kinds));
  return digits;
}

}  // namespace

TEST_CASE("Strikes and balls, repeated digits too", "[baseball]") {
  CHECK(baseball_score("1807", "7810") == BaseballScore{1, 3});
  CHECK(baseball_score("1123", "0111") == BaseballScore{1, 1});
  CHECK(baseball_score("123", "123") == BaseballScore{3, 0});
  CHECK(baseball_score("123", "312") == BaseballScore{0, 3});
  CHECK(baseball_score("123", "456") == BaseballScore{0, 0});
}

TEST_CASE("A score counts no digit twice, and is the same the other way round", "[baseball]") {
  RandomStream random(5);
  for (int round = 0; round < 20000; ++round) {
    const std::size_t length = 1 + random.below(6), kinds = 1 + random.below(10);
    const std::string secret = number(random, length, kinds), guess = number(random, length, kinds);
    CAPTURE(round, secret, guess);
    const BaseballScore score = baseball_score(secret, guess);
    REQUIRE(score == counted(secret, guess));
    REQUIRE(score == baseball_score(guess, secret));
    REQUIRE(score.strikes + score.balls <= static_cast<int>(length));
  }
}

TEST_CASE("The rules have 648, 504 and 720 secrets, as counted digit by digit", "[baseball]") {
  CHECK(baseball_secrets(rule("from-100")).size() == 9 * 9 * 8);
  CHECK(baseball_secrets(rule("one-to-nine")).size() == 9 * 8 * 7);
  CHECK(baseball_secrets(rule("zero-to-nine")).size() == 10 * 9 * 8);
  for (const BaseballRule& each : baseball_rules()) {
    const BaseballKnowledge knowledge(each);
    std::set<std::size_t> scores;
    for (const SecretIndex guess : knowledge.all())
      for (const SecretIndex secret : knowledge.all()) scores.insert(knowledge.code(guess, secret));
    for (std::size_t code = 0; code < baseball_scores; ++code)
      CHECK(possible_score(score_of(code)) == (scores.count(code) > 0));
  }
}

TEST_CASE("Input is a guess, the end, or wrong in a way that has a name", "[baseball]") {
  const std::map<std::string, BaseballInput> from_100{
      {"123", BaseballInput::guess},          {" 987\n", BaseballInput::guess},
      {"１２３", BaseballInput::guess},       {"0", BaseballInput::stop},
      {" 0 ", BaseballInput::stop},           {"", BaseballInput::empty},
      {"  ", BaseballInput::empty},           {"abc", BaseballInput::not_a_number},
      {"12a", BaseballInput::not_a_number},   {"-12", BaseballInput::not_a_number},
      {"1 2 3", BaseballInput::not_a_number}, {"1.5", BaseballInput::not_a_number},
      {"12", BaseballInput::wrong_length},    {"1234", BaseballInput::wrong_length},
      {"00", BaseballInput::wrong_length},    {"99999999999999999999", BaseballInput::wrong_length},
      {"112", BaseballInput::repeated_digit}, {"000", BaseballInput::repeated_digit},
      {"012", BaseballInput::leading_zero},   {"\xEF\xBC", BaseballInput::not_a_number},
  };
  for (const auto& [text, input] : from_100) {
    CAPTURE(text);
    CHECK(id_of(read_baseball_input(text, rule("from-100")).input) == id_of(input));
  }
  CHECK(read_baseball_input("１0２", rule("from-100")).digits == "102");
  CHECK(read_baseball_input("102", rule("one-to-nine")).input == BaseballInput::unused_digit);
  CHECK(read_baseball_input("012", rule("zero-to-nine")).input == BaseballInput::guess);
  CHECK(read_baseball_input("0", rule("zero-to-nine")).input == BaseballInput::stop);
}

TEST_CASE("The first guess tells 2.3497 bits of 504 secrets and 2.2537 of 720", "[baseball]") {
  const BaseballKnowledge nine(rule("one-to-nine")), ten(rule("zero-to-nine"));
  CHECK(nine.ranking(nine.all()).front().bits == Approx(2.3497).margin(5e-5));
  CHECK(ten.ranking(ten.all()).front().bits == Approx(2.2537).margin(5e-5));
}

TEST_CASE("A guess parts the candidates, and its value follows from the parts", "[baseball]") {
  RandomStream random(11);
  for (const BaseballRule& each : baseball_rules()) {
    const BaseballKnowledge knowledge(each);
    const auto any = [&] { return knowledge.secrets()[random.below(knowledge.secrets().size())]; };
    for (int round = 0; round < 200; ++round) {
      const std::string secret = any(), first = any(), guess = any();
      const std::vector<BaseballTurn> turns{{first, counted(secret, first)}};
      const auto left = knowledge.candidates(turns);
      REQUIRE(left);
      std::map<std::pair<int, int>, int> parts;
      int fitting = 0;
      for (const std::string& candidate : knowledge.secrets()) {
        if (counted(candidate, first) != turns[0].score) continue;
        ++fitting;
        const BaseballScore score = counted(candidate, guess);
        ++parts[{score.strikes, score.balls}];
      }
      REQUIRE(static_cast<int>(left->size()) == fitting);
      double bits = 0, expected = 0;
      int largest = 0;
      for (const auto& [score, count] : parts) {
        const double share = static_cast<double>(count) / fitting;
        bits -= share * std::log2(share);
        expected += share * count;
        largest = std::max(largest, count);
      }
      const GuessValue value = knowledge.value(*knowledge.index_of(guess), *left);
      CAPTURE(each.id, secret, first, guess);
      REQUIRE(value.bits == Approx(bits).margin(1e-12));
      REQUIRE(value.expected_left == Approx(expected));
      REQUIRE(value.largest == largest);
      REQUIRE(value.possible == (counted(guess, first) == turns[0].score));
    }
  }
}

TEST_CASE("The ranking goes down in bits, and a possible secret comes before its equals", "[baseball]") {
  const BaseballKnowledge knowledge(rule("from-100"));
  const auto left = knowledge.candidates(std::vector<BaseballTurn>{{"123", {0, 2}}, {"245", {1, 1}}});
  REQUIRE(left);
  const auto ranking = knowledge.ranking(*left);
  REQUIRE(ranking.size() == 648);
  for (std::size_t i = 1; i < ranking.size(); ++i) {
    REQUIRE(ranking[i].bits <= ranking[i - 1].bits + 1e-9);
    if (std::abs(ranking[i].bits - ranking[i - 1].bits) < 1e-12) REQUIRE(ranking[i].possible <= ranking[i - 1].possible);
  }
}

TEST_CASE("Answers that cannot all be true are found, with the one at fault", "[baseball]") {
  const BaseballKnowledge knowledge(rule("from-100"));
  // The secret is 123. The second answer is wrong, which only the third brings to light.
  const std::vector<BaseballTurn> turns{{"145", {1, 0}}, {"678", {2, 0}}, {"126", {2, 0}}, {"193", {2, 0}}};
  const auto found = knowledge.contradiction(turns);
  REQUIRE(found);
  REQUIRE(found->has_value());
  CHECK((*found)->turn == 2);
  CHECK((*found)->suspects == std::vector<int>{1});
  CHECK_FALSE(knowledge.contradiction(std::span(turns).first(1))->has_value());
  CHECK_FALSE(knowledge.contradiction({})->has_value());
}

TEST_CASE("Turns that the rule does not have are refused with their place", "[baseball]") {
  const BaseballKnowledge knowledge(rule("one-to-nine"));
  const auto error = [&](const BaseballTurn& turn) {
    return knowledge.candidates(std::vector<BaseballTurn>{{"123", {0, 0}}, turn}).error();
  };
  CHECK(error({"102", {0, 0}}).code == ErrorCode::unknown_id);
  CHECK(error({"112", {0, 0}}).position == 1);
  for (const BaseballScore& score : {BaseballScore{2, 1}, BaseballScore{4, 0}, BaseballScore{-1, 0}, BaseballScore{2, 2}})
    CHECK(error({"456", score}).code == ErrorCode::out_of_range);
}
