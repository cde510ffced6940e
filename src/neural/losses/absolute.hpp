#pragma once

#include "neural/loss.hpp"

namespace downhill {

/// The size of the error: outliers pull no harder than others, but it has a kink at 0, where its slope is taken as 0.
/// Source: P.-S. Laplace, "Sur quelques points du système du monde", Mém. Acad. Paris 1789.
struct Absolute {
  static constexpr std::string_view id = "absolute";
  static constexpr Name name{.ko = "절대 오차", .en = "Absolute error"};
  static constexpr std::string_view latex = R"(|\hat y - y|)";
  static constexpr bool numbers = true, takes_logits = false;

  template <class Scalar>
  static Scalar value(Scalar output, Scalar target) {
    return std::abs(output - target);
  }
  template <class Scalar>
  static Scalar slope(Scalar output, Scalar target) {
    const Scalar error = output - target;
    return error == 0 ? error : std::copysign(Scalar(1), error);
  }
};

}  // namespace downhill
