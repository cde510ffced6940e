#pragma once

#include "data/plane.hpp"

namespace downhill {

/// y = (x₁ + x₂)/10, from about −1 to 1: what a single linear unit can do.
struct RegressionPlaneData {
  static constexpr std::string_view id = "regression-plane";
  static constexpr Name name{.ko = "기울어진 평면", .en = "Plane"};

  static std::vector<OptionSpec> options() { return {points_option(500), plane_noise_option()}; }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    return plane_data(options, 0, random, [&](Eigen::Index) {
      const double x1 = random.uniform(-plane_half_width, plane_half_width);
      const double x2 = random.uniform(-plane_half_width, plane_half_width);
      return PlanePoint{x1, x2, (x1 + x2) / 10};
    });
  }
};

}  // namespace downhill
