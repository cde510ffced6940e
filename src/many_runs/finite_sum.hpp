#pragma once

#include <span>
#include <vector>

#include "calculus/expression.hpp"
#include "calculus/function.hpp"
#include "foundation/result.hpp"

namespace downhill {

/// A loss of one parameter w that is a mean over data: L(w) = (1/n) Σ ℓ(w; xᵢ, yᵢ). The mean over a part of the data, a
/// mini-batch, is a curve of its own: its slopes agree with those of L on average, its flat points do not.
class FiniteSum {
 public:
  /// `sample_loss` is ℓ in three variables, in the order w, x, y. Errors: wrong_dimension ("loss": not three variables; "data":
  /// not as many outputs as inputs, or none), not_finite ("data"),
  /// and those of differentiate.
  static Result<FiniteSum> create(const Expression& sample_loss, std::vector<double> inputs, std::vector<double> outputs);

  int samples() const { return static_cast<int>(inputs_.size()); }
  const std::vector<double>& inputs() const { return inputs_; }
  const std::vector<double>& outputs() const { return outputs_; }

  /// The batch's mean loss at many parameters: `out[j]` for `parameters[j]`. NaN where undefined.
  void values(std::span<const double> parameters, std::span<const int> batch, double* out) const {
    means(loss_, parameters, batch, out);
  }
  /// The slope dL/dw of the batch's mean loss at many parameters, exact.
  void slopes(std::span<const double> parameters, std::span<const int> batch, double* out) const {
    means(slope_, parameters, batch, out);
  }
  /// The indices of all samples: the batch whose mean is L itself.
  std::span<const int> all() const { return all_; }

 private:
  FiniteSum() = default;
  void means(const Function& function, std::span<const double> parameters, std::span<const int> batch, double* out) const;

  Function loss_, slope_;
  std::vector<double> inputs_, outputs_;
  std::vector<int> all_;
};

}  // namespace downhill
