#include "regression/svd.hpp"

#include <Eigen/SVD>
#include <limits>

#include "regression/householder_qr.hpp"

namespace downhill {

ThinSvd thin_svd(const Eigen::Ref<const Eigen::MatrixXd>& matrix) {
  if (matrix.rows() < matrix.cols()) {
    ThinSvd flipped = thin_svd(matrix.transpose());
    return {std::move(flipped.right), std::move(flipped.singular_values), std::move(flipped.left)};
  }
  const Eigen::Index d = matrix.cols();
  const HouseholderQr qr(matrix);
  using Svd = Eigen::JacobiSVD<Eigen::MatrixXd, Eigen::NoQRPreconditioner>;
  const Svd svd(qr.triangle(), Eigen::ComputeFullU | Eigen::ComputeFullV);
  Eigen::MatrixXd left = Eigen::MatrixXd::Zero(matrix.rows(), d);
  left.topRows(d) = svd.matrixU();
  for (Eigen::Index j = 0; j < d; ++j) qr.rotate_back(left.col(j));
  return {std::move(left), svd.singularValues(), svd.matrixV()};
}

double default_tolerance(const ThinSvd& svd) {
  const auto larger = static_cast<double>(std::max(svd.left.rows(), svd.right.rows()));
  return larger * std::numeric_limits<double>::epsilon() * svd.singular_values[0];
}

int rank(const ThinSvd& svd, double tolerance) { return static_cast<int>((svd.singular_values.array() > tolerance).count()); }

double condition_number(const ThinSvd& svd) {
  const double smallest = svd.singular_values.tail(1)[0];
  return smallest > 0 ? svd.singular_values[0] / smallest : std::numeric_limits<double>::infinity();
}

// [region pseudo-inverse]
Eigen::MatrixXd pseudo_inverse(const ThinSvd& svd, double tolerance) {
  const int r = rank(svd, tolerance);
  return svd.right.leftCols(r) * svd.singular_values.head(r).cwiseInverse().asDiagonal() * svd.left.leftCols(r).transpose();
}
// [endregion]

}  // namespace downhill
