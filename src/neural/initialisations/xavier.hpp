#pragma once

#include "neural/initialisation.hpp"

namespace downhill {

/// Keeps the spread of signals (forward) and gradients (backward) about the same from layer to layer, for activations that are
/// near the identity around 0, such as tanh.
/// Source: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010,
/// equation 12.
struct XavierInitialisation {
  static constexpr std::string_view id = "xavier";
  static constexpr Name name{.ko = "자비에(글로럿)", .en = "Xavier (Glorot)"};
  static constexpr std::string_view latex = R"(\sqrt{\tfrac{2}{n_\text{in} + n_\text{out}}})";
  static double deviation(double inputs, double units) { return std::sqrt(2 / (inputs + units)); }
};

}  // namespace downhill
