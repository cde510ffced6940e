#pragma once

#include <numbers>

#include "neural/activation.hpp"

namespace downhill {

/// The Gaussian error linear unit x Φ(x), with Φ the normal distribution function: a ReLU rounded off, with a dip below 0. The
/// exact form, not the approximation by tanh.
/// Source: D. Hendrycks, K. Gimpel, "Gaussian error linear units (GELUs)", arXiv:1606.08415 (2016).
struct Gelu {
  static constexpr std::string_view id = "gelu";
  static constexpr Name name{.ko = "GELU", .en = "GELU"};
  static constexpr std::string_view latex = R"(x\,\Phi(x))", slope_latex = R"(\Phi(x) + x\,\varphi(x))";
  static constexpr Range range{-0.17, unbounded};
  static std::vector<double> kinks() { return {}; }

  template <class Scalar>
  static Scalar value(Scalar x) {
    return x * distribution(x);
  }
  template <class Scalar>
  static Scalar slope(Scalar x) {
    const Scalar density = Scalar(0.5 * std::numbers::inv_sqrtpi * std::numbers::sqrt2) * portable_exp(-x * x / 2);
    return distribution(x) + x * density;
  }

 private:
  /// Φ(x) by the complement of the error function, which keeps its digits far out on the left.
  template <class Scalar>
  static Scalar distribution(Scalar x) {
    return Scalar(0.5) * std::erfc(-x * Scalar(1 / std::numbers::sqrt2));
  }
};

}  // namespace downhill
