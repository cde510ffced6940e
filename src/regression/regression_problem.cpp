#include "regression/regression_problem.hpp"

#include <cmath>
#include <numeric>

#include "regression/householder_qr.hpp"

namespace downhill {

Result<Objective> objective_of(std::string_view id) {
  std::string known;
  for (std::size_t i = 0; i < objective_ids.size(); ++i) {
    if (objective_ids[i] == id) return static_cast<Objective>(i);
    known += (known.empty() ? "" : ", ") + std::string(objective_ids[i]);
  }
  return Error{ErrorCode::unknown_id, "objective", 0, -1, known};
}

Result<RegressionProblem> RegressionProblem::create(Design design, Eigen::VectorXd y, Objective objective) {
  const auto fit = pseudo_inverse_fit(design, y);
  if (!fit) return fit.error();
  return create(std::move(design), std::move(y), objective, *fit);
}

RegressionProblem RegressionProblem::create(Design design, Eigen::VectorXd y, Objective objective, const LeastSquaresFit& fit) {
  RegressionProblem problem;
  problem.minimiser_ = fit.coefficients;
  problem.singular_values_ = fit.singular_values;
  problem.condition_ = fit.condition;
  const HouseholderQr qr(design);
  const Eigen::Index k = std::min(design.rows(), design.cols());
  Eigen::VectorXd rotated = y;
  qr.rotate(rotated);
  problem.triangle_ = qr.triangle();
  problem.rotated_ = rotated.head(k);
  problem.unexplained_ = rotated.tail(rotated.size() - k).squaredNorm();
  problem.design_ = std::move(design);
  problem.y_ = std::move(y);
  problem.objective_ = objective;
  problem.all_.resize(static_cast<std::size_t>(problem.samples()));
  std::iota(problem.all_.begin(), problem.all_.end(), 0);
  return problem;
}

double RegressionProblem::finish(double squares) const {
  switch (objective_) {
    case Objective::norm:
      return std::sqrt(squares);
    case Objective::squared_norm:
      return squares;
    case Objective::mean_squared:
      break;
  }
  return squares / samples();
}

double RegressionProblem::loss(const double* coefficients) const {
  const Eigen::Map<const Eigen::VectorXd> beta(coefficients, dimension());
  return finish(unexplained_ + (rotated_ - triangle_ * beta).squaredNorm());
}

std::optional<std::array<double, 2>> RegressionProblem::curvatures() const {
  if (objective_ == Objective::norm) return std::nullopt;
  const double scale = objective_ == Objective::mean_squared ? 2.0 / samples() : 2.0;
  const double largest = singular_values_[0];
  const double smallest = samples() < dimension() ? 0 : singular_values_.tail(1)[0];
  return std::array{scale * smallest * smallest, scale * largest * largest};
}

// [region batch-gradient]
double RegressionProblem::loss_and_gradient(const double* coefficients, std::span<const int> batch, double* gradient) const {
  // ‖r‖² over the batch; the gradient gets Xᵀr.
  const double squares = residual_products(design_, y_, batch, coefficients, gradient);
  const double share = static_cast<double>(samples()) / static_cast<double>(batch.size());  // n/b
  double loss = share * squares, slope = -2 * share;
  if (objective_ == Objective::mean_squared) {
    loss /= samples();
    slope /= samples();
  } else if (objective_ == Objective::norm) {
    loss = std::sqrt(loss);
    slope = loss > 0 ? -share / loss : 0;
  }
  Eigen::Map<Eigen::VectorXd>(gradient, dimension()) *= slope;
  return loss;
}
// [endregion]

Design RegressionProblem::batch_gradients(const double* coefficients, Batches& batches, long epoch) const {
  Design gradients(batches.per_epoch(), dimension());
  for (long k = 0; k < batches.per_epoch(); ++k)
    loss_and_gradient(coefficients, batches[epoch * batches.per_epoch() + k], gradients.row(k).data());
  return gradients;
}

std::vector<double> RegressionProblem::loss_grid(const double* coefficients, int first, std::array<double, 2> first_range,
                                                 int first_count, int second, std::array<double, 2> second_range,
                                                 int second_count) const {
  Eigen::VectorXd rest = Eigen::Map<const Eigen::VectorXd>(coefficients, dimension());
  rest[first] = rest[second] = 0;
  const Eigen::VectorXd base = rotated_ - triangle_ * rest;
  const auto place = [](std::array<double, 2> range, int i, int count) {
    return count == 1 ? range[0] : range[0] + (range[1] - range[0]) * i / (count - 1);
  };
  std::vector<double> losses;
  losses.reserve(static_cast<std::size_t>(first_count) * static_cast<std::size_t>(second_count));
  for (int j = 0; j < second_count; ++j) {
    const Eigen::VectorXd row = base - place(second_range, j, second_count) * triangle_.col(second);
    for (int i = 0; i < first_count; ++i)
      losses.push_back(finish(unexplained_ + (row - place(first_range, i, first_count) * triangle_.col(first)).squaredNorm()));
  }
  return losses;
}

StepCost multiplications(double dimension, double samples) {
  return {2 * dimension * samples, dimension * dimension * samples + dimension * samples + dimension * dimension};
}

}  // namespace downhill
