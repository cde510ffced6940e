#pragma once

#include <cmath>

#include "optimize/schedule.hpp"

namespace downhill {

/// The learning rate shrinks by the same share in every step.
struct ExponentialDecay {
  static constexpr std::string_view id = "exponential-decay";
  static constexpr Name name{.ko = "지수 감소", .en = "Exponential decay"};

  double period = 1000;    ///< steps in which it shrinks by the factor
  double shrinkage = 0.5;  ///< γ

  static std::vector<OptionSpec> options() {
    return {steps_option("period", 1000, {.ko = "주기(스텝 수)", .en = "Period (steps)"}), factor_option()};
  }
  static ExponentialDecay from(const OptionValues& values) {
    return {.period = values.at("period"), .shrinkage = values.at("factor")};
  }

  /// γ^(k / period)
  double factor(std::int64_t step) const { return std::pow(shrinkage, static_cast<double>(step) / period); }
};

}  // namespace downhill
