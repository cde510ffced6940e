#pragma once

#include <algorithm>
#include <array>

#include "data/plane.hpp"

namespace downhill {

/// Six cones of radius 2, three up to 1 and three down to −1, in two rows; 0 between them.
struct RegressionGaussData {
  static constexpr std::string_view id = "regression-gauss";
  static constexpr Name name{.ko = "봉우리와 골", .en = "Hills and hollows"};

  static std::vector<OptionSpec> options() { return {points_option(500), plane_noise_option()}; }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    constexpr std::array<PlanePoint, 6> tops{
        {{-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}}};
    return plane_data(options, 0, random, [&](Eigen::Index) {
      const double x1 = random.uniform(-plane_half_width, plane_half_width);
      const double x2 = random.uniform(-plane_half_width, plane_half_width);
      double answer = 0;
      for (const PlanePoint& top : tops) {
        const double height = 1 - std::sqrt((x1 - top.x1) * (x1 - top.x1) + (x2 - top.x2) * (x2 - top.x2)) / 2;
        if (height > std::abs(answer)) answer = top.answer * height;
      }
      return PlanePoint{x1, x2, answer};
    });
  }
};

}  // namespace downhill
