#pragma once

#include "probability/joint_model.hpp"

namespace downhill {

/// x uniform on [0, 3], and y about one of two lines from 0 to h and to −h: where they are far apart, hardly a point lies near
/// the mean of y given x.
struct TwoBranches {
  static constexpr std::string_view id = "two-branches";
  static constexpr Name name{.ko = "두 갈래", .en = "Two branches"};

  double share, height, noise;

  static std::vector<OptionSpec> options() {
    return {share_option("share", 0.5, {.ko = "위 갈래의 비율", .en = "share of the upper branch"}, "w"),
            {.id = "height",
             .minimum = 0.1,
             .maximum = 3,
             .default_value = 2,
             .name = {.ko = "끝의 높이", .en = "height at the end"},
             .symbol = "h"},
            width_option("noise", 0.25, {.ko = "잡음의 표준편차", .en = "standard deviation of the noise"}, "\\sigma")};
  }
  static TwoBranches from(const OptionValues& values) { return {values.at("share"), values.at("height"), values.at("noise")}; }

  Window window() const {
    const double y = height + 3.5 * noise;
    return {{-0.1 * reach, 1.1 * reach}, {-y, y}};
  }
  double marginal_x(double x) const { return x >= 0 && x <= reach ? 1 / reach : 0; }
  double marginal_y(double y) const {
    return (share * between(-y / noise, (height - y) / noise) + (1 - share) * between(y / noise, (height + y) / noise)) /
           height;
  }
  Conditional given_x(double x) const {
    if (!(x >= 0 && x <= reach)) return {};
    const double up = height * (x / reach);
    return {{{MixturePart::Shape::normal, share, up, noise}, {MixturePart::Shape::normal, 1 - share, -up, noise}}};
  }
  JointMoments moments() const {
    const double side = 2 * share - 1, mean_y = side * height / 2;
    return {reach / 2, mean_y, reach * reach / 12, noise * noise + height * height / 3 - mean_y * mean_y,
            side * height * reach / 12};
  }
  bool independent() const { return false; }
  Pair draw(RandomStream& random) const {
    const double x = random.uniform(0, reach), side = random.uniform() < share ? 1 : -1;
    return {x, side * (height * (x / reach)) + noise * random.normal()};
  }

 private:
  static constexpr double reach = 3;

  /// The share of the standard normal distribution between two places, from the tail that keeps the digits.
  static double between(double low, double high) {
    return low > 0 ? standard_normal_cdf(-low) - standard_normal_cdf(-high)
                   : standard_normal_cdf(high) - standard_normal_cdf(low);
  }
};

}  // namespace downhill
