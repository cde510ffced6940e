#pragma once

#include "neural/activation.hpp"

namespace downhill {

/// The exponential linear unit (α = 1): like ReLU, but it levels off at −1 instead of 0, smoothly, so that means stay near 0.
/// Source: D.-A. Clevert, T. Unterthiner, S. Hochreiter, "Fast and accurate deep network learning by exponential linear units",
/// ICLR 2016.
struct Elu {
  static constexpr std::string_view id = "elu";
  static constexpr Name name{.ko = "ELU", .en = "ELU"};
  static constexpr std::string_view latex = R"(\begin{cases} e^x - 1 & x \le 0 \\ x & x > 0 \end{cases})";
  static constexpr std::string_view slope_latex = R"(\begin{cases} e^x & x \le 0 \\ 1 & x > 0 \end{cases})";
  static constexpr Range range{-1, unbounded};
  static std::vector<double> kinks() { return {}; }

  template <class Scalar>
  static Scalar value(Scalar x) {
    const Scalar below = std::max(std::min(x, Scalar(0)), Scalar(-40));
    return x > 0 ? x : portable_expm1_below_zero(below);
  }
  template <class Scalar>
  static Scalar slope(Scalar x) {
    return portable_exp(std::min(x, Scalar(0)));
  }
  template <class Scalar>
  static Scalar slope_at_value(Scalar value) {
    return 1 + std::min(value, Scalar(0));
  }
};

}  // namespace downhill
