#pragma once

#include "data/dataset.hpp"

namespace downhill {

/// y = intercept + slope x + noise, x uniform on [0, 10].
struct LineData {
  static constexpr std::string_view id = "line";
  static constexpr Name name{.ko = "직선", .en = "Line"};

  static std::vector<OptionSpec> options() {
    return {points_option(30),
            noise_option(1, 10),
            {.id = "slope", .minimum = -10, .maximum = 10, .default_value = 2},
            {.id = "intercept", .minimum = -100, .maximum = 100, .default_value = 3}};
  }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    const double slope = options.at("slope"), intercept = options.at("intercept");
    return noisy_curve(options, 0, 10, random, [&](double x) { return intercept + slope * x; });
  }
};

}  // namespace downhill
