#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "bindings/conversions.hpp"
#include "calculus/expression.hpp"
#include "calculus/function.hpp"
#include "calculus/parse.hpp"
#include "calculus/print.hpp"
#include "calculus/scalar.hpp"
#include "calculus/simplify.hpp"

namespace downhill {

/// A typed expression, or the derivative of one, that JavaScript holds by its address: making an Embind object takes longer
/// than reading a formula. A derivative is simplified when it is to be shown, or where it needs to be.
class ExpressionHandle {
 public:
  explicit ExpressionHandle(Formula typed) : expression_(std::move(typed.expression)), doubts_(std::move(typed.doubts)) {}
  /// `raw` as the rules leave it, of a function that is defined where `domain` is.
  static ExpressionHandle derivative_of(Expression&& raw, Expression domain) {
    ExpressionHandle handle;
    handle.raw_ = Function::compile(raw);
    handle.unsimplified_ = std::move(raw);
    handle.domain_ = std::move(domain);
    return handle;
  }

  int dimension() const { return (unsimplified_ ? unsimplified_ : expression_)->dimension(); }
  const Expression& expression() {
    if (!expression_) expression_ = simplify_derivative(*unsimplified_);
    return *expression_;
  }
  const Function& function() {
    if (!compiled_) compiled_ = Function::compile(expression());
    return *compiled_;
  }
  /// What has a value where this has one or could have one: of a derivative, the function it was of at first.
  const Expression& domain() { return domain_ ? *domain_ : expression(); }
  /// Values at `count` points, one after the other. Of a derivative by what the rules left; where that is not defined though
  /// the function and the simplified form are, as x²/|x| at 0, by that.
  void values(const double* points, size_t count, double* out) {
    if (!raw_) return function().values(points, count, out);
    raw_->values(points, count, out);
    for (size_t i = 0; i < count; ++i)
      if (!std::isfinite(out[i])) out[i] = simplified_value(points + i * static_cast<size_t>(dimension()));
  }
  /// Of what was typed; a derivative has none.
  const std::vector<Doubt>& doubts() const { return doubts_; }
  std::string text() { return to_text(expression()); }
  std::string latex() { return to_latex(expression()); }

 private:
  ExpressionHandle() = default;

  // The domain of a simplified derivative may have grown.
  double simplified_value(const double* point) {
    if (!compiled_domain_) compiled_domain_ = Function::compile(domain());
    return std::isnan(compiled_domain_->value(point)) ? undefined : function().value(point);
  }

  std::optional<Expression> unsimplified_, expression_;  // at least one
  std::optional<Expression> domain_;
  std::optional<Function> raw_, compiled_, compiled_domain_;
  std::vector<Doubt> doubts_;
};

using Address = std::uintptr_t;

inline Address address_of(ExpressionHandle&& handle) {
  return reinterpret_cast<Address>(new ExpressionHandle(std::move(handle)));
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
