#pragma once

#include <algorithm>
#include <cmath>

#include "probability/distribution_model.hpp"

namespace downhill {

/// One of the classes 0, 1, …, each with a probability of its own.
struct Categorical {
  static constexpr std::string_view id = "categorical";
  static constexpr Name name{.ko = "범주형 분포", .en = "Categorical"};
  static constexpr bool discrete = true;
  static constexpr std::string_view formula = R"(p_{<x>})";
  static constexpr bool weighted = true;

  std::vector<double> shares, below, above;  ///< above: P(X > k), summed from the other end

  static std::vector<ParameterSpec> parameters() { return {}; }
  static Result<Categorical> from(const OptionValues&, std::vector<double> shares) {
    Categorical made{std::move(shares), {}, {}};
    const std::size_t n = made.shares.size();
    made.below.resize(n);
    made.above.resize(n);
    double sum = 0;
    for (std::size_t k = 0; k < n; ++k) made.below[k] = std::min(1.0, sum += made.shares[k]);
    sum = 0;
    for (std::size_t k = n; k-- > 0; sum += made.shares[k]) made.above[k] = sum;
    return made;
  }

  static std::size_t index(double x) { return static_cast<std::size_t>(x); }
  Support support() const {
    std::size_t low = 0, high = shares.size() - 1;
    while (shares[low] == 0) ++low;
    while (shares[high] == 0) --high;
    return {static_cast<double>(low), static_cast<double>(high)};
  }
  double log_density(double x) const { return std::log(shares[index(x)]); }
  double density(double x) const { return shares[index(x)]; }
  double cdf(double x) const { return above[index(x)] == 0 ? 1 : below[index(x)]; }
  double upper(double x) const { return above[index(x)]; }
  Moments moments() const {
    double mean = 0, second = 0, third = 0, fourth = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) mean += shares[k] * static_cast<double>(k);
    for (std::size_t k = 0; k < shares.size(); ++k) {
      const double d = static_cast<double>(k) - mean;
      second += shares[k] * d * d;
      third += shares[k] * d * d * d;
      fourth += shares[k] * d * d * d * d;
    }
    if (const Support s = support(); s.low == s.high) return {s.low, 0.0, {}, {}};
    return {mean, second, third / (second * std::sqrt(second)), fourth / (second * second) - 3};
  }
  std::optional<double> mode() const {
    return static_cast<double>(std::max_element(shares.begin(), shares.end()) - shares.begin());
  }
  double draw(RandomStream& random) const {
    const double u = random.uniform() * below.back();
    return static_cast<double>(std::upper_bound(below.begin(), below.end(), u) - below.begin());
  }
  std::string scipy() const {
    return "scipy.stats.rv_discrete(values=(range(" + std::to_string(shares.size()) + "), " + python_list(shares) + "))";
  }
};

}  // namespace downhill
