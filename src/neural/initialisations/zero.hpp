#pragma once

#include "neural/initialisation.hpp"

namespace downhill {

/// All weights 0. Every unit of a layer then sees and learns the same as its neighbours for ever, and hidden layers of tanh or
/// ReLU learn nothing at all: the symmetry has to be broken.
/// Source: D. Rumelhart, G. Hinton, R. Williams, "Learning internal representations by error propagation", 1986 ("breaking
/// symmetry").
struct ZeroInitialisation {
  static constexpr std::string_view id = "zero";
  static constexpr Name name{.ko = "모두 0", .en = "All zero"};
  static constexpr std::string_view latex = "0";
  static double deviation(double, double) { return 0; }
};

}  // namespace downhill
