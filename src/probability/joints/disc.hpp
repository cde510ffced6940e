#pragma once

#include <numbers>

#include "probability/joint_model.hpp"

namespace downhill {

/// Every point of a disc around 0 alike: uncorrelated, and yet x says how far y can go.
struct Disc {
  static constexpr std::string_view id = "disc";
  static constexpr Name name{.ko = "원판 위의 균등분포", .en = "Uniform on a disc"};

  double radius;

  static std::vector<OptionSpec> options() {
    return {{.id = "radius",
             .minimum = 0.5,
             .maximum = 3,
             .default_value = 1,
             .name = {.ko = "반지름", .en = "radius"},
             .symbol = "r"}};
  }
  static Disc from(const OptionValues& values) { return {values.at("radius")}; }

  Window window() const {
    const double seen = 1.15 * radius;
    return {{-seen, seen}, {-seen, seen}};
  }
  double marginal_x(double x) const { return 2 * half_chord(x) / (std::numbers::pi * radius * radius); }
  double marginal_y(double y) const { return marginal_x(y); }
  Conditional given_x(double x) const {
    const double half = half_chord(x);
    return half > 0 ? Conditional{{{MixturePart::Shape::uniform, 1, 0, half}}} : Conditional{};
  }
  JointMoments moments() const { return {0, 0, radius * radius / 4, radius * radius / 4, 0}; }
  bool independent() const { return false; }
  /// A point of the square, until one lies in the disc.
  Pair draw(RandomStream& random) const {
    while (true) {
      const double x = random.uniform(-1, 1), y = random.uniform(-1, 1);
      if (x * x + y * y < 1) return {radius * x, radius * y};
    }
  }

 private:
  double half_chord(double x) const { return std::abs(x) < radius ? std::sqrt((radius - x) * (radius + x)) : 0; }
};

}  // namespace downhill
