#include "neural/network.hpp"

#include "neural/dense_kernel.hpp"

namespace downhill {
namespace {

template <class Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;

template <class Scalar>
Eigen::Map<const Matrix<Scalar>> weights(const Scalar* parameters, const LayerPlace& place) {
  return {parameters + place.weights, place.inputs, place.units};
}

/// sums = x W + b
template <class Scalar>
void apply(const LayerPlace& place, const Scalar* parameters, const Batch<Scalar>& x, Batch<Scalar>& sums) {
  if (is_small<Scalar>(place)) return dense_forward(place, parameters, x.data(), x.rows(), sums.data());
  sums.matrix().noalias() = x.matrix() * weights(parameters, place);
  sums.rowwise() += Eigen::Map<const Eigen::Array<Scalar, 1, Eigen::Dynamic>>(parameters + place.biases(), place.units);
}

/// The gradient in W and b from the deltas of the sums.
template <class Scalar>
void collect(const LayerPlace& place, const Batch<Scalar>& x, const Batch<Scalar>& deltas, Scalar* gradient) {
  if (is_small<Scalar>(place)) return dense_gradient(place, x.data(), deltas.data(), x.rows(), gradient);
  Eigen::Map<Matrix<Scalar>>(gradient + place.weights, place.inputs, place.units).noalias() =
      x.matrix().transpose() * deltas.matrix();
  Eigen::Map<Eigen::Array<Scalar, 1, Eigen::Dynamic>>(gradient + place.biases(), place.units) = deltas.colwise().sum();
}

/// The deltas of what the layer was given.
template <class Scalar>
void pass_down(const LayerPlace& place, const Scalar* parameters, const Batch<Scalar>& deltas, Batch<Scalar>& below) {
  if (is_small<Scalar>(place)) return dense_backward(place, parameters, deltas.data(), deltas.rows(), below.data());
  below.matrix().noalias() = deltas.matrix() * weights(parameters, place).transpose();
}

/// 0 with probability `share`, else 1 / (1 − share), so that the mean stays.
template <class Scalar>
void draw_mask(Batch<Scalar>& mask, double share, RandomStream& random) {
  const auto kept = static_cast<Scalar>(1 / (1 - share));
  for (Eigen::Index i = 0; i < mask.size(); ++i) mask.data()[i] = random.uniform() < share ? Scalar(0) : kept;
}

}  // namespace

template <class Scalar>
Network<Scalar>::Network(int inputs, const std::vector<LayerSpec>& hidden, int outputs, const std::string& output_activation) {
  std::vector<int> sizes{inputs};
  for (const LayerSpec& layer : hidden) sizes.push_back(layer.units);
  sizes.push_back(outputs);
  for (const LayerPlace& place : layer_places(sizes)) {
    const std::size_t number = layers_.size();
    const bool last = number == hidden.size();
    const std::string& activation = last ? output_activation : hidden[number].activation;
    layers_.push_back({.place = place,
                       .activation = activation,
                       .kernel = activations().find(activation, "activation").value()->template kernel<Scalar>(),
                       .dropout = last ? 0 : hidden[number].dropout});
  }
}

// [region forward]
template <class Scalar>
void Network<Scalar>::forward(const Scalar* parameters, Pass<Scalar>& pass, RandomStream* dropout) const {
  pass.layers.resize(layers_.size());
  const Eigen::Index samples = pass.inputs.rows();
  const Batch<Scalar>* x = &pass.inputs;
  for (std::size_t k = 0; k < layers_.size(); ++k) {
    const Layer<Scalar>& layer = layers_[k];
    LayerPass<Scalar>& now = pass.layers[k];
    now.sums.resize(samples, layer.place.units);
    now.values.resize(samples, layer.place.units);
    apply(layer.place, parameters, *x, now.sums);
    layer.kernel.values(now.sums.data(), now.values.data(), static_cast<std::size_t>(now.sums.size()));
    if (dropout && layer.dropout > 0) {
      now.mask.resize(samples, layer.place.units);
      draw_mask(now.mask, layer.dropout, *dropout);
      now.dropped = now.values * now.mask;
    } else {
      now.mask.resize(0, 0);
    }
    x = &now.outputs();
  }
}
// [endregion]

// [region backward]
template <class Scalar>
void Network<Scalar>::backward(const Scalar* parameters, Pass<Scalar>& pass, Scalar* gradient,
                               const std::function<void(std::size_t)>& look) const {
  for (std::size_t k = layers_.size(); k-- > 0;) {
    const LayerPlace& place = layers_[k].place;
    LayerPass<Scalar>& now = pass.layers[k];
    if (now.mask.size() > 0) now.deltas *= now.mask;
    if (look) look(k);
    layers_[k].kernel.pull_back(now.sums.data(), now.values.data(), now.deltas.data(),
                                static_cast<std::size_t>(now.deltas.size()));

    collect(place, k == 0 ? pass.inputs : pass.layers[k - 1].outputs(), now.deltas, gradient);
    if (k == 0) continue;  // nobody asks for the slopes in the inputs
    LayerPass<Scalar>& below = pass.layers[k - 1];
    below.deltas.resize(now.deltas.rows(), place.inputs);
    pass_down(place, parameters, now.deltas, below.deltas);
  }
}
// [endregion]

template class Network<float>;
template class Network<double>;

}  // namespace downhill
