#include "calculus/tape.hpp"

#include <cmath>
#include <numbers>

#include "calculus/derivative_rules.hpp"
#include "calculus/evaluate.hpp"

namespace downhill {

Tape::Tape(const Expression& expression) {
  for (int i = 0; i < expression.dimension(); ++i) leaf(0);
  std::vector<int> place;
  for (const Node& node : expression.nodes()) {
    const int count = operand_count(node.op);
    if (node.op == Op::variable) {
      place.push_back(node.a);
    } else if (count == 0) {
      const double value = node.op == Op::pi ? std::numbers::pi : node.op == Op::euler ? std::numbers::e : node.number.value();
      place.push_back(constant(value));
    } else {
      place.push_back(push(node.op, place[node.a], count > 1 ? place[node.b] : -1, count > 2 ? place[node.c] : -1));
    }
  }
}

int Tape::leaf(double value) {
  TapeNode node;
  node.op = Op::variable;
  node.value = value;
  nodes_.push_back(node);
  return last();
}

int Tape::constant(double value) {
  const int index = leaf(value);
  nodes_.back().op = Op::number;
  return index;
}

int Tape::push(Op op, int a, int b, int c) {
  TapeNode node;
  node.op = op;
  node.operands = {a, b, c};
  calculate(node);
  nodes_.push_back(node);
  return last();
}

void Tape::forward() {
  for (TapeNode& node : nodes_)
    if (operand_count(node.op) > 0) calculate(node);
}

namespace {

std::string_view kink_of(Op op) {
  switch (op) {
    case Op::minimum:
    case Op::maximum:
      return "u = v";
    case Op::relu:
    case Op::abs:
    case Op::sign:
      return "u = 0";
    case Op::floor:
    case Op::ceil:
      return "f = u";
    default:
      return {};
  }
}

// The slope of a convention where there is none.
double convention(Op op) { return op == Op::minimum || op == Op::maximum ? 0.5 : 0; }

}  // namespace

void Tape::calculate(TapeNode& node) const {
  const int count = operand_count(node.op);
  std::array<double, 3> at = {};
  for (int k = 0; k < count; ++k) at[k] = nodes_[static_cast<size_t>(node.operands[k])].value;
  node.value = apply<double>(node.op, at[0], at[1], at[2]);
  node.kink = false;
  if (node.op == Op::choose) {
    node.slopes = {0, at[0] != 0 ? 1.0 : 0.0, at[0] == 0 ? 1.0 : 0.0};
    return;
  }
  std::array<Dual<double>, 3> moving = {at[0], at[1], at[2]};
  for (int k = 0; k < count; ++k) {
    if (is_comparison(node.op)) break;  // flat, but for the jump where both sides are equal
    moving[k].slope = 1;
    node.slopes[k] = apply<Dual<double>>(node.op, moving[0], moving[1], moving[2]).slope;
    moving[k].slope = 0;
    if (!std::isnan(node.slopes[k]) || std::isnan(node.value) || kink_of(node.op).empty()) continue;
    node.slopes[k] = convention(node.op);
    node.kink = true;
  }
}

// [region backward-pass]
void Tape::backward(int from, int to) {
  for (TapeNode& node : nodes_) {
    node.gradient = 0;
    node.passed = {};
  }
  nodes_[static_cast<size_t>(from)].gradient = 1;
  for (int i = from; i >= to; --i) {
    TapeNode& node = nodes_[static_cast<size_t>(i)];
    if (node.gradient == 0) continue;  // nothing to pass, even along an infinite slope
    for (int k = 0; k < operand_count(node.op); ++k) {
      node.passed[k] = node.gradient * node.slopes[k];
      nodes_[static_cast<size_t>(node.operands[k])].gradient += node.passed[k];
    }
  }
}
// [endregion]

std::vector<Contribution> Tape::contributions(int index) const {
  std::vector<Contribution> list;
  for (int i = index + 1; i <= last(); ++i) {
    const TapeNode& node = nodes_[static_cast<size_t>(i)];
    for (int k = 0; k < operand_count(node.op); ++k)
      if (node.operands[k] == index && node.gradient != 0) list.push_back({i, node.passed[k]});
  }
  return list;
}

LocalRule Tape::rule(Op op, int operand) {
  Graph graph;
  Maker make(graph, true);
  const int u = graph.variable(0), v = graph.variable(1), f = graph.variable(3);
  const int zero = graph.number(0), one = graph.number(1);
  const auto when = [&](Op comparison, int a, int b) {
    return graph.make(Op::choose, graph.make(comparison, a, b), one, zero);
  };
  int slope = zero;
  switch (op) {
    case Op::add:
      slope = one;
      break;
    case Op::subtract:
      slope = graph.number(operand == 0 ? 1 : -1);
      break;
    case Op::negate:
      slope = graph.number(-1);
      break;
    case Op::multiply:
      slope = operand == 0 ? v : u;
      break;
    case Op::divide:
      slope = operand == 0 ? make.divide(one, v) : make.negate(make.divide(f, v));
      break;
    case Op::power:
      slope =
          operand == 0 ? make.multiply(v, make.power(u, make.subtract(v, one))) : make.multiply(f, make.function(Op::log, u));
      break;
    case Op::minimum:
    case Op::maximum:
      slope = when((op == Op::minimum) == (operand == 0) ? Op::less : Op::greater, u, v);
      break;
    case Op::relu:
      slope = when(Op::greater, u, zero);
      break;
    case Op::atan2: {
      const int square = make.add(make.square(u), make.square(v));
      slope = operand == 0 ? make.divide(v, square) : make.negate(make.divide(u, square));
      break;
    }
    case Op::choose:
      if (operand > 0) slope = when(operand == 1 ? Op::not_equal : Op::equal, u, zero);
      break;
    default:
      if (is_function(op)) slope = outer_derivative(make, op, u, f);
      break;
  }
  static const auto names = std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"u", "v", "w", "f"});
  return {graph.extract(slope, names), kink_of(op)};
}

std::size_t Tape::bytes_kept(Op op) {
  bool kept[4] = {};
  for (int k = 0; k < operand_count(op); ++k) {
    const LocalRule local = rule(op, k);
    for (const Node& node : local.slope.nodes())
      if (node.op == Op::variable) kept[node.a] = true;
  }
  std::size_t bytes = 0;
  for (const bool one : kept) bytes += one ? sizeof(double) : 0;
  return bytes;
}

std::string_view id_of(Op op) {
  switch (op) {
    case Op::number:
    case Op::pi:
    case Op::euler:
      return "number";
    case Op::variable:
      return "variable";
    case Op::add:
      return "add";
    case Op::subtract:
      return "subtract";
    case Op::multiply:
      return "multiply";
    case Op::divide:
      return "divide";
    case Op::negate:
      return "negate";
    case Op::power:
      return "power";
    case Op::less:
      return "less";
    case Op::less_equal:
      return "less-equal";
    case Op::greater:
      return "greater";
    case Op::greater_equal:
      return "greater-equal";
    case Op::equal:
      return "equal";
    case Op::not_equal:
      return "not-equal";
    default:
      return name_of(op);
  }
}

std::optional<Op> operation_with_id(std::string_view id) {
  for (int i = 0; i < static_cast<int>(Op::derivative); ++i)
    if (const Op op = static_cast<Op>(i); operand_count(op) > 0 && id_of(op) == id) return op;
  return std::nullopt;
}

}  // namespace downhill
