#pragma once

#include <algorithm>

#include "probability/joint_model.hpp"

namespace downhill {

/// Every point of the triangle 0 < y < h x / w, 0 < x < w alike.
struct Triangle {
  static constexpr std::string_view id = "triangle";
  static constexpr Name name{.ko = "삼각형 위의 균등분포", .en = "Uniform on a triangle"};

  double width, height;

  static std::vector<OptionSpec> options() {
    const auto side = [](std::string id, Name name, std::string_view symbol) {
      return OptionSpec{.id = std::move(id), .minimum = 0.5, .maximum = 3, .default_value = 1, .name = name, .symbol = symbol};
    };
    return {side("width", {.ko = "밑변", .en = "base"}, "w"), side("height", {.ko = "높이", .en = "height"}, "h")};
  }
  static Triangle from(const OptionValues& values) { return {values.at("width"), values.at("height")}; }

  Window window() const { return {{-0.15 * width, 1.15 * width}, {-0.15 * height, 1.15 * height}}; }
  double marginal_x(double x) const { return x > 0 && x <= width ? 2 * x / (width * width) : 0; }
  double marginal_y(double y) const { return y >= 0 && y < height ? 2 * (height - y) / (height * height) : 0; }
  Conditional given_x(double x) const {
    const double half = x > 0 && x <= width ? 0.5 * height * (x / width) : 0;
    return half > 0 ? Conditional{{{MixturePart::Shape::uniform, 1, half, half}}} : Conditional{};
  }
  JointMoments moments() const {
    return {2 * width / 3, height / 3, width * width / 18, height * height / 18, width * height / 36};
  }
  bool independent() const { return false; }
  /// A point of the rectangle, folded over its diagonal.
  Pair draw(RandomStream& random) const {
    const double u = random.uniform(), v = random.uniform();
    return {width * std::max(u, v), height * std::min(u, v)};
  }
};

}  // namespace downhill
