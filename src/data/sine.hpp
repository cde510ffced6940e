#pragma once

#include <cmath>

#include "data/dataset.hpp"

namespace downhill {

/// y = sin(frequency · x) + noise, x uniform on [−3, 3]. As a function of the frequency its squared error has many minima.
struct SineData {
  static constexpr std::string_view id = "sine";
  static constexpr Name name{.ko = "사인", .en = "Sine"};

  static std::vector<OptionSpec> options() {
    return {points_option(40), noise_option(0.1, 2), {.id = "frequency", .minimum = 0.1, .maximum = 10, .default_value = 2}};
  }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    const double frequency = options.at("frequency");
    return noisy_curve(options, -3, 3, random, [&](double x) { return std::sin(frequency * x); });
  }
};

}  // namespace downhill
