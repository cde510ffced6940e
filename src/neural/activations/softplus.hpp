#pragma once

#include "neural/activation.hpp"

namespace downhill {

/// log(1 + eˣ): a smooth ReLU, whose slope is the sigmoid.
/// Source: C. Dugas et al., "Incorporating second-order functional knowledge for better option pricing", NIPS 2000.
struct Softplus {
  static constexpr std::string_view id = "softplus";
  static constexpr Name name{.ko = "소프트플러스", .en = "Softplus"};
  static constexpr std::string_view latex = R"(\log(1 + e^x))", slope_latex = R"(\frac{1}{1 + e^{-x}})";
  static constexpr Range range{0, unbounded};
  static std::vector<double> kinks() { return {}; }

  template <class Scalar>
  static Scalar value(Scalar x) {
    return portable_softplus(x);
  }
  template <class Scalar>
  static Scalar slope(Scalar x) {
    return portable_sigmoid(x);
  }
};

}  // namespace downhill
