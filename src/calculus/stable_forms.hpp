#pragma once

#include "calculus/expression.hpp"

namespace downhill {

/// The same function, with what loses its digits far out in a form that keeps them, for evaluating: 1 − tanh(u)² as 4 σ(2u)
/// σ(−2u), 1 − σ(u) as σ(−u), 1 ± erf(u) as erfc(∓u). These are what derivatives are made of: a tanh unit far from 0 learns
/// slowly, but it learns.
Expression with_stable_forms(const Expression& expression);

}  // namespace downhill
