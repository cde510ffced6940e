#pragma once

#include "optimize/schedule.hpp"

namespace downhill {

/// The learning rate rises evenly to the set one and stays there: the first steps, from weights that know nothing, are careful.
/// Source: P. Goyal et al., "Accurate, large minibatch SGD: training ImageNet in 1 hour", arXiv:1706.02677 (2017), section 2.2.
struct WarmUp {
  static constexpr std::string_view id = "warm-up";
  static constexpr Name name{.ko = "워밍업", .en = "Warm-up"};

  double duration = 1000;  ///< steps until the set rate is reached

  static std::vector<OptionSpec> options() {
    return {steps_option("duration", 1000, {.ko = "워밍업 기간(스텝 수)", .en = "Duration (steps)"})};
  }
  static WarmUp from(const OptionValues& values) { return {.duration = values.at("duration")}; }

  /// min((k + 1) / duration, 1)
  double factor(std::int64_t step) const {
    const double reached = static_cast<double>(step + 1) / duration;
    return reached < 1 ? reached : 1;
  }
};

}  // namespace downhill
