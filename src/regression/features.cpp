#include "regression/features.hpp"

#include "foundation/double_double.hpp"

namespace downhill {

Eigen::MatrixXd polynomial_features(const Eigen::Ref<const Eigen::VectorXd>& x, int degree) {
  return exact_polynomial_features(x, degree).high;  // correctly rounded powers, where repeated products would drift
}

ExactDesign exact_polynomial_features(const Eigen::Ref<const Eigen::VectorXd>& x, int degree) {
  ExactDesign design{Eigen::MatrixXd(x.size(), degree + 1), Eigen::MatrixXd(x.size(), degree + 1), x};
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    DoubleDouble power{1, 0};
    for (int k = 0; k <= degree; ++k) {
      design.high(i, k) = power.high;
      design.low(i, k) = power.low;
      power = power * DoubleDouble{x[i], 0};
    }
  }
  return design;
}

Eigen::MatrixXd with_intercept(const Eigen::Ref<const Eigen::MatrixXd>& inputs) {
  Eigen::MatrixXd design(inputs.rows(), inputs.cols() + 1);
  design << Eigen::VectorXd::Ones(inputs.rows()), inputs;
  return design;
}

Standardisation Standardisation::of(const Eigen::Ref<const Eigen::MatrixXd>& inputs) {
  Standardisation result{Eigen::VectorXd::Zero(inputs.cols()), Eigen::VectorXd::Ones(inputs.cols())};
  if (inputs.rows() == 0) return result;
  for (Eigen::Index j = 0; j < inputs.cols(); ++j) {
    result.means[j] = inputs.col(j).mean();
    const double deviation = std::sqrt((inputs.col(j).array() - result.means[j]).square().mean());
    // A constant column has deviation 0 up to the rounding of its mean.
    if (deviation > 1e-14 * std::abs(result.means[j])) result.scales[j] = deviation;
  }
  return result;
}

Eigen::MatrixXd Standardisation::apply(const Eigen::Ref<const Eigen::MatrixXd>& inputs) const {
  return (inputs.rowwise() - means.transpose()).array().rowwise() / scales.transpose().array();
}

Eigen::VectorXd Standardisation::to_original(const Eigen::Ref<const Eigen::VectorXd>& coefficients) const {
  Eigen::VectorXd result(coefficients.size());
  result.tail(scales.size()) = coefficients.tail(scales.size()).cwiseQuotient(scales);
  result[0] = coefficients[0] - result.tail(scales.size()).dot(means);
  return result;
}

Eigen::VectorXd Standardisation::to_standardised(const Eigen::Ref<const Eigen::VectorXd>& coefficients) const {
  Eigen::VectorXd result(coefficients.size());
  result.tail(scales.size()) = coefficients.tail(scales.size()).cwiseProduct(scales);
  result[0] = coefficients[0] + coefficients.tail(scales.size()).dot(means);
  return result;
}

}  // namespace downhill
