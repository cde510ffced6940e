#pragma once

#include "neural/loss.hpp"

namespace downhill {

/// The square of the error: twice as far off is four times as bad. Averaged over samples it is the mean squared error.
/// Source: A. M. Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, 1805.
struct Squared {
  static constexpr std::string_view id = "squared";
  static constexpr Name name{.ko = "제곱 오차", .en = "Squared error"};
  static constexpr std::string_view latex = R"((\hat y - y)^2)";
  static constexpr bool numbers = true, takes_logits = false;

  template <class Scalar>
  static Scalar value(Scalar output, Scalar target) {
    return (output - target) * (output - target);
  }
  template <class Scalar>
  static Scalar slope(Scalar output, Scalar target) {
    return 2 * (output - target);
  }
};

}  // namespace downhill
