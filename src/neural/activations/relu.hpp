#pragma once

#include "neural/activation.hpp"

namespace downhill {

/// The rectified linear unit: passes what is positive. Its slope never fades, but a unit that is negative on every sample
/// learns nothing any more (it is dead). At 0 it has a kink; its slope there is taken as 0. Source: V. Nair, G. Hinton,
/// "Rectified linear units improve restricted Boltzmann machines", ICML 2010.
struct Relu {
  static constexpr std::string_view id = "relu";
  static constexpr Name name{.ko = "ReLU", .en = "ReLU"};
  static constexpr std::string_view latex = R"(\max(x, 0))";
  static constexpr std::string_view slope_latex = R"(\begin{cases} 0 & x \le 0 \\ 1 & x > 0 \end{cases})";
  static constexpr Range range{0, unbounded};
  static std::vector<double> kinks() { return {0}; }

  // [region relu]
  template <class Scalar>
  static Scalar value(Scalar x) {
    return std::max(x, Scalar(0));
  }
  template <class Scalar>
  static Scalar slope(Scalar x) {
    return x > 0 ? Scalar(1) : Scalar(0);
  }
  // [endregion]
  template <class Scalar>
  static Scalar slope_at_value(Scalar value) {
    return slope(value);
  }
};

}  // namespace downhill
