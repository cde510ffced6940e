#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace downhill {

/// Natural logarithm of a positive finite number, to about one ulp.
/// It uses only + − × ÷ and the bits of the number, which round alike everywhere; std::log differs in its last bit between the
/// native and the wasm library, and one bit would make two runs with the same seed part ways.
///
/// Writes x = 2ᵏ m with m in [√½, √2); with s = (m − 1)/(m + 1), log m = 2 (s + s³/3 + s⁵/5 + …), where s² < 0.0295.
inline double portable_log(double x) {
  constexpr double ln2_high = 6.93147180369123816490e-01;  // the leading 32 bits of log 2: k · ln2_high is exact
  constexpr double ln2_low = 1.90821492927058770002e-10;   // the rest
  if (x < 0x1p-1022) return portable_log(x * 0x1p54) - 54 * ln2_high - 54 * ln2_low;  // subnormal: few bits, no exponent
  // The built-in rather than std::bit_cast, which the library of Emscripten 3.1.6 lacks.
  const auto bits = __builtin_bit_cast(std::uint64_t, x);
  int k = static_cast<int>(bits >> 52) - 1023;
  double m = __builtin_bit_cast(double, (bits & 0x000FFFFFFFFFFFFFull) | 0x3FF0000000000000ull);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++k;
  }
  const double f = m - 1;
  const double s = f / (m + 1);
  const double z = s * s;
  double tail = 0;  // s²/3 + s⁴/5 + … ; the first term left out is below 1e-18
  for (int n = 23; n >= 3; n -= 2) tail = (tail + 1.0 / n) * z;
  // 2s = f − s f exactly, so the leading term is f itself and the rounding error stays in the small terms.
  return k * ln2_high + (f - (s * (f - 2 * tail) - k * ln2_low));
}

/// eˣ to about one ulp, for the same reason: 0 below −708, +infinity above 709. NaN stays NaN.
/// Writes x = k log 2 + r with |r| ≤ ½ log 2; then a rational function of r.
/// Source: fdlibm, __ieee754_exp (Sun Microsystems, 1993).
inline double portable_exp(double x) {
  constexpr double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10;
  if (x > 709) return std::numeric_limits<double>::infinity();
  if (x < -708) return 0;
  if (std::isnan(x)) return x;
  const double k = std::floor(x * 1.44269504088896338700e+00 + 0.5);
  const double high = x - k * ln2_high, low = k * ln2_low;
  const double r = high - low, t = r * r;
  const double c =
      r - t * (1.66666666666666019037e-01 +
               t * (-2.77777777770155933842e-03 +
                    t * (6.61375632143793436117e-05 + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  return std::ldexp(1 - ((low - (r * c) / (2 - c)) - high), static_cast<int>(k));
}

/// log(1 + x) for x > −1, to a few ulp: the rounding of 1 + x is undone (W. Kahan).
inline double portable_log1p(double x) {
  const double sum = 1 + x;
  return sum == 1 ? x : portable_log(sum) * (x / (sum - 1));
}

/// The standard normal quantile Φ⁻¹(p) for 0 < p < 1, relative accuracy about 1e-16; the same bits on every platform.
/// Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477–484.
inline double normal_quantile(double p) {
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q *
           (((((((2.5090809287301226727e+3 * r + 3.3430575583588128105e+4) * r + 6.7265770927008700853e+4) * r +
                4.5921953931549871457e+4) *
                   r +
               1.3731693765509461125e+4) *
                  r +
              1.9715909503065514427e+3) *
                 r +
             1.3314166789178437745e+2) *
                r +
            3.3871328727963666080e+0) /
           (((((((5.2264952788528545610e+3 * r + 2.8729085735721942674e+4) * r + 3.9307895800092710610e+4) * r +
                2.1213794301586595867e+4) *
                   r +
               5.3941960214247511077e+3) *
                  r +
              6.8718700749205790830e+2) *
                 r +
             4.2313330701600911252e+1) *
                r +
            1.0);
  }
  double r = std::sqrt(-portable_log(q < 0 ? p : 1 - p));
  double magnitude;
  if (r <= 5) {
    r -= 1.6;
    magnitude = (((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r + 2.41780725177450611770e-1) * r +
                     1.27045825245236838258e+0) *
                        r +
                    3.64784832476320460504e+0) *
                       r +
                   5.76949722146069140550e+0) *
                      r +
                  4.63033784615654529590e+0) *
                     r +
                 1.42343711074968357734e+0) /
                (((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 1.51986665636164571966e-2) * r +
                     1.48103976427480074590e-1) *
                        r +
                    6.89767334985100004550e-1) *
                       r +
                   1.67638483018380384940e+0) *
                      r +
                  2.05319162663775882187e+0) *
                     r +
                 1.0);
  } else {
    r -= 5;
    magnitude = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.24266094738807843860e-3) * r +
                     2.65321895265761230930e-2) *
                        r +
                    2.96560571828504891230e-1) *
                       r +
                   1.78482653991729133580e+0) *
                      r +
                  5.46378491116411436990e+0) *
                     r +
                 6.65790464350110377720e+0) /
                (((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r +
                     7.86869131145613259100e-4) *
                        r +
                    1.48753612908506148525e-2) *
                       r +
                   1.36929880922735805310e-1) *
                      r +
                  5.99832206555887937690e-1) *
                     r +
                 1.0);
  }
  return q < 0 ? -magnitude : magnitude;
}

}  // namespace downhill
