#pragma once

#include <string>

#include "calculus/expression.hpp"

namespace downhill {

/// The formula as one would type it: `2x cos(x^2)`. Parses back to the same function.
std::string to_text(const Expression& expression);

/// The formula for a typesetter that knows LaTeX's mathematics, such as KaTeX.
std::string to_latex(const Expression& expression);

}  // namespace downhill
