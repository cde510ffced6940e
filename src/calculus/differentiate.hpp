#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calculus/expression.hpp"
#include "foundation/result.hpp"

namespace downhill {

/// One rule at work: what it was applied to and what came of it. Derivatives not yet worked out are written (…)′ in `after`, or
/// as ∂/∂x (…) when there are several variables.
struct DerivativeStep {
  std::string rule;  ///< one of derivative_rules()
  std::string
      function;  ///< for `function`, `chain` and `piecewise`: which, such as `sin` (for `chain` also `power`, `exponential`)
  std::string before_text, before_latex;
  std::string after_text, after_latex;
  int depth = 0;  ///< how many rules lead to this one
};

struct Derivative {
  Expression result;                  ///< simplified
  std::vector<DerivativeStep> steps;  ///< outermost first; a part that occurs twice is explained once
};

/// The ids of the rules: constant, variable, sum, constant-multiple, product, quotient, power, exponential, general-power,
/// chain, function, piecewise, simplify.
std::span<const std::string_view> derivative_rules();

/// The partial derivative with respect to variable number `variable` (0 ≤ variable < dimension), simplified.
///
/// |u|′ is u u′/|u|, undefined at u = 0, as it should be. sign, floor and ceil have derivative 0; relu, min, max and if take
/// the derivative of the branch that holds. Where these jump or switch the formula says nothing true:
/// `Function::value_and_gradient` gives NaN there and `find_features` finds the places. Error: expression_too_long or
/// expression_too_deep (parameter `derivative`) when derivatives of derivatives outgrow what can be shown.
Result<Expression> differentiate(const Expression& expression, int variable);

/// The same derivative with every rule that was used, for a reader. Errors as above.
Result<Derivative> differentiate_with_steps(const Expression& expression, int variable);

/// A derivative that may not be finished: what is still to be worked out is written (…)′.
struct DerivativeLine {
  std::string text;
  std::string latex;  ///< the piece that the next step acts on stands in \piece{…}
};

/// The whole derivative after so many of the steps above: none of them gives (…)′, all of them the simplified result. Errors as
/// above.
Result<DerivativeLine> derivative_after(const Expression& expression, int variable, int steps);

/// The same derivative as it comes from the rules, with only 0, 1 and number arithmetic cleared up: the fast way to a compiled
/// function.
Result<Expression> differentiate_unsimplified(const Expression& expression, int variable);

}  // namespace downhill
