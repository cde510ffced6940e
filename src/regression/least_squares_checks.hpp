#pragma once

#include <Eigen/Core>
#include <optional>
#include <string>

#include "regression/least_squares.hpp"

// What the methods of least_squares.hpp have in common; not meant for others.

namespace downhill {

/// Whether all numbers are finite: 0 times anything else is NaN, and a sum keeps it. Several times as fast as asking one by
/// one.
inline bool all_finite(const Eigen::Ref<const Eigen::MatrixXd>& numbers) {
  double sum = 0;
  for (Eigen::Index j = 0; j < numbers.cols(); ++j) sum += (numbers.col(j).array() * 0.0).sum();
  return sum == 0;
}

/// Whether X and y can be a least-squares problem at all.
inline std::optional<Error> check_least_squares(const Eigen::Ref<const Eigen::MatrixXd>& design,
                                                const Eigen::Ref<const Eigen::VectorXd>& y) {
  if (design.rows() == 0 || design.cols() == 0 || design.rows() != y.size())
    return Error{ErrorCode::wrong_dimension, "data", static_cast<double>(y.size()), -1, std::to_string(design.rows())};
  if (!all_finite(design) || !all_finite(y)) return Error{ErrorCode::not_finite, "data", 0, -1, ""};
  return std::nullopt;
}

inline Error rank_error(int rank, Eigen::Index columns) {
  return Error{ErrorCode::rank_deficient, "data", static_cast<double>(rank), -1, std::to_string(columns)};
}

/// Powers of two that divide a problem down or up to numbers of ordinary size, which changes no digit.
struct Sizes {
  Eigen::VectorXi columns;  ///< exponents, one a column of X
  int y = 0;

  Eigen::MatrixXd divided(const Eigen::Ref<const Eigen::MatrixXd>& design) const;
  Eigen::VectorXd divided_y(const Eigen::Ref<const Eigen::VectorXd>& whole) const;

  /// From the fit of the divided problem to that of the problem itself. Error: out_of_range ("data") where β leaves the range
  /// of doubles.
  Result<LeastSquaresFit> restore(Result<LeastSquaresFit> fit) const;
};

/// The sizes of a problem whose squares would overflow or vanish; nothing for ordinary ones. `alike` divides all columns by one
/// power, so that the shortest β stays the shortest.
std::optional<Sizes> unusual_sizes(const Eigen::Ref<const Eigen::MatrixXd>& design, const Eigen::Ref<const Eigen::VectorXd>& y,
                                   bool alike = false);

}  // namespace downhill
