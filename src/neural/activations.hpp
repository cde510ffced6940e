#pragma once

#include <string>
#include <vector>

#include "foundation/result.hpp"
#include "neural/activation.hpp"

namespace downhill {

/// An activation at work on many numbers.
template <class Scalar>
struct ActivationKernel {
  /// out[i] = f(x[i])
  void (*values)(const Scalar* x, Scalar* out, std::size_t count);
  /// out[i] = f′(x[i]), to the last digits.
  void (*slopes)(const Scalar* x, Scalar* out, std::size_t count);
  /// delta[i] ← delta[i] f′(x[i]) where value[i] = f(x[i]) is at hand: backpropagation through the activation.
  void (*pull_back)(const Scalar* x, const Scalar* value, Scalar* delta, std::size_t count);
};

/// What the catalog says about an activation.
struct ActivationEntry {
  std::string id;
  Name name;
  std::string_view latex, slope_latex;
  Range range;
  std::vector<double> kinks;
  ActivationKernel<float> in_float;
  ActivationKernel<double> in_double;

  template <class Scalar>
  const ActivationKernel<Scalar>& kernel() const {
    if constexpr (sizeof(Scalar) == sizeof(float))
      return in_float;
    else
      return in_double;
  }
};

const Registry<ActivationEntry>& activations();

}  // namespace downhill
