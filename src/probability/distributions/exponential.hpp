#pragma once

#include <cmath>

#include "foundation/normal_quantile.hpp"
#include "probability/distribution_model.hpp"

namespace downhill {

/// The time until something happens that happens λ times per unit of time, at any moment alike.
struct Exponential {
  static constexpr std::string_view id = "exponential";
  static constexpr Name name{.ko = "지수분포", .en = "Exponential"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula = R"(<rate> \cdot e^{-<rate> \cdot <x>})";

  double rate;

  static std::vector<ParameterSpec> parameters() {
    return {scale_parameter("rate", 1, {.ko = "단위 시간당 횟수", .en = "rate"}, "\\lambda")};
  }
  static Result<Exponential> from(const OptionValues& values) { return Exponential{values.at("rate")}; }

  Support support() const { return {0, infinity}; }
  double log_density(double x) const { return std::log(rate) - rate * x; }
  double cdf(double x) const { return -std::expm1(-rate * x); }
  double upper(double x) const { return std::exp(-rate * x); }
  double quantile(double p) const { return -std::log1p(-p) / rate; }
  double upper_quantile(double q) const { return -std::log(q) / rate; }
  Moments moments() const { return {1 / rate, 1 / (rate * rate), 2.0, 6.0}; }
  std::optional<double> mode() const { return 0; }
  double draw(RandomStream& random) const { return -portable_log(random.inner_uniform()) / rate; }
  std::string scipy() const { return "scipy.stats.expon(scale=1/" + plain_number(rate) + ")"; }
};

}  // namespace downhill
