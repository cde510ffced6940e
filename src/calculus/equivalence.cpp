#include "calculus/equivalence.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include "calculus/bounded.hpp"
#include "calculus/canonical.hpp"
#include "calculus/watch.hpp"
#include "foundation/random.hpp"

namespace downhill {
namespace {

constexpr int probe_count = 96;
constexpr int mixed_probes = 500;    // where there are several variables, all of them at places that the formulas name
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

// From −10⁹ to 10⁹, narrow where formulas usually happen.
std::vector<double> survey_grid() {
  std::vector<double> grid;
  for (double far = 1e9; far > 12; far /= 1.3) grid.push_back(-far);
  for (int i = -120; i <= 120; ++i) grid.push_back(0.1 * i);
  for (size_t i = 0; grid[i] < -12; ++i) grid.push_back(-grid[i]);
  std::sort(grid.begin(), grid.end());
  return grid;
}

/// Coordinates on both sides of the places that two formulas name, and between them: where some part of them vanishes, as one
/// goes along a variable from a point, and their own numbers.
class Survey {
 public:
  Survey(const Expression& left, const Expression& right) : grid_(survey_grid()) {
    for (const Expression* expression : {&left, &right}) {
      for (Watch& watch : watches_of(*expression)) watches_.push_back(std::move(watch));
      for (const Node& node : expression->nodes())
        if (node.op == Op::number && numbers_.size() < most_places) numbers_.push_back(node.number.value());
    }
  }

  std::vector<double> along(std::vector<double> point, size_t variable, RandomStream& random) const {
    std::vector<double> places = {0};
    for (const double number : numbers_) places.insert(places.end(), {number, -number});
    for (const Watch& watch : watches_) {
      const auto part = [&](double x) {
        point[variable] = x;
        return watch.function.value(point.data());
      };
      find_places(part, watch.steps, grid_, [&](double x) { places.push_back(x); });
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    // Off the places themselves, at distances that no formula names: single points do not count.
    std::vector<double> coordinates;
    const size_t stride = (places.size() + most_places - 1) / most_places;
    for (size_t i = 0; i < places.size(); i += stride) {
      const double unit = std::max(1.0, std::abs(places[i]));
      for (const double distance : {1e-3 * unit, 0.03 * unit, 0.4, 1.0, 3.0, 20.0, 0.7 * unit})
        for (const double side : {-1.0, 1.0}) coordinates.push_back(places[i] + side * distance * random.uniform(0.8, 1.25));
      if (i + 1 < places.size())
        for (int k = 0; k < 3; ++k) coordinates.push_back(random.uniform(places[i], places[i + 1]));
    }
    for (double far = 100; far < 1e7; far *= 20)
      for (const double side : {-1.0, 1.0}) coordinates.push_back(side * far * random.uniform(1, 2));
    return coordinates;
  }

 private:
  static constexpr size_t most_places = 60;

  std::vector<double> grid_;
  std::vector<Watch> watches_;
  std::vector<double> numbers_;
};

bool same_form(const Expression& left, const Expression& right) {
  Canonical form;
  const auto first = form.of(left);
  const auto second = first ? form.of(right) : std::nullopt;
  return second && *first == *second;
}

/// Both formulas at one point after the other.
class Comparison {
 public:
  Comparison(const Expression& left, const Expression& right) : left_(left), right_(right) {}

  /// False when they differ there.
  bool agree_at(const std::vector<double>& point) {
    const Bounded a = left_.at(point), b = right_.at(point);
    if (!a.known() || !b.known() || (!a.defined() && !b.defined())) return true;
    const double error = safety * (a.error + b.error);
    if (a.defined() && b.defined()) {
      if (error > sharp && error > blurred * std::max(std::abs(a.value), std::abs(b.value))) return true;
      if (std::abs(a.value - b.value) <= error) {
        ++agreements_;
        return true;
      }
    }
    counterexample_ = {false, true, point, a.value, b.value};
    return false;
  }

  bool enough() const { return agreements_ >= least_agreements; }
  const Equivalence& counterexample() const { return counterexample_; }

 private:
  Probe left_, right_;
  int agreements_ = 0;
  Equivalence counterexample_;
};

}  // namespace

Equivalence equivalent(const Expression& left, const Expression& right, uint64_t seed) {
  Comparison comparison(left, right);
  RandomStream random(seed);
  std::vector<double> point(left.dimension());
  for (int probe = 0; probe < probe_count; ++probe) {
    for (double& coordinate : point) coordinate = draw(random, probe);
    if (!comparison.agree_at(point)) return comparison.counterexample();
  }
  if (!point.empty()) {
    const Survey survey(left, right);
    std::vector<std::vector<double>> lines(point.size());
    for (size_t i = 0; i < point.size(); ++i) {
      lines[i] = survey.along(point, i, random);
      const double here = point[i];
      for (const double moved : lines[i]) {
        point[i] = moved;
        if (!comparison.agree_at(point)) return comparison.counterexample();
      }
      point[i] = here;
    }
    for (int probe = 0; point.size() > 1 && probe < mixed_probes; ++probe) {
      for (size_t i = 0; i < point.size(); ++i) point[i] = lines[i][random.below(lines[i].size())];
      if (!comparison.agree_at(point)) return comparison.counterexample();
    }
  }
  const bool same = comparison.enough() || same_form(left, right);
  return {same, same, {}, 0, 0};
}

}  // namespace downhill
