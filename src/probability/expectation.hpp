#pragma once

#include "calculus/expression.hpp"
#include "probability/distribution.hpp"
#include "probability/quadrature.hpp"

namespace downhill {

/// E[g(X)] for g in one variable: by a sum over the values of a discrete distribution, by quadrature over the probability of a
/// continuous one. Divergent where it is infinite or does not exist, as the mean of a Cauchy distribution.
Integral expectation(const Expression& g, const Distribution& distribution);

}  // namespace downhill
