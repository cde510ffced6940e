#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace downhill {

/// A constant of an expression: a fraction while it is exact (whole numbers up to 2^53 above and below the line), a double
/// otherwise. 1/3 stays 1/3, and 0.1 is one tenth. Arithmetic that leaves the exact range falls back to doubles, never to a
/// wrong fraction.
class Number {
 public:
  constexpr Number() = default;
  constexpr Number(int value) : numerator_(value) {}

  /// The reduced fraction, or the nearest double when it does not fit. `denominator` must not be 0.
  static Number fraction(int64_t numerator, int64_t denominator);
  /// A double that is known no better; whole numbers become exact again. Must be finite.
  static Number real(double value);
  /// digits × 10^-places, remembered as written with a decimal point. 0 ≤ places ≤ 15.
  static Number decimal(int64_t digits, int places);

  bool exact() const { return denominator_ != 0; }
  bool integer() const { return denominator_ == 1; }
  /// Whether it should be shown with a decimal point: it came of one, and its decimals end within 15 places.
  bool shown_as_decimal() const;
  int64_t numerator() const { return numerator_; }      ///< meaningful when exact
  int64_t denominator() const { return denominator_; }  ///< > 0 when exact
  double value() const;
  bool finite() const;  ///< false when arithmetic overflowed even the doubles

  bool is(int whole) const { return denominator_ == 1 && numerator_ == whole; }
  bool negative() const;

  friend Number operator+(const Number& a, const Number& b);
  friend Number operator-(const Number& a, const Number& b) { return a + -b; }
  friend Number operator*(const Number& a, const Number& b);
  friend Number operator/(const Number& a, const Number& b);  ///< b must not be 0
  Number operator-() const;
  /// Same amount; how it was written does not count.
  friend bool operator==(const Number& a, const Number& b);
  /// Same amount, written alike: what makes two nodes one.
  bool identical(const Number& other) const;
  uint64_t hash() const;

  /// this^exponent if that is exact, nothing otherwise.
  std::optional<Number> power(int64_t exponent) const;
  /// The square root if that is exact, nothing otherwise.
  std::optional<Number> square_root() const;

 private:
  int64_t numerator_ = 0;    // the bits of a double when denominator_ is 0
  int64_t denominator_ = 1;  // 0 marks a double
  bool decimal_ = false;
};

/// Digits that read back as the same number; fractions as p/q. Negative numbers start with '-'.
std::string to_text(const Number& number);

}  // namespace downhill
