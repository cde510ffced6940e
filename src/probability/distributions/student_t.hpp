#pragma once

#include <algorithm>
#include <cmath>

#include "probability/distribution_model.hpp"
#include "probability/gamma_draw.hpp"
#include "probability/special.hpp"

namespace downhill {

/// A normal number divided by a deviation that was itself estimated, from ν + 1 numbers: heavier tails than the normal.
struct StudentT {
  static constexpr std::string_view id = "student-t";
  static constexpr Name name{.ko = "스튜던트 t 분포", .en = "Student t"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula =
      R"(\frac{\Gamma\left(\frac{<freedom> + 1}{2}\right)}{\sqrt{\pi \cdot <freedom>} \, \Gamma\left(\frac{<freedom>}{2}\right)} \left(1 + \frac{<x>^2}{<freedom>}\right)^{-\frac{<freedom> + 1}{2}})";

  double freedom;

  static std::vector<ParameterSpec> parameters() {
    return {{{.id = "freedom", .minimum = 0.1, .maximum = 1e6, .default_value = 3, .scale = OptionSpec::Scale::logarithmic},
             {.ko = "자유도", .en = "degrees of freedom"},
             "\\nu"}};
  }
  static Result<StudentT> from(const OptionValues& values) { return StudentT{values.at("freedom")}; }

  /// P(T > x) for x ≥ 0: half of a beta distribution function at ν/(ν + x²).
  double tail(double x) const {
    const double square = x * x;
    if (square < far)
      return 0.5 * beta_tails(freedom / 2, 0.5, {freedom / (freedom + square), square / (freedom + square)}).lower;
    return std::exp(freedom * (0.5 * std::log(freedom) - std::log(x)) - std::log(freedom) - log_beta(freedom / 2, 0.5));
  }
  /// The x ≥ 0 with P(T > x) = q, for 0 < q ≤ ½.
  double tail_inverse(double q) const {
    if (q > 0.25) {
      if (q == 0.5) return 0;
      const Share share = beta_lower_inverse(0.5, freedom / 2, 1 - 2 * q);
      return std::sqrt(freedom * (share.value / share.complement));
    }
    const Share share = beta_lower_inverse(freedom / 2, 0.5, 2 * q);
    if (share.value > freedom / far) return std::sqrt(freedom * (share.complement / share.value));
    return std::exp(0.5 * std::log(freedom) - (std::log(q) + std::log(freedom) + log_beta(freedom / 2, 0.5)) / freedom);
  }

  Support support() const { return {-infinity, infinity}; }
  Support window() const {
    const double edge = std::min(tail_inverse(0.001), 12.0);
    return {-edge, edge};
  }
  double log_density(double x) const {
    const double n = freedom, square = x * x;
    // log √(1 + x²/n), and n times it less what a normal density has in its place.
    const double root = square < far ? 0.5 * std::log1p(square / n) : std::log(std::abs(x)) - 0.5 * std::log(n);
    const double body = square > 0.2 * n ? n * root : square / 2 - deviance(n / 2, (n + square) / 2);
    return stirling_error((n + 1) / 2) - stirling_error(n / 2) - deviance(n / 2, (n + 1) / 2) - body - root -
           0.91893853320467274178;
  }
  double cdf(double x) const { return x < 0 ? tail(-x) : 1 - tail(x); }
  double upper(double x) const { return x > 0 ? tail(x) : 1 - tail(-x); }
  double quantile(double p) const { return p <= 0.5 ? -tail_inverse(p) : tail_inverse(1 - p); }
  double upper_quantile(double q) const { return q <= 0.5 ? tail_inverse(q) : -tail_inverse(1 - q); }
  Moments moments() const {
    const double n = freedom;
    Moments moments;
    if (n > 1) moments.mean = 0;
    if (n > 1) moments.variance = n > 2 ? n / (n - 2) : infinity;
    if (n > 3) moments.skewness = 0;
    if (n > 2) moments.excess_kurtosis = n > 4 ? 6 / (n - 4) : infinity;
    return moments;
  }
  std::optional<double> mode() const { return 0; }
  double draw(RandomStream& random) const {
    const double normal = random.normal(), log_gamma = draw_log_gamma(freedom / 2, random);
    // √(ν / χ²) with χ² twice the gamma draw.
    return normal * portable_exp(0.5 * (portable_log(freedom / 2) - log_gamma));
  }
  std::string scipy() const { return python_call("t", {freedom}); }

 private:
  static constexpr double far = 1e290;  // x² beyond which the leading term is the whole tail
};

}  // namespace downhill
