#pragma once

#include "neural/activation.hpp"

namespace downhill {

/// ReLU with a little slope on the negative side, so that no unit dies.
/// Source: A. Maas, A. Hannun, A. Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML 2013.
struct LeakyRelu {
  static constexpr std::string_view id = "leaky-relu";
  static constexpr Name name{.ko = "Leaky ReLU", .en = "Leaky ReLU"};
  static constexpr std::string_view latex = R"(\max(x, 0.01x))";
  static constexpr std::string_view slope_latex = R"(\begin{cases} 0.01 & x \le 0 \\ 1 & x > 0 \end{cases})";
  static constexpr Range range{-unbounded, unbounded};
  static constexpr double leak = 0.01;
  static std::vector<double> kinks() { return {0}; }

  template <class Scalar>
  static Scalar value(Scalar x) {
    return std::max(x, Scalar(leak) * x);
  }
  template <class Scalar>
  static Scalar slope(Scalar x) {
    return x > 0 ? Scalar(1) : Scalar(leak);
  }
  template <class Scalar>
  static Scalar slope_at_value(Scalar value) {
    return slope(value);
  }
};

}  // namespace downhill
