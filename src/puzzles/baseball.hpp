#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/registry.hpp"

namespace downhill {

/// What a guess is answered with: strikes are right digits in the right place, balls right digits elsewhere.
struct BaseballScore {
  int strikes = 0, balls = 0;

  bool operator==(const BaseballScore&) const = default;
};

/// Which numbers of three different digits may be the secret.
struct BaseballRule {
  std::string id;
  Name name;
  char smallest_digit;  ///< '0' or '1'
  bool leading_zero;

  bool allows(std::string_view number) const;
};

const Registry<BaseballRule>& baseball_rules();

constexpr int baseball_digits = 3;

/// Every secret of a rule, in the order of numbers.
std::vector<std::string> baseball_secrets(const BaseballRule& rule);

// [region score]
/// Strikes first; what is left over of either number then pairs up by digit. So a digit that stands twice in the guess but once
/// in the secret counts once, and strikes + balls never exceed the length. Both numbers are digits, equally many.
inline BaseballScore baseball_score(std::string_view secret, std::string_view guess) {
  std::array<int, 10> in_secret{}, in_guess{};
  BaseballScore score;
  for (std::size_t i = 0; i < secret.size(); ++i) {
    if (secret[i] == guess[i]) {
      ++score.strikes;
    } else {
      ++in_secret[static_cast<std::size_t>(secret[i] - '0')];
      ++in_guess[static_cast<std::size_t>(guess[i] - '0')];
    }
  }
  for (std::size_t digit = 0; digit < 10; ++digit)
    score.balls += in_secret[digit] < in_guess[digit] ? in_secret[digit] : in_guess[digit];
  return score;
}
// [endregion]

/// Whether any two numbers of three different digits can have that score: two strikes and a ball cannot be.
bool possible_score(const BaseballScore& score);

/// What a line of input turns out to be.
enum class BaseballInput { guess, stop, empty, not_a_number, wrong_length, repeated_digit, unused_digit, leading_zero };

std::string_view id_of(BaseballInput input);

/// Input as the game reads it: spaces around it are ignored and full-width digits are digits; a 0 by itself ends the game.
/// Whatever is not a guess costs no turn.
struct BaseballReading {
  BaseballInput input;
  std::string digits;  ///< what was read, where it was digits
};
BaseballReading read_baseball_input(std::string_view text, const BaseballRule& rule);

/// A guess and its answer.
struct BaseballTurn {
  std::string guess;
  BaseballScore score;
};

}  // namespace downhill
