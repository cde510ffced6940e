#include "puzzles/baseball.hpp"

#include <algorithm>

namespace downhill {
namespace {

bool repeats_a_digit(std::string_view number) {
  for (std::size_t i = 0; i < number.size(); ++i)
    if (number.find(number[i], i + 1) != std::string_view::npos) return true;
  return false;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Full-width digits, which Korean and Japanese keyboards can type, as plain ones: U+FF10 … U+FF19 are EF BC 90 … EF BC 99.
std::string plain_digits(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\xEF\xBC" && i + 2 < text.size()) {
      const int digit = static_cast<unsigned char>(text[i + 2]) - 0x90;
      if (digit >= 0 && digit <= 9) {
        plain += static_cast<char>('0' + digit);
        i += 2;
        continue;
      }
    }
    plain += text[i];
  }
  return plain;
}

}  // namespace

const Registry<BaseballRule>& baseball_rules() {
  static const Registry<BaseballRule> rules{
      {"from-100", {.ko = "100~999", .en = "100 to 999"}, '0', false},
      {"one-to-nine", {.ko = "숫자 1~9", .en = "digits 1–9"}, '1', false},
      {"zero-to-nine", {.ko = "숫자 0~9", .en = "digits 0–9"}, '0', true},
  };
  return rules;
}

bool BaseballRule::allows(std::string_view number) const {
  return number.size() == baseball_digits &&
         std::all_of(number.begin(), number.end(), [this](char c) { return smallest_digit <= c && c <= '9'; }) &&
         (leading_zero || number[0] != '0') && !repeats_a_digit(number);
}

std::vector<std::string> baseball_secrets(const BaseballRule& rule) {
  std::vector<std::string> secrets;
  for (int number = 0; number < 1000; ++number) {
    std::string digits = std::to_string(1000 + number).substr(1);
    if (rule.allows(digits)) secrets.push_back(std::move(digits));
  }
  return secrets;
}

bool possible_score(const BaseballScore& score) {
  const auto [strikes, balls] = score;
  // With all but one digit in place the last has nowhere else to go.
  return strikes >= 0 && balls >= 0 && strikes + balls <= baseball_digits && !(strikes == baseball_digits - 1 && balls == 1);
}

std::string_view id_of(BaseballInput input) {
  constexpr std::string_view ids[] = {"guess",        "stop",           "empty",        "not-a-number",
                                      "wrong-length", "repeated-digit", "unused-digit", "leading-zero"};
  return ids[static_cast<int>(input)];
}

BaseballReading read_baseball_input(std::string_view text, const BaseballRule& rule) {
  std::string digits = plain_digits(trimmed(text));
  if (digits.empty()) return {BaseballInput::empty, {}};
  if (digits.find_first_not_of("0123456789") != std::string::npos) return {BaseballInput::not_a_number, {}};
  if (digits == "0") return {BaseballInput::stop, digits};
  const auto what = [&] {
    if (digits.size() != baseball_digits) return BaseballInput::wrong_length;
    if (repeats_a_digit(digits)) return BaseballInput::repeated_digit;
    if (rule.smallest_digit > '0' && digits.find('0') != std::string::npos) return BaseballInput::unused_digit;
    if (!rule.allows(digits)) return BaseballInput::leading_zero;
    return BaseballInput::guess;
  }();
  return {what, std::move(digits)};
}

}  // namespace downhill
