#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

namespace downhill {

/// A dense layer as it is asked for: o = f(x W + b), with dropout behind.
struct LayerSpec {
  int units = 8;
  std::string activation = "tanh";
  double dropout = 0;  ///< the share of outputs left out in each training step, in [0, 0.9]
};

/// Where the numbers of a layer stand in the one flat vector of parameters that all layers share: first the weights, unit by
/// unit, then the biases.
struct LayerPlace {
  int inputs, units;
  Eigen::Index weights;  ///< unit j's weight for input i stands at weights + j · inputs + i

  Eigen::Index biases() const { return weights + Eigen::Index{inputs} * units; }
  Eigen::Index end() const { return biases() + units; }
};

/// The places of layers of these sizes, the inputs first: {2, 8, 1} has two layers. Empty for fewer than two sizes.
std::vector<LayerPlace> layer_places(const std::vector<int>& sizes);

/// Weights and biases in all: {2, 8, 8, 1} has 105.
Eigen::Index parameter_count(const std::vector<int>& sizes);

/// The width of `depth` ≥ 1 equal hidden layers that comes nearest to so many parameters; at least 1.
int width_for(Eigen::Index parameters, int depth, int inputs, int outputs);

}  // namespace downhill
