#pragma once

#include <cmath>

#include "foundation/normal_quantile.hpp"
#include "probability/distribution_model.hpp"

namespace downhill {

/// Two exponential distributions back to back: the noise whose likeliest centre is the median.
struct Laplace {
  static constexpr std::string_view id = "laplace";
  static constexpr Name name{.ko = "라플라스 분포", .en = "Laplace"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula = R"(\frac{1}{2 \cdot <scale>} e^{-\lvert <x> - <location> \rvert / <scale>})";

  double location, scale;

  static std::vector<ParameterSpec> parameters() {
    return {location_parameter("location", 0, {.ko = "위치", .en = "location"}, "\\mu"),
            scale_parameter("scale", 1, {.ko = "척도", .en = "scale"}, "b")};
  }
  static Result<Laplace> from(const OptionValues& values) { return Laplace{values.at("location"), values.at("scale")}; }

  double standard(double x) const { return (x - location) / scale; }
  static double standard_cdf(double z) { return z < 0 ? 0.5 * std::exp(z) : 1 - 0.5 * std::exp(-z); }
  static double standard_quantile(double p) { return p < 0.5 ? std::log(2 * p) : -std::log(2 * (1 - p)); }

  Support support() const { return {-infinity, infinity}; }
  double log_density(double x) const { return -std::abs(standard(x)) - std::log(2 * scale); }
  double cdf(double x) const { return standard_cdf(standard(x)); }
  double upper(double x) const { return standard_cdf(-standard(x)); }
  double quantile(double p) const { return location + scale * standard_quantile(p); }
  double upper_quantile(double q) const { return location - scale * standard_quantile(q); }
  Moments moments() const { return {location, 2 * scale * scale, 0.0, 3.0}; }
  std::optional<double> mode() const { return location; }
  double draw(RandomStream& random) const {
    const double u = random.inner_uniform();
    return location + scale * (u < 0.5 ? portable_log(2 * u) : -portable_log(2 * (1 - u)));
  }
  std::string scipy() const { return python_call("laplace", {location, scale}); }
};

}  // namespace downhill
