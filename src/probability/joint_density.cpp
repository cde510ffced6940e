#include "probability/joint_density.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "foundation/registry.hpp"
#include "probability/distribution_model.hpp"
#include "probability/quadrature.hpp"

namespace downhill {
namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

/// Ends of pieces: a few from the start, so that narrow bumps are not overlooked.
std::vector<double> pieces(JointDensity::Range range) {
  constexpr int count = 8;
  std::vector<double> places;
  for (int i = 0; i <= count; ++i) places.push_back(i == count ? range.to : range.from + (range.to - range.from) * i / count);
  return places;
}

std::optional<Error> range_error(const char* parameter, JointDensity::Range range) {
  for (const double end : {range.from, range.to})
    if (!std::isfinite(end)) return Error{ErrorCode::not_finite, parameter, end, -1, ""};
  if (!(range.from < range.to)) return Error{ErrorCode::out_of_range, parameter, range.to, -1, "> " + plain_number(range.from)};
  return std::nullopt;
}

}  // namespace

template <class Weight>
double JointDensity::along_y(double x, Weight weight) const {
  std::vector<double> points;
  return integrate(
             [&](std::span<const double> y, double* out) {
               points.resize(2 * y.size());
               for (std::size_t i = 0; i < y.size(); ++i) {
                 points[2 * i] = x;
                 points[2 * i + 1] = y[i];
               }
               function_->values(points.data(), y.size(), out);
               for (std::size_t i = 0; i < y.size(); ++i) out[i] *= weight(y[i]);
             },
             pieces(y_), 1e-11)
      .value;
}

template <class Weight>
double JointDensity::over_both(Weight weight) const {
  return integrate(
             [&](std::span<const double> x, double* out) {
               for (std::size_t i = 0; i < x.size(); ++i)
                 out[i] = along_y(x[i], [&, at = x[i]](double y) { return weight(at, y); });
             },
             pieces(x_), 1e-9)
      .value;
}

JointDensity::JointDensity(const Expression& density, Range x, Range y)
    : function_(std::make_shared<const Function>(Function::compile(density))), x_(x), y_(y) {}

Result<JointDensity> JointDensity::create(const Expression& density, Range x, Range y) {
  if (density.dimension() != 2)
    return Error{ErrorCode::wrong_dimension, "variables", static_cast<double>(density.dimension()), -1, "2"};
  if (const auto error = range_error("x", x)) return *error;
  if (const auto error = range_error("y", y)) return *error;
  JointDensity joint(density, x, y);
  constexpr int looked_at = 64;
  bool positive = false;
  for (int i = 0; i <= looked_at; ++i) {
    for (int j = 0; j <= looked_at; ++j) {
      const double point[] = {x.from + (x.to - x.from) * j / looked_at, y.from + (y.to - y.from) * i / looked_at};
      const double value = joint.function_->value(point);
      if (std::isnan(value)) return Error{ErrorCode::not_finite, "density", value, -1, ""};
      if (value < 0) return Error{ErrorCode::out_of_range, "density", value, -1, "[0, inf]"};
      positive = positive || value > 0;
    }
  }
  const double total = joint.over_both([](double, double) { return 1.0; });
  if (!std::isfinite(total)) return Error{ErrorCode::not_finite, "density", total, -1, ""};
  if (!positive || !(total > 0)) return Error{ErrorCode::no_probability, "density", 0, -1, ""};
  Facts& facts = joint.facts_;
  facts.total = total;
  facts.mean_x = joint.over_both([](double at_x, double) { return at_x; }) / total;
  facts.mean_y = joint.over_both([](double, double at_y) { return at_y; }) / total;
  const double mean_x = facts.mean_x, mean_y = facts.mean_y;
  facts.variance_x = joint.over_both([=](double at_x, double) { return (at_x - mean_x) * (at_x - mean_x); }) / total;
  facts.variance_y = joint.over_both([=](double, double at_y) { return (at_y - mean_y) * (at_y - mean_y); }) / total;
  // Of x + y, so that every integrand is positive and none cancels.
  const double both = joint.over_both([=](double at_x, double at_y) {
    const double distance = (at_x - mean_x) / std::sqrt(facts.variance_x) + (at_y - mean_y) / std::sqrt(facts.variance_y);
    return distance * distance;
  });
  const double correlation = std::clamp(both / total / 2 - 1, -1.0, 1.0);
  if (facts.variance_x > 0 && facts.variance_y > 0) {
    facts.correlation = correlation;
    facts.covariance = correlation * std::sqrt(facts.variance_x) * std::sqrt(facts.variance_y);
  }
  return joint;
}

