#pragma once

#include <cmath>

#include "probability/distributions/normal.hpp"

namespace downhill {

/// e to the power of a normal number: what products of many small factors come close to.
struct LogNormal {
  static constexpr std::string_view id = "log-normal";
  static constexpr Name name{.ko = "로그정규분포", .en = "Log-normal"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula =
      R"(\frac{1}{<x> \cdot <log-deviation> \sqrt{2\pi}} \exp\left(-\frac{(\log <x> - <log-mean>)^2}{2 \cdot <log-deviation>^2}\right))";

  Normal logarithm;

  static std::vector<ParameterSpec> parameters() {
    return {
        {{.id = "log-mean", .minimum = -20, .maximum = 20, .default_value = 0},
         {.ko = "로그의 평균", .en = "mean of the logarithm"},
         "\\mu"},
        {{.id = "log-deviation", .minimum = 0.01, .maximum = 5, .default_value = 0.5, .scale = OptionSpec::Scale::logarithmic},
         {.ko = "로그의 표준편차", .en = "deviation of the logarithm"},
         "\\sigma"}};
  }
  static Result<LogNormal> from(const OptionValues& values) {
    return LogNormal{{values.at("log-mean"), values.at("log-deviation")}};
  }

  Support support() const { return {0, infinity}; }
  double log_density(double x) const { return x == 0 ? -infinity : logarithm.log_density(std::log(x)) - std::log(x); }
  double cdf(double x) const { return x == 0 ? 0 : logarithm.cdf(std::log(x)); }
  double upper(double x) const { return x == 0 ? 1 : logarithm.upper(std::log(x)); }
  double quantile(double p) const { return std::exp(logarithm.quantile(p)); }
  double upper_quantile(double q) const { return std::exp(logarithm.upper_quantile(q)); }
  Moments moments() const {
    const double square = logarithm.deviation * logarithm.deviation, w = std::exp(square), less = std::expm1(square);
    const double mean = std::exp(logarithm.mean + square / 2);
    // w⁴ + 2w³ + 3w² − 6 by powers of w − 1.
    const double excess = less * (16 + less * (15 + less * (6 + less)));
    return {mean, mean * mean * less, (w + 2) * std::sqrt(less), excess};
  }
  std::optional<double> mode() const { return std::exp(logarithm.mean - logarithm.deviation * logarithm.deviation); }
  double draw(RandomStream& random) const { return portable_exp(logarithm.draw(random)); }
  std::string scipy() const {
    return "scipy.stats.lognorm(" + plain_number(logarithm.deviation) + ", scale=numpy.exp(" + plain_number(logarithm.mean) +
           "))";
  }
};

}  // namespace downhill
