#pragma once

#include <cmath>

#include "probability/distribution_model.hpp"

namespace downhill {

/// 1 with probability p, else 0: one toss of a coin.
struct Bernoulli {
  static constexpr std::string_view id = "bernoulli";
  static constexpr Name name{.ko = "베르누이 분포", .en = "Bernoulli"};
  static constexpr bool discrete = true;
  static constexpr std::string_view formula = R"(<probability>^{<x>} (1 - <probability>)^{1 - <x>})";

  double p;

  static std::vector<ParameterSpec> parameters() {
    return {probability_parameter("probability", 0, 0.5, {.ko = "성공 확률", .en = "probability of 1"}, "p")};
  }
  static Result<Bernoulli> from(const OptionValues& values) { return Bernoulli{values.at("probability")}; }

  Support support() const { return {p == 1 ? 1.0 : 0.0, p == 0 ? 0.0 : 1.0}; }
  double log_density(double x) const { return x == 0 ? std::log1p(-p) : std::log(p); }
  double density(double x) const { return x == 0 ? 1 - p : p; }
  double cdf(double x) const { return x == 0 ? 1 - p : 1; }
  double upper(double x) const { return x == 0 ? p : 0; }
  Moments moments() const {
    const double variance = p * (1 - p);
    if (variance == 0) return {p, 0.0, {}, {}};
    return {p, variance, (1 - 2 * p) / std::sqrt(variance), (1 - 6 * variance) / variance};
  }
  std::optional<double> mode() const { return p > 0.5 ? 1 : 0; }
  double draw(RandomStream& random) const { return random.uniform() < p; }
  std::string scipy() const { return python_call("bernoulli", {p}); }
};

}  // namespace downhill
