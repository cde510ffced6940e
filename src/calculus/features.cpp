#include "calculus/features.hpp"

#include <algorithm>
#include <cmath>

#include "calculus/function.hpp"
#include "calculus/scalar.hpp"
#include "calculus/watch.hpp"

namespace downhill {
namespace {

constexpr int grid_intervals = 2000;
constexpr size_t most_features = 200;
constexpr size_t most_candidates = 1000;
constexpr double closeness = 1e-6;  // relative to the interval: how near to a place its sides are looked at

class Search {
 public:
  Search(const Expression& expression, double from, double to)
      : f_(Function::compile(expression)), from_(from), to_(to), step_((to - from) / grid_intervals), xs_(grid_intervals + 1) {
    for (int i = 0; i <= grid_intervals; ++i) xs_[i] = i == grid_intervals ? to : from + i * step_;
    for (const Watch& watch : watches_of(expression)) look(watch);
    std::sort(candidates_.begin(), candidates_.end());
    const double apart = 1e-9 * (to - from);
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end(), [=](double a, double b) { return b - a < apart; }),
                      candidates_.end());
  }

  Features run() {
    for (const double x : candidates_) classify(x);
    find_gaps();
    return std::move(features_);
  }

 private:
  void add(double x) {
    if (x >= from_ && x <= to_ && candidates_.size() < most_candidates) candidates_.push_back(x);
  }
  static void keep(std::vector<double>& list, double x) {
    if (list.size() < most_features) list.push_back(x);
  }

  void look(const Watch& watch) {
    find_places([&](double x) { return watch.function.value(x); }, watch.steps, xs_, [this](double x) { add(x); });
  }

  double edge(double low, double high, const std::function<bool(double)>& like_low) const {
    return narrow(low, high, 4e-15 * (to_ - from_), like_low);
  }

  double slope(double x) const {
    double value, gradient;
    f_.value_and_gradient(&x, value, &gradient);
    return gradient;
  }

  void classify(double x) {
    const double far = closeness * (to_ - from_), near = far / 100;
    const double here = f_.value(x);
    const double left = f_.value(x - near), right = f_.value(x + near);
    const double farther_left = f_.value(x - far), farther_right = f_.value(x + far);
    const auto grows = [](double close, double away) { return std::abs(close) > 3 * std::abs(away) && std::abs(close) > 1e3; };
    if (std::isnan(left) && std::isnan(right)) return;
    if (std::isinf(here) || std::isinf(left) || std::isinf(right) || grows(left, farther_left) || grows(right, farther_right)) {
      keep(features_.poles, x);
      return;
    }
    if (std::isnan(left) || std::isnan(right)) return;  // the edge of the domain
    // Values that come together as fast as the points do belong to a continuous function.
    const double gap = std::abs(right - left), wider_gap = std::abs(farther_right - farther_left);
    const double change = std::abs(left - farther_left) + std::abs(right - farther_right);
    const double noise = 1e-12 * (std::abs(left) + std::abs(right)) + 1e-3 * change;  // x itself is known to some digits only
    const bool jumps = gap > noise && gap > 0.5 * wider_gap;
    const double middle = 0.5 * (left + right);
    const bool displaced =
        !jumps && std::abs(here - middle) > std::max(noise, 2 * std::abs(f_.value(x + far) - middle) + 2 * gap);
    if (jumps || displaced) {
      keep(features_.jumps, x);
    } else if (std::isnan(here)) {
      if (features_.holes.size() < most_features) features_.holes.push_back({x, x});
    } else if (bends(slope(x - far), slope(x + far), slope(x - near), slope(x + near))) {
      keep(features_.kinks, x);
    }
  }

  // Whether the slopes on both sides stay apart, or grow without bound, as one comes nearer.
  static bool bends(double far_left, double far_right, double left, double right) {
    const double gap = std::abs(right - left), wider_gap = std::abs(far_right - far_left);
    if (std::abs(left) > 2 * std::abs(far_left) && std::abs(left) > 10 && std::abs(right) > 10) return true;
    return gap > 1e-6 * (std::abs(left) + std::abs(right)) && gap > 0.5 * wider_gap;
  }

  // Stretches without values: between a point that has one and a neighbour that has none lies an edge.
  void find_gaps() {
    std::vector<double> points = xs_;
    for (size_t i = 0; i + 1 < candidates_.size(); ++i) points.push_back(0.5 * (candidates_[i] + candidates_[i + 1]));
    for (const double x : candidates_)  // single points without a value are holes already, not gaps
      points.erase(std::remove(points.begin(), points.end(), x), points.end());
    std::sort(points.begin(), points.end());
    std::vector<double> values(points.size());
    f_.values(points.data(), points.size(), values.data());
    // x^x has values at −1, −2, … with none around them: they do not interrupt the gap.
    const auto lonely = [&](double x) {
      return std::isnan(f_.value(x - 1e-3 * step_)) && std::isnan(f_.value(x + 1e-3 * step_));
    };
    for (size_t i = 1; i + 1 < points.size(); ++i)
      if (!std::isnan(values[i]) && std::isnan(values[i - 1]) && std::isnan(f_.value(points[i + 1])) && lonely(points[i]))
        values[i] = undefined;
    const auto defined = [this](double x) { return !std::isnan(f_.value(x)); };
    for (size_t i = 0; i < points.size();) {
      if (!std::isnan(values[i])) {
        ++i;
        continue;
      }
      size_t last = i;
      while (last + 1 < points.size() && std::isnan(values[last + 1])) ++last;
      const double start = i == 0 ? from_ : edge(points[i - 1], points[i], defined);
      const double end =
          last + 1 == points.size() ? to_ : edge(points[last], points[last + 1], [&](double x) { return !defined(x); });
      if (features_.holes.size() < most_features) features_.holes.push_back({start, end});
      i = last + 1;
    }
    std::sort(features_.holes.begin(), features_.holes.end(), [](const Hole& a, const Hole& b) { return a.from < b.from; });
  }

  Function f_;
  double from_, to_, step_;
  std::vector<double> xs_;
  std::vector<double> candidates_;
  Features features_;
};

}  // namespace

Features find_features(const Expression& expression, double from, double to) {
  if (expression.dimension() != 1 || !(from < to) || !std::isfinite(to - from)) return {};
  return Search(expression, from, to).run();
}

}  // namespace downhill
