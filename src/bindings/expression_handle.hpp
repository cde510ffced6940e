#pragma once

#include <optional>

#include "bindings/conversions.hpp"
#include "calculus/expression.hpp"
#include "calculus/function.hpp"
#include "calculus/print.hpp"

namespace downhill {

/// A typed expression as JavaScript holds it, with its compiled form once that is asked for.
struct ExpressionHandle {
  explicit ExpressionHandle(Expression parsed) : expression(std::move(parsed)) {}

  const Function& function() {
    if (!compiled) compiled = Function::compile(expression);
    return *compiled;
  }
  std::string text() const { return to_text(expression); }
  std::string latex() const { return to_latex(expression); }

  Expression expression;
  std::optional<Function> compiled;
};

}  // namespace downhill
