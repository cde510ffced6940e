#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "calculus/node.hpp"

namespace downhill {

/// A formula in named variables: an immutable value, cheap to copy.
///
/// It is a flat table of nodes in which operands stand before their users, equal parts are stored once, and the last row is the
/// whole. So most work on it is one loop from front to back, without recursion.
class Expression {
 public:
  using Names = std::shared_ptr<const std::vector<std::string>>;

  /// `nodes` must be such a table: not empty, operands first, the root last.
  Expression(std::vector<Node> nodes, Names variables)
      : nodes_(std::make_shared<const std::vector<Node>>(std::move(nodes))), variables_(std::move(variables)) {}

  std::span<const Node> nodes() const { return *nodes_; }
  int root() const { return static_cast<int>(nodes_->size()) - 1; }

  const std::vector<std::string>& variables() const { return *variables_; }
  const Names& shared_variables() const { return variables_; }
  int dimension() const { return static_cast<int>(variables_->size()); }

 private:
  std::shared_ptr<const std::vector<Node>> nodes_;
  Names variables_;
};

}  // namespace downhill
