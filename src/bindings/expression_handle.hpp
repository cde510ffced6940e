#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "bindings/conversions.hpp"
#include "calculus/expression.hpp"
#include "calculus/function.hpp"
#include "calculus/print.hpp"
#include "calculus/simplify.hpp"

namespace downhill {

/// A typed expression, or the derivative of one, that JavaScript holds by its address: making an Embind object takes longer
/// than reading a formula. What only some need is made when it is asked for: the compiled form, and of a derivative the form
/// that a person would write.
class ExpressionHandle {
 public:
  explicit ExpressionHandle(Expression typed) : given_(typed), shown_(std::move(typed)) {}
  /// `raw` as the rules leave it.
  static ExpressionHandle derivative(Expression raw) { return ExpressionHandle(std::move(raw), std::nullopt); }

  int dimension() const { return given_.dimension(); }
  const Function& function() {
    if (!compiled_) compiled_ = Function::compile(given_);
    return *compiled_;
  }
  const Expression& expression() {
    if (!shown_) shown_ = simplify(given_);
    return *shown_;
  }
  std::string text() { return to_text(expression()); }
  std::string latex() { return to_latex(expression()); }

 private:
  ExpressionHandle(Expression given, std::optional<Expression> shown) : given_(std::move(given)), shown_(std::move(shown)) {}

  Expression given_;
  std::optional<Expression> shown_;
  std::optional<Function> compiled_;
};

using Address = std::uintptr_t;

inline val address_of(ExpressionHandle&& handle) {
  return val(reinterpret_cast<Address>(new ExpressionHandle(std::move(handle))));
}

/// Turns a function on a handle into one on its address, for Embind.
template <auto function>
struct ByAddress;
template <class Answer, class... Rest, Answer (*function)(ExpressionHandle&, Rest...)>
struct ByAddress<function> {
  static Answer call(Address address, Rest... rest) {
    return function(*reinterpret_cast<ExpressionHandle*>(address), std::forward<Rest>(rest)...);
  }
};

}  // namespace downhill
