#pragma once

#include <Eigen/Core>

namespace downhill {

/// X = U diag(σ) Vᵀ with k = min(n, d): U is n × k and V is d × k, both with orthonormal columns; σ₁ ≥ σ₂ ≥ … ≥ 0.
struct ThinSvd {
  Eigen::MatrixXd left;
  Eigen::VectorXd singular_values;
  Eigen::MatrixXd right;
};

/// The singular value decomposition of a finite, non-empty n × d matrix: a QR factorisation first, then one-sided work on the
/// small triangle only (JacobiSVD).
ThinSvd thin_svd(const Eigen::Ref<const Eigen::MatrixXd>& matrix);

/// The size up to which a singular value is as good as zero when the entries carry rounding errors: max(n, d) · 2⁻⁵² · σ₁, the
/// convention of NumPy and MATLAB.
double default_tolerance(const ThinSvd& svd);

/// Number of singular values above the tolerance.
int rank(const ThinSvd& svd, double tolerance);

/// σ₁/σ_k: how much relative errors in the data may grow in the solution; infinite for a matrix with σ_k = 0.
double condition_number(const ThinSvd& svd);

/// The Moore–Penrose inverse X⁺ = V diag(1/σ) Uᵀ, d × n, where singular values up to the tolerance are left out rather than
/// inverted.
Eigen::MatrixXd pseudo_inverse(const ThinSvd& svd, double tolerance);

}  // namespace downhill
