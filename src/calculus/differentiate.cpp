#include "calculus/differentiate.hpp"

#include <algorithm>
#include <array>

#include "calculus/derivative_rules.hpp"
#include "calculus/print.hpp"
#include "calculus/printer.hpp"
#include "calculus/simplify.hpp"

namespace downhill {
namespace {

constexpr double largest_tree = 20000;  // leaves and operations when written out
constexpr int deepest_tree = 400;       // operations inside one another; a chain of + or of × counts once

// Which nodes of an expression depend on the variable.
std::vector<char> varying(const Expression& expression, int variable) {
  const auto nodes = expression.nodes();
  std::vector<char> varies(nodes.size(), 0);
  for (size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    const int count = operand_count(node.op);
    varies[i] = (node.op == Op::variable && node.a == variable) || (count > 0 && varies[node.a]) ||
                (count > 1 && varies[node.b]) || (count > 2 && varies[node.c]);
  }
  return varies;
}

// Equal parts are stored once, but written out they count every time: what is short in memory may be endless on paper.
Result<Expression> within_bounds(Expression expression) {
  struct Extent {
    double size = 1;
    int depth = 1;
  };
  const auto nodes = expression.nodes();
  std::vector<Extent> extents(nodes.size());
  const auto family = [](Op op) {
    if (op == Op::subtract || op == Op::negate) return Op::add;
    return op == Op::divide ? Op::multiply : op;
  };
  for (size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    const int operands[] = {node.a, node.b, node.c};
    for (int k = 0; k < operand_count(node.op); ++k) {
      const Extent& inner = extents[operands[k]];
      const Op op = nodes[operands[k]].op;
      const bool chained = k == 0 && family(op) == family(node.op) && (family(op) == Op::add || family(op) == Op::multiply);
      extents[i].size += inner.size;
      extents[i].depth = std::max(extents[i].depth, inner.depth + (chained ? 0 : 1));
    }
  }
  if (extents.back().size > largest_tree)
    return Error{ErrorCode::expression_too_long, "derivative", extents.back().size, -1,
                 std::to_string(static_cast<int>(largest_tree))};
  if (extents.back().depth > deepest_tree)
    return Error{ErrorCode::expression_too_deep, "derivative", static_cast<double>(extents.back().depth), -1,
                 std::to_string(deepest_tree)};
  return expression;
}

// The derivatives of all nodes so far.
class WorkedOut : public Operands {
 public:
  WorkedOut(const std::vector<char>& varies, int zero) : derivatives(varies.size(), zero), varies_(varies) {}
  bool varies(int node) const override { return varies_[node]; }
  int derivative(int node) override { return derivatives[node]; }

  std::vector<int> derivatives;

 private:
  const std::vector<char>& varies_;
};

// Front to back, each node's derivative from those of its operands.
Result<Expression> apply_rules(const Expression& expression, int variable, bool simple) {
  Graph graph(expression);
  Maker make(graph, simple);
  const std::vector<char> varies = varying(expression, variable);
  WorkedOut nodes(varies, graph.number(0));
  for (int i = 0; i <= expression.root(); ++i)
    if (nodes.varies(i)) nodes.derivatives[i] = rule_for(make, i, nodes).after;
  return within_bounds(graph.extract(nodes.derivatives.back(), expression.shared_variables()));
}

// Goes through the rules from the outside in, as one would on paper.
class Tracer : private Operands {
 public:
  Tracer(const Expression& expression, int variable)
      : names_(expression.variables()),
        variable_(variable),
        varies_(varying(expression, variable)),
        graph_(expression),
        open_{{expression.root(), 0}},
        worked_out_(expression.root() + 1, -1) {}

  // Is there anything left to work out?
  bool more() {
    while (!open_.empty() && worked_out_[open_.back().node] >= 0) open_.pop_back();
    return !open_.empty();
  }

  // Works out the next piece.
  DerivativeStep step() {
    const auto [node, depth] = open_.back();
    open_.pop_back();
    pieces_.clear();
    const Ruling ruling = rule(node);
    worked_out_[node] = ruling.after;
    DerivativeStep step;
    step.rule = ruling.rule;
    step.function = ruling.function;
    step.depth = depth;
    write(node, step.before_text, step.before_latex);
    write(ruling.after, step.after_text, step.after_latex);
    for (auto piece = pieces_.rbegin(); piece != pieces_.rend(); ++piece) open_.push_back({*piece, depth + 1});
    return step;
  }

