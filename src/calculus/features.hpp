#pragma once

#include <vector>

#include "calculus/expression.hpp"

namespace downhill {

/// A stretch of the line on which a function has no value; from == to for a single point. Open or closed is not told.
struct Hole {
  double from, to;
};

/// Where a function of one variable is not smooth, each list in ascending order.
struct Features {
  std::vector<double> kinks;  ///< continuous, but left and right slope differ (or are infinite): |x| at 0, cbrt(x) at 0
  std::vector<double> jumps;  ///< left and right limit differ: sign(x) at 0
  std::vector<double> poles;  ///< it grows beyond all bounds: 1/x at 0
  std::vector<Hole> holes;    ///< it has no value, though it stays bounded beside them: sin(x)/x at 0, log(x) for x < 0
};

/// Looks over [from, to] (finite, from < to). Found are places where some part of the expression changes its branch, reaches
/// the edge of its domain or vanishes under a fraction line, narrowed down to rounding; at most 200 of each kind.
Features find_features(const Expression& expression, double from, double to);

}  // namespace downhill
