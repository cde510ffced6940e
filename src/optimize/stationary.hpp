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
};

/// Kebab-case id, as TypeScript and the translations know it.
constexpr std::string_view id_of(StationaryKind kind) {
  constexpr std::string_view ids[] = {"none", "minimum", "maximum", "saddle", "inflection", "plateau"};
  return ids[static_cast<int>(kind)];
}

/// Classifies a point where the gradient (almost) vanishes: by the signs of the Hessian's eigenvalues where they decide (second
/// derivative test), and by comparing f with its values around the point where they do not (x³, x⁴, the monkey saddle at 0) or
/// where a nearby, not quite stationary point may mislead (x³ a little right of 0 has a positive second derivative).
/// `point` has function.dimension() coordinates.
StationaryKind classify_stationary_point(const Function& function, const double* point);

}  // namespace downhill
