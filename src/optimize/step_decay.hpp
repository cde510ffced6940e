#pragma once

#include "optimize/optimizer.hpp"
#include "optimize/schedule.hpp"

namespace downhill {

/// The learning rate falls in stairs: long steps as long as they help, then shorter ones to settle.
/// Source: A. Krizhevsky, I. Sutskever, G. Hinton, "ImageNet classification with deep convolutional neural networks", NIPS 2012
/// (section 5, there by hand).
struct StepDecay {
  static constexpr std::string_view id = "step-decay";
  static constexpr Name name{.ko = "계단식 감소", .en = "Step decay"};

  std::int64_t period = 1000;  ///< steps on one stair
  double shrinkage = 0.5;      ///< γ

  static std::vector<OptionSpec> options() {
    return {steps_option("period", 1000, {.ko = "주기(스텝 수)", .en = "Period (steps)"}), factor_option()};
  }
  static StepDecay from(const OptionValues& values) {
    return {.period = static_cast<std::int64_t>(values.at("period")), .shrinkage = values.at("factor")};
  }

  /// γ^⌊k / period⌋
  double factor(std::int64_t step) const { return power(shrinkage, step / period); }
};

}  // namespace downhill
