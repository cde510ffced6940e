#pragma once

#include <cmath>
#include <numbers>

#include "optimize/schedule.hpp"

namespace downhill {

/// The learning rate falls along half a wave of the cosine: slowly at first, fast in the middle, slowly to its end, where it
/// stays.
/// Source: I. Loshchilov, F. Hutter, "SGDR: stochastic gradient descent with warm restarts", ICLR 2017, equation 5 (without
/// restarts).
struct CosineDecay {
  static constexpr std::string_view id = "cosine-decay";
  static constexpr Name name{.ko = "코사인 감소", .en = "Cosine decay"};

  double duration = 10'000;  ///< steps until the end
  double end = 0;            ///< the share of the set rate that is left then

  static std::vector<OptionSpec> options() {
    return {steps_option("duration", 10'000, {.ko = "감소 기간(스텝 수)", .en = "Duration (steps)"}),
            {.id = "end",
             .minimum = 0,
             .maximum = 1,
             .default_value = 0,
             .name = {.ko = "끝에 남는 비율", .en = "Share left at the end"}}};
  }
  static CosineDecay from(const OptionValues& values) { return {.duration = values.at("duration"), .end = values.at("end")}; }

  /// end + (1 − end) (1 + cos(π k / duration)) / 2
  double factor(std::int64_t step) const {
    const double share = static_cast<double>(step) / duration;
    if (share >= 1) return end;
    return end + (1 - end) * (1 + std::cos(std::numbers::pi * share)) / 2;
  }
};

}  // namespace downhill
