#pragma once

#include <cmath>

#include "foundation/normal_quantile.hpp"
#include "probability/distribution_model.hpp"

namespace downhill {

/// Φ, the distribution function of the standard normal distribution; its upper tail is Φ(−z).
inline double standard_normal_cdf(double z) { return 0.5 * std::erfc(-z * 0.70710678118654752440); }

/// The logarithm of its density.
inline double standard_normal_log_density(double z) { return -0.5 * z * z - 0.91893853320467274178; }

/// The bell curve: what sums of many small independent things come close to.
struct Normal {
  static constexpr std::string_view id = "normal";
  static constexpr Name name{.ko = "정규분포", .en = "Normal"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula =
      R"(\frac{1}{<deviation> \sqrt{2\pi}} \exp\left(-\frac{(<x> - <mean>)^2}{2 \cdot <deviation>^2}\right))";

  double mean, deviation;

  static std::vector<ParameterSpec> parameters() {
    return {location_parameter("mean", 0, {.ko = "평균", .en = "mean"}, "\\mu"),
            scale_parameter("deviation", 1, {.ko = "표준편차", .en = "standard deviation"}, "\\sigma")};
  }
  static Result<Normal> from(const OptionValues& values) { return Normal{values.at("mean"), values.at("deviation")}; }

  double standard(double x) const { return (x - mean) / deviation; }
  Support support() const { return {-infinity, infinity}; }
  double log_density(double x) const { return standard_normal_log_density(standard(x)) - std::log(deviation); }
  double cdf(double x) const { return standard_normal_cdf(standard(x)); }
  double upper(double x) const { return standard_normal_cdf(-standard(x)); }
  double quantile(double p) const { return mean + deviation * normal_quantile(p); }
  double upper_quantile(double q) const { return mean - deviation * normal_quantile(q); }
  Moments moments() const { return {mean, deviation * deviation, 0.0, 0.0}; }
  std::optional<double> mode() const { return mean; }
  double draw(RandomStream& random) const { return mean + deviation * random.normal(); }
  std::string scipy() const { return python_call("norm", {mean, deviation}); }
};

}  // namespace downhill
