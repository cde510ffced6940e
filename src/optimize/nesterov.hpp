#pragma once

#include "optimize/optimizer.hpp"

namespace downhill {

/// Nesterov's momentum: the gradient counts where the velocity is about to lead, so it brakes before the slope turns. Written
/// in the point looked ahead to, as is usual for networks: the velocity already holds this step's gradient when it is used.
/// Source: Y. Nesterov, "A method for solving the convex programming problem with convergence rate O(1/k²)", Dokl. Akad. Nauk
/// SSSR 269 (1983); this form by Y. Bengio, N. Boulanger-Lewandowski, R. Pascanu, "Advances in optimizing recurrent networks",
/// ICASSP 2013.
struct Nesterov {
  static constexpr std::string_view id = "nesterov";
  static constexpr Name name{.ko = "네스테로프 모멘텀", .en = "Nesterov momentum"};
  static constexpr int memory = 1;

  double momentum = 0.9;  ///< μ

  static std::vector<OptionSpec> options() { return {learning_rate_option(0.02), momentum_option()}; }
  static Nesterov from(const OptionValues& values) { return {.momentum = values.at("momentum")}; }

  // [region update]
  /// v ← μ v + ∇f(x),  x ← x − η (∇f(x) + μ v)
  template <class Gradient, class Parameters, class Memory>
  void update(const UpdateStep& step, const Gradient& gradient, Parameters& x, Memory& memory) const {
    using Scalar = typename Parameters::Scalar;
    auto velocity = memory.col(0);
    velocity = Scalar(momentum) * velocity + gradient;
    x -= Scalar(step.rate) * (gradient + Scalar(momentum) * velocity);
  }
  // [endregion]
};

}  // namespace downhill
