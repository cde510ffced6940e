#include "regression/householder_qr.hpp"

#include <algorithm>
#include <cmath>

namespace downhill {
// [region qr]
/// Column by column, a reflection maps what is left of the column onto a multiple of the first unit vector.
HouseholderQr::HouseholderQr(Eigen::MatrixXd matrix) : packed_(std::move(matrix)), weights_(std::min(rows(), columns())) {
  for (Eigen::Index k = 0; k < weights_.size(); ++k) {
    const double head = packed_(k, k);
    auto tail = packed_.col(k).tail(rows() - k - 1);
    const double rest = tail.norm();
    weights_[k] = 0;
    if (rest == 0) continue;
    const double length = std::copysign(std::hypot(head, rest), -head);  // the sign that adds and does not cancel
    tail /= head - length;
    weights_[k] = (length - head) / length;
    Eigen::Index j = k + 1;
    for (; j + 4 <= columns(); j += 4) reflect_four(k, j);
    for (; j < columns(); ++j) reflect(k, packed_.col(j).data());
    packed_(k, k) = length;
  }
}
// [endregion]

void HouseholderQr::reflect(Eigen::Index k, double* column) const {
  const auto v = packed_.col(k).tail(rows() - k - 1);
  Eigen::Map<Eigen::VectorXd> rest(column + k + 1, v.size());
  const double share = weights_[k] * (column[k] + v.dot(rest));
  column[k] -= share;
  rest -= share * v;
}

void HouseholderQr::reflect_four(Eigen::Index k, Eigen::Index first) {
  // Two doubles, one SIMD register; written out because sums of doubles are not reordered by the compiler.
  using Pair = Eigen::Array2d;
  using ConstPair = Eigen::Map<const Pair>;
  const double* const v = packed_.col(k).data();
  double* column[4];
  Pair sums[4];
  double shares[4];
#pragma GCC unroll 4
  for (int c = 0; c < 4; ++c) {
    column[c] = packed_.col(first + c).data();
    sums[c].setZero();
  }
  Eigen::Index i = k + 1;
  for (; i + 2 <= rows(); i += 2) {
#pragma GCC unroll 4
    for (int c = 0; c < 4; ++c) sums[c] += ConstPair(v + i) * ConstPair(column[c] + i);
  }
#pragma GCC unroll 4
  for (int c = 0; c < 4; ++c) {
    const double last = i < rows() ? v[i] * column[c][i] : 0;
    shares[c] = weights_[k] * (column[c][k] + sums[c][0] + sums[c][1] + last);
    column[c][k] -= shares[c];
    if (i < rows()) column[c][i] -= shares[c] * v[i];
  }
  for (i = k + 1; i + 2 <= rows(); i += 2) {
    const Pair both = ConstPair(v + i);
#pragma GCC unroll 4
    for (int c = 0; c < 4; ++c) Eigen::Map<Pair>(column[c] + i) -= shares[c] * both;
  }
}

Eigen::MatrixXd HouseholderQr::triangle() const {
  Eigen::MatrixXd result = Eigen::MatrixXd::Zero(weights_.size(), columns());
  for (Eigen::Index j = 0; j < columns(); ++j) {
    const Eigen::Index height = std::min(j + 1, weights_.size());
    result.col(j).head(height) = packed_.col(j).head(height);
  }
  return result;
}

int HouseholderQr::rank() const {
  // How many roundings, each of 2⁻⁵² of what a column is combined of, may stand where the column itself leaves nothing.
  const double roundings = 4 + std::sqrt(static_cast<double>(columns()));
  int rank = 0;
  for (Eigen::Index j = 0; j < weights_.size(); ++j) {
    // What is left of column j is that of xⱼ − Σ cₖxₖ, where the columns before it may be subtracted many times over.
    Eigen::VectorXd c = packed_.col(j).head(j);
    double size = packed_.col(j).head(j + 1).norm();
    for (Eigen::Index k = j; k-- > 0;) {
      if (packed_(k, k) == 0) continue;
      c[k] /= packed_(k, k);
      size += std::abs(c[k]) * packed_.col(k).head(k + 1).norm();
      c.head(k) -= c[k] * packed_.col(k).head(k);
    }
    rank += std::abs(packed_(j, j)) > roundings * 0x1p-52 * size;
  }
  return rank;
}

void HouseholderQr::rotate(Eigen::Ref<Eigen::VectorXd> v) const {
  for (Eigen::Index k = 0; k < weights_.size(); ++k) reflect(k, v.data());
}

void HouseholderQr::rotate_back(Eigen::Ref<Eigen::VectorXd> v) const {
  for (Eigen::Index k = weights_.size() - 1; k >= 0; --k) reflect(k, v.data());
}

void HouseholderQr::solve(Eigen::Ref<Eigen::VectorXd> v) const {
  for (Eigen::Index j = columns() - 1; j >= 0; --j) {
    v[j] /= packed_(j, j);
    v.head(j) -= v[j] * packed_.col(j).head(j);
  }
}

void HouseholderQr::solve_transposed(Eigen::Ref<Eigen::VectorXd> v) const {
  for (Eigen::Index j = 0; j < columns(); ++j) v[j] = (v[j] - packed_.col(j).head(j).dot(v.head(j))) / packed_(j, j);
}

}  // namespace downhill
