#pragma once

#include <algorithm>
#include <array>

#include "probability/joint_model.hpp"

namespace downhill {

/// x uniform on [−2, 2], and y = g(x) with normal noise: g(x) = h (x³ − 3x) / 2 rises to h, falls to −h and rises again.
struct NoisyCurve {
  static constexpr std::string_view id = "noisy-curve";
  static constexpr Name name{.ko = "잡음 섞인 곡선", .en = "Noise about a curve"};

  double height, noise;

  static std::vector<OptionSpec> options() {
    return {{.id = "height",
             .minimum = 0,
             .maximum = 2,
             .default_value = 1,
             .name = {.ko = "곡선의 높이", .en = "height of the curve"},
             .symbol = "h"},
            width_option("noise", 0.4, {.ko = "잡음의 표준편차", .en = "standard deviation of the noise"}, "\\sigma")};
  }
  static NoisyCurve from(const OptionValues& values) { return {values.at("height"), values.at("noise")}; }

  double curve(double x) const { return height * (x * x * x - 3 * x) / 2; }
  Window window() const {
    const double y = height + 3.5 * noise;
    return {{-1.15 * reach, 1.15 * reach}, {-y, y}};
  }
  double marginal_x(double x) const { return std::abs(x) <= reach ? 0.5 / reach : 0; }
  /// ∫ p(x) p(y | x) dx by Gauss's rule of ten places, in pieces so short that g changes by at most 2σ on each: the rounding is
  /// larger than the error of the rule. Source of the rule: Abramowitz and Stegun (1964), table 25.4.
  double marginal_y(double y) const {
    constexpr std::array places{0.148874338981631211, 0.433395394129247191, 0.679409568299024406, 0.865063366688984511,
                                0.973906528517171720};
    constexpr std::array weights{0.295524224714752870, 0.269266719309996355, 0.219086362515982044, 0.149451349150580593,
                                 0.0666713443086881376};
    const double steepest = height * 4.5;
    const int pieces = std::max(4, static_cast<int>(std::ceil(2 * reach * steepest / (2 * noise))));
    const double half = reach / pieces;
    double sum = 0;
    for (int piece = 0; piece < pieces; ++piece) {
      const double middle = -reach + (2 * piece + 1) * half;
      for (std::size_t i = 0; i < places.size(); ++i)
        sum += weights[i] * (part(middle - half * places[i]).density(y) + part(middle + half * places[i]).density(y));
    }
    return sum * half * 0.5 / reach;
  }
  Conditional given_x(double x) const { return std::abs(x) <= reach ? Conditional{{part(x)}} : Conditional{}; }
  JointMoments moments() const { return {0, 0, reach * reach / 3, 17.0 / 35 * height * height + noise * noise, -0.4 * height}; }
  bool independent() const { return height == 0; }
  Pair draw(RandomStream& random) const {
    const double x = random.uniform(-reach, reach);
    return {x, curve(x) + noise * random.normal()};
  }

 private:
  static constexpr double reach = 2;

  MixturePart part(double x) const { return {MixturePart::Shape::normal, 1, curve(x), noise}; }
};

}  // namespace downhill
