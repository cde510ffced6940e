#pragma once

#include <string>
#include <vector>

#include "calculus/function.hpp"
#include "calculus/parse.hpp"
#include "core/catch.hpp"

inline downhill::Expression read_formula(const std::string& text, const std::vector<std::string>& variables) {
  auto expression = downhill::parse(text, variables);
  INFO(text);
  REQUIRE(expression.ok());
  return *expression;
}

inline downhill::Function compile_formula(const std::string& text, const std::vector<std::string>& variables) {
  return downhill::Function::compile(read_formula(text, variables));
}
