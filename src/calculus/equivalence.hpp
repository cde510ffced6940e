#pragma once

#include <cstdint>
#include <vector>

#include "calculus/expression.hpp"

namespace downhill {

/// Whether two formulas are the same function, and if not, where they differ.
struct Equivalence {
  bool equivalent = false;
  bool decided = false;                ///< false when there were too few points at which either is defined
  std::vector<double> counterexample;  ///< a point where they differ; empty when they do not
  double left = 0, right = 0;          ///< both values there; NaN where one is undefined
};

/// Compares two formulas in the same variables: first by simplifying, then by values at points drawn from `seed`, with a
/// tolerance that follows from the rounding errors of both evaluations.
///
/// Single points at which one is undefined do not count: x^2/x and x are equivalent, and so are x/|x| and sign(x). A whole part
/// of the line does: log(x^2) and 2 log(x) are not, for one has values at negative x and the other has none.
Equivalence equivalent(const Expression& left, const Expression& right, uint64_t seed);

}  // namespace downhill
