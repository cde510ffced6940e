#pragma once

#include <string_view>

#include "calculus/function.hpp"

namespace downhill {

/// What kind of place a point with a vanishing gradient is.
enum class StationaryKind {
  none,  ///< not looked at, or not stationary
  minimum,
  maximum,
  saddle,      ///< up in some directions, down in others
  inflection,  ///< the same on a line: down to one side, up to the other
  plateau,     ///< flat all around, as far as numbers can tell
  undecided,   ///< flat, of a kind that the numbers do not tell
};

/// Kebab-case id, as TypeScript and the translations know it.
constexpr std::string_view id_of(StationaryKind kind) {
  constexpr std::string_view ids[] = {"none", "minimum", "maximum", "saddle", "inflection", "plateau", "undecided"};
  return ids[static_cast<int>(kind)];
}

/// Classifies a point where the gradient (almost) vanishes. `point` has function.dimension() coordinates.
///
/// First Newton's method goes on from there to the stationary point meant. Then the signs of the Hessian's eigenvalues decide
/// (second derivative test), as far as they outweigh their rounding errors and what the Hessian changes by on the way. Along
/// directions where they do not (x⁴ at 0, a valley with a flat floor) the function's own values do, on growing spheres: with
/// y = 2x², the lowest for each x, Peano's (y − x²)(y − 3x²) is −x⁴ and so has a saddle at 0, though it rises along every line.
/// A value counts as lower or higher only where the difference is beyond the bounds of both rounding errors.
StationaryKind classify_stationary_point(const Function& function, const double* point);

}  // namespace downhill
