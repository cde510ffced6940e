#include "probability/gaussian.hpp"

#include <algorithm>
#include <cmath>

#include "foundation/registry.hpp"

namespace downhill {
namespace {

constexpr double log_two_pi = 1.83787706640934548356;

}  // namespace

Gaussian::Gaussian(Eigen::VectorXd mean, Eigen::MatrixXd covariance, Eigen::MatrixXd lower)
    : mean_(std::move(mean)), covariance_(std::move(covariance)), lower_(std::move(lower)), log_determinant_(0) {
  for (Eigen::Index i = 0; i < dimension(); ++i) log_determinant_ += 2 * std::log(lower_(i, i));
}

Result<Gaussian> Gaussian::create(Eigen::VectorXd mean, Eigen::MatrixXd covariance) {
  constexpr int most = 50;
  const Eigen::Index n = mean.size();
  if (n < 1 || n > most) return Error{ErrorCode::wrong_dimension, "mean", static_cast<double>(n), -1, range_text(1, most)};
  if (covariance.rows() != n || covariance.cols() != n)
    return Error{ErrorCode::wrong_dimension, "covariance", static_cast<double>(covariance.size()), -1, std::to_string(n * n)};
  for (Eigen::Index i = 0; i < n; ++i)
    if (!std::isfinite(mean[i])) return Error{ErrorCode::not_finite, "mean", mean[i], -1, ""};
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j)
      if (!std::isfinite(covariance(i, j))) return Error{ErrorCode::not_finite, "covariance", covariance(i, j), -1, ""};
  // [region cholesky]
  Eigen::MatrixXd lower = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j <= i; ++j) {
      double rest = covariance(i, j);
      for (Eigen::Index k = 0; k < j; ++k) rest -= lower(i, k) * lower(j, k);
      // What is left of a variance after the variables before it have explained their part; rounding alone is no variance.
      const bool positive = i != j || rest > 1e-14 * covariance(i, i);
      if (!positive || covariance(i, j) != covariance(j, i))
        return Error{ErrorCode::not_positive_definite, "covariance", rest, -1, ""};
      lower(i, j) = i == j ? std::sqrt(rest) : rest / lower(j, j);
    }
  }
  // [endregion]
  return Gaussian(std::move(mean), std::move(covariance), std::move(lower));
}

double Gaussian::quadratic_form(const Eigen::VectorXd& x) const {
  Eigen::VectorXd z = x - mean_;
  double sum = 0;
  for (Eigen::Index i = 0; i < dimension(); ++i) {
    for (Eigen::Index k = 0; k < i; ++k) z[i] -= lower_(i, k) * z[k];
    z[i] /= lower_(i, i);
    sum += z[i] * z[i];
  }
  return sum;
}

double Gaussian::log_density(const Eigen::VectorXd& x) const {
  return -0.5 * (quadratic_form(x) + log_determinant_ + static_cast<double>(dimension()) * log_two_pi);
}

double Gaussian::entropy() const { return 0.5 * (log_determinant_ + static_cast<double>(dimension()) * (log_two_pi + 1)); }

Eigen::MatrixXd Gaussian::correlations() const {
  Eigen::MatrixXd correlations = covariance_;
  for (Eigen::Index i = 0; i < dimension(); ++i)
    for (Eigen::Index j = 0; j < dimension(); ++j)
      correlations(i, j) =
          i == j ? 1 : std::clamp(covariance_(i, j) / std::sqrt(covariance_(i, i)) / std::sqrt(covariance_(j, j)), -1.0, 1.0);
  return correlations;
}

Eigen::VectorXd Gaussian::draw(RandomStream& random) const {
  Eigen::VectorXd z(dimension()), x = mean_;
  for (Eigen::Index i = 0; i < dimension(); ++i) z[i] = random.normal();
  for (Eigen::Index i = 0; i < dimension(); ++i)
    for (Eigen::Index k = 0; k <= i; ++k) x[i] += lower_(i, k) * z[k];
  return x;
}

Gaussian::Conditional Gaussian::second_given_first(double x) const {
  return {mean_[1] + lower_(1, 0) / lower_(0, 0) * (x - mean_[0]), lower_(1, 1) * lower_(1, 1)};
}

}  // namespace downhill