  // The whole derivative as it stands, the next piece marked.
  DerivativeLine line() {
    const int next = more() ? graph_.make(Op::derivative, open_.back().node, variable_) : -1;
    const int root = static_cast<int>(worked_out_.size()) - 1;
    std::vector<int> expanded;
    const int whole = expand(graph_.make(Op::derivative, root, variable_), expanded);
    return {text_of(graph_.nodes(), whole, names_), latex_of(graph_.nodes(), whole, names_, next)};
  }

 private:
  struct Task {
    int node, depth;
  };

  Ruling rule(int node) {
    Maker make(graph_, false);
    if (!varies_[node]) return {"constant", {}, graph_.number(0)};
    const Op op = graph_[node].op;
    if (op != Op::add && op != Op::subtract) return rule_for(make, node, *this);
    // A long sum is one step, not one for every +.
    std::vector<SignedNode> terms;
    for (; graph_[node].op == Op::add || graph_[node].op == Op::subtract; node = graph_[node].a)
      terms.push_back({graph_[node].b, graph_[node].op == Op::subtract});
    int sum = derivative(node);
    for (auto term = terms.rbegin(); term != terms.rend(); ++term) {
      const int piece = derivative(term->node);
      sum = term->minus ? make.subtract(sum, piece) : make.add(sum, piece);
    }
    return {"sum", {}, sum};
  }

  bool varies(int node) const override { return varies_[node]; }

  int derivative(int node) override {  // to be worked out in a step of its own
    pieces_.push_back(node);
    return graph_.make(Op::derivative, node, variable_);
  }

  // The node with what has been worked out in the place of each (…)′. `expanded` remembers the answers.
  int expand(int index, std::vector<int>& expanded) {
    if (index < static_cast<int>(expanded.size()) && expanded[index] >= 0) return expanded[index];
    const Node node = graph_[index];
    int result = index;
    if (node.op == Op::derivative) {
      if (worked_out_[node.a] >= 0) result = expand(worked_out_[node.a], expanded);
    } else if (const int count = operand_count(node.op); count > 0) {
      const int a = expand(node.a, expanded);
      const int b = count > 1 ? expand(node.b, expanded) : node.b;
      const int c = count > 2 ? expand(node.c, expanded) : node.c;
      result = graph_.make(node.op, a, b, c);
    }
    if (index >= static_cast<int>(expanded.size())) expanded.resize(index + 1, -1);
    return expanded[index] = result;
  }

  void write(int node, std::string& text, std::string& latex) const {
    text = text_of(graph_.nodes(), node, names_);
    latex = latex_of(graph_.nodes(), node, names_);
  }

  const std::vector<std::string>& names_;
  int variable_;
  std::vector<char> varies_;
  Graph graph_;
  std::vector<int> pieces_;      // whose derivative the last rule asked for
  std::vector<Task> open_;       // what is still to be worked out; the next one last
  std::vector<int> worked_out_;  // what the rule made of a node of the expression, -1 before that
};

}  // namespace

std::span<const std::string_view> derivative_rules() {
  static constexpr std::array<std::string_view, 13> rules = {
      "constant", "variable",    "sum",           "constant-multiple", "product",   "quotient", "power",
      "chain",    "exponential", "general-power", "function",          "piecewise", "simplify"};
  return rules;
}

Result<Expression> differentiate_unsimplified(const Expression& expression, int variable) {
  return apply_rules(expression, variable, true);
}

Result<Expression> differentiate(const Expression& expression, int variable) {
  const Result<Expression> raw = apply_rules(expression, variable, true);
  if (!raw) return raw.error();
  return simplify_derivative(*raw);
}

Result<Derivative> differentiate_with_steps(const Expression& expression, int variable) {
  const Result<Expression> result = differentiate(expression, variable);
  if (!result) return result.error();
  const Result<Expression> literal = apply_rules(expression, variable, false);
  if (!literal) return literal.error();
  Derivative derivative{*result, {}};
  for (Tracer tracer(expression, variable); tracer.more();) derivative.steps.push_back(tracer.step());
  DerivativeStep last;
  last.rule = "simplify";
  last.before_text = to_text(*literal);
  last.after_text = to_text(*result);
  if (last.before_text != last.after_text) {
    last.before_latex = to_latex(*literal);
    last.after_latex = to_latex(*result);
    derivative.steps.push_back(std::move(last));
  }
  return derivative;
}

Result<DerivativeLine> derivative_after(const Expression& expression, int variable, int steps) {
  const Result<Expression> literal = apply_rules(expression, variable, false);
  if (!literal) return literal.error();
  Tracer tracer(expression, variable);
  for (; steps > 0 && tracer.more(); --steps) tracer.step();
  if (steps <= 0) return tracer.line();
  const Result<Expression> result = differentiate(expression, variable);
  if (!result) return result.error();
  return DerivativeLine{to_text(*result), to_latex(*result)};
}

}  // namespace downhill
