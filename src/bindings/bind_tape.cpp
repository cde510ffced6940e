#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "bindings/expression_handle.hpp"
#include "calculus/printer.hpp"
#include "calculus/tape.hpp"
#include "calculus/tape_memory.hpp"

namespace downhill {
namespace {

using emscripten::class_;
using emscripten::function;

constexpr int longest_label = 80;  // leaves and operations of a node that is still written out: shared parts count every time

/// A tape, and what its nodes are called: the formula of each in the names of the leaves.
class TapeHandle {
 public:
  TapeHandle() = default;
  explicit TapeHandle(const Expression& expression) : tape_(expression) {
    for (int i = 0; i < expression.dimension(); ++i) name(expression.variables()[static_cast<size_t>(i)]);
    for (int i = expression.dimension(); i <= tape_.last(); ++i) write_down(i);
  }

  int leaf(double value, const std::string& label) {
    name(label);
    return tape_.leaf(value);
  }
  int constant(double value) {
    const int index = tape_.constant(value);
    write_down(index);
    return index;
  }
  /// −1 if there is no such operation, or if it takes another number of operands. Those given are nodes of the tape.
  int push(const std::string& id, const val& operands) {
    const std::vector<double> given = copy_in(operands);
    const auto op = operation_with_id(id);
    if (!op || static_cast<size_t>(operand_count(*op)) != given.size()) return -1;
    int nodes[3] = {-1, -1, -1};
    for (size_t k = 0; k < given.size(); ++k) nodes[k] = static_cast<int>(given[k]);
    const int index = tape_.push(*op, nodes[0], nodes[1], nodes[2]);
    write_down(index);
    return index;
  }

  int size() const { return tape_.last() + 1; }
  void set(int leaf, double value) { tape_.set(leaf, value); }
  void forward() { tape_.forward(); }
  void backward(int from, int to) { tape_.backward(from, to); }

  val memory() const {
    const TapeMemory counted = memory_of(tape_);
    const auto number_out = [](int number) { return val(number); };
    val out = val::object();
    out.set("answer", list_out(counted.answer, number_out));
    out.set("training", list_out(counted.training, number_out));
    return out;
  }

  val node(int index) const {
    const TapeNode& node = tape_.nodes()[static_cast<size_t>(index)];
    const auto count = static_cast<size_t>(operand_count(node.op));
    val out = val::object();
    out.set("op", std::string(id_of(node.op)));
    out.set("operands", list_out(std::span(node.operands).first(count), [](int operand) { return val(operand); }));
    out.set("value", node.value);
    out.set("slopes", numbers_out(std::span(node.slopes).first(count)));
    out.set("gradient", node.gradient);
    out.set("contributions", list_out(tape_.contributions(index), [](const Contribution& part) {
              val one = val::object();
              one.set("from", part.from);
              one.set("amount", part.amount);
              return one;
            }));
    out.set("kink", node.kink);
    out.set("bytes", static_cast<int>(Tape::bytes_kept(node.op)));
    const bool written = sizes_[static_cast<size_t>(index)] <= longest_label;
    out.set("text", written ? text_of(written_, index, names_) : std::string());
    out.set("latex", written ? latex_of(written_, index, names_) : std::string());
    return out;
  }

 private:
  void name(const std::string& label) {
    Node leaf;
    leaf.op = Op::variable;
    leaf.a = static_cast<int>(names_.size());
    names_.push_back(label);
    written_.push_back(leaf);
    sizes_.push_back(1);
  }

  void write_down(int index) {
    const TapeNode& calculation = tape_.nodes()[static_cast<size_t>(index)];
    Node node;
    node.op = calculation.op;
    node.a = calculation.operands[0];
    node.b = calculation.operands[1];
    node.c = calculation.operands[2];
    if (node.op == Op::number) {
      node.number = Number::real(calculation.value);
      if (calculation.value == std::numbers::e) node.op = Op::euler;
      if (calculation.value == std::numbers::pi) node.op = Op::pi;
    }
    double size = 1;
    for (int k = 0; k < operand_count(node.op); ++k) size += sizes_[static_cast<size_t>(calculation.operands[k])];
    written_.push_back(node);
    sizes_.push_back(size);
  }

  Tape tape_;
  std::vector<std::string> names_;  // of the leaves
  std::vector<Node> written_;       // the nodes as formulas
  std::vector<double> sizes_;       // of these
};

TapeHandle* create_tape() { return new TapeHandle; }
TapeHandle* tape_of(ExpressionHandle& formula) { return new TapeHandle(formula.expression()); }

/// The formula of one operation on the operands u, v, w.
val calculation_out(Op op) {
  const std::vector<std::string> names = {"u", "v", "w"};
  std::vector<Node> nodes(4);
  for (int k = 0; k < 3; ++k) {
    nodes[static_cast<size_t>(k)].op = Op::variable;
    nodes[static_cast<size_t>(k)].a = k;
  }
  nodes[3].op = op;
  const int count = operand_count(op);
  nodes[3].a = 0;
  nodes[3].b = count > 1 ? 1 : -1;
  nodes[3].c = count > 2 ? 2 : -1;
  val out = val::object();
  out.set("text", text_of(nodes, 3, names));
  out.set("latex", latex_of(nodes, 3, names));
  return out;
}

val local_rules(const std::string& id) {
  const auto op = operation_with_id(id);
  if (!op) return val::undefined();
  val out = val::object(), slopes = val::array();
  std::string_view kink;
  for (int k = 0; k < operand_count(*op); ++k) {
    const LocalRule rule = Tape::rule(*op, k);
    kink = rule.kink;
    val slope = val::object();
    slope.set("text", to_text(rule.slope));
    slope.set("latex", to_latex(rule.slope));
    slopes.call<void>("push", slope);
  }
  out.set("calculation", calculation_out(*op));
  out.set("slopes", slopes);
  out.set("kink", std::string(kink));
  out.set("bytes", static_cast<int>(Tape::bytes_kept(*op)));
  return out;
}

/// The ids of all operations.
val operations() {
  val out = val::array();
  for (int i = 0; i < static_cast<int>(Op::derivative); ++i)
    if (const Op op = static_cast<Op>(i); operand_count(op) > 0) out.call<void>("push", std::string(id_of(op)));
  return out;
}

}  // namespace

DOWNHILL_BINDINGS(tape) {
  function("createTape", &create_tape, emscripten::allow_raw_pointers());
  function("tapeOf", &ByAddress<&tape_of>::call, emscripten::allow_raw_pointers());
  function("localRules", &local_rules);
  function("operations", &operations);
  class_<TapeHandle>("TapeHandle")
      .function("leaf", &TapeHandle::leaf)
      .function("constant", &TapeHandle::constant)
      .function("push", &TapeHandle::push)
      .function("size", &TapeHandle::size)
      .function("set", &TapeHandle::set)
      .function("forward", &TapeHandle::forward)
      .function("backward", &TapeHandle::backward)
      .function("memory", &TapeHandle::memory)
      .function("node", &TapeHandle::node);
}

}  // namespace downhill
