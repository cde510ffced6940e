#pragma once

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <span>
#include <string>

#include "calculus/tape.hpp"
#include "foundation/random.hpp"

// Random formulas in x and y, as text, for tests that must hold for any formula. The same seed gives the same formulas.

inline std::string random_formula(downhill::RandomStream& random, int depth) {
  const auto pick = [&](const auto& list) { return std::string(list[random.below(std::size(list))]); };
  const auto inner = [&] { return random_formula(random, depth - 1); };
  // What stands in braces is evaluated from left to right with every compiler; operands of + are not.
  const auto joined = [](std::initializer_list<std::string> parts) {
    std::string all;
    for (const std::string& part : parts) all += part;
    return all;
  };
  static const char* const leaves[] = {"x", "x", "x", "y", "2", "3", "5", "1/2", "0.25", "pi", "e", "7"};
  if (depth == 0) return pick(leaves);
  static const char* const functions[] = {"exp",   "log",   "log10", "log2", "sqrt",    "cbrt",     "sin",  "cos",
                                          "tan",   "asin",  "acos",  "atan", "sinh",    "cosh",     "tanh", "asinh",
                                          "acosh", "atanh", "abs",   "erf",  "sigmoid", "softplus", "relu", "gelu"};
  switch (random.below(12)) {
    case 0:
      return joined({"(", inner(), " + ", inner(), ")"});
    case 1:
      return joined({"(", inner(), " - ", inner(), ")"});
    case 2:
      return joined({"(", inner(), ")(", inner(), ")"});
    case 3:
      return joined({"(", inner(), ")*(", inner(), ")"});
    case 4:
      return joined({"(", inner(), ")/(", inner(), ")"});
    case 5:
      return joined({"-(", inner(), ")"});
    case 6: {
      static const char* const exponents[] = {"2", "3", "-1", "(-2)", "(1/2)", "(3/2)", "0.5", "x", "y"};
      return joined({"(", inner(), ")^", pick(exponents)});
    }
    case 7:
      return joined({"min(", inner(), ", ", inner(), ")"});
    case 8:
      return joined({"if(", inner(), " < ", inner(), ", ", inner(), ", ", inner(), ")"});
    default:
      return joined({pick(functions), "(", inner(), ")"});
  }
}

/// Whether some part of a formula is infinitely steep at a point, as cbrt is at 0. Rules then multiply that by the slope of
/// what stands inside, even where it stands still; only dual numbers see that nothing moves.
inline bool is_steep(const downhill::Expression& expression, std::span<const double> point) {
  downhill::Tape tape(expression);
  for (int i = 0; i < static_cast<int>(point.size()); ++i) tape.set(i, point[static_cast<std::size_t>(i)]);
  tape.forward();
  const auto is_steep_node = [](const downhill::TapeNode& node) {
    return std::any_of(node.slopes.begin(), node.slopes.end(), [](double slope) { return std::isinf(slope); });
  };
  return std::any_of(tape.nodes().begin(), tape.nodes().end(), is_steep_node);
}
