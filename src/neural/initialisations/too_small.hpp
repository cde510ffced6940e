#pragma once

#include "neural/initialisation.hpp"

namespace downhill {

/// Standard deviation 0.01 whatever the width: layer by layer the signal shrinks towards 0, and so do the gradients.
/// Source: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.
struct TooSmallInitialisation {
  static constexpr std::string_view id = "too-small";
  static constexpr Name name{.ko = "너무 작게", .en = "Too small"};
  static constexpr std::string_view latex = "0.01";
  static double deviation(double, double) { return 0.01; }
};

}  // namespace downhill
