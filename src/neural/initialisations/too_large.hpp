#pragma once

#include "neural/initialisation.hpp"

namespace downhill {

/// Standard deviation 1 whatever the width: sigmoid and tanh saturate at once, ReLU's signal and gradients explode from layer
/// to layer. Source: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS
/// 2010.
struct TooLargeInitialisation {
  static constexpr std::string_view id = "too-large";
  static constexpr Name name{.ko = "너무 크게", .en = "Too large"};
  static constexpr std::string_view latex = "1";
  static double deviation(double, double) { return 1; }
};

}  // namespace downhill
