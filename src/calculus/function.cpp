#include "calculus/function.hpp"

#include <array>
#include <numbers>

#include "calculus/evaluate.hpp"
#include "calculus/germ.hpp"
#include "calculus/stable_forms.hpp"

namespace downhill {
namespace {

using Form = Instruction::Form;

// Hands out register numbers, the lowest free one first, and takes back those nobody reads any more.
class Registers {
 public:
  explicit Registers(int reserved) : used_(reserved) { free_.reserve(8); }
  uint16_t take() {
    if (free_.empty()) return static_cast<uint16_t>(used_++);
    const uint16_t last = free_.back();
    free_.pop_back();
    return last;
  }
  void release(uint16_t index) { free_.push_back(index); }
  int used() const { return used_; }

 private:
  int used_;
  std::vector<uint16_t> free_;
};

constexpr uint16_t nowhere = 0xffff;

// What is known of a node while compiling: its number if it is constant, else its register and how many readers are to come.
struct Place {
  bool constant = false;
  double number = 0;
  uint16_t at = nowhere;
  int readers = 0;
};

}  // namespace

Function Function::compile(const Expression& written) {
  const Expression expression = with_stable_forms(written);
  const auto nodes = expression.nodes();
  Function function;
  function.dimension_ = expression.dimension();
  function.program_.reserve(nodes.size());
  std::vector<Place> places(nodes.size());
  for (const Node& node : nodes) {
    const int operands = operand_count(node.op);
    if (operands > 0) ++places[node.a].readers;
    if (operands > 1) ++places[node.b].readers;
    if (operands > 2) ++places[node.c].readers;
  }

  Registers registers(function.dimension_);
  const auto load = [&](Place& place) {  // a constant that some instruction needs in a register
    if (place.at != nowhere || !place.constant) return place.at;
    place.at = registers.take();
    function.program_.push_back({Op::number, Form::number_only, place.at, 0, 0, 0, place.number});
    return place.at;
  };
  const auto read = [&](Place& place) {
    if (--place.readers == 0 && place.at != nowhere && place.at >= function.dimension_) registers.release(place.at);
  };

  for (size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    Place& place = places[i];
    const int operands = operand_count(node.op);
    if (operands == 0) {
      place.constant = node.op != Op::variable;
      if (node.op == Op::number) place.number = node.number.value();
      if (node.op == Op::pi) place.number = std::numbers::pi;
      if (node.op == Op::euler) place.number = std::numbers::e;
      if (node.op == Op::variable) place.at = static_cast<uint16_t>(node.a);
      continue;
    }
    Place none;
    Place& a = places[node.a];
    Place& b = operands > 1 ? places[node.b] : none;
    Place& c = operands > 2 ? places[node.c] : none;
    if (a.constant && (operands < 2 || b.constant) && (operands < 3 || c.constant)) {
      place.constant = true;
      place.number = node.op == Op::power ? power_number(a.number, b.number) : apply(node.op, a.number, b.number, c.number);
      continue;
    }
    Instruction step{node.op, Form::registers, 0, 0, 0, 0, 0};
    if (operands == 2 && b.constant) {
      step.form = Form::number_second;
      step.number = b.number;
      if (step.op == Op::subtract) {
        step.op = Op::add;
        step.number = -b.number;
      }
      step.a = a.at;
    } else if (operands == 2 && a.constant) {
      step.form = Form::number_first;
      step.number = a.number;
      step.b = b.at;
      if (step.op == Op::add || step.op == Op::multiply) {
        step.form = Form::number_second;
        step.a = b.at;
      }
    } else {
      step.a = load(a);
      if (operands > 1) step.b = load(b);
      if (operands > 2) step.c = load(c);
    }
    place.at = step.out = registers.take();  // before its operands are given back: no instruction writes where it reads
    read(a);
    if (operands > 1) read(b);
    if (operands > 2) read(c);
    function.program_.push_back(step);
  }
  Place& result = places.back();
  if (result.constant) load(result);
  function.result_ = result.at;
  function.registers_ = registers.used();
  return function;
}

double Function::value(const double* point) const { return evaluate(point); }

void Function::value_and_gradient(const double* point, double& value, double* gradient) const {
  std::array<Dual<double>, 8> near;
  std::vector<Dual<double>> far(dimension_ > 8 ? dimension_ : 0);
  Dual<double>* const dual = dimension_ > 8 ? far.data() : near.data();
  for (int i = 0; i < dimension_; ++i) dual[i] = point[i];
  value = dimension_ == 0 ? evaluate(point) : 0;
  // [region gradient]
  for (int i = 0; i < dimension_; ++i) {
    dual[i].slope = 1;  // point[i] + 1ε, the other coordinates at rest
    const Dual<double> result = evaluate<Dual<double>>(dual);
    dual[i].slope = 0;
    value = result.value;
    gradient[i] = result.slope;
  }
  // [endregion]
  if (std::isnan(value)) {
    for (int i = 0; i < dimension_; ++i) gradient[i] = undefined;
  } else if (std::isfinite(value)) {
    mend_gradient(*this, point, gradient);
  }
}

Jet Function::second_order(const double* point) const {
  using Second = Dual<Dual<double>>;
  const int n = dimension_;
  Jet jet{undefined, std::vector<double>(n), std::vector<double>(static_cast<size_t>(n) * n)};
  std::vector<Second> dual(n);
  for (int i = 0; i < n; ++i) dual[i] = point[i];
  if (n == 0) jet.value = evaluate(point);
  for (int i = 0; i < n; ++i) {
    dual[i].slope.value = 1;  // the outer ε along i, the inner one along j: their product carries ∂²f/∂i∂j
    for (int j = 0; j <= i; ++j) {
      dual[j].value.slope = 1;
      const Second result = evaluate(dual.data());
      dual[j].value.slope = 0;
      jet.value = result.value.value;
      jet.gradient[i] = result.slope.value;
      jet.hessian[i * n + j] = jet.hessian[j * n + i] = result.slope.slope;
    }
    dual[i].slope.value = 0;
  }
  if (std::isnan(jet.value)) {
    jet.gradient.assign(jet.gradient.size(), undefined);
    jet.hessian.assign(jet.hessian.size(), undefined);
  } else if (std::isfinite(jet.value)) {
    mend_gradient(*this, point, jet.gradient.data());
    mend_hessian(*this, point, jet.hessian.data());
    for (int i = 0; i < n * n; ++i)
      if (std::isnan(jet.gradient[i / n]) || std::isnan(jet.gradient[i % n])) jet.hessian[i] = undefined;
  }
  return jet;
}

}  // namespace downhill
