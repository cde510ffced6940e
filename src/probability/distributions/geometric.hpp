#pragma once

#include <cmath>

#include "foundation/normal_quantile.hpp"
#include "probability/distribution_model.hpp"

namespace downhill {

/// The number of independent trials up to the first success, the successful one included: 1, 2, 3 …
struct Geometric {
  static constexpr std::string_view id = "geometric";
  static constexpr Name name{.ko = "기하분포", .en = "Geometric"};
  static constexpr bool discrete = true;
  static constexpr std::string_view formula = R"(<probability> \cdot (1 - <probability>)^{<x> - 1})";

  double p;

  static std::vector<ParameterSpec> parameters() {
    return {probability_parameter("probability", 1e-6, 0.3, {.ko = "성공 확률", .en = "probability of success"}, "p")};
  }
  static Result<Geometric> from(const OptionValues& values) { return Geometric{values.at("probability")}; }

  Support support() const { return {1, p == 1 ? 1 : infinity}; }
  double log_density(double x) const { return std::log(p) + (x == 1 ? 0 : (x - 1) * std::log1p(-p)); }
  double cdf(double x) const { return -std::expm1(x * std::log1p(-p)); }
  double upper(double x) const { return std::exp(x * std::log1p(-p)); }
  Moments moments() const {
    if (p == 1) return {1.0, 0.0, {}, {}};
    const double q = 1 - p;
    return {1 / p, q / (p * p), (2 - p) / std::sqrt(q), 6 + p * p / q};
  }
  std::optional<double> mode() const { return 1; }
  double draw(RandomStream& random) const {
    if (p == 1) return 1;
    return 1 + std::floor(portable_log(random.inner_uniform()) / portable_log1p(-p));
  }
  std::string scipy() const { return python_call("geom", {p}); }
};

}  // namespace downhill
