#include "calculus/equivalence.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "calculus/bounded.hpp"
#include "calculus/canonical.hpp"
#include "foundation/random.hpp"

namespace downhill {
namespace {

constexpr int probe_count = 96;
constexpr int least_agreements = 8;  // below this many common points nothing is decided by values
constexpr double safety = 8;         // the bound is of first order
// Values with a larger error than both of these say nothing; the second is for sums that cancel to 0.
constexpr double blurred = 1e-4;  // relative
constexpr double sharp = 1e-9;    // absolute

class Probe {
 public:
  explicit Probe(const Expression& expression) : nodes_(expression.nodes()), results_(nodes_.size()) {}

  Bounded at(const std::vector<double>& point) {
    for (size_t i = 0; i < nodes_.size(); ++i) results_[i] = evaluate(nodes_[i], point);
    return results_.back();
  }

 private:
  Bounded evaluate(const Node& node, const std::vector<double>& point) const {
    const auto constant = [](double value, bool exact) { return Bounded(value, exact ? 0 : 0x1p-53 * std::abs(value)); };
    switch (node.op) {
      case Op::number:
        return constant(node.number.value(), node.number.integer());
      case Op::variable:
        return point[node.a];
      case Op::pi:
        return constant(std::numbers::pi, false);
      case Op::euler:
        return constant(std::numbers::e, false);
      default:
        break;
    }
    const int count = operand_count(node.op);
    const Bounded& a = results_[node.a];
    return apply(node.op, a, count > 1 ? results_[node.b] : a, count > 2 ? results_[node.c] : a);
  }

  std::span<const Node> nodes_;
  std::vector<Bounded> results_;
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
    const Bounded a = probe_left.at(point), b = probe_right.at(point);
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
