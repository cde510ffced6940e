#pragma once

#include "optimize/optimizer.hpp"

namespace downhill {

/// Gradient descent with momentum: the velocity v is a fading sum of past gradients, so steps that agree grow and steps that
/// contradict each other cancel.
/// Source: B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR Comp. Math. Math. Phys. 4
/// (1964).
struct Momentum {
  static constexpr std::string_view id = "momentum";
  static constexpr Name name{.ko = "모멘텀", .en = "Momentum"};
  static constexpr int memory = 1;

  double momentum = 0.9;  ///< μ, the share of the velocity that survives a step; 0 is plain gradient descent

  static std::vector<OptionSpec> options() { return {learning_rate_option(0.02), momentum_option()}; }
  static Momentum from(const OptionValues& values) { return {.momentum = values.at("momentum")}; }

  // [region update]
  /// v ← μ v + ∇f(x),  x ← x − η v
  template <class Gradient, class Parameters, class Memory>
  void update(const UpdateStep& step, const Gradient& gradient, Parameters& x, Memory& memory) const {
    using Scalar = typename Parameters::Scalar;
    auto velocity = memory.col(0);
    velocity = Scalar(momentum) * velocity + gradient;
    x -= Scalar(step.rate) * velocity;
  }
  // [endregion]
};

}  // namespace downhill
