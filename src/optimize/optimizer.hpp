#pragma once

#include <Eigen/Core>
#include <string>
#include <string_view>
#include <vector>

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
//                                              the rule itself, on Eigen arrays: memory has one column per kept number
// It has no state of its own, so it works on one number, a point of the plane or the weights of a network, in one block or
// many. To add one: write its header, list it in optimizers.hpp, test it.

/// What every rule may need to know about the step it makes.
struct UpdateStep {
  double rate;  ///< the learning rate η of this step
  long number;  ///< 1 for the first step of the run; the same for every block of parameters
};

/// The learning-rate option, common to all optimizers.
inline OptionSpec learning_rate_option(double default_value) {
  return {.id = "learning-rate",
          .minimum = 1e-12,
          .maximum = 1e6,
          .default_value = default_value,
          .scale = OptionSpec::Scale::logarithmic};
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
