#pragma once

#include "neural/activation.hpp"

namespace downhill {

/// The logistic function: from 0 to 1, and flat on both sides. Its slope is at most ¼, so gradients fade through many layers.
/// Source: P.-F. Verhulst, "Recherches mathématiques sur la loi d'accroissement de la population", Mém. Acad. Bruxelles 18
/// (1845).
struct Sigmoid {
  static constexpr std::string_view id = "sigmoid";
  static constexpr Name name{.ko = "시그모이드", .en = "Sigmoid"};
  static constexpr std::string_view latex = R"(\frac{1}{1 + e^{-x}})", slope_latex = R"(\sigma(x)\,(1 - \sigma(x)))";
  static constexpr Range range{0, 1};
  static std::vector<double> kinks() { return {}; }

  template <class Scalar>
  static Scalar value(Scalar x) {
    return portable_sigmoid(x);
  }
  template <class Scalar>
  static Scalar slope(Scalar x) {
    const Scalar small = portable_exp(-std::abs(x));
    return small / ((1 + small) * (1 + small));
  }
  template <class Scalar>
  static Scalar slope_at_value(Scalar value) {
    return value * (1 - value);
  }
};

}  // namespace downhill
