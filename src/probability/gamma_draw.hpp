#pragma once

#include <cmath>

#include "foundation/normal_quantile.hpp"
#include "foundation/random.hpp"

namespace downhill {

/// A draw from the gamma distribution with shape ≥ 1/3 and scale 1, by rejection of a cubed normal number.
/// Source: G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000).
inline double draw_gamma_from(double shape, RandomStream& random) {
  const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = random.normal(), root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (portable_log(random.inner_uniform()) < 0.5 * x * x + d - d * v + d * portable_log(v)) return d * v;
  }
}

/// The logarithm of a gamma draw with any shape > 0, which for small shapes is itself too small for a double: a draw of
/// shape + 1 times u^(1/shape).
inline double draw_log_gamma(double shape, RandomStream& random) {
  if (shape >= 1) return portable_log(draw_gamma_from(shape, random));
  const double larger = portable_log(draw_gamma_from(shape + 1, random));
  return larger + portable_log(random.inner_uniform()) / shape;
}

/// A gamma draw with any shape > 0 and scale 1; 0 where it is too small for a double.
inline double draw_gamma(double shape, RandomStream& random) {
  return shape >= 1 ? draw_gamma_from(shape, random) : portable_exp(draw_log_gamma(shape, random));
}

}  // namespace downhill
