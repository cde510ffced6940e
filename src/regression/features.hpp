#pragma once

#include <Eigen/Core>
#include <vector>

namespace downhill {

/// A design matrix and what its entries lack of their exact values: the powers of x seldom fit into doubles, and the best
/// least-squares method makes up for it.
struct ExactDesign {
  Eigen::MatrixXd high;  ///< n × d, the entries as doubles
  Eigen::MatrixXd low;   ///< n × d, exact − high to double precision; empty when the entries are exact
  Eigen::MatrixXd inputs =
      {};  ///< n × k, what the columns were made of: a single x and its powers, or k inputs; empty if unknown
};

/// (1, x, x², …, x^degree) for each x: n × (degree + 1). degree ≥ 0.
Eigen::MatrixXd polynomial_features(const Eigen::Ref<const Eigen::VectorXd>& x, int degree);

/// The same with the rounding errors of the powers, and with x.
ExactDesign exact_polynomial_features(const Eigen::Ref<const Eigen::VectorXd>& x, int degree);

/// A column of ones before the given inputs: n × (d + 1).
Eigen::MatrixXd with_intercept(const Eigen::Ref<const Eigen::MatrixXd>& inputs);

/// Shift and scale of each input that give it mean 0 and standard deviation 1.
struct Standardisation {
  Eigen::VectorXd means;
  Eigen::VectorXd scales;  ///< standard deviations (denominator n); 1 for a constant column, which is only shifted

  static Standardisation of(const Eigen::Ref<const Eigen::MatrixXd>& inputs);

  /// (x − mean) / scale, column by column.
  Eigen::MatrixXd apply(const Eigen::Ref<const Eigen::MatrixXd>& inputs) const;

  /// Coefficients (intercept first) of a model on standardised inputs → those of the same model on the inputs as they are:
  /// βⱼ = γⱼ / sⱼ and β₀ = γ₀ − Σ βⱼ mⱼ.
  Eigen::VectorXd to_original(const Eigen::Ref<const Eigen::VectorXd>& coefficients) const;
  /// The way back: γⱼ = βⱼ sⱼ and γ₀ = β₀ + Σ βⱼ mⱼ.
  Eigen::VectorXd to_standardised(const Eigen::Ref<const Eigen::VectorXd>& coefficients) const;
};

}  // namespace downhill
