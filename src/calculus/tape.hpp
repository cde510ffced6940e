#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calculus/expression.hpp"

namespace downhill {

/// One calculation on a tape, and what the way back has found about it.
struct TapeNode {
  Op op = Op::number;                          ///< number and variable are leaves
  std::array<int, 3> operands = {-1, -1, -1};  ///< earlier nodes
  double value = 0;
  std::array<double, 3> slopes = {};  ///< ∂value/∂operand: the local derivatives
  std::array<double, 3> passed = {};  ///< gradient × slope: what it gives to each operand on the way back
  double gradient = 0;                ///< ∂(the node looked back from)/∂value: the sum of what its users passed to it
  bool kink = false;                  ///< there is no derivative here; the slopes are those of the convention
};

/// What one user of a node gave to its gradient.
struct Contribution {
  int from;
  double amount;
};

/// A local derivative as a rule in the operands u, v, w and the node's own value f, and where it is a convention.
struct LocalRule {
  Expression slope;
  std::string_view kink;  ///< where there is none and a convention stands in: `u = 0`; empty if everywhere is one
};

/// Reverse mode: a calculation written down node by node, then gone through backward.
///
/// Forward, every node works out its value and how strongly each operand moves it. Backward, the last node has the gradient 1,
/// and every node, from the last to the first, passes its gradient times the local slope to each operand, where it is added to
/// what other users passed. When a node's turn comes, all its users have had theirs: so one pass gives the slope along every
/// leaf, however many there are and however often a part is used. The gradients are those of the last way back alone.
///
/// Kinks have the slope of a convention: 0 for relu, |u|, sign and steps, a half for each of two equal operands of min and max.
///
/// Source: S. Linnainmaa, "The representation of the cumulative rounding error of an algorithm as a Taylor expansion of the
/// local rounding errors", 1970; A. Griewank and A. Walther, "Evaluating Derivatives", 2008, chapter 3.
class Tape {
 public:
  Tape() = default;
  /// One leaf for every variable of the expression, in their order, at 0; then its nodes, equal parts once.
  explicit Tape(const Expression& expression);

  int leaf(double value);
  int constant(double value);
  /// A calculation on earlier nodes, with its value. `op` is neither a leaf nor Op::derivative; it has all its operands.
  int push(Op op, int a, int b = -1, int c = -1);

  std::span<const TapeNode> nodes() const { return nodes_; }
  int last() const { return static_cast<int>(nodes_.size()) - 1; }

  /// A leaf's new value; the others have theirs after `forward`.
  void set(int leaf, double value) { nodes_[static_cast<size_t>(leaf)].value = value; }
  void forward();

  // [region backward]
  /// Looks back from node `from`, until every node from `to` on has passed its share.
  void backward(int from, int to = 0);
  void backward() { backward(last()); }
  // [endregion]

  /// Who gave how much to a node's gradient on the last way back.
  std::vector<Contribution> contributions(int node) const;

  /// What of its operands and its value a node has to keep for the way back, in bytes: a sum nothing, a product both factors.
  static std::size_t bytes_kept(Op op);
  /// The rule of a local derivative: of multiply, by operand 0, it is v. Of choose the branches are operands 1 and 2.
  static LocalRule rule(Op op, int operand);

 private:
  void calculate(TapeNode& node) const;

  std::vector<TapeNode> nodes_;
};

/// What a figure calls an operation: `multiply`, `sin`, `max`.
std::string_view id_of(Op op);
/// The operation of an id; nothing for leaves and unknown ids.
std::optional<Op> operation_with_id(std::string_view id);

}  // namespace downhill
