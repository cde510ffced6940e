#pragma once

#include <optional>
#include <span>
#include <vector>

#include "foundation/result.hpp"
#include "neural/layout.hpp"

namespace downhill {

/// A place where a network's output bends.
struct Bend {
  double x;
  int layer, unit;  ///< whose kink it is: the first hidden layer is 0
  double change;    ///< of the output's slope, from left to right
};

/// Where the first output of a network of one input bends between two places, exactly: each unit is straight between the bends
/// of the layers before, so a kink is where its sum passes 0. A kink that no later layer lets through is none. There is one
/// straight piece more than bends. None for activations that are curved. The layers end with that of the output; parameters as
/// `layer_places` lays them out. Errors: unknown_id ("activation"), wrong_dimension ("parameters").
Result<std::optional<std::vector<Bend>>> bends_of(const std::vector<LayerSpec>& layers, std::span<const double> parameters,
                                                  double from, double to);

}  // namespace downhill
