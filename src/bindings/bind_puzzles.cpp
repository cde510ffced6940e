#include <algorithm>
#include <memory>

#include "bindings/catalog_out.hpp"
#include "foundation/random.hpp"
#include "puzzles/baseball_strategy.hpp"

namespace downhill {
namespace {

using emscripten::class_;
using emscripten::function;

val catalog() {
  val out = val::object();
  out.set("baseballRules", list_out(baseball_rules(), [](const BaseballRule& rule) {
            val entry = named_out(rule);
            entry.set("secrets", static_cast<int>(baseball_secrets(rule).size()));
            return entry;
          }));
  return out;
}

val score_out(const BaseballScore& score) {
  val out = val::object();
  out.set("strikes", score.strikes);
  out.set("balls", score.balls);
  return out;
}

val score(const std::string& secret, const std::string& guess) { return score_out(baseball_score(secret, guess)); }

/// A rule with what the computer has worked out for it.
class BaseballGame {
 public:
  explicit BaseballGame(const BaseballRule& rule)
      : knowledge(std::make_unique<BaseballKnowledge>(rule)), strategy(*knowledge, baseball_width) {}

  std::unique_ptr<BaseballKnowledge> knowledge;  // stays where it is when the game moves: the strategy refers to it
  BaseballStrategy strategy;
};

val create_game(const std::string& id) {
  return answer(baseball_rules().find(id, "rule"), [](const BaseballRule* rule) { return val(BaseballGame(*rule)); });
}

std::vector<BaseballTurn> turns_in(const val& list) {
  std::vector<BaseballTurn> turns(list["length"].as<std::size_t>());
  for (std::size_t i = 0; i < turns.size(); ++i) {
    read(list[i], "guess", turns[i].guess);
    read(list[i], "strikes", turns[i].score.strikes);
    read(list[i], "balls", turns[i].score.balls);
  }
  return turns;
}

val read_input(const BaseballGame& game, const std::string& text) {
  const BaseballReading reading = read_baseball_input(text, game.knowledge->rule());
  val out = val::object();
  out.set("input", std::string(id_of(reading.input)));
  out.set("digits", reading.digits);
  return out;
}

std::string secret(const BaseballGame& game, double seed) {
  const auto& secrets = game.knowledge->secrets();
  return secrets[RandomStream(static_cast<std::uint64_t>(seed)).below(secrets.size())];
}

val contradiction_out(const std::optional<Contradiction>& contradiction) {
  if (!contradiction) return val::null();
  val out = val::object();
  out.set("turn", contradiction->turn);
  out.set("suspects", list_out(contradiction->suspects, [](int turn) { return val(turn); }));
  return out;
}

val position(const BaseballGame& game, const val& list) {
  const std::vector<BaseballTurn> turns = turns_in(list);
  return answer(game.knowledge->candidates(turns), [&](const std::vector<SecretIndex>& left) {
    val out = val::object();
    out.set("candidates", list_out(left, [&](SecretIndex index) { return val(game.knowledge->secrets()[index]); }));
    out.set("contradiction", contradiction_out(game.knowledge->contradiction(turns).value()));
    return out;
  });
}

val value_out(const GuessValue& value) {
  val out = val::object();
  out.set("guess", value.guess);
  out.set("possible", value.possible);
  out.set("bits", value.bits);
  out.set("expectedLeft", value.expected_left);
  out.set("largest", value.largest);
  return out;
}

val guess_value(const BaseballGame& game, const std::string& guess, const val& list) {
  const auto index = game.knowledge->index_of(guess);
  if (!index) return failure(game.knowledge->no_secret("guess", -1));
  return answer(game.knowledge->candidates(turns_in(list)), [&](const std::vector<SecretIndex>& left) {
    val out = value_out(game.knowledge->value(*index, left));
    const Partition counts = game.knowledge->partition(*index, left);
    val parts = val::array();
    for (std::size_t code = 0; code < counts.size(); ++code) {
      if (!possible_score(score_of(code))) continue;
      val part = score_out(score_of(code));
      part.set("count", counts[code]);
      parts.call<void>("push", part);
    }
    out.set("parts", parts);
    return out;
  });
}

val ranking(const BaseballGame& game, const val& list, int limit) {
  return answer(game.knowledge->candidates(turns_in(list)), [&](const std::vector<SecretIndex>& left) {
    std::vector<GuessValue> best = game.knowledge->ranking(left);
    best.resize(std::min(best.size(), static_cast<std::size_t>(limit)));
    return list_out(best, value_out);
  });
}

val next_guess(BaseballGame& game, const val& list) {
  return answer(game.knowledge->candidates(turns_in(list)), [&](const std::vector<SecretIndex>& left) {
    return left.empty() ? val::null() : val(game.knowledge->secrets()[game.strategy.plan(left).guess]);
  });
}

val strategy(BaseballGame& game) {
  return list_out(play_all_secrets(*game.knowledge, game.strategy), [](int secrets) { return val(secrets); });
}

}  // namespace

DOWNHILL_BINDINGS(puzzles) {
  function("puzzlesCatalog", &catalog);
  function("baseballScore", &score);
  function("createBaseball", &create_game);
  class_<BaseballGame>("BaseballHandle")
      .function("read", &read_input)
      .function("secret", &secret)
      .function("position", &position)
      .function("guessValue", &guess_value)
      .function("ranking", &ranking)
      .function("nextGuess", &next_guess)
      .function("strategy", &strategy);
}

}  // namespace downhill
