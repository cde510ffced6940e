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
    case Op::erf:
    case Op::erfc: {
      const int bell = make.function(Op::exp, make.negate(make.square(u)));
      const int scale = root(make.graph.make(Op::pi));
      const int slope = make.divide(make.multiply(two, bell), scale);
      return op == Op::erf ? slope : make.negate(slope);
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

// Nodes are made one statement at a time: the order in which a compiler evaluates arguments is its own, and would make native
// and wasm results differ in the order of their terms.
Ruling rule_for(Maker& make, int index, Operands& operands) {
  const auto varies = [&](int operand) { return operands.varies(operand); };
  const auto derivative = [&](int operand) { return operands.derivative(operand); };
  const Node node = make.graph[index];
  const int u = node.a, v = node.b;
  switch (node.op) {
    case Op::variable:
      return {"variable", {}, make.number(1)};
    case Op::negate:
      return {"constant-multiple", {}, make.negate(derivative(u))};
    // [region sum]
    case Op::add:
    case Op::subtract: {  // (u ± v)′ = u′ ± v′
      const int du = derivative(u), dv = derivative(v);
      return {"sum", {}, node.op == Op::add ? make.add(du, dv) : make.subtract(du, dv)};
    }
    // [endregion]
    // [region product]
    case Op::multiply: {
      if (!varies(u)) return {"constant-multiple", {}, make.multiply(u, derivative(v))};
      if (!varies(v)) return {"constant-multiple", {}, make.multiply(v, derivative(u))};
      // (u v)′ = u′ v + u v′
      const int left = make.multiply(derivative(u), v);
      const int right = make.multiply(u, derivative(v));
      return {"product", {}, make.add(left, right)};
    }
    // [endregion]
    // [region quotient]
    case Op::divide: {
      if (!varies(v)) return {"constant-multiple", {}, make.divide(derivative(u), v)};
      // (u / v)′ = (u′ v − u v′) / v²; of a constant u only the second part is left
      const int left = varies(u) ? make.multiply(derivative(u), v) : -1;
      const int right = make.multiply(u, derivative(v));
      const int square = make.square(v);
      if (left < 0) return {"quotient", {}, make.negate(make.divide(right, square))};
      return {"quotient", {}, make.divide(make.subtract(left, right), square)};
    }
    // [endregion]
    case Op::power: {
      // [region power]
      if (!varies(v)) {  // (u^n)′ = n u^(n−1) u′
        const auto n = exact_number(make.graph, v);
        const int lower = n ? make.number(*n - 1) : make.graph.make(Op::subtract, v, make.number(1));
        const int power = make.power(u, lower);
        const int slope = make.multiply(n ? make.number(*n) : v, power);
        if (make.graph[u].op == Op::variable) return {"power", {}, slope};
        return {"chain", "power", make.multiply(slope, derivative(u))};
      }
      // [endregion]
      if (!varies(u)) {  // (a^v)′ = a^v log(a) v′
        const bool natural = make.graph[u].op == Op::euler;
        const int slope = natural ? index : make.multiply(index, make.function(Op::log, u));
        if (make.graph[v].op == Op::variable) return {"exponential", {}, slope};
        return {"chain", "exponential", make.multiply(slope, derivative(v))};
      }
      // u^v = e^(v log u)
      const int left = make.multiply(derivative(v), make.function(Op::log, u));
      const int right = make.divide(make.multiply(v, derivative(u)), u);
      return {"general-power", {}, make.multiply(index, make.add(left, right))};
    }
    case Op::minimum:
    case Op::maximum: {
      const int first = make.graph.make(node.op == Op::minimum ? Op::less : Op::greater, u, v);
      const int du = derivative(u), dv = derivative(v);
      return {"piecewise", name_of(node.op), make.graph.make(Op::choose, first, du, dv)};
    }
    case Op::choose: {
      const int branch = derivative(node.b), otherwise = derivative(node.c);
      return {"piecewise", "if", make.graph.make(Op::choose, u, branch, otherwise)};
    }
    case Op::relu: {
      const int zero = make.number(0);
      const int right_half = make.graph.make(Op::greater, u, zero);
      return {"piecewise", "relu", make.graph.make(Op::choose, right_half, derivative(u), zero)};
    }
    case Op::atan2: {  // u above, v beside
      const int left = make.multiply(v, derivative(u)), right = make.multiply(u, derivative(v));
      const int turn = make.subtract(left, right);
      const int beside = make.square(v), above = make.square(u);
      return {"chain", "atan2", make.divide(turn, make.add(beside, above))};
    }
    default:
      break;
  }
  // [region chain]
  // f(u)′ = f′(u) u′
  const int outer = outer_derivative(make, node.op, u, index);
  if (make.graph[u].op == Op::variable) return {"function", name_of(node.op), outer};
  return {"chain", name_of(node.op), make.multiply(outer, derivative(u))};
  // [endregion]
}

}  // namespace downhill
