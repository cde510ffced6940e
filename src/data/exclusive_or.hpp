#pragma once

#include "data/plane.hpp"

namespace downhill {

/// Class 1 where both coordinates have the same sign, class 0 where they have not: each class lies in two opposite quarters.
struct ExclusiveOrData {
  static constexpr std::string_view id = "xor";
  static constexpr Name name{.ko = "XOR", .en = "Exclusive or"};

  static std::vector<OptionSpec> options() { return {points_option(500), plane_noise_option()}; }

  static Dataset generate(const OptionValues& options, RandomStream& random) {
    return plane_data(options, 2, random, [&](Eigen::Index i) {
      const bool alike = i % 2 == 1;
      const auto draw = [&] {
        const double x = random.uniform(-5, 5);
        return x + std::copysign(0.3, x);  // a gap between the quarters
      };
      const double x1 = draw(), size = std::abs(draw());
      return PlanePoint{x1, std::copysign(size, alike ? x1 : -x1), alike ? 1.0 : 0.0};
    });
  }
};

}  // namespace downhill
