#pragma once

#include "calculus/expression.hpp"

namespace downhill {

/// The same function, written as a person would: like terms collected, powers merged, fractions cancelled, polynomials in
/// descending order, constants folded where that is exact.
///
/// Values are kept wherever the original has one, up to rounding. The domain may grow, by isolated points only: x/x becomes 1,
/// x^0 becomes 1. What holds on a part of the line only is left alone: sqrt(x)^2 stays, and sqrt(x^2) becomes |x|.
Expression simplify(const Expression& expression);

}  // namespace downhill
