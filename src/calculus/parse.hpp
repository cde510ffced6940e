#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calculus/expression.hpp"
#include "foundation/result.hpp"

namespace downhill {

constexpr int longest_text = 2000;    ///< bytes of a typed expression
constexpr int deepest_nesting = 100;  ///< brackets, calls and exponents inside one another

/// Reads a typed formula. The tree is kept as typed; nothing is simplified.
///
///     sum         = term { ("+" | "-") term }
///     term        = { "-" | "+" } product
///     product     = power { ("*" | "/" | nothing) signed power }     x/2y is (x/2) y
///     power       = primary [ ("^" | "**") signed power | "²" … ]    2^3^2 is 2^(3^2), -x^2 is -(x^2)
///     primary     = number | variable | "pi" | "e" | "(" sum ")" | "|" sum "|" | name "(" sum { "," sum } ")"
///                 | name "^" digits "(" sum ")"                      sin^2(x) is sin(x)^2
///                 | "if" "(" sum comparison sum "," sum "," sum ")"
///
/// Also read: − × · ÷ ≤ ≥ ≠ π √( and superscript digits; `ln`, `arcsin`, …; `xy` as x y when both are variables. A function's
/// argument needs brackets. A variable may hide a constant or a function of the same name.
///
/// Errors: empty_expression, expression_too_long, expression_too_deep, unknown_name (parameter: the name), wrong_argument_count
/// (parameter: the function, value: how many were given, expected: how many it takes) and unexpected_token (parameter: what
/// stands there, empty at the end; expected: `operand`, `operator`, `end`, `comparison` or the very token). `position` is a
/// byte offset into `text`.
Result<Expression> parse(std::string_view text, Expression::Names variables);
inline Result<Expression> parse(std::string_view text, const std::vector<std::string>& variables) {
  return parse(text, std::make_shared<const std::vector<std::string>>(variables));
}

/// The value of a formula without variables, such as `1/3`, `sqrt(2)` or `e^-2`. Errors: those of `parse`, and not_finite.
Result<double> parse_number(std::string_view text);

}  // namespace downhill
