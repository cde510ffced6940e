#pragma once

#include "probability/joint_model.hpp"

namespace downhill {

/// Two normal numbers with a correlation, around 0.
struct CorrelatedNormal {
  static constexpr std::string_view id = "correlated-normal";
  static constexpr Name name{.ko = "상관된 두 정규분포", .en = "Correlated normals"};

  double deviation_x, deviation_y, correlation;

  static std::vector<OptionSpec> options() {
    return {{.id = "correlation",
             .minimum = -0.99,
             .maximum = 0.99,
             .default_value = 0.6,
             .name = {.ko = "상관계수", .en = "correlation"},
             .symbol = "\\rho"},
            width_option("deviation-x", 1, {.ko = "x의 표준편차", .en = "standard deviation of x"}, "\\sigma_x"),
            width_option("deviation-y", 1, {.ko = "y의 표준편차", .en = "standard deviation of y"}, "\\sigma_y")};
  }
  static CorrelatedNormal from(const OptionValues& values) {
    return {values.at("deviation-x"), values.at("deviation-y"), values.at("correlation")};
  }

  Window window() const {
    constexpr double seen = 3.5;
    return {{-seen * deviation_x, seen * deviation_x}, {-seen * deviation_y, seen * deviation_y}};
  }
  double marginal_x(double x) const { return MixturePart{MixturePart::Shape::normal, 1, 0, deviation_x}.density(x); }
  double marginal_y(double y) const { return MixturePart{MixturePart::Shape::normal, 1, 0, deviation_y}.density(y); }
  // [region given]
  Conditional given_x(double x) const {
    const double mean = correlation * deviation_y / deviation_x * x;
    const double deviation = deviation_y * std::sqrt((1 - correlation) * (1 + correlation));
    return {{{MixturePart::Shape::normal, 1, mean, deviation}}};
  }
  // [endregion]
  JointMoments moments() const {
    return {0, 0, deviation_x * deviation_x, deviation_y * deviation_y, correlation * deviation_x * deviation_y};
  }
  bool independent() const { return correlation == 0; }
  Pair draw(RandomStream& random) const {
    const double x = deviation_x * random.normal();
    const MixturePart y = given_x(x).parts.front();
    return {x, y.centre + y.width * random.normal()};
  }
};

}  // namespace downhill
