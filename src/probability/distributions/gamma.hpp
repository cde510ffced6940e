#pragma once

#include <cmath>

#include "probability/distribution_model.hpp"
#include "probability/gamma_draw.hpp"
#include "probability/special.hpp"

namespace downhill {

/// A sum of k exponential times, for whole k; between them for others. χ² with ν degrees of freedom is shape ν/2, scale 2.
struct Gamma {
  static constexpr std::string_view id = "gamma";
  static constexpr Name name{.ko = "감마분포", .en = "Gamma"};
  static constexpr bool discrete = false;
  static constexpr std::string_view formula =
      R"(\frac{<x>^{<shape> - 1} e^{-<x> / <scale>}}{\Gamma(<shape>) \cdot <scale>^{<shape>}})";

  double shape, scale;

  static std::vector<ParameterSpec> parameters() {
    return {shape_parameter("shape", 2, {.ko = "모양", .en = "shape"}, "k"),
            scale_parameter("scale", 1, {.ko = "척도", .en = "scale"}, "\\theta")};
  }
  static Result<Gamma> from(const OptionValues& values) { return Gamma{values.at("shape"), values.at("scale")}; }

  Support support() const { return {0, infinity}; }
  double log_density(double x) const {
    if (x == 0) return shape < 1 ? infinity : shape == 1 ? -std::log(scale) : -infinity;
    const double z = x / scale;
    if (shape >= 1) return log_poisson_mass(shape - 1, z) - std::log(scale);
    return log_poisson_mass(shape, z) + std::log(shape / z) - std::log(scale);
  }
  double cdf(double x) const { return gamma_tails(shape, x / scale).lower; }
  double upper(double x) const { return gamma_tails(shape, x / scale).upper; }
  double quantile(double p) const { return scale * gamma_lower_inverse(shape, p); }
  double upper_quantile(double q) const { return scale * gamma_upper_inverse(shape, q); }
  Moments moments() const { return {shape * scale, shape * scale * scale, 2 / std::sqrt(shape), 6 / shape}; }
  std::optional<double> mode() const { return shape < 1 ? std::nullopt : std::optional<double>((shape - 1) * scale); }
  double draw(RandomStream& random) const { return scale * draw_gamma(shape, random); }
  std::string scipy() const { return "scipy.stats.gamma(" + plain_number(shape) + ", scale=" + plain_number(scale) + ")"; }
};

}  // namespace downhill
