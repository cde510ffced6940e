#pragma once

#include "neural/loss.hpp"

namespace downhill {

/// Huber's loss (δ = 1): half the square of a small error, the size of a large one less ½, joined smoothly.
/// Source: P. J. Huber, "Robust estimation of a location parameter", Ann. Math. Statist. 35 (1964).
struct Huber {
  static constexpr std::string_view id = "huber";
  static constexpr Name name{.ko = "후버 손실", .en = "Huber loss"};
  static constexpr std::string_view latex =
      R"(\begin{cases} \frac12 (\hat y - y)^2 & |\hat y - y| \le 1 \\ |\hat y - y| - \frac12 & \text{otherwise} \end{cases})";
  static constexpr bool numbers = true, takes_logits = false;

  template <class Scalar>
  static Scalar value(Scalar output, Scalar target) {
    const Scalar size = std::abs(output - target), small = std::min(size, Scalar(1));
    return small * (size - small / 2);
  }
  template <class Scalar>
  static Scalar slope(Scalar output, Scalar target) {
    return std::max(std::min(output - target, Scalar(1)), Scalar(-1));
  }
};

}  // namespace downhill
