#pragma once

#include "optimize/optimizer.hpp"

namespace downhill {

/// Gradient descent: a step against the gradient, in proportion to it.
/// Source: A. Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", C. R. Acad. Sci. Paris 25
/// (1847).
struct GradientDescent {
  static constexpr std::string_view id = "gradient-descent";
  static constexpr Name name{.ko = "경사하강법", .en = "Gradient descent"};
  static constexpr int memory = 0;

  static std::vector<OptionSpec> options() { return {learning_rate_option(0.1)}; }
  static GradientDescent from(const OptionValues&) { return {}; }

  // [region update]
  /// x ← x − η ∇f(x)
  template <class Gradient, class Parameters, class Memory>
  void update(const UpdateStep& step, const Gradient& gradient, Parameters& x, Memory&) const {
    x -= typename Parameters::Scalar(step.rate) * gradient;
  }
  // [endregion]
};

}  // namespace downhill
