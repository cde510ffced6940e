#pragma once

#include <cmath>
#include <memory>

#include "probability/distribution_model.hpp"
#include "probability/inversion_table.hpp"
#include "probability/special.hpp"

namespace downhill {

/// How often something of probability p happens in n independent trials.
struct Binomial {
  static constexpr std::string_view id = "binomial";
  static constexpr Name name{.ko = "이항분포", .en = "Binomial"};
  static constexpr bool discrete = true;
  static constexpr std::string_view formula =
      R"(\binom{<trials>}{<x>} <probability>^{<x>} (1 - <probability>)^{<trials> - <x>})";

  double n, p;
  std::shared_ptr<const InversionTable> table;

  static std::vector<ParameterSpec> parameters() {
    return {whole_parameter("trials", 1, 100'000, 10, {.ko = "시행 횟수", .en = "trials"}, "n"),
            probability_parameter("probability", 0, 0.5, {.ko = "성공 확률", .en = "probability of success"}, "p")};
  }
  static Result<Binomial> from(const OptionValues& values) {
    Binomial made{values.at("trials"), values.at("probability"), nullptr};
    const double n = made.n, odds = made.p / (1 - made.p);
    const Support support = made.support();
    made.table = std::make_shared<const InversionTable>(support.low, support.high, *made.mode(),
                                                        [=](double k) { return (n - k) / (k + 1) * odds; });
    return made;
  }

  Support support() const { return {p == 1 ? n : 0, p == 0 ? 0 : n}; }
  double log_density(double x) const { return p == 0 || p == 1 ? 0 : log_binomial_mass(x, n, p); }
  double cdf(double x) const { return x == n || p == 0 ? 1 : beta_tails(x + 1, n - x, {p, 1 - p}).upper; }
  double upper(double x) const { return x == n || p == 0 ? 0 : beta_tails(x + 1, n - x, {p, 1 - p}).lower; }
  Moments moments() const {
    const double share = p * (1 - p), variance = n * share;
    if (variance == 0) return {n * p, 0.0, {}, {}};
    return {n * p, variance, (1 - 2 * p) / std::sqrt(variance), (1 - 6 * share) / variance};
  }
  std::optional<double> mode() const { return std::min(n, std::floor((n + 1) * p)); }
  double draw(RandomStream& random) const { return table->draw(random); }
  std::string scipy() const { return python_call("binom", {n, p}); }
};

}  // namespace downhill
