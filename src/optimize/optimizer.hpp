#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/power.hpp"
#include "foundation/registry.hpp"

namespace downhill {

// What an optimizer is
// --------------------
// A struct whose members are its options (a validated aggregate) and which says
//   static constexpr std::string_view id       kebab-case name
//   static constexpr Name name                 what the reader calls it
//   static constexpr int memory                how many numbers it keeps per parameter between steps (all zero at first)
//   static std::vector<OptionSpec> options()   "learning-rate" first, then its own
//   static T from(const OptionValues&)         the aggregate made from validated options
//   template <class Gradient, class Parameters, class Memory>
//   void update(const UpdateStep&, const Gradient& gradient, Parameters& x, Memory& memory) const
//                                              the rule itself, on Eigen arrays of float or double: memory has one column per
//                                              kept number
// It has no state of its own, so it works on one number, a point of the plane or the weights of a network, in one block or
// many. To add one: write its header, list it in optimizers.hpp, test it.

/// What every rule may need to know about the step it makes.
struct UpdateStep {
  double rate;          ///< the learning rate η of this step
  std::int64_t number;  ///< 1 for the first step of the run; the same for every block of parameters
};

/// The learning-rate option, common to all optimizers.
inline OptionSpec learning_rate_option(double default_value) {
  return {.id = "learning-rate",
          .minimum = 1e-12,
          .maximum = 1e6,
          .default_value = default_value,
          .scale = OptionSpec::Scale::logarithmic,
          .name = {.ko = "학습률", .en = "Learning rate"},
          .symbol = R"(\eta)"};
}

/// The share of the velocity that survives a step.
inline OptionSpec momentum_option() {
  return {.id = "momentum",
          .minimum = 0,
          .maximum = 0.999,
          .default_value = 0.9,
          .name = {.ko = "모멘텀 계수", .en = "Momentum"},
          .symbol = R"(\mu)"};
}

/// ε, what keeps a rule that divides by the size of past gradients from dividing by 0.
inline constexpr double default_epsilon = 1e-8;
inline OptionSpec epsilon_option() {
  return {.id = "epsilon",
          .minimum = 1e-12,
          .maximum = 1,
          .default_value = default_epsilon,
          .scale = OptionSpec::Scale::logarithmic,
          .name = {.ko = "분모에 더하는 수", .en = "Added to the denominator"},
          .symbol = R"(\varepsilon)"};
}

/// Applies a rule to a block of `size` parameters (`Dimension` when that is known at compile time).
/// `memory` holds size × Method::memory numbers, column by column.
template <int Dimension = Eigen::Dynamic, class Method, class Scalar>
void update_block(const Method& method, const UpdateStep& step, Eigen::Index size, const Scalar* gradient, Scalar* parameters,
                  Scalar* memory) {
  const Eigen::Map<const Eigen::Array<Scalar, Dimension, 1>> g(gradient, size);
  Eigen::Map<Eigen::Array<Scalar, Dimension, 1>> x(parameters, size);
  Eigen::Map<Eigen::Array<Scalar, Dimension, Method::memory>> m(memory, size, Method::memory);
  method.update(step, g, x, m);
}

}  // namespace downhill
