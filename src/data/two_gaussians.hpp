#pragma once

#include "data/plane.hpp"

namespace downhill {

/// Two round normal clouds around (2, 2), class 1, and (−2, −2), class 0, which the noise makes wider: a straight line parts
/// them as well as can be.
struct TwoGaussiansData {
  static constexpr std::string_view id = "gauss";
  static constexpr Name name{.ko = "정규분포 두 무리", .en = "Two clouds"};

  static std::vector<OptionSpec> options() { return {points_option(500), plane_noise_option()}; }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    OptionValues still = options;
    still["noise"] = 0;
    const double deviation = std::sqrt(0.5 + 7 * options.at("noise"));
    return plane_data(still, 2, random, [&](Eigen::Index i) {
      const double answer = i % 2 == 1 ? 1 : 0, centre = 4 * answer - 2;
      const double x1 = centre + deviation * random.normal();
      return PlanePoint{x1, centre + deviation * random.normal(), answer};
    });
  }
};

}  // namespace downhill
