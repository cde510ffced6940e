#include "neural/metrics.hpp"

#include <algorithm>
#include <cmath>

namespace downhill {
namespace {

/// Of each class, the diagonal of the confusion matrix over the sums along rows or columns.
std::vector<double> shares(const std::vector<double>& confusion, bool of_rows) {
  const auto classes = static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(confusion.size()))));
  std::vector<double> shares;
  for (std::size_t k = 0; k < classes; ++k) {
    double sum = 0;
    for (std::size_t j = 0; j < classes; ++j) sum += of_rows ? confusion[k * classes + j] : confusion[j * classes + k];
    shares.push_back(confusion[k * classes + k] / sum);
  }
  return shares;
}

}  // namespace

std::vector<double> Metrics::precision() const { return shares(confusion, false); }
std::vector<double> Metrics::recall() const { return shares(confusion, true); }

template <class Scalar>
void make_readable(Target layout, BatchRef<Scalar> outputs) {
  if (layout == Target::zero_one)
    for (Eigen::Index i = 0; i < outputs.rows(); ++i) outputs(i, 0) = portable_sigmoid(outputs(i, 0));
  if (layout != Target::class_number) return;
  const Eigen::Array<Scalar, Eigen::Dynamic, 1> largest = outputs.rowwise().maxCoeff();
  for (Eigen::Index k = 0; k < outputs.cols(); ++k)
    for (Eigen::Index i = 0; i < outputs.rows(); ++i) outputs(i, k) = portable_exp(outputs(i, k) - largest[i]);
  const Eigen::Array<Scalar, Eigen::Dynamic, 1> sum = outputs.rowwise().sum();
  outputs.colwise() /= sum;
}

template <class Scalar>
int predicted_class(Target layout, const ConstBatchRef<Scalar>& outputs, Eigen::Index row, bool readable) {
  if (layout == Target::sign) return outputs(row, 0) > 0 ? 1 : 0;
  if (layout == Target::zero_one) return outputs(row, 0) > (readable ? Scalar(0.5) : Scalar(0)) ? 1 : 0;
  Eigen::Index largest = 0;
  outputs.row(row).maxCoeff(&largest);
  return static_cast<int>(largest);
}

template void make_readable<float>(Target, BatchRef<float>);
template void make_readable<double>(Target, BatchRef<double>);
template int predicted_class<float>(Target, const ConstBatchRef<float>&, Eigen::Index, bool);
template int predicted_class<double>(Target, const ConstBatchRef<double>&, Eigen::Index, bool);

MetricsSum::MetricsSum(int classes) : classes_(classes), confusion_(static_cast<std::size_t>(classes * classes)) {}

void MetricsSum::add_class(int actual, int predicted) {
  ++samples_;
  right_ += actual == predicted;
  ++confusion_[static_cast<std::size_t>(actual * classes_ + predicted)];
}

void MetricsSum::add_number(double actual, double predicted) {
  if (samples_++ == 0) origin_ = actual;
  const double error = std::abs(actual - predicted);
  sum_ += actual - origin_;
  squares_ += (actual - origin_) * (actual - origin_);
  residual_squares_ += error * error;
  errors_ += error;
  largest_error_ = std::max(largest_error_, error);
}

Metrics MetricsSum::metrics() const {
  Metrics metrics{.samples = samples_, .loss = loss_ / samples_};
  if (classes_ > 0) {
    metrics.accuracy = right_ / samples_;
    metrics.confusion = confusion_;
  } else {
    const double spread = squares_ - sum_ * sum_ / samples_;
    if (spread > 0) metrics.r_squared = 1 - residual_squares_ / spread;
    metrics.mean_error = errors_ / samples_;
    metrics.largest_error = largest_error_;
  }
  return metrics;
}

}  // namespace downhill
