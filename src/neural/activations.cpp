#include "neural/activations.hpp"

#include "neural/activations/elu.hpp"
#include "neural/activations/gelu.hpp"
#include "neural/activations/leaky_relu.hpp"
#include "neural/activations/linear.hpp"
#include "neural/activations/relu.hpp"
#include "neural/activations/sigmoid.hpp"
#include "neural/activations/softplus.hpp"
#include "neural/activations/tanh.hpp"

namespace downhill {
namespace {

template <class Activation, class Scalar>
void values(const Scalar* x, Scalar* __restrict out, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) out[i] = Activation::value(x[i]);
}

template <class Activation, class Scalar>
void slopes(const Scalar* x, Scalar* __restrict out, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) out[i] = Activation::slope(x[i]);
}

template <class Activation, class Scalar>
void pull_back(const Scalar* x, const Scalar* value, Scalar* __restrict delta, std::size_t count) {
  if constexpr (requires { Activation::slope_at_value(Scalar{}); })
    for (std::size_t i = 0; i < count; ++i) delta[i] *= Activation::slope_at_value(value[i]);
  else
    for (std::size_t i = 0; i < count; ++i) delta[i] *= Activation::slope(x[i]);
}

template <class Activation, class Scalar>
ActivationKernel<Scalar> kernel() {
  return {values<Activation, Scalar>, slopes<Activation, Scalar>, pull_back<Activation, Scalar>};
}

template <class Activation>
ActivationEntry entry() {
  return {std::string(Activation::id), Activation::name,    Activation::latex,           Activation::slope_latex,
          Activation::range,           Activation::kinks(), kernel<Activation, float>(), kernel<Activation, double>()};
}

}  // namespace

const Registry<ActivationEntry>& activations() {
  static const Registry<ActivationEntry> registry{
      entry<Linear>(),    entry<Sigmoid>(), entry<Tanh>(), entry<Relu>(),
      entry<LeakyRelu>(), entry<Elu>(),     entry<Gelu>(), entry<Softplus>(),
  };
  return registry;
}

}  // namespace downhill
