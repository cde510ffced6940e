#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "foundation/registry.hpp"
#include "probability/distribution_model.hpp"
#include "probability/distributions/normal.hpp"

namespace downhill {

// What a joint distribution of two numbers is
// -------------------------------------------
// An immutable value, made once from validated options, in which y given x is a mixture of normal and uniform parts. It says
//   static constexpr std::string_view id, Name name
//   static std::vector<OptionSpec> options()
//   static Model from(const OptionValues&)
//   Window window() const                      where there is something to see
//   double marginal_x(double x) const          ∫ p(x, y) dy: a density, or a mass where x is discrete; 0 beyond the support
//   double marginal_y(double y) const          ∫ p(x, y) dx, or the sum
//   Conditional given_x(double x) const        y given x, where marginal_x is not 0, or only too small for a double
//   JointMoments moments() const
//   bool independent() const
//   Pair draw(RandomStream&) const             the same bits on every platform, as of distributions
// and, where x is discrete, static std::vector<double> x_values() and Conditional given_y(double y) const, a point for each of
// them. To add one: write its header, list it in joint_density.hpp; joint_density_test.cpp holds all that are listed to this.

struct Window {
  Support x, y;
};

struct Pair {
  double x, y;
};

struct JointMoments {
  double mean_x, mean_y, variance_x, variance_y, covariance;
};

/// One part of a mixture of distributions of a number: normal, uniform on centre ± width, or all at the centre.
struct MixturePart {
  enum class Shape { normal, uniform, point };

  Shape shape;
  double share;   ///< of all parts together 1
  double centre;  ///< its mean
  double width;   ///< its standard deviation, or half the length of its interval; positive, but 0 of a point

  /// Of a point infinite where it lies.
  double density(double y) const {
    if (shape == Shape::point) return y == centre ? std::numeric_limits<double>::infinity() : 0;
    const double z = (y - centre) / width;
    if (shape == Shape::uniform) return std::abs(z) <= 1 ? 0.5 / width : 0;
    return std::exp(standard_normal_log_density(z)) / width;
  }
  double variance() const { return shape == Shape::uniform ? width * width / 3 : width * width; }
};

/// A number given another: a mixture. Without parts where there is nothing to condition on.
struct Conditional {
  std::vector<MixturePart> parts;

  bool possible() const { return !parts.empty(); }
  double density(double y) const {
    double sum = 0;
    for (const MixturePart& part : parts) sum += part.share * part.density(y);
    return sum;
  }
  double mean() const {
    double sum = 0;
    for (const MixturePart& part : parts) sum += part.share * part.centre;
    return sum;
  }
  double variance() const {
    const double middle = mean();
    double sum = 0;
    for (const MixturePart& part : parts) sum += part.share * (part.variance() + std::pow(part.centre - middle, 2));
    return sum;
  }
};

/// The options that several have.
inline OptionSpec width_option(std::string id, double default_value, Name name, std::string_view symbol) {
  return {.id = std::move(id), .minimum = 0.05, .maximum = 2, .default_value = default_value, .name = name, .symbol = symbol};
}

inline OptionSpec share_option(std::string id, double default_value, Name name, std::string_view symbol) {
  return {.id = std::move(id), .minimum = 0, .maximum = 1, .default_value = default_value, .name = name, .symbol = symbol};
}

}  // namespace downhill