double JointDensity::density(double x, double y) const {
  if (!(x >= x_.from && x <= x_.to && y >= y_.from && y <= y_.to)) return 0;
  const double point[] = {x, y};
  return function_->value(point) / facts_.total;
}

std::vector<double> JointDensity::grid(int columns, int rows) const {
  std::vector<double> points, values(static_cast<std::size_t>(columns * rows));
  const auto along = [](Range range, int i, int count) {
    return i == count - 1 ? range.to : range.from + (range.to - range.from) * i / (count - 1);
  };
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j) points.insert(points.end(), {along(x_, j, columns), along(y_, i, rows)});
  function_->values(points.data(), values.size(), values.data());
  for (double& value : values) value /= facts_.total;
  return values;
}

double JointDensity::marginal_x(double x) const {
  if (!(x >= x_.from && x <= x_.to)) return 0;
  return along_y(x, [](double) { return 1.0; }) / facts_.total;
}

double JointDensity::marginal_y(double y) const {
  if (!(y >= y_.from && y <= y_.to)) return 0;
  std::vector<double> points;
  return integrate(
             [&](std::span<const double> x, double* out) {
               points.resize(2 * x.size());
               for (std::size_t i = 0; i < x.size(); ++i) {
                 points[2 * i] = x[i];
                 points[2 * i + 1] = y;
               }
               function_->values(points.data(), x.size(), out);
             },
             pieces(x_), 1e-11)
             .value /
         facts_.total;
}

JointDensity::Conditional JointDensity::y_given_x(double x) const {
  const double mass = x >= x_.from && x <= x_.to ? along_y(x, [](double) { return 1.0; }) : 0;
  if (!(mass > 0)) return {not_defined, not_defined};
  const double mean = along_y(x, [](double y) { return y; }) / mass;
  return {mean, along_y(x, [mean](double y) { return (y - mean) * (y - mean); }) / mass};
}

std::vector<double> JointDensity::draw(int count, RandomStream random) const {
  // In a cell the density stays below a bound taken from nine places, with a reserve for what lies between them.
  constexpr int side = 96, fine = 2 * side + 1;
  constexpr double reserve = 1.25;
  const std::vector<double> values = grid(fine, fine);
  std::vector<double> bounds;
  for (int i = 0; i < side; ++i) {
    for (int j = 0; j < side; ++j) {
      double bound = 0;
      for (int a = 0; a <= 2; ++a)
        for (int b = 0; b <= 2; ++b) {
          const double value = values[static_cast<std::size_t>((2 * i + a) * fine + 2 * j + b)];
          bound = std::max(bound, std::isfinite(value) ? value : 0);
        }
      bounds.push_back(reserve * bound);
    }
  }
  std::vector<double> sums(bounds.size());
  std::partial_sum(bounds.begin(), bounds.end(), sums.begin());
  std::vector<double> points;
  const double width = (x_.to - x_.from) / side, height = (y_.to - y_.from) / side;
  while (points.size() < 2 * static_cast<std::size_t>(count)) {
    const auto cell = static_cast<std::size_t>(std::upper_bound(sums.begin(), sums.end(), random.uniform() * sums.back()) - sums.begin());
    const double x = x_.from + (static_cast<double>(cell % side) + random.uniform()) * width;
    const double y = y_.from + (static_cast<double>(cell / side) + random.uniform()) * height;
    if (random.uniform() * bounds[cell] < density(x, y)) points.insert(points.end(), {x, y});
  }
  return points;
}

}  // namespace downhill
