#pragma once

#include "optimize/optimizer.hpp"

namespace downhill {

/// Adam: momentum over the direction, RMSProp over the length. Both means start at 0 and would be too small at first; dividing
/// by 1 − βᵏ makes up for it, so the very first step has the length of the learning rate.
/// Source: D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, Algorithm 1.
struct Adam {
  static constexpr std::string_view id = "adam";
  static constexpr Name name{.ko = "Adam", .en = "Adam"};
  static constexpr int memory = 2;

  double beta_1 = 0.9;    ///< β₁, the share of the mean gradient that survives a step
  double beta_2 = 0.999;  ///< β₂, of the mean square
  double epsilon = default_epsilon;

  static std::vector<OptionSpec> options() {
    return {learning_rate_option(0.001),
            {.id = "beta-1",
             .minimum = 0,
             .maximum = 0.9999,
             .default_value = 0.9,
             .name = {.ko = "기울기 평균의 감쇠율", .en = "Decay of the mean gradient"},
             .symbol = R"(\beta_1)"},
            {.id = "beta-2",
             .minimum = 0,
             .maximum = 0.99999,
             .default_value = 0.999,
             .name = {.ko = "제곱 평균의 감쇠율", .en = "Decay of the mean square"},
             .symbol = R"(\beta_2)"},
            epsilon_option()};
  }
  static Adam from(const OptionValues& values) {
    return {.beta_1 = values.at("beta-1"), .beta_2 = values.at("beta-2"), .epsilon = values.at("epsilon")};
  }

  // [region update]
  /// m ← β₁ m + (1 − β₁) ∇f(x),  v ← β₂ v + (1 − β₂) ∇f(x)²  and in step k
  /// x ← x − η m̂ / (√v̂ + ε)  with  m̂ = m / (1 − β₁ᵏ),  v̂ = v / (1 − β₂ᵏ), each coordinate by itself
  template <class Gradient, class Parameters, class Memory>
  void update(const UpdateStep& step, const Gradient& gradient, Parameters& x, Memory& memory) const {
    using Scalar = typename Parameters::Scalar;
    auto mean = memory.col(0), square = memory.col(1);
    mean = Scalar(beta_1) * mean + Scalar(1 - beta_1) * gradient;
    square = Scalar(beta_2) * square + Scalar(1 - beta_2) * gradient.square();
    const auto mean_correction = Scalar(1 / (1 - power(beta_1, step.number)));
    const auto square_correction = Scalar(1 / (1 - power(beta_2, step.number)));
    x -= Scalar(step.rate) * (mean * mean_correction) / ((square * square_correction).sqrt() + Scalar(epsilon));
  }
  // [endregion]
};

}  // namespace downhill
