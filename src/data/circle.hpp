#pragma once

#include "data/plane.hpp"

namespace downhill {

/// Class 1 is a disc, class 0 a ring around it: no straight line parts them.
struct CircleData {
  static constexpr std::string_view id = "circle";
  static constexpr Name name{.ko = "원과 고리", .en = "Circle"};

  static std::vector<OptionSpec> options() { return {points_option(500), plane_noise_option()}; }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    return plane_data(options, 2, random, [&](Eigen::Index i) {
      const bool inside = i % 2 == 1;
      const double radius = inside ? random.uniform(0, 2.5) : random.uniform(3.5, 5);
      return polar(radius, random.uniform(0, 2 * std::numbers::pi), inside ? 1 : 0);
    });
  }
};

}  // namespace downhill
