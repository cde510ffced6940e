#pragma once

#include <vector>

#include "calculus/expression.hpp"

namespace downhill {

/// A growing table of nodes in which equal nodes are one and the same, so that comparing parts is comparing indices.
/// Expressions are made here. The plain makers keep what they are given; the `simple_…` ones clear up 0, 1 and arithmetic with
/// numbers on the way.
class Graph {
 public:
  Graph();
  /// Starts with all the nodes of an expression, under their own indices.
  explicit Graph(const Expression& expression);

  /// A copy: the table moves when it grows.
  Node operator[](int index) const { return nodes_[index]; }
  int size() const { return static_cast<int>(nodes_.size()); }
  std::span<const Node> nodes() const { return nodes_; }

  int number(const Number& value) { return intern({Op::number, -1, -1, -1, value}); }
  int variable(int index) { return intern({Op::variable, index, -1, -1, {}}); }
  int make(Op op, int a = -1, int b = -1, int c = -1) { return intern({op, a, b, c, {}}); }

  int simple_add(int a, int b);
  int simple_subtract(int a, int b);
  int simple_multiply(int a, int b);
  int simple_divide(int a, int b);
  int simple_negate(int a);
  int simple_power(int a, int b);

  bool is_number(int index) const { return nodes_[index].op == Op::number; }
  bool is(int index, int whole) const { return is_number(index) && nodes_[index].number.is(whole); }

  /// The whole table, its last node being the root; every node must be needed by it.
  Expression take(Expression::Names variables) &&;
  /// The part of the table that `root` needs, in the order in which a reader meets it.
  Expression extract(int root, Expression::Names variables) const;

 private:
  int intern(const Node& node);
  void rehash(size_t slots);

  std::vector<Node> nodes_;
  std::vector<int> slots_;  // open addressing: indices into nodes_, -1 where free; a power of two, at most half full
};

}  // namespace downhill
