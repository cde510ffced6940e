#include <algorithm>
#include <cmath>

#include "regression/least_squares_checks.hpp"

namespace downhill {
namespace {

// The squares of numbers between 2^-400 and 2^400, and sums of many of them, are far inside the range of doubles.
constexpr int ordinary = 400;

/// The exponent of the largest number if that is not of ordinary size, and 0 if it is.
int unusual_exponent(double largest) {
  if (largest == 0) return 0;
  const int exponent = std::ilogb(largest);
  return std::abs(exponent) <= ordinary ? 0 : exponent;
}

}  // namespace

std::optional<Sizes> unusual_sizes(const Eigen::Ref<const Eigen::MatrixXd>& design, const Eigen::Ref<const Eigen::VectorXd>& y,
                                   bool alike) {
  Sizes sizes{Eigen::VectorXi::Zero(design.cols()), unusual_exponent(y.cwiseAbs().maxCoeff())};
  if (alike)
    sizes.columns.setConstant(unusual_exponent(design.cwiseAbs().maxCoeff()));
  else
    for (Eigen::Index j = 0; j < design.cols(); ++j) sizes.columns[j] = unusual_exponent(design.col(j).cwiseAbs().maxCoeff());
  if (sizes.y == 0 && (sizes.columns.array() == 0).all()) return std::nullopt;
  return sizes;
}

Eigen::MatrixXd Sizes::divided(const Eigen::Ref<const Eigen::MatrixXd>& design) const {
  Eigen::MatrixXd result = design;
  for (Eigen::Index j = 0; j < result.cols(); ++j)
    for (double& entry : result.col(j)) entry = std::ldexp(entry, -columns[j]);
  return result;
}

Eigen::VectorXd Sizes::divided_y(const Eigen::Ref<const Eigen::VectorXd>& whole) const {
  return whole.unaryExpr([this](double value) { return std::ldexp(value, -y); });
}

Result<LeastSquaresFit> Sizes::restore(Result<LeastSquaresFit> fit) const {
  if (!fit) return fit;
  for (Eigen::Index j = 0; j < columns.size(); ++j) {
    double& coefficient = fit->coefficients[j];
    coefficient = std::ldexp(coefficient, y - columns[j]);
    if (!std::isfinite(coefficient)) return Error{ErrorCode::out_of_range, "data", coefficient, -1, ""};
  }
  fit->residual_norm = std::ldexp(fit->residual_norm, y);
  // By one power for all columns.
  for (double& value : fit->singular_values) value = std::ldexp(value, columns[0]);
  fit->tolerance = std::ldexp(fit->tolerance, columns[0]);
  return fit;
}

}  // namespace downhill
