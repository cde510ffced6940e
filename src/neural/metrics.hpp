#pragma once

#include <limits>
#include <span>
#include <vector>

#include "neural/losses.hpp"

namespace downhill {

/// How good a network is on some samples.
struct Metrics {
  int samples = 0;
  double loss = 0;  ///< the mean data loss
  // For classes:
  double accuracy = std::numeric_limits<double>::quiet_NaN();
  std::vector<double> confusion =
      {};  ///< classes × classes counts, row by row: the true class by rows, the predicted by columns
  // For numbers:
  double r_squared = std::numeric_limits<double>::quiet_NaN();  ///< 1 − Σ(y − ŷ)² / Σ(y − ȳ)²
  double mean_error = 0, largest_error = 0;                     ///< of |y − ŷ|

  /// Of what was predicted as a class, the share that is; NaN where nothing was.
  std::vector<double> precision() const;
  /// Of what is a class, the share that was predicted so; NaN where nothing is.
  std::vector<double> recall() const;
};

/// Turns outputs into what a reader sees: the probability of class 1 from a logit, a probability a class from logits, anything
/// else as it is.
template <class Scalar>
void make_readable(Target layout, BatchRef<Scalar> outputs);

/// The class that a row of outputs (or of what make_readable makes of them) speaks for; of equals the first.
template <class Scalar>
int predicted_class(Target layout, const ConstBatchRef<Scalar>& outputs, Eigen::Index row, bool readable);

/// Adds up what batches of samples give.
class MetricsSum {
 public:
  explicit MetricsSum(int classes);
  /// One more sample, of a class or with a number.
  void add_class(int actual, int predicted);
  void add_number(double actual, double predicted);
  void add_loss(double sum) { loss_ += sum; }
  Metrics metrics() const;

 private:
  int classes_, samples_ = 0;
  double loss_ = 0, right_ = 0;
  std::vector<double> confusion_;
  // About the first number, so that nothing cancels.
  double origin_ = 0, sum_ = 0, squares_ = 0, residual_squares_ = 0, errors_ = 0, largest_error_ = 0;
};

}  // namespace downhill
