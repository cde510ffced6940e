#include "calculus/number.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace downhill {
namespace {

constexpr int64_t largest_exact = int64_t{1} << 53;  // beyond this a double no longer holds every whole number

bool fits(int64_t value) { return value <= largest_exact && value >= -largest_exact; }

bool product(int64_t a, int64_t b, int64_t& out) { return !__builtin_mul_overflow(a, b, &out); }

// a·b + c·d, unless it overflows.
bool dot(int64_t a, int64_t b, int64_t c, int64_t d, int64_t& out) {
  int64_t left, right;
  return product(a, b, left) && product(c, d, right) && !__builtin_add_overflow(left, right, &out);
}

int64_t power_of_ten(int exponent) {
  int64_t result = 1;
  while (exponent-- > 0) result *= 10;
  return result;
}

// The least k ≤ 15 with denominator | 10^k, or -1.
int decimal_places(int64_t denominator) {
  int64_t power = 1;
  for (int places = 0; places <= 15; ++places, power *= 10)
    if (power % denominator == 0) return places;
  return -1;
}

}  // namespace

Number Number::fraction(int64_t numerator, int64_t denominator) {
  if (denominator != 1) {
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    if (const int64_t divisor = std::gcd(numerator, denominator); divisor > 1) {
      numerator /= divisor;
      denominator /= divisor;
    }
  }
  if (!fits(numerator) || !fits(denominator)) return real(static_cast<double>(numerator) / static_cast<double>(denominator));
  Number result;
  result.numerator_ = numerator;
  result.denominator_ = denominator;
  return result;
}

Number Number::real(double value) {
  Number result;
  if (std::abs(value) <= static_cast<double>(largest_exact) && value == std::trunc(value)) {
    result.numerator_ = static_cast<int64_t>(value);
  } else {
    // The built-in rather than std::bit_cast, which the library of Emscripten 3.1.6 lacks.
    result.numerator_ = __builtin_bit_cast(int64_t, value);
    result.denominator_ = 0;
  }
  return result;
}

Number Number::decimal(int64_t digits, int places) {
  Number result = fraction(digits, power_of_ten(places));
  result.decimal_ = true;
  return result;
}

bool Number::shown_as_decimal() const { return decimal_ && exact() && decimal_places(denominator_) >= 0; }

double Number::value() const {
  if (denominator_ == 1) return static_cast<double>(numerator_);
  if (denominator_ == 0) return __builtin_bit_cast(double, numerator_);
  return static_cast<double>(numerator_) / static_cast<double>(denominator_);
}

bool Number::finite() const { return exact() || std::isfinite(value()); }

bool Number::negative() const { return exact() ? numerator_ < 0 : value() < 0; }

Number operator+(const Number& a, const Number& b) {
  int64_t numerator, denominator;
  const bool exact = a.exact() && b.exact() && dot(a.numerator_, b.denominator_, b.numerator_, a.denominator_, numerator) &&
                     product(a.denominator_, b.denominator_, denominator);
  Number sum = exact ? Number::fraction(numerator, denominator) : Number::real(a.value() + b.value());
  sum.decimal_ = a.decimal_ || b.decimal_;
  return sum;
}

Number operator*(const Number& a, const Number& b) {
  int64_t numerator, denominator;
  const bool exact = a.exact() && b.exact() && product(a.numerator_, b.numerator_, numerator) &&
                     product(a.denominator_, b.denominator_, denominator);
  Number result = exact ? Number::fraction(numerator, denominator) : Number::real(a.value() * b.value());
  result.decimal_ = a.decimal_ || b.decimal_;
  return result;
}

Number operator/(const Number& a, const Number& b) {
  int64_t numerator, denominator;
  const bool exact = a.exact() && b.exact() && product(a.numerator_, b.denominator_, numerator) &&
                     product(a.denominator_, b.numerator_, denominator);
  Number result = exact ? Number::fraction(numerator, denominator) : Number::real(a.value() / b.value());
  result.decimal_ = a.decimal_ || b.decimal_;
  return result;
}

Number Number::operator-() const {
  Number result = *this;
  result.numerator_ = exact() ? -numerator_ : __builtin_bit_cast(int64_t, -value());
  return result;
}

bool operator==(const Number& a, const Number& b) { return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_; }

bool Number::identical(const Number& other) const { return *this == other && decimal_ == other.decimal_; }

uint64_t Number::hash() const {
  return (static_cast<uint64_t>(numerator_) * 0x9e3779b97f4a7c15u) ^
         (static_cast<uint64_t>(denominator_) * 0xc2b2ae3d27d4eb4fu);
}

std::optional<Number> Number::power(int64_t exponent) const {
  if (!exact() || (numerator_ == 0 && exponent <= 0)) return std::nullopt;
  const bool trivial = is(0) || is(1) || is(-1);  // others leave the exact range after 53 doublings
  if (!trivial && (exponent > 53 || exponent < -53)) return std::nullopt;
  Number result(1);
  const Number factor = exponent < 0 ? Number(1) / *this : *this;
  int64_t count = exponent < 0 ? -exponent : exponent;
  if (trivial) count = count % 2 == 0 ? 2 : 1;
  for (; count > 0 && result.exact(); --count) result = result * factor;
  if (!result.exact()) return std::nullopt;
  return result;
}

std::optional<Number> Number::square_root() const {
  if (!exact() || numerator_ < 0) return std::nullopt;
  const int64_t top = std::llround(std::sqrt(static_cast<double>(numerator_)));
  const int64_t bottom = std::llround(std::sqrt(static_cast<double>(denominator_)));
  if (top * top != numerator_ || bottom * bottom != denominator_) return std::nullopt;
  Number root = fraction(top, bottom);
  root.decimal_ = decimal_;
  return root;
}

std::string to_text(const Number& number) {
  if (number.integer()) return std::to_string(number.numerator());
  if (number.shown_as_decimal()) {
    const int places = decimal_places(number.denominator());
    int64_t scaled;
    if (product(number.numerator(), power_of_ten(places) / number.denominator(), scaled)) {
      std::string digits = std::to_string(scaled < 0 ? -scaled : scaled);
      if (digits.size() <= static_cast<size_t>(places)) digits.insert(0, static_cast<size_t>(places) + 1 - digits.size(), '0');
      digits.insert(digits.size() - static_cast<size_t>(places), 1, '.');
      if (scaled < 0) digits.insert(0, 1, '-');
      return digits;
    }
  }
  if (number.exact()) return std::to_string(number.numerator()).append("/").append(std::to_string(number.denominator()));
  char buffer[32];
  for (int precision = 15; precision <= 17; ++precision) {  // the shortest that reads back the same
    std::snprintf(buffer, sizeof buffer, "%.*g", precision, number.value());
    if (std::strtod(buffer, nullptr) == number.value()) break;
  }
  std::string text = buffer;
  if (const size_t exponent = text.find('e'); exponent != text.npos)  // 1e-07
    text.erase(exponent + 2, text.find_first_not_of('0', exponent + 2) - (exponent + 2));
  return text;
}

}  // namespace downhill
