#pragma once

#include <Eigen/Core>
#include <string>

#include "foundation/result.hpp"
#include "neural/loss.hpp"

namespace downhill {

/// Numbers of many samples: one row a sample, one column a unit, so that a unit's numbers lie one after the other.
template <class Scalar>
using Batch = Eigen::Array<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
template <class Scalar>
using BatchRef = Eigen::Ref<Batch<Scalar>, 0, Eigen::OuterStride<>>;
template <class Scalar>
using ConstBatchRef = Eigen::Ref<const Batch<Scalar>, 0, Eigen::OuterStride<>>;

/// The sum of a loss over samples; turns the outputs into its slopes in them. Targets: a column an output, or one column of
/// class numbers for cross-entropy.
template <class Scalar>
using LossKernel = double (*)(BatchRef<Scalar> outputs, const ConstBatchRef<Scalar>& targets);

/// What the catalog says about a loss.
struct LossEntry {
  std::string id;
  Name name;
  std::string_view latex;
  bool numbers;       ///< serves numbers, not classes only
  bool takes_logits;  ///< sigmoid or softmax is part of it
  LossKernel<float> in_float;
  LossKernel<double> in_double;

  template <class Scalar>
  LossKernel<Scalar> kernel() const {
    if constexpr (sizeof(Scalar) == sizeof(float))
      return in_float;
    else
      return in_double;
  }
};

const Registry<LossEntry>& losses();

/// How the answer to a sample is laid out for a loss: so many outputs, and what they are to be.
enum class Target {
  number,       ///< one output, the number itself
  sign,         ///< one output, −1 for class 0 and +1 for class 1
  zero_one,     ///< one logit, 0 or 1
  one_hot,      ///< an output a class, 1 for the class it is and 0 for the others
  class_number  ///< an output a class; the target is the class number
};

/// The layout for so many classes (0 for numbers). Errors: unknown_id ("loss", expected = the losses that do) when the loss is
/// not made for them.
Result<Target> target_for(const LossEntry& loss, int classes);

}  // namespace downhill
