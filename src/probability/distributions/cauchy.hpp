#pragma once

#include <cmath>
#include <numbers>

#include "probability/distribution_model.hpp"

namespace downhill {

/// Where a line through a point in a random direction meets an axis: tails so heavy that there is no mean.
struct Cauchy {
  static constexpr std::string_view id = "cauchy";
  static constexpr Name name{.ko = "코시 분포", .en = "Cauchy"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula =
      R"(\frac{1}{\pi \cdot <scale>} \cdot \frac{1}{1 + \left(\frac{<x> - <location>}{<scale>}\right)^2})";

  double location, scale;

  static std::vector<ParameterSpec> parameters() {
    return {location_parameter("location", 0, {.ko = "위치", .en = "location"}, "x_0"),
            scale_parameter("scale", 1, {.ko = "척도", .en = "scale"}, "\\gamma")};
  }
  static Result<Cauchy> from(const OptionValues& values) { return Cauchy{values.at("location"), values.at("scale")}; }

  double standard(double x) const { return (x - location) / scale; }
  /// tan(π(p − ½)), exact near 0, ½ and 1.
  static double standard_quantile(double p) {
    if (p < 0.25) return -1 / std::tan(std::numbers::pi * p);
    if (p > 0.75) return 1 / std::tan(std::numbers::pi * (1 - p));
    return std::tan(std::numbers::pi * (p - 0.5));
  }

  Support support() const { return {-infinity, infinity}; }
  Support window() const { return {location - 12 * scale, location + 12 * scale}; }
  double log_density(double x) const {
    const double z = std::abs(standard(x));
    const double log_square = z < 1e150 ? std::log1p(z * z) : 2 * std::log(z);
    return -log_square - std::log(std::numbers::pi) - std::log(scale);
  }
  double cdf(double x) const { return std::atan2(1, -standard(x)) / std::numbers::pi; }
  double upper(double x) const { return std::atan2(1, standard(x)) / std::numbers::pi; }
  double quantile(double p) const { return location + scale * standard_quantile(p); }
  double upper_quantile(double q) const { return location - scale * standard_quantile(q); }
  Moments moments() const { return {}; }
  std::optional<double> mode() const { return location; }
  /// The quotient of the coordinates of a point that is uniform in the unit disc: a random direction without a tangent.
  double draw(RandomStream& random) const {
    for (;;) {
      const double x = 2 * random.inner_uniform() - 1, y = 2 * random.inner_uniform() - 1;
      if (x * x + y * y < 1) return location + scale * (y / x);
    }
  }
  std::string scipy() const { return python_call("cauchy", {location, scale}); }
};

}  // namespace downhill
