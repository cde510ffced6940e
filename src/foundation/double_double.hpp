#pragma once

namespace downhill {

/// A number of about 32 digits as the unevaluated sum of two doubles, the second below half an ulp of the first. For the few
/// sums where double precision is not enough, such as residuals that cancel almost completely. Needs strict IEEE arithmetic (no
/// -ffast-math). Source: T. J. Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18
/// (1971); D. E. Knuth, The Art of Computer Programming 2, 4.2.2.
struct DoubleDouble {
  double high = 0;
  double low = 0;

  double value() const { return high + low; }
};

/// a + b exactly.
inline DoubleDouble exact_sum(double a, double b) {
  const double sum = a + b;
  const double part = sum - a;
  return {sum, (a - (sum - part)) + (b - part)};
}

/// a · b exactly, for |a|, |b| < 1e150. Each factor is split into halves of 26 bits, whose products are exact.
inline DoubleDouble exact_product(double a, double b) {
  constexpr double splitter = 134217729;  // 2²⁷ + 1
  const double ca = splitter * a, cb = splitter * b;
  const double a_high = ca - (ca - a), b_high = cb - (cb - b);
  const double a_low = a - a_high, b_low = b - b_high;
  const double product = a * b;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

inline DoubleDouble operator+(const DoubleDouble& a, const DoubleDouble& b) {
  const DoubleDouble high = exact_sum(a.high, b.high);
  const DoubleDouble low = exact_sum(a.low, b.low);
  const DoubleDouble sum = exact_sum(high.high, high.low + low.high);
  return exact_sum(sum.high, sum.low + low.low);
}

inline DoubleDouble operator-(const DoubleDouble& a) { return {-a.high, -a.low}; }
inline DoubleDouble operator-(const DoubleDouble& a, const DoubleDouble& b) { return a + -b; }

inline DoubleDouble operator*(const DoubleDouble& a, const DoubleDouble& b) {
  const DoubleDouble product = exact_product(a.high, b.high);
  return exact_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

}  // namespace downhill
