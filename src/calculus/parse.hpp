#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calculus/expression.hpp"
#include "foundation/result.hpp"

namespace downhill {

constexpr int longest_text = 2000;    ///< bytes of a typed expression
constexpr int deepest_nesting = 100;  ///< brackets, calls and exponents inside one another

/// Why a formula could have been meant otherwise than it was read.
enum class DoubtKind {
  quotient,    ///< 1/2x: read as (1/2) x, perhaps 1/(2x)
  exponent,    ///< e^2x: read as e^2 x, perhaps e^(2x)
  argument,    ///< sin x/2, sin x y, √2x: where the argument without brackets ends
  euler,       ///< 2e-x: read as 2e − x, perhaps 2e^(-x)
  scientific,  ///< 2e3x: read as 2000x, perhaps 2e*3x
  inverse,     ///< sin^-1(x): read as arcsin, perhaps 1/sin(x)
  base,        ///< log2x: read as the logarithm of x to the base 2, perhaps log(2x)
  odd_root,    ///< x^(1/3): no real value for negative x, where cbrt(x) has one; `otherwise` is empty for x^(1/5)
};

constexpr std::string_view id_of(DoubtKind kind) {
  constexpr std::string_view ids[] = {"quotient", "exponent", "argument", "euler", "scientific", "inverse", "base", "odd-root"};
  return ids[static_cast<int>(kind)];
}

/// A place that was read in one of two ways. Both are given as formulas that can be read in one way only; empty where the place
/// ends in the middle of a call.
struct Doubt {
  DoubtKind kind;
  int position = 0, length = 0;  ///< in bytes of the typed text
  std::string taken;             ///< as it was read
  std::string otherwise;         ///< as it may have been meant
};

struct Formula {
  Expression expression;
  std::vector<Doubt> doubts;  ///< in the order in which they were met
};

/// Reads a typed formula. The tree is kept as typed; nothing is simplified.
///
///     formula     = [ "f(x) =" | "f′(x) =" | "y' =" | "dy/dx =" | … ] sum
///     sum         = term { ("+" | "-") term }
///     term        = { "-" | "+" } product
///     product     = power { ("*" | "/" | nothing) signed power }     x/2y is (x/2) y
///     power       = primary [ ("^" | "**") signed power | "²" … ]    2^3^2 is 2^(3^2), -x^2 is -(x^2)
///     primary     = number | variable | "pi" | "e" | "(" sum ")" | "|" sum "|" | call
///     call        = function "(" sum { "," sum } ")" | function argument
///                 | function "^" digits call's rest                  sin^2 x is (sin x)^2
///                 | function "^-1" call's rest                       sin^-1 x is arcsin x, for functions with an inverse
///                 | "log_" base call's rest                          log_3(x) is log(x)/log(3)
///                 | "if" "(" sum comparison sum "," sum "," sum ")"
///     argument    = signed factors side by side, up to the next sign, bracket or function: sin 2x cos x is sin(2x) cos(x);
///                   or |…|, or one call: ln sin x; of a root sign one factor only: √2x is √2 x
///
/// Rules for what is written in more than one way:
/// - Names may stand side by side: xy, x sin(x), xsinx, cos2x, ln10, xln(2). A number stands before what it multiplies: 2x, not
///   x2. Capitals read as small letters where those alone are names: X, Sin.
/// - [ ] and { } are brackets too: x^{2}.
/// - − – × · ∙ • ÷ ∕ ⁄ ≤ ≥ ≠ ∣x∣ π √ ∛ ½ ² ⁻¹ ₂ and full-width or italic characters are read as what they stand for; 2½ is 2 +
/// 1/2.
/// - sec, csc, cot, sech, csch, coth are one over cos, sin, tan, cosh, sinh, tanh; `ln`, `arcsin`, … are other names.
/// - 0^0 is 1. 0 log(0) has no value. (-8)^(1/3) has no real value: cbrt(-8) has.
/// - A variable may hide a constant or a function of the same name.
///
/// Errors: empty_expression, expression_too_long, expression_too_deep, unknown_name (parameter: the name), wrong_argument_count
/// (parameter: the function, value: how many were given, expected: how many it takes) and unexpected_token (parameter: what
/// stands there, empty at the end; expected: `operand`, `operator`, `end`, `comparison` or the very token). `position` is a
/// byte offset into `text`.
Result<Formula> parse_formula(std::string_view text, Expression::Names variables);

/// The same without the doubts.
Result<Expression> parse(std::string_view text, Expression::Names variables);
inline Result<Expression> parse(std::string_view text, const std::vector<std::string>& variables) {
  return parse(text, std::make_shared<const std::vector<std::string>>(variables));
}

/// The value of a formula without variables, such as `1/3`, `sqrt(2)` or `e^-2`. Errors: those of `parse`, and not_finite; of a
/// root that has no real value, such as (-8)^(1/3), `expected` is how to write the one that is meant.
Result<double> parse_number(std::string_view text);

}  // namespace downhill
