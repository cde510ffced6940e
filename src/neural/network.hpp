#pragma once

#include <functional>
#include <string>
#include <vector>

#include "foundation/random.hpp"
#include "neural/activations.hpp"
#include "neural/layout.hpp"
#include "neural/losses.hpp"

namespace downhill {

/// What the samples of a batch leave behind in one layer on their way forward, and the gradients on the way back. Training
/// needs all of it, inference only the outputs.
template <class Scalar>
struct LayerPass {
  Batch<Scalar> sums;     ///< x W + b
  Batch<Scalar> values;   ///< f of these
  Batch<Scalar> mask;     ///< of dropout: 0 or 1 / (1 − p); of no size without
  Batch<Scalar> dropped;  ///< values · mask
  Batch<Scalar> deltas;   ///< of the loss in the values, then in the sums

  /// What the next layer sees.
  const Batch<Scalar>& outputs() const { return mask.size() > 0 ? dropped : values; }
};

/// One batch in a network.
template <class Scalar>
struct Pass {
  Batch<Scalar> inputs;
  std::vector<LayerPass<Scalar>> layers;
};

/// A layer as it stands in a network.
template <class Scalar>
struct Layer {
  LayerPlace place;
  std::string activation;
  ActivationKernel<Scalar> kernel;
  double dropout = 0;
};

/// A multilayer perceptron: dense layers one after the other. It holds no numbers of its own; all its weights and biases are
/// one flat vector that the caller keeps, so that optimizers, files, checks of gradients and going back are the same few lines
/// for every network.
template <class Scalar>
class Network {
 public:
  /// Any number of hidden layers, also none; activations by id, all known. The output layer has no dropout.
  Network(int inputs, const std::vector<LayerSpec>& hidden, int outputs, const std::string& output_activation);

  const std::vector<Layer<Scalar>>& layers() const { return layers_; }
  int inputs() const { return layers_.front().place.inputs; }
  int outputs() const { return layers_.back().place.units; }
  Eigen::Index parameter_count() const { return layers_.back().place.end(); }
  void set_dropout(std::size_t layer, double share) { layers_[layer].dropout = share; }

  /// Through all layers from pass.inputs (rows × inputs()). With a stream, dropout is drawn from it, layer by layer; without,
  /// nothing is dropped, as is right for everything but training.
  void forward(const Scalar* parameters, Pass<Scalar>& pass, RandomStream* dropout = nullptr) const;

  /// Back through all layers after `forward`, from the slopes of a loss in the outputs, which the last layer's `deltas` hold.
  /// The gradient in the parameters has their layout. `look(k)` is called when the deltas of layer k are those of the loss in
  /// its values, before they become those in its sums.
  void backward(const Scalar* parameters, Pass<Scalar>& pass, Scalar* gradient,
                const std::function<void(std::size_t)>& look = {}) const;

 private:
  std::vector<Layer<Scalar>> layers_;
};

extern template class Network<float>;
extern template class Network<double>;

}  // namespace downhill
