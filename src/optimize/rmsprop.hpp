#pragma once

#include "optimize/optimizer.hpp"

namespace downhill {

/// RMSProp: AdaGrad that forgets. A step is about the learning rate long whatever the gradient's size, so near a minimum it
/// jumps to and fro instead of coming to rest.
/// Source: T. Tieleman, G. Hinton, "Lecture 6.5 – RMSProp", Neural Networks for Machine Learning, Coursera 2012.
struct RmsProp {
  static constexpr std::string_view id = "rmsprop";
  static constexpr Name name{.ko = "RMSProp", .en = "RMSProp"};
  static constexpr int memory = 1;

  double decay = 0.9;  ///< ρ, the share of the mean of squares that survives a step
  double epsilon = default_epsilon;

  static std::vector<OptionSpec> options() {
    return {learning_rate_option(0.01),
            {.id = "decay",
             .minimum = 0,
             .maximum = 0.9999,
             .default_value = 0.9,
             .name = {.ko = "제곱 평균의 감쇠율", .en = "Decay of the mean square"},
             .symbol = R"(\rho)"},
            epsilon_option()};
  }
  static RmsProp from(const OptionValues& values) { return {.decay = values.at("decay"), .epsilon = values.at("epsilon")}; }

  // [region update]
  /// s ← ρ s + (1 − ρ) ∇f(x)²,  x ← x − η ∇f(x) / (√s + ε), each coordinate by itself
  template <class Gradient, class Parameters, class Memory>
  void update(const UpdateStep& step, const Gradient& gradient, Parameters& x, Memory& memory) const {
    using Scalar = typename Parameters::Scalar;
    auto squares = memory.col(0);
    squares = Scalar(decay) * squares + Scalar(1 - decay) * gradient.square();
    x -= Scalar(step.rate) * gradient / (squares.sqrt() + Scalar(epsilon));
  }
  // [endregion]
};

}  // namespace downhill
