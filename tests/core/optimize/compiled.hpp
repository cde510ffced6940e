#pragma once

#include <string>
#include <vector>

#include "calculus/function.hpp"
#include "calculus/parse.hpp"

/// A function from its text; the text must be right.
inline downhill::Function compiled(const std::string& text, const std::vector<std::string>& variables = {"x", "y"}) {
  return downhill::Function::compile(downhill::parse(text, variables).value());
}
