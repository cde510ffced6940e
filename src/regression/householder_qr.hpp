#pragma once

#include <Eigen/Core>

namespace downhill {

/// X = QR with an orthogonal Q (n × n, kept as the reflections it is made of) and an upper triangle R. Compiled once for all
/// that needs it; cost 2d²n. Source: A. S. Householder, "Unitary triangularization of a nonsymmetric matrix", J. ACM 5 (1958).
class HouseholderQr {
 public:
  explicit HouseholderQr(Eigen::MatrixXd matrix);

  Eigen::Index rows() const { return packed_.rows(); }
  Eigen::Index columns() const { return packed_.cols(); }
  /// R without its rows of zeros: min(n, d) × d.
  Eigen::MatrixXd triangle() const;
  /// The rank R shows on its diagonal, where each entry is compared with what rounding may leave there of the columns that make
  /// its own up: so a column that is merely small does not pass for a dependent one.
  int rank() const;

  /// v ← Qᵀv and v ← Qv, for n numbers.
  void rotate(Eigen::Ref<Eigen::VectorXd> v) const;
  void rotate_back(Eigen::Ref<Eigen::VectorXd> v) const;
  /// v ← R⁻¹v and v ← R⁻ᵀv, for d numbers; n ≥ d and full rank.
  void solve(Eigen::Ref<Eigen::VectorXd> v) const;
  void solve_transposed(Eigen::Ref<Eigen::VectorXd> v) const;

 private:
  /// Reflects a column, n numbers long, by the k-th reflection.
  void reflect(Eigen::Index k, double* column) const;
  /// The same for four columns of the matrix: the reflection's vector is loaded once for all of them.
  void reflect_four(Eigen::Index k, Eigen::Index first);

  Eigen::MatrixXd packed_;   // R on and above the diagonal; below it the reflections' vectors without their leading 1
  Eigen::VectorXd weights_;  // τ of each reflection 1 − τ v vᵀ
};

}  // namespace downhill
