#pragma once

#include <cstddef>
#include <string_view>

#include "calculus/function.hpp"

namespace downhill {

/// How strongly a function bends: the extreme eigenvalues of its Hessian over the points looked at. For a quadratic they are
/// the same everywhere and `largest` is the exact Lipschitz constant L of the gradient.
struct Curvature {
  bool quadratic = false;  ///< the Hessian is finite and the same at every point looked at
  double smallest = 0;     ///< NaN when the Hessian is defined nowhere
  double largest = 0;      ///< L where it is positive; NaN when the Hessian is defined nowhere
};

/// Curvature over `count` points (row-major, count × dimension) and a few more around the first, so that a short trace of a
/// curve does not pass for a quadratic.
Curvature curvature(const Function& function, const double* points, std::size_t count);

/// The regimes of gradient descent on a quadratic with curvature L, by learning rate. Along the steepest eigenvector each step
/// multiplies the distance to the minimiser by 1 − ηL.
enum class Regime {
  monotone,     ///< 0 < η < 1/L: approaches from one side
  one_step,     ///< η = 1/L: arrives at once
  alternating,  ///< 1/L < η < 2/L: jumps across and closes in
  bouncing,     ///< η = 2/L: jumps across for ever
  diverging,    ///< η > 2/L: jumps across, ever farther
};

/// Kebab-case id, as TypeScript and the translations know it.
constexpr std::string_view id_of(Regime regime) {
  constexpr std::string_view ids[] = {"monotone", "one-step", "alternating", "bouncing", "diverging"};
  return ids[static_cast<int>(regime)];
}

/// The regime of a learning rate on a quadratic with largest curvature L > 0; rates within 1e-12 (relative) of a threshold
/// count as on it.
Regime regime_of(double learning_rate, double largest_curvature);

}  // namespace downhill
