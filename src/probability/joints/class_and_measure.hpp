#pragma once

#include "probability/joint_model.hpp"

namespace downhill {

/// Neither discrete nor continuous: x is a class, 0 or 1, and y is a number measured of a member of that class.
struct ClassAndMeasure {
  static constexpr std::string_view id = "class-and-measure";
  static constexpr Name name{.ko = "이산인 x와 연속인 y", .en = "Discrete x, continuous y"};

  double share, gap, deviation;

  static std::vector<OptionSpec> options() {
    return {share_option("share", 0.3, {.ko = "x = 1일 확률", .en = "probability of x = 1"}, "q"),
            {.id = "gap",
             .minimum = 0,
             .maximum = 4,
             .default_value = 2,
             .name = {.ko = "두 평균의 차이", .en = "distance of the means"},
             .symbol = "\\delta"},
            width_option("deviation", 0.7, {.ko = "표준편차", .en = "standard deviation"}, "\\sigma")};
  }
  static ClassAndMeasure from(const OptionValues& values) {
    return {values.at("share"), values.at("gap"), values.at("deviation")};
  }
  static std::vector<double> x_values() { return {0, 1}; }

  Window window() const { return {{-0.5, 1.5}, {-3.5 * deviation, gap + 3.5 * deviation}}; }
  double marginal_x(double x) const { return x == 0 ? 1 - share : x == 1 ? share : 0; }
  double marginal_y(double y) const { return (1 - share) * part(0).density(y) + share * part(1).density(y); }
  Conditional given_x(double x) const { return marginal_x(x) > 0 ? Conditional{{part(x)}} : Conditional{}; }
  /// Which class, judged by y: a linear function of y through the S-shaped curve of a softmax over two. Of the two weights only
  /// the ratio counts, so none of them vanishes far out.
  Conditional given_y(double y) const {
    const double lead = std::log(share) - std::log1p(-share) + gap * (y - gap / 2) / (deviation * deviation);
    const double one = 1 / (1 + std::exp(-lead)), zero = 1 / (1 + std::exp(lead));
    return {{{MixturePart::Shape::point, zero, 0, 0}, {MixturePart::Shape::point, one, 1, 0}}};
  }
  JointMoments moments() const {
    const double spread = share * (1 - share);
    return {share, share * gap, spread, deviation * deviation + spread * gap * gap, spread * gap};
  }
  bool independent() const { return gap == 0 || share == 0 || share == 1; }
  Pair draw(RandomStream& random) const {
    const double x = random.uniform() < share ? 1 : 0;
    return {x, x * gap + deviation * random.normal()};
  }

 private:
  MixturePart part(double x) const { return {MixturePart::Shape::normal, 1, x * gap, deviation}; }
};

}  // namespace downhill
