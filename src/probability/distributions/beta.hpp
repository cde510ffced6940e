#pragma once

#include <cmath>

#include "probability/distribution_model.hpp"
#include "probability/gamma_draw.hpp"
#include "probability/special.hpp"

namespace downhill {

/// A share between 0 and 1: what is known of a probability after a − 1 successes and b − 1 failures.
struct Beta {
  static constexpr std::string_view id = "beta";
  static constexpr Name name{.ko = "베타분포", .en = "Beta"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula = R"(\frac{<x>^{<alpha> - 1} (1 - <x>)^{<beta> - 1}}{B(<alpha>, <beta>)})";

  double a, b;

  static std::vector<ParameterSpec> parameters() {
    return {shape_parameter("alpha", 2, {.ko = "첫째 모양", .en = "first shape"}, "\\alpha"),
            shape_parameter("beta", 5, {.ko = "둘째 모양", .en = "second shape"}, "\\beta")};
  }
  static Result<Beta> from(const OptionValues& values) { return Beta{values.at("alpha"), values.at("beta")}; }

  Support support() const { return {0, 1}; }
  double log_density(double x) const {
    if (x == 0) return a < 1 ? infinity : a == 1 ? std::log(b) : -infinity;
    if (x == 1) return b < 1 ? infinity : b == 1 ? std::log(a) : -infinity;
    // A binomial mass of real arguments that are not negative, times what is left.
    if (a < 1 && b < 1)
      return log_binomial_mass(a, a + b, x) + std::log(a) + std::log(b / (a + b)) - std::log(x) - std::log1p(-x);
    if (a < 1) return log_binomial_mass(a, a + (b - 1), x) + std::log(a) - std::log(x);
    if (b < 1) return log_binomial_mass(a - 1, (a - 1) + b, x) + std::log(b) - std::log1p(-x);
    return log_binomial_mass(a - 1, (a - 1) + (b - 1), x) + std::log(a + b - 1);
  }
  double cdf(double x) const { return beta_tails(a, b, {x, 1 - x}).lower; }
  double upper(double x) const { return beta_tails(a, b, {x, 1 - x}).upper; }
  double quantile(double p) const { return beta_lower_inverse(a, b, p).value; }
  double upper_quantile(double q) const { return beta_upper_inverse(a, b, q).value; }
  Moments moments() const {
    const double sum = a + b;
    const double variance = a / sum * (b / sum) / (sum + 1);
    const double skewness = 2 * (b - a) * std::sqrt(sum + 1) / ((sum + 2) * std::sqrt(a) * std::sqrt(b));
    const double excess = 6 * ((a - b) * ((a - b) / a / b) * (sum + 1) - (sum + 2)) / ((sum + 2) * (sum + 3));
    return {a / sum, variance, skewness, excess};
  }
  std::optional<double> mode() const {
    if (a < 1 || b < 1) return std::nullopt;
    return a == 1 && b == 1 ? 0 : (a - 1) / ((a - 1) + (b - 1));
  }
  double draw(RandomStream& random) const {
    const double first = draw_log_gamma(a, random), second = draw_log_gamma(b, random);
    return 1 / (1 + portable_exp(second - first));
  }
  std::string scipy() const { return python_call("beta", {a, b}); }
};

}  // namespace downhill
