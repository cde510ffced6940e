#include "calculus/stable_forms.hpp"

#include <algorithm>

#include "calculus/graph.hpp"

namespace downhill {
namespace {

class Rewriter {
 public:
  Expression rewrite(const Expression& expression) {
    const auto nodes = expression.nodes();
    std::vector<int> place(nodes.size());
    for (size_t i = 0; i < nodes.size(); ++i) {
      Node node = nodes[i];
      const int count = operand_count(node.op);
      if (count == 0) {
        place[i] = node.op == Op::number ? to_.number(node.number) : to_.make(node.op, node.a);
        continue;
      }
      node.a = place[node.a];
      if (count > 1) node.b = place[node.b];
      if (count > 2) node.c = place[node.c];
      place[i] = stable(node);
    }
    return to_.extract(place.back(), expression.shared_variables());
  }

 private:
  int stable(const Node& node) {
    if (node.op == Op::subtract) {
      if (const int rest = complement(node.a, node.b, false); rest >= 0) return rest;
    } else if (node.op == Op::add) {
      if (const int rest = complement(node.a, node.b, true); rest >= 0) return rest;
      if (const int rest = complement(node.b, node.a, true); rest >= 0) return rest;
      if (const Node inner = to_[node.a]; inner.op == Op::add) {  // erf(u)/2 + … + 1/2
        if (const int rest = complement(node.b, inner.a, true); rest >= 0) return to_.make(Op::add, rest, inner.b);
        if (const int rest = complement(node.b, inner.b, true); rest >= 0) return to_.make(Op::add, inner.a, rest);
      }
    }
    return to_.make(node.op, node.a, node.b, node.c);
  }

  // one ± term, where `one` is 1 or, with the term halved too, 1/2; −1 if no form is known.
  int complement(int one, int term, bool plus) {
    const Node divided = to_[term];
    if (is_half(one) && divided.op == Op::divide && to_.is(divided.b, 2)) {
      const int whole = complement(to_.number(1), divided.a, plus);
      return whole < 0 ? -1 : to_.make(Op::divide, whole, divided.b);
    }
    if (!to_.is(one, 1)) return -1;
    const Node node = to_[term];
    if (node.op == Op::erf) return to_.make(Op::erfc, plus ? to_.simple_negate(node.a) : node.a);
    if (plus) return -1;
    if (node.op == Op::sigmoid) return to_.make(Op::sigmoid, to_.simple_negate(node.a));
    if (node.op != Op::power || !to_.is(node.b, 2) || to_[node.a].op != Op::tanh) return -1;
    const int doubled = to_.simple_multiply(to_.number(2), to_[node.a].a);
    const int right = to_.make(Op::sigmoid, doubled), left = to_.make(Op::sigmoid, to_.simple_negate(doubled));
    return to_.make(Op::multiply, to_.number(4), to_.make(Op::multiply, right, left));
  }

  bool is_half(int index) const {
    const Node node = to_[index];
    if (node.op == Op::number) return node.number == Number::fraction(1, 2);
    return node.op == Op::divide && to_.is(node.a, 1) && to_.is(node.b, 2);
  }

  Graph to_;
};

}  // namespace

Expression with_stable_forms(const Expression& expression) {
  const auto nodes = expression.nodes();
  const bool any = std::any_of(nodes.begin(), nodes.end(), [](const Node& node) {
    return node.op == Op::tanh || node.op == Op::sigmoid || node.op == Op::erf;
  });
  return any ? Rewriter().rewrite(expression) : expression;
}

}  // namespace downhill
