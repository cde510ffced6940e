#pragma once

#include "calculus/canonical.hpp"
#include "calculus/expression.hpp"

namespace downhill {

/// A canonical form as a person would write it: minus signs, fractions and roots, terms and factors in the usual order. With
/// `exp_as_power`, e^u rather than exp(u).
Expression present(const Canonical& form, int root, const Expression::Names& variables, bool exp_as_power);

}  // namespace downhill
