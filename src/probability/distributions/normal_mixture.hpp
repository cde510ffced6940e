#pragma once

#include <algorithm>
#include <cmath>

#include "probability/distributions/normal.hpp"

namespace downhill {

/// Either of two normal distributions, the first with a given share: two kinds of things in one heap.
struct NormalMixture {
  static constexpr std::string_view id = "normal-mixture";
  static constexpr Name name{.ko = "정규 혼합분포", .en = "Mixture of two normals"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula =
      R"(<share> \cdot \varphi(<x>; <mean-1>, <deviation-1>) + (1 - <share>) \cdot \varphi(<x>; <mean-2>, <deviation-2>))";

  double share;
  Normal first, second;

  static std::vector<ParameterSpec> parameters() {
    return {probability_parameter("share", 0, 0.4, {.ko = "첫째의 몫", .en = "share of the first"}, "w"),
            location_parameter("mean-1", -1.5, {.ko = "첫째 평균", .en = "first mean"}, "\\mu_1"),
            scale_parameter("deviation-1", 0.6, {.ko = "첫째 표준편차", .en = "first standard deviation"}, "\\sigma_1"),
            location_parameter("mean-2", 1, {.ko = "둘째 평균", .en = "second mean"}, "\\mu_2"),
            scale_parameter("deviation-2", 0.8, {.ko = "둘째 표준편차", .en = "second standard deviation"}, "\\sigma_2")};
  }
  static Result<NormalMixture> from(const OptionValues& values) {
    return NormalMixture{
        values.at("share"), {values.at("mean-1"), values.at("deviation-1")}, {values.at("mean-2"), values.at("deviation-2")}};
  }

  Support support() const { return {-infinity, infinity}; }
  double log_density(double x) const {
    const double a = std::log(share) + first.log_density(x), b = std::log1p(-share) + second.log_density(x);
    const double larger = std::max(a, b);
    return larger == -infinity ? larger : larger + std::log1p(std::exp(std::min(a, b) - larger));
  }
  double cdf(double x) const { return share * first.cdf(x) + (1 - share) * second.cdf(x); }
  double upper(double x) const { return share * first.upper(x) + (1 - share) * second.upper(x); }
  double quantile(double p) const {
    return between(first.quantile(p), second.quantile(p), [=, this](double x) { return cdf(x) < p; });
  }
  double upper_quantile(double q) const {
    return between(first.upper_quantile(q), second.upper_quantile(q), [=, this](double x) { return upper(x) > q; });
  }
  Moments moments() const {
    const double w = share, v = 1 - share, gap = first.mean - second.mean;
    const double mean = w * first.mean + v * second.mean;
    const double a = v * gap, b = -w * gap;  // the means of the two, seen from the mean of all
    const double s = first.deviation * first.deviation, t = second.deviation * second.deviation;
    const double variance = w * (a * a + s) + v * (b * b + t);
    const double third = w * a * (a * a + 3 * s) + v * b * (b * b + 3 * t);
    const double fourth = w * (a * a * (a * a + 6 * s) + 3 * s * s) + v * (b * b * (b * b + 6 * t) + 3 * t * t);
    return {mean, variance, third / (variance * std::sqrt(variance)), fourth / (variance * variance) - 3};
  }
  /// Climbs from either mean, by the mean of the two means weighted with the pull each has there.
  std::optional<double> mode() const {
    const auto climbed = [this](double x) {
      for (int step = 0; step < 500; ++step) {
        const double pull_1 = share * std::exp(first.log_density(x)) / (first.deviation * first.deviation);
        const double pull_2 = (1 - share) * std::exp(second.log_density(x)) / (second.deviation * second.deviation);
        const double next = (pull_1 * first.mean + pull_2 * second.mean) / (pull_1 + pull_2);
        if (!(std::abs(next - x) > 1e-15 * std::abs(x))) break;
        x = next;
      }
      return x;
    };
    if (share == 0 || share == 1) return share == 1 ? first.mean : second.mean;
    const double x = climbed(first.mean), y = climbed(second.mean);
    return log_density(x) >= log_density(y) ? x : y;
  }
  double draw(RandomStream& random) const { return random.uniform() < share ? first.draw(random) : second.draw(random); }
  std::string scipy() const {
    const auto part = [](const Normal& normal) {
      return "scipy.stats.Normal(mu=" + plain_number(normal.mean) + ", sigma=" + plain_number(normal.deviation) + ")";
    };
    return "scipy.stats.Mixture([" + part(first) + ", " + part(second) + "], weights=[" + plain_number(share) + ", " +
           plain_number(1 - share) + "])";
  }

 private:
  /// The place between two at which `too_low` turns from true to false, by halving down to neighbouring numbers.
  template <class TooLow>
  static double between(double a, double b, TooLow too_low) {
    double low = std::min(a, b), high = std::max(a, b);
    for (int step = 0; step < 2000; ++step) {
      const double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) break;
      (too_low(middle) ? low : high) = middle;
    }
    return high;
  }
};

}  // namespace downhill
