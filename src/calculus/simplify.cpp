#include "calculus/simplify.hpp"

#include <algorithm>

#include "calculus/present.hpp"

namespace downhill {
namespace {

// e^u is written as the formula itself writes it; exp(u) where it does both.
bool writes_exp_as_power(const Expression& expression) {
  const auto nodes = expression.nodes();
  const auto called = [](const Node& node) { return node.op == Op::exp; };
  const auto raised = [&](const Node& node) { return node.op == Op::power && nodes[node.a].op == Op::euler; };
  return std::any_of(nodes.begin(), nodes.end(), raised) && std::none_of(nodes.begin(), nodes.end(), called);
}

Expression simplified(const Expression& expression, bool domain_may_grow) {
  Canonical form(domain_may_grow);
  const auto root = form.of(expression);
  if (!root) return expression;
  return present(form, *root, expression.shared_variables(), writes_exp_as_power(expression));
}

}  // namespace

Expression simplify(const Expression& expression) { return simplified(expression, false); }

Expression simplify_derivative(const Expression& raw) { return simplified(raw, true); }

}  // namespace downhill
