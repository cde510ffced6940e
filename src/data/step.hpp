#pragma once

#include "data/dataset.hpp"

namespace downhill {

/// y = 0 left of the edge and 1 right of it, with noise, x uniform on [−1, 1]: what no polynomial follows.
struct StepData {
  static constexpr std::string_view id = "step";
  static constexpr Name name{.ko = "계단", .en = "Step"};

  static std::vector<OptionSpec> options() {
    return {points_option(40), noise_option(0.1, 2), {.id = "edge", .minimum = -1, .maximum = 1, .default_value = 0}};
  }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    const double edge = options.at("edge");
    return noisy_curve(options, -1, 1, random, [&](double x) { return x < edge ? 0.0 : 1.0; });
  }
};

}  // namespace downhill
