#pragma once

#include "data/plane.hpp"

namespace downhill {

/// Arms that wind out from the middle, one a class: the hardest of the plane's sets for small networks.
struct SpiralData {
  static constexpr std::string_view id = "spiral";
  static constexpr Name name{.ko = "나선", .en = "Spiral"};

  static std::vector<OptionSpec> options() {
    return {points_option(500),
            plane_noise_option(),
            {.id = "arms", .minimum = 2, .maximum = 8, .default_value = 2, .integer = true},
            {.id = "turns", .minimum = 0.25, .maximum = 3, .default_value = 1.75}};
  }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    const int arms = static_cast<int>(options.at("arms"));
    const double n = options.at("points");
    return plane_data(options, arms, random, [&](Eigen::Index i) {
      const auto arm = static_cast<double>(i % arms);
      const double way = (static_cast<double>(i / arms) + random.uniform()) * arms / n;  // along the arm, from 0 to 1
      const double angle = 2 * std::numbers::pi * (options.at("turns") * way + arm / arms);
      return polar(5 * way, angle, arm);
    });
  }
};

}  // namespace downhill
