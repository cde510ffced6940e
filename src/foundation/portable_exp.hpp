#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <utility>

namespace downhill {

// Exponentials, and what is made of them, for float and double. They use only + − × ÷, comparisons and the bits of numbers,
// which round alike everywhere, so that a training gives the same numbers natively and as WebAssembly; std::exp differs in its
// last bit. Free of branches, so loops over them become vector code. Errors below 3 ulp; NaN stays NaN.

/// What the number type has to do with it.
template <class Scalar>
struct ExponentialConstants;

template <>
struct ExponentialConstants<double> {
  using Bits = std::uint64_t;
  static constexpr int mantissa = 52;
  static constexpr Bits bias = 1023;
  static constexpr double shift = 0x1.8p52;                       // x + shift − shift rounds x to the nearest integer
  static constexpr double ln2_high = 6.93147180369123816490e-01;  // the leading 32 bits of log 2: k · ln2_high is exact
  static constexpr double ln2_low = 1.90821492927058770002e-10;   // the rest
  static constexpr double least = -746, most = 710;               // beyond, e^x is 0 or infinite
  static constexpr double inverse_factorials[] = {1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800,
                                                  1.0 / 362880,     1.0 / 40320,     1.0 / 5040,     1.0 / 720,
                                                  1.0 / 120,        1.0 / 24,        1.0 / 6,        0.5};
};

template <>
struct ExponentialConstants<float> {
  using Bits = std::uint32_t;
  static constexpr int mantissa = 23;
  static constexpr Bits bias = 127;
  static constexpr float shift = 0x1.8p23f;
  static constexpr float ln2_high = 0.693359375f;
  static constexpr float ln2_low = -2.12194440e-4f;
  static constexpr float least = -104, most = 89;
  static constexpr float inverse_factorials[] = {1.0f / 5040, 1.0f / 720, 1.0f / 120, 1.0f / 24, 1.0f / 6, 0.5f};
};

/// 2ᵏ for an integer k (as a floating number) of a normal result.
template <class Scalar>
inline Scalar two_to_the(Scalar k) {
  using Constants = ExponentialConstants<Scalar>;
  using Bits = typename Constants::Bits;
  const auto bits = __builtin_bit_cast(Bits, k + Constants::shift);  // its low bits hold k
  return __builtin_bit_cast(Scalar, static_cast<Bits>((bits + Constants::bias) << Constants::mantissa));
}

/// x = k log 2 + r with |r| ≤ (log 2)/2, and e^r − 1 by its Taylor series.
template <class Scalar>
struct ReducedExponential {
  Scalar k, less_one;

  explicit ReducedExponential(Scalar x) {
    using Constants = ExponentialConstants<Scalar>;
    k = (x * Scalar(1.4426950408889634) + Constants::shift) - Constants::shift;
    const Scalar r = (x - k * Constants::ln2_high) - k * Constants::ln2_low;
    less_one = r + r * r * series(r, std::make_index_sequence<std::size(Constants::inverse_factorials) - 1>());
  }

 private:
  /// ½ + r/6 + r²/24 + …, without a loop, which would keep loops over many numbers from becoming vector code.
  template <std::size_t... i>
  static Scalar series(Scalar r, std::index_sequence<i...>) {
    constexpr auto& coefficients = ExponentialConstants<Scalar>::inverse_factorials;
    Scalar sum = coefficients[0];
    ((sum = sum * r + coefficients[i + 1]), ...);
    return sum;
  }
};

/// e^x
template <class Scalar>
inline Scalar portable_exp(Scalar x) {
  using Constants = ExponentialConstants<Scalar>;
  x = std::min(std::max(x, Constants::least), Constants::most);
  const ReducedExponential<Scalar> reduced(x);
  // In two factors, since the result may be subnormal and 2ᵏ by itself may be too large.
  const Scalar half = (reduced.k * Scalar(0.5) + Constants::shift) - Constants::shift;
  return (1 + reduced.less_one) * two_to_the(half) * two_to_the(reduced.k - half);
}

/// e^x − 1 for x in [−40, 0], exact to the last digits also near 0.
template <class Scalar>
inline Scalar portable_expm1_below_zero(Scalar x) {
  const ReducedExponential<Scalar> reduced(x);
  const Scalar scale = two_to_the(reduced.k);
  return scale * reduced.less_one + (scale - 1);
}

/// std::copysign, which WebAssembly has for single numbers only.
template <class Scalar>
inline Scalar copy_sign(Scalar size, Scalar x) {
  using Bits = typename ExponentialConstants<Scalar>::Bits;
  constexpr Bits sign = Bits{1} << (8 * sizeof(Bits) - 1);
  return __builtin_bit_cast(Scalar, (__builtin_bit_cast(Bits, size) & ~sign) | (__builtin_bit_cast(Bits, x) & sign));
}

/// tanh x
template <class Scalar>
inline Scalar portable_tanh(Scalar x) {
  // With d = e^(−2|x|) − 1 in (−1, 0]: tanh |x| = −d / (2 + d). From 20 on (in float from 10 on) it is 1.
  const Scalar size = std::min(std::abs(x), Scalar(20));
  const Scalar d = portable_expm1_below_zero(-2 * size);
  return copy_sign(d / (2 + d), x);
}

/// 1 / (1 + e^(−x)), the logistic function σ
template <class Scalar>
inline Scalar portable_sigmoid(Scalar x) {
  const Scalar small = portable_exp(-std::abs(x));
  return (x < 0 ? small : Scalar(1)) / (1 + small);
}

/// log(1 + u) for u in [0, 1]: 2 artanh(u / (2 + u)) by its series, whose argument is at most ⅓.
template <class Scalar>
inline Scalar portable_log1p(Scalar u) {
  const Scalar s = u / (2 + u), z = s * s;
  // z/3 + z²/5 + … to beyond the digits of the type.
  constexpr int terms = sizeof(Scalar) == sizeof(double) ? 16 : 7;
  const auto series = [z]<int... n>(std::integer_sequence<int, n...>) {
    Scalar sum = 0;
    ((sum = (sum + Scalar(1) / Scalar(2 * (terms - n) + 1)) * z), ...);
    return sum;
  };
  return 2 * (s + s * series(std::make_integer_sequence<int, terms>()));
}

/// log(1 + e^x)
template <class Scalar>
inline Scalar portable_softplus(Scalar x) {
  return std::max(x, Scalar(0)) + portable_log1p(portable_exp(-std::abs(x)));
}

}  // namespace downhill
