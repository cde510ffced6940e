#pragma once

#include "probability/joint_model.hpp"

namespace downhill {

/// Points from either of two round heaps, at (a, b) with a given share and at (−a, −b).
struct TwoHeaps {
  static constexpr std::string_view id = "two-heaps";
  static constexpr Name name{.ko = "두 정규분포의 혼합", .en = "Mixture of two normals"};

  double share, a, b, deviation;

  static std::vector<OptionSpec> options() {
    const auto place = [](std::string id, double default_value, Name name, std::string_view symbol) {
      return OptionSpec{
          .id = std::move(id), .minimum = -2, .maximum = 2, .default_value = default_value, .name = name, .symbol = symbol};
    };
    return {share_option("share", 0.6, {.ko = "첫째 무리의 비율", .en = "share of the first heap"}, "w"),
            place("centre-x", 1, {.ko = "첫째 중심의 x", .en = "x of the first centre"}, "a"),
            place("centre-y", 1, {.ko = "첫째 중심의 y", .en = "y of the first centre"}, "b"),
            width_option("deviation", 0.6, {.ko = "표준편차", .en = "standard deviation"}, "\\sigma")};
  }
  static TwoHeaps from(const OptionValues& values) {
    return {values.at("share"), values.at("centre-x"), values.at("centre-y"), values.at("deviation")};
  }

  Window window() const {
    const double x = std::abs(a) + 3.5 * deviation, y = std::abs(b) + 3.5 * deviation;
    return {{-x, x}, {-y, y}};
  }
  double marginal_x(double x) const { return along(a).density(x); }
  double marginal_y(double y) const { return along(b).density(y); }
  /// Which heap, judged by x: Bayes' rule. Of the two weights only the ratio counts, so none of them vanishes far out.
  Conditional given_x(double x) const {
    const double lead = std::log(share) - std::log1p(-share) + 2 * a * x / (deviation * deviation);
    const double first = 1 / (1 + std::exp(-lead)), second = 1 / (1 + std::exp(lead));
    return {{{MixturePart::Shape::normal, first, b, deviation}, {MixturePart::Shape::normal, second, -b, deviation}}};
  }
  JointMoments moments() const {
    const double side = 2 * share - 1, spread = 4 * share * (1 - share), own = deviation * deviation;
    return {side * a, side * b, own + spread * a * a, own + spread * b * b, spread * a * b};
  }
  bool independent() const { return share == 0 || share == 1 || a == 0 || b == 0; }
  Pair draw(RandomStream& random) const {
    const double side = random.uniform() < share ? 1 : -1;
    const double x = side * a + deviation * random.normal();
    return {x, side * b + deviation * random.normal()};
  }

 private:
  Conditional along(double centre) const {
    return {
        {{MixturePart::Shape::normal, share, centre, deviation}, {MixturePart::Shape::normal, 1 - share, -centre, deviation}}};
  }
};

}  // namespace downhill
