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

/// What a rule may ask about the operands of its node.
class Operands {
 public:
  virtual ~Operands() = default;
  virtual bool varies(int node) const = 0;  ///< whether it depends on the variable
  virtual int derivative(int node) = 0;     ///< the node for its derivative: worked out, or a mark that it is still to be
};

/// The rule for a node that depends on the variable.
Ruling rule_for(Maker& make, int index, Operands& operands);

}  // namespace downhill
