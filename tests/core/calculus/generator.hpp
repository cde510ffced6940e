#pragma once

#include <string>

#include "foundation/random.hpp"

// Random formulas in x and y, as text, for tests that must hold for any formula. The same seed gives the same formulas.

inline std::string random_formula(downhill::RandomStream& random, int depth) {
  const auto pick = [&](const auto& list) { return std::string(list[random.below(std::size(list))]); };
  const auto inner = [&] { return random_formula(random, depth - 1); };
  static const char* const leaves[] = {"x", "x", "x", "y", "2", "3", "5", "1/2", "0.25", "pi", "e", "7"};
  if (depth == 0) return pick(leaves);
  static const char* const functions[] = {"exp",   "log",   "log10", "log2", "sqrt",    "cbrt",     "sin",  "cos",
                                          "tan",   "asin",  "acos",  "atan", "sinh",    "cosh",     "tanh", "asinh",
                                          "acosh", "atanh", "abs",   "erf",  "sigmoid", "softplus", "relu", "gelu"};
  switch (random.below(12)) {
    case 0:
      return "(" + inner() + " + " + inner() + ")";
    case 1:
      return "(" + inner() + " - " + inner() + ")";
    case 2:
      return "(" + inner() + ")(" + inner() + ")";
    case 3:
      return "(" + inner() + ")*(" + inner() + ")";
    case 4:
      return "(" + inner() + ")/(" + inner() + ")";
    case 5:
      return "-(" + inner() + ")";
    case 6: {
      static const char* const exponents[] = {"2", "3", "-1", "(-2)", "(1/2)", "(3/2)", "0.5", "x", "y"};
      return "(" + inner() + ")^" + pick(exponents);
    }
    case 7:
      return "min(" + inner() + ", " + inner() + ")";
    case 8:
      return "if(" + inner() + " < " + inner() + ", " + inner() + ", " + inner() + ")";
    default:
      return pick(functions) + "(" + inner() + ")";
  }
}
