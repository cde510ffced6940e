#include "calculus/equivalence.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "calculus/canonical.hpp"
#include "calculus/evaluate.hpp"
#include "foundation/random.hpp"

namespace downhill {
namespace {

constexpr int probe_count = 96;
constexpr int least_agreements = 8;   // below this many common points nothing is decided by values
constexpr double rounding = 0x1p-51;  // of one operation: functions of <cmath> err by a few units in the last place
constexpr double safety = 8;          // the bound is of first order
// Values with a larger error than both of these say nothing; the second is for sums that cancel to 0.
constexpr double blurred = 1e-4;  // relative
constexpr double sharp = 1e-9;    // absolute

// A value with a bound on its rounding error. An infinite bound means that nothing is known: something overflowed, or a branch,
// the edge of a domain or a pole is too near to tell the sides apart.
struct Tracked {
  double value = 0;
  double error = 0;
  bool known() const { return std::isfinite(error); }
  bool defined() const { return !std::isnan(value); }
};
const Tracked unknown{undefined, HUGE_VAL};

double share(double slope, double error) { return error == 0 || slope == 0 ? 0 : std::abs(slope) * error; }

Tracked finish(double value, double error) {
  if (std::isinf(value) || std::isnan(error)) return unknown;
  return {value, error + rounding * std::abs(value)};
}

Tracked track_unary(Op op, const Tracked& a) {
  const Dual<double> result = apply<Dual<double>>(op, {a.value, 1.0}, 0.0, 0.0);
  const double below = apply<double>(op, a.value - a.error, 0, 0), above = apply<double>(op, a.value + a.error, 0, 0);
  if (std::isnan(result.value)) return std::isnan(below) && std::isnan(above) ? Tracked{undefined, 0} : unknown;
  if (std::isnan(below) || std::isnan(above)) return unknown;
  if ((op == Op::floor || op == Op::ceil || op == Op::sign) && a.error > 0 && below != above) return unknown;
  return finish(result.value, std::isnan(result.slope) ? std::abs(above - below) : share(result.slope, a.error));
}

Tracked track_binary(Op op, const Tracked& a, const Tracked& b) {
  if (is_comparison(op)) {
    if (std::abs(a.value - b.value) <= a.error + b.error && a.error + b.error > 0) return unknown;
    return {apply<double>(op, a.value, b.value, 0), 0};
  }
  if (op == Op::divide && std::abs(b.value) <= b.error) return unknown;
  if (op == Op::power && std::abs(a.value) <= a.error && a.error > 0) return unknown;
  const Dual<double> left = apply<Dual<double>>(op, {a.value, 1.0}, b.value, 0.0);
  const Dual<double> right = apply<Dual<double>>(op, a.value, {b.value, 1.0}, 0.0);
  if (std::isnan(left.value)) return op == Op::power && b.error > 0 ? unknown : Tracked{undefined, 0};
  const double from_a =
      std::isnan(left.slope) ? a.error : share(left.slope, a.error);  // at the kink of min and max: either slope is 1
  const double from_b = std::isnan(right.slope) ? b.error : share(right.slope, b.error);
  return finish(left.value, from_a + from_b);
}

class Probe {
 public:
  explicit Probe(const Expression& expression) : nodes_(expression.nodes()), results_(nodes_.size()) {}

  Tracked at(const std::vector<double>& point) {
    for (size_t i = 0; i < nodes_.size(); ++i) results_[i] = evaluate(nodes_[i], point);
    return results_.back();
  }

 private:
  Tracked evaluate(const Node& node, const std::vector<double>& point) const {
    switch (node.op) {
      case Op::number:
        return finish(node.number.value(), 0);
      case Op::variable:
        return {point[node.a], 0};
      case Op::pi:
        return finish(std::numbers::pi, 0);
      case Op::euler:
        return finish(std::numbers::e, 0);
      default:
        break;
    }
    const Tracked& a = results_[node.a];
    if (!a.known()) return unknown;
    if (node.op == Op::choose) return !a.defined() ? a : results_[a.value != 0 ? node.b : node.c];
    if (!a.defined()) return a;
    if (operand_count(node.op) == 1) return track_unary(node.op, a);
    const Tracked& b = results_[node.b];
    if (!b.known() || !b.defined()) return b;
    return track_binary(node.op, a, b);
  }

  std::span<const Node> nodes_;
  std::vector<Tracked> results_;
};

// Near and far, of either sign, so that each piece of the line gets its share.
double draw(RandomStream& random, int probe) {
  switch (probe % 4) {
    case 0:
      return random.uniform(-2, 2);
    case 1:
      return random.uniform(-10, 10);
    case 2:
      return std::exp(random.uniform(-4, 4)) * (random.uniform() < 0.5 ? -1 : 1);
    default:
      return random.uniform(0, 4);
  }
}

bool same_form(const Expression& left, const Expression& right) {
  Canonical form;
  const auto first = form.of(left);
  const auto second = first ? form.of(right) : std::nullopt;
  return second && *first == *second;
}

}  // namespace

Equivalence equivalent(const Expression& left, const Expression& right, uint64_t seed) {
  Probe probe_left(left), probe_right(right);
  RandomStream random(seed);
  std::vector<double> point(left.dimension());
  int agreements = 0;
  for (int probe = 0; probe < probe_count; ++probe) {
    for (double& coordinate : point) coordinate = draw(random, probe);
    const Tracked a = probe_left.at(point), b = probe_right.at(point);
    if (!a.known() || !b.known() || (!a.defined() && !b.defined())) continue;
    const double error = safety * (a.error + b.error);
    if (a.defined() && b.defined()) {
      if (error > sharp && error > blurred * std::max(std::abs(a.value), std::abs(b.value))) continue;
      if (std::abs(a.value - b.value) <= error) {
        ++agreements;
        continue;
      }
    }
    return {false, true, point, a.value, b.value};
  }
  const bool same = agreements >= least_agreements || same_form(left, right);
  return {same, same, {}, 0, 0};
}

}  // namespace downhill
