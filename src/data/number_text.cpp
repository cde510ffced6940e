#include "data/number_text.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace downhill {
namespace {

constexpr std::string_view minus_sign = "\xE2\x88\x92";  // U+2212
constexpr int exact_power = 22;                          // 10²² is the largest power of ten that is a double
constexpr double powers_of_ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<double> read_number(std::string_view text, char decimal) {
  bool negative = false;
  if (text.starts_with(minus_sign)) {
    negative = true;
    text.remove_prefix(minus_sign.size());
  } else if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  std::size_t at = 0;
  std::uint64_t digits = 0;
  int count = 0, significant = 0, places = 0;
  bool point = false;
  for (; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      ++count;
      if (significant > 0 || text[at] != '0') ++significant;
      if (significant <= 19) digits = 10 * digits + static_cast<std::uint64_t>(text[at] - '0');
      places += point;
    } else if (text[at] == decimal && !point) {
      point = true;
    } else {
      break;
    }
  }
  if (count == 0) return std::nullopt;
  int exponent = 0;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t digit = at + 1;
    const bool down = digit < text.size() && text[digit] == '-';
    if (digit < text.size() && (text[digit] == '-' || text[digit] == '+')) ++digit;
    if (digit == text.size()) return std::nullopt;
    for (; digit < text.size() && is_digit(text[digit]); ++digit)
      if (exponent < 100'000) exponent = 10 * exponent + (text[digit] - '0');
    if (down) exponent = -exponent;
    at = digit;
  }
  if (at != text.size()) return std::nullopt;

  // Both factors are exact doubles, so one operation rounds once: right to the last bit. Longer numbers are left to the
  // library.
  const int power = exponent - places;
  if (significant <= 15 && std::abs(power) <= exact_power) {
    const auto mantissa = static_cast<double>(digits);
    const double magnitude = power < 0 ? mantissa / powers_of_ten[-power] : mantissa * powers_of_ten[power];
    return negative ? -magnitude : magnitude;
  }
  std::string plain(text);
  if (decimal != '.')
    for (char& c : plain)
      if (c == decimal) c = '.';
  const double magnitude = std::strtod(plain.c_str(), nullptr);
  if (!std::isfinite(magnitude)) return std::nullopt;
  return negative ? -magnitude : magnitude;
}

std::string shortest_text(double number) {
  if (std::isnan(number)) return "";
  char text[32];
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, number);
    if (std::strtod(text, nullptr) == number) break;
  }
  return text;
}

}  // namespace downhill
