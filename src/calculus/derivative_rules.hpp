#pragma once

#include <optional>
#include <string_view>

#include "calculus/graph.hpp"

namespace downhill {

/// Makes nodes for the rules of differentiation: clearing up at once, or keeping every 1 and 0 for a reader to see.
class Maker {
 public:
  Maker(Graph& graph, bool simple) : graph(graph), simple_(simple) {}

  int number(const Number& value) { return graph.number(value); }
  int add(int a, int b) { return simple_ ? graph.simple_add(a, b) : graph.make(Op::add, a, b); }
  int subtract(int a, int b) { return simple_ ? graph.simple_subtract(a, b) : graph.make(Op::subtract, a, b); }
  int multiply(int a, int b) { return simple_ ? graph.simple_multiply(a, b) : graph.make(Op::multiply, a, b); }
  int divide(int a, int b) { return simple_ ? graph.simple_divide(a, b) : graph.make(Op::divide, a, b); }
  int negate(int a) { return simple_ ? graph.simple_negate(a) : graph.make(Op::negate, a); }
  int power(int a, int b) { return graph.simple_power(a, b); }
  int square(int a) { return graph.simple_power(a, graph.number(2)); }
  int function(Op op, int a) { return graph.make(op, a); }

  Graph& graph;

 private:
  bool simple_;
};

/// What a rule makes of a node.
struct Ruling {
  std::string_view rule;
  std::string_view function;  // for `function`, `chain` and `piecewise`
  int after;
};

/// The number a node stands for, if it is one: 3, −3 or 1/3.
std::optional<Number> exact_number(const Graph& graph, int node);

/// f′(u) for a function of one argument, in terms of the node u and of f(u) itself.
int outer_derivative(Maker& make, Op op, int u, int f_of_u);

/// The rule for a node that depends on the variable. `varies(node)` tells which nodes do, `derivative(node)` gives the node
/// that stands for an operand's derivative: one already worked out, or a mark that it is still to be.
template <class Varies, class Derivative>
Ruling rule_for(Maker& make, int index, Varies varies, Derivative derivative) {
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
