#pragma once

#include "optimize/optimizer.hpp"

namespace downhill {

/// AdaGrad: every parameter has a rate of its own, which falls the more it has been pushed so far. Rarely pushed ones keep long
/// steps; all steps grow ever shorter.
/// Source: J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization", JMLR
/// 12 (2011).
struct AdaGrad {
  static constexpr std::string_view id = "adagrad";
  static constexpr Name name{.ko = "AdaGrad", .en = "AdaGrad"};
  static constexpr int memory = 1;

  double epsilon = default_epsilon;

  static std::vector<OptionSpec> options() { return {learning_rate_option(0.1), epsilon_option()}; }
  static AdaGrad from(const OptionValues& values) { return {.epsilon = values.at("epsilon")}; }

  // [region update]
  /// s ← s + ∇f(x)²,  x ← x − η ∇f(x) / (√s + ε), each coordinate by itself
  template <class Gradient, class Parameters, class Memory>
  void update(const UpdateStep& step, const Gradient& gradient, Parameters& x, Memory& memory) const {
    using Scalar = typename Parameters::Scalar;
    auto squares = memory.col(0);
    squares += gradient.square();
    x -= Scalar(step.rate) * gradient / (squares.sqrt() + Scalar(epsilon));
  }
  // [endregion]
};

}  // namespace downhill
