#pragma once

#include <span>
#include <string>
#include <vector>

#include "calculus/node.hpp"

namespace downhill {

/// How tightly a piece of a formula holds together; looser pieces inside tighter ones need brackets.
enum class Binding { sum, negation, product, power, atom };

/// Text and LaTeX of any node of a table, also with `Op::derivative` in it. One such node may be marked: \piece{…} is around it
/// in LaTeX.
std::string text_of(std::span<const Node> nodes, int root, const std::vector<std::string>& variables);
std::string latex_of(std::span<const Node> nodes, int root, const std::vector<std::string>& variables, int marked = -1);

/// How tightly a node's own operation binds when written out.
Binding binding_of(const Node& node);

/// The operands of a sum written as one chain: a + b − c.
struct SignedNode {
  int node;
  bool minus;
};
std::vector<SignedNode> terms_of(std::span<const Node> nodes, int root);

/// The operands of a product written as one chain: a · b / c.
struct FactorNode {
  int node;
  bool divided;
};
std::vector<FactorNode> factors_of(std::span<const Node> nodes, int root);

/// The arguments of min or max written as one call.
std::vector<int> arguments_of(std::span<const Node> nodes, int root);

}  // namespace downhill
