#pragma once

#include "calculus/expression.hpp"

namespace downhill {

/// The same function, written as a person would: like terms collected, powers merged, fractions cancelled (polynomials by their
/// common divisor), sin² + cos² put together, roots in sums on one denominator, polynomials in descending order, constants
/// folded where that is exact. It is done in `canonical*`, the writing in `present`.
///
/// Values are kept wherever the original has one, up to rounding. The domain may grow, by isolated points only: x/x becomes 1,
/// x^0 becomes 1. What holds on a part of the line only is left alone: sqrt(x)^2 stays, and sqrt(x^2) becomes |x|.
Expression simplify(const Expression& expression);

/// The same for the derivative of a function, whose domain may grow beyond that of the function: of log(sqrt(x)) it is 1/(2x),
/// though for negative x there is nothing to differentiate.
Expression simplify_derivative(const Expression& raw);

}  // namespace downhill
