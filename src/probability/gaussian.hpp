#pragma once

#include <Eigen/Core>

#include "foundation/random.hpp"
#include "foundation/result.hpp"

namespace downhill {

/// The normal distribution of several variables, with mean μ and covariance Σ = L Lᵀ. An immutable value.
class Gaussian {
 public:
  /// Errors: wrong_dimension ("mean" with more than 50 entries or none; "covariance"), not_finite, not_positive_definite
  /// ("covariance"; also where it is not symmetric).
  static Result<Gaussian> create(Eigen::VectorXd mean, Eigen::MatrixXd covariance);

  Eigen::Index dimension() const { return mean_.size(); }
  const Eigen::VectorXd& mean() const { return mean_; }
  const Eigen::MatrixXd& covariance() const { return covariance_; }
  /// L, lower triangular with a positive diagonal.
  const Eigen::MatrixXd& cholesky() const { return lower_; }
  double log_determinant() const { return log_determinant_; }
  /// (x − μ)ᵀ Σ⁻¹ (x − μ), by solving L z = x − μ.
  double quadratic_form(const Eigen::VectorXd& x) const;
  double log_density(const Eigen::VectorXd& x) const;
  /// Differential entropy in nats.
  double entropy() const;
  Eigen::MatrixXd correlations() const;
  /// μ + L z with standard normal z.
  Eigen::VectorXd draw(RandomStream& random) const;

  struct Conditional {
    double mean, variance;
  };
  /// The second of two variables given the first.
  Conditional second_given_first(double x) const;

 private:
  Gaussian(Eigen::VectorXd mean, Eigen::MatrixXd covariance, Eigen::MatrixXd lower);

  Eigen::VectorXd mean_;
  Eigen::MatrixXd covariance_, lower_;
  double log_determinant_;
};

}  // namespace downhill
