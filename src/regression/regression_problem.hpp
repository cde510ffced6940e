#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "foundation/result.hpp"
#include "optimize/batches.hpp"
#include "regression/least_squares.hpp"
#include "regression/residual_kernel.hpp"

namespace downhill {

/// What is minimised; all three have the same minimisers but different gradients. With r = y − Xβ:
enum class Objective {
  norm,          ///< ‖r‖, gradient −Xᵀr/‖r‖: its length does not shrink near an exact fit, where it has a kink
  squared_norm,  ///< ‖r‖², gradient −2Xᵀr
  mean_squared,  ///< ‖r‖²/n, gradient −(2/n)Xᵀr: does not grow with the number of samples
};

inline constexpr std::array<std::string_view, 3> objective_ids{"norm", "squared-norm", "mean-squared"};
constexpr std::string_view id_of(Objective objective) { return objective_ids[static_cast<std::size_t>(objective)]; }
/// Error: unknown_id ("objective").
Result<Objective> objective_of(std::string_view id);

/// A linear model y ≈ Xβ to be fitted by descent: data, objective, exact gradients over all samples or a batch of them.
class RegressionProblem {
 public:
  /// Errors: wrong_dimension ("data": rows of X and y differ, or none), not_finite ("data").
  static Result<RegressionProblem> create(Design design, Eigen::VectorXd y, Objective objective);
  /// With a minimiser found before, by the pseudo-inverse.
  static RegressionProblem create(Design design, Eigen::VectorXd y, Objective objective, const LeastSquaresFit& fit);

  int samples() const { return static_cast<int>(design_.rows()); }
  int dimension() const { return static_cast<int>(design_.cols()); }
  const Design& design() const { return design_; }
  const Eigen::VectorXd& y() const { return y_; }
  Objective objective() const { return objective_; }

  /// The objective over all samples at β (dimension() numbers). Costs about d² from a factorisation made once, not nd.
  double loss(const double* coefficients) const;
  /// The objective's least value.
  double least_loss() const { return loss(minimiser_.data()); }
  /// The shortest minimiser β = X⁺y.
  const Eigen::VectorXd& minimiser() const { return minimiser_; }
  /// Eigenvalues of the Hessian of the mean or sum of squares, (2/n)σ² or 2σ²: {smallest, largest}. The largest is L: descent
  /// converges for learning rates below 2/L. None for the norm: its gradient stays bounded, whatever the rate.
  std::optional<std::array<double, 2>> curvatures() const;
  /// σ₁/σ_d of X.
  double condition() const { return condition_; }

  /// The objective over a batch and its gradient (dimension() numbers). Sums are scaled up by n/b, so that for the squares the
  /// batch gradient is the full gradient on average; a norm is scaled by √(n/b) and is not. At r = 0 the norm has no gradient:
  /// 0 is returned, for there is nowhere to go.
  double loss_and_gradient(const double* coefficients, std::span<const int> batch, double* gradient) const;
  /// Over all samples.
  double loss_and_gradient(const double* coefficients, double* gradient) const {
    return loss_and_gradient(coefficients, all_, gradient);
  }

  /// The gradients of all batches of an epoch at one β, one row a batch: the cloud around the full gradient.
  Design batch_gradients(const double* coefficients, Batches& batches, long epoch) const;

  /// The loss over a rectangle of two coefficients, the others held at `coefficients`: row-major, `second` slow, both ends
  /// included.
  std::vector<double> loss_grid(const double* coefficients, int first, std::array<double, 2> first_range, int first_count,
                                int second, std::array<double, 2> second_range, int second_count) const;

 private:
  RegressionProblem() = default;
  double finish(double squares) const;  // from ‖r‖² to the objective

  Design design_;
  Eigen::VectorXd y_;
  Objective objective_ = Objective::mean_squared;
  std::vector<int> all_;
  // With X = QR and Qᵀy = (rotated, rest): ‖y − Xβ‖² = ‖rest‖² + ‖rotated − Rβ‖², where ‖rest‖² is unexplained by any β.
  Eigen::MatrixXd triangle_;
  Eigen::VectorXd rotated_;
  double unexplained_ = 0;
  Eigen::VectorXd minimiser_;
  Eigen::VectorXd singular_values_;
  double condition_ = 0;
};

/// Multiplications in one gradient over b samples with d coefficients.
struct StepCost {
  double residual_first;  ///< Xᵀ(Xβ − y): 2db. What the code does.
  double
      product_first;  ///< (XᵀX)β − Xᵀy with XᵀX formed anew: d²b + db + d². The O(d²n) of the course's notes, O(d²b) by batch.
};
StepCost multiplications(double dimension, double samples);

}  // namespace downhill
