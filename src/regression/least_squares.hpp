#pragma once

#include <Eigen/Core>
#include <optional>
#include <string>

#include "foundation/registry.hpp"
#include "regression/features.hpp"

namespace downhill {

/// A model on inputs that were centred and scaled first: t = (x − centre) / scale, with scales that are powers of two.
struct CentredFit {
  Eigen::VectorXd centres, scales;  ///< one an input
  Eigen::VectorXd coefficients;     ///< on t; those on x cancel so far from 0 that sums of them may have no digit right
  Eigen::VectorXd fitted;           ///< Xβ
};

/// The β that minimises ‖y − Xβ‖, and how it was found.
struct LeastSquaresFit {
  Eigen::VectorXd coefficients;       ///< β, d numbers
  int rank = 0;                       ///< of X, as far as the method tells; below d many β fit equally well
  double residual_norm = 0;           ///< ‖y − Xβ‖
  Eigen::VectorXd singular_values;    ///< of X, descending; by the pseudo-inverse only
  double tolerance = 0;               ///< singular values up to this counted as zero; by the pseudo-inverse only
  double condition = 0;               ///< σ₁/σ_k, infinite when singular; by the pseudo-inverse only
  int refinements = 0;                ///< rounds of correction; by the refined method only
  std::optional<CentredFit> centred;  ///< where inputs centred and scaled showed more; by the pseudo-inverse only
};

/// √(RSS / (n − rank)), the estimate of the noise's standard deviation; NaN when n = rank.
double residual_standard_deviation(const LeastSquaresFit& fit, Eigen::Index samples);

/// β = X⁺y by the singular value decomposition. Works for tall, wide and rank-deficient X; where many β fit equally well it is
/// the shortest. Cost about 2d²n + O(d³). `tolerance` < 0 takes the default (see default_tolerance). Errors, of all methods
/// here: wrong_dimension ("data": rows of X and y differ, or no rows or columns), not_finite ("data").
Result<LeastSquaresFit> pseudo_inverse_fit(const Eigen::Ref<const Eigen::MatrixXd>& design,
                                           const Eigen::Ref<const Eigen::VectorXd>& y, double tolerance = -1);

/// The same with the default tolerance, for a design that says what its columns were made of. Where X shows a lower rank than
/// inputs that are centred and scaled first, or leaves β few digits, those decide: `rank` and `coefficients` are then theirs.
Result<LeastSquaresFit> pseudo_inverse_fit(const ExactDesign& design, const Eigen::Ref<const Eigen::VectorXd>& y);

/// By X = QR: Rβ = Qᵀy. Cost 2d²n, without squaring the condition number. Error: rank_deficient (value = rank) for wide X or
/// columns that depend on each other.
Result<LeastSquaresFit> qr_fit(const Eigen::Ref<const Eigen::MatrixXd>& design, const Eigen::Ref<const Eigen::VectorXd>& y);

/// By the normal equations XᵀXβ = Xᵀy, with a Cholesky-like LDLᵀ factorisation. Half the work of QR, but the condition number
/// is squared: half the digits are lost. Error: rank_deficient.
Result<LeastSquaresFit> normal_equations_fit(const Eigen::Ref<const Eigen::MatrixXd>& design,
                                             const Eigen::Ref<const Eigen::VectorXd>& y);

/// The most accurate method: QR of the column-scaled X, then corrections from residuals computed with 32 digits until they no
/// longer shrink. The answer is right to the last digits as long as the scaled condition number is below about 1e15; with the
/// `low` part of the design it is the answer for the exact entries. Error: rank_deficient. Source: Å. Björck, "Iterative
/// refinement of linear least squares solutions I", BIT 7 (1967).
Result<LeastSquaresFit> refined_fit(const ExactDesign& design, const Eigen::Ref<const Eigen::VectorXd>& y);

/// Ridge regression: minimises ‖y − Xβ‖² + λ‖β‖² (λ = `ridge`), for λ > 0 with a single answer whatever the shape of X. The
/// first `unpenalised` coefficients (the intercept, say) are left out of the penalty. By QR of X with √λ I below it. Errors:
/// out_of_range ("ridge": negative), rank_deficient (λ = 0 or too small to matter).
Result<LeastSquaresFit> ridge_fit(const Eigen::Ref<const Eigen::MatrixXd>& design, const Eigen::Ref<const Eigen::VectorXd>& y,
                                  double ridge, int unpenalised = 0);

/// A way to solve least squares without further settings.
struct LeastSquaresMethod {
  std::string id;
  Result<LeastSquaresFit> (*fit)(const ExactDesign& design, const Eigen::Ref<const Eigen::VectorXd>& y);
};

/// pseudo-inverse, qr, normal-equations, refined.
const Registry<LeastSquaresMethod>& least_squares_methods();

}  // namespace downhill
