#include "calculus/derivative_rules.hpp"

namespace downhill {

std::optional<Number> exact_number(const Graph& graph, int index) {
  const Node node = graph[index];
  if (node.op == Op::number) return node.number;
  if (node.op == Op::negate && graph.is_number(node.a)) return -graph[node.a].number;
  if (node.op == Op::divide && graph.is_number(node.a) && graph.is_number(node.b) && !graph.is(node.b, 0)) {
    const Number quotient = graph[node.a].number / graph[node.b].number;
    if (quotient.exact()) return quotient;
  }
  return std::nullopt;
}

int outer_derivative(Maker& make, Op op, int u, int f_of_u) {
  const int one = make.number(1), two = make.number(2);
  const auto over = [&](int denominator) { return make.divide(one, denominator); };
  const auto root = [&](int radicand) { return make.function(Op::sqrt, radicand); };
  switch (op) {
    case Op::exp:
      return f_of_u;
    case Op::log:
      return over(u);
    case Op::log10:
      return over(make.multiply(u, make.function(Op::log, make.number(10))));
    case Op::log2:
      return over(make.multiply(u, make.function(Op::log, two)));
    case Op::sqrt:
      return over(make.multiply(two, f_of_u));
    case Op::cbrt:
      return over(make.multiply(make.number(3), make.square(f_of_u)));
    case Op::sin:
      return make.function(Op::cos, u);
    case Op::cos:
      return make.negate(make.function(Op::sin, u));
    case Op::tan:
      return over(make.square(make.function(Op::cos, u)));
    case Op::asin:
      return over(root(make.subtract(one, make.square(u))));
    case Op::acos:
      return make.negate(over(root(make.subtract(one, make.square(u)))));
    case Op::atan:
      return over(make.add(make.square(u), one));
    case Op::sinh:
      return make.function(Op::cosh, u);
    case Op::cosh:
      return make.function(Op::sinh, u);
    case Op::tanh:
      return make.subtract(one, make.square(f_of_u));
    case Op::asinh:
      return over(root(make.add(make.square(u), one)));
    case Op::acosh:
      return over(root(make.subtract(make.square(u), one)));
    case Op::atanh:
      return over(make.subtract(one, make.square(u)));
    case Op::abs:
      return make.divide(u, f_of_u);
    case Op::erf: {
      const int bell = make.function(Op::exp, make.negate(make.square(u)));
      const int scale = root(make.graph.make(Op::pi));
      return make.divide(make.multiply(two, bell), scale);
    }
    case Op::sigmoid:
      return make.multiply(f_of_u, make.subtract(one, f_of_u));
    case Op::softplus:
      return make.function(Op::sigmoid, u);
    case Op::gelu: {  // Φ(u) + u Φ′(u)
      const int below = make.divide(make.add(one, make.function(Op::erf, make.divide(u, root(two)))), two);
      const int bell = make.function(Op::exp, make.negate(make.divide(make.square(u), two)));
      const int scale = root(make.multiply(two, make.graph.make(Op::pi)));
      const int density = make.divide(bell, scale);
      return make.add(below, make.multiply(u, density));
    }
    default:
      return make.number(0);  // sign, floor and ceil are flat between their jumps
  }
}

}  // namespace downhill
