#pragma once

#include <cmath>

#include "probability/distribution_model.hpp"

namespace downhill {

/// Every whole number from one to another equally likely: a die.
struct DiscreteUniform {
  static constexpr std::string_view id = "discrete-uniform";
  static constexpr Name name{.ko = "이산균등분포", .en = "Discrete uniform"};
  static constexpr bool discrete = true;
  static constexpr std::string_view formula = R"(\frac{1}{<to> - <from> + 1})";

  double low, high;

  static std::vector<ParameterSpec> parameters() {
    return {whole_parameter("from", -1e6, 1e6, 1, {.ko = "가장 작은 값", .en = "smallest value"}, "a"),
            whole_parameter("to", -1e6, 1e6, 6, {.ko = "가장 큰 값", .en = "largest value"}, "b")};
  }
  static Result<DiscreteUniform> from(const OptionValues& values) {
    const double low = values.at("from"), high = values.at("to");
    if (low > high) return wrong_order(low - 1, high);
    return DiscreteUniform{low, high};
  }

  double count() const { return high - low + 1; }
  Support support() const { return {low, high}; }
  double log_density(double) const { return -std::log(count()); }
  double density(double) const { return 1 / count(); }
  double cdf(double x) const { return (x - low + 1) / count(); }
  double upper(double x) const { return (high - x) / count(); }
  Moments moments() const {
    const double n = count(), mean = low + (high - low) / 2;
    if (n == 1) return {mean, 0.0, {}, {}};
    return {mean, (n * n - 1) / 12, 0.0, -1.2 * (n * n + 1) / (n * n - 1)};
  }
  std::optional<double> mode() const { return low; }
  double draw(RandomStream& random) const { return low + static_cast<double>(random.below(static_cast<std::size_t>(count()))); }
  std::string scipy() const { return python_call("randint", {low, high + 1}); }
};

}  // namespace downhill
