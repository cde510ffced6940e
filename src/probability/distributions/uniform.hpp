#pragma once

#include <cmath>

#include "probability/distribution_model.hpp"

namespace downhill {

/// Anywhere between two ends, no place more likely than another.
struct Uniform {
  static constexpr std::string_view id = "uniform";
  static constexpr Name name{.ko = "균등분포", .en = "Uniform"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula = R"(\frac{1}{<to> - <from>})";

  double low, high;

  static std::vector<ParameterSpec> parameters() {
    return {location_parameter("from", 0, {.ko = "왼쪽 끝", .en = "left end"}, "a"),
            location_parameter("to", 1, {.ko = "오른쪽 끝", .en = "right end"}, "b")};
  }
  static Result<Uniform> from(const OptionValues& values) {
    const double low = values.at("from"), high = values.at("to");
    if (low >= high) return wrong_order(low, high);
    return Uniform{low, high};
  }

  double width() const { return high - low; }
  Support support() const { return {low, high}; }
  Support window() const { return {low - width() / 4, high + width() / 4}; }
  double log_density(double) const { return -std::log(width()); }
  double density(double) const { return 1 / width(); }
  double cdf(double x) const { return (x - low) / width(); }
  double upper(double x) const { return (high - x) / width(); }
  double quantile(double p) const { return low + p * width(); }
  double upper_quantile(double q) const { return high - q * width(); }
  Moments moments() const { return {low + width() / 2, width() * width() / 12, 0.0, -1.2}; }
  std::optional<double> mode() const { return low; }
  double draw(RandomStream& random) const { return random.uniform(low, high); }
  std::string scipy() const { return python_call("uniform", {low, width()}); }
};

}  // namespace downhill
