#pragma once

#include "neural/activation.hpp"

namespace downhill {

/// The hyperbolic tangent: from −1 to 1 with mean 0, and flat on both sides.
/// Source: Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, "Efficient BackProp", in Neural Networks: Tricks of the Trade, 1998
/// (section 4.4, why it should be odd).
struct Tanh {
  static constexpr std::string_view id = "tanh";
  static constexpr Name name{.ko = "하이퍼볼릭 탄젠트", .en = "Tanh"};
  static constexpr std::string_view latex = R"(\tanh x)", slope_latex = R"(1 - \tanh^2 x)";
  static constexpr Range range{-1, 1};
  static std::vector<double> kinks() { return {}; }

  template <class Scalar>
  static Scalar value(Scalar x) {
    return portable_tanh(x);
  }
  /// 1/cosh²; 1 − tanh² would lose its digits where tanh is near ±1.
  template <class Scalar>
  static Scalar slope(Scalar x) {
    const Scalar small = portable_exp(-2 * std::abs(x));
    return 4 * small / ((1 + small) * (1 + small));
  }
  template <class Scalar>
  static Scalar slope_at_value(Scalar value) {
    return (1 - value) * (1 + value);
  }
};

}  // namespace downhill
