#include "regression/least_squares.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

#include "regression/householder_qr.hpp"
#include "regression/least_squares_checks.hpp"
#include "regression/svd.hpp"

namespace downhill {

using Matrix = Eigen::Ref<const Eigen::MatrixXd>;
using Vector = Eigen::Ref<const Eigen::VectorXd>;

double residual_standard_deviation(const LeastSquaresFit& fit, Eigen::Index samples) {
  const auto freedom = static_cast<double>(samples - fit.rank);
  return freedom > 0 ? fit.residual_norm / std::sqrt(freedom) : std::numeric_limits<double>::quiet_NaN();
}

Result<LeastSquaresFit> pseudo_inverse_fit(const Matrix& design, const Vector& y, double tolerance) {
  if (const auto error = check_least_squares(design, y)) return *error;
  const ThinSvd svd = thin_svd(design);
  if (tolerance < 0) tolerance = default_tolerance(svd);
  const int r = rank(svd, tolerance);
  LeastSquaresFit fit;
  // V diag(1/σ) Uᵀ y from right to left: the pseudo-inverse itself is never formed.
  const Eigen::VectorXd along = (svd.left.leftCols(r).transpose() * y).cwiseQuotient(svd.singular_values.head(r));
  fit.coefficients = svd.right.leftCols(r) * along;
  fit.rank = r;
  fit.residual_norm = (y - design * fit.coefficients).norm();
  fit.singular_values = svd.singular_values;
  fit.tolerance = tolerance;
  fit.condition = condition_number(svd);
  return fit;
}

Result<LeastSquaresFit> qr_fit(const Matrix& design, const Vector& y) {
  if (const auto error = check_least_squares(design, y)) return *error;
  if (design.rows() < design.cols()) return rank_error(static_cast<int>(design.rows()), design.cols());
  const HouseholderQr qr(design);
  if (const int r = qr.rank(); r < design.cols()) return rank_error(r, design.cols());
  Eigen::VectorXd rotated = y;
  qr.rotate(rotated);
  LeastSquaresFit fit;
  fit.coefficients = rotated.head(design.cols());
  qr.solve(fit.coefficients);
  fit.rank = static_cast<int>(design.cols());
  fit.residual_norm = rotated.tail(design.rows() - design.cols()).norm();  // what no β reaches
  return fit;
}

Result<LeastSquaresFit> normal_equations_fit(const Matrix& design, const Vector& y) {
  if (const auto error = check_least_squares(design, y)) return *error;
  const Eigen::Index d = design.cols();
  if (design.rows() < d) return rank_error(static_cast<int>(design.rows()), d);
  std::vector<Eigen::Index> order(static_cast<std::size_t>(d));  // the longest column first, as pivots
  std::iota(order.begin(), order.end(), 0);
  const Eigen::VectorXd lengths = design.colwise().squaredNorm();
  std::sort(order.begin(), order.end(), [&](auto i, auto j) { return lengths[i] > lengths[j]; });
  const auto column = [&](Eigen::Index j) { return design.col(order[static_cast<std::size_t>(j)]); };

  Eigen::MatrixXd factor(d, d);  // XᵀX = LDLᵀ: L below the diagonal, D on it
  Eigen::VectorXd solution(d);
  int independent = 0;
  for (Eigen::Index j = 0; j < d; ++j) {
    for (Eigen::Index i = j; i < d; ++i) factor(i, j) = column(i).dot(column(j));
    const double length = factor(j, j);  // squared
    for (Eigen::Index k = 0; k < j; ++k) factor.col(j).tail(d - j) -= factor(k, k) * factor(j, k) * factor.col(k).tail(d - j);
    // What is left of the column's squared length after the columns before it are taken out; rounding alone leaves about
    // d · 2⁻⁵² of it.
    const double negligible = static_cast<double>(d) * std::numeric_limits<double>::epsilon();
    if (factor(j, j) <= negligible * length) {
      factor.col(j).tail(d - j).setZero();
      continue;
    }
    ++independent;
    factor.col(j).tail(d - j - 1) /= factor(j, j);
    solution[j] = column(j).dot(y) - factor.row(j).head(j).dot(solution.head(j));
  }
  if (independent < d) return rank_error(independent, d);
  LeastSquaresFit fit;
  fit.coefficients.resize(d);
  for (Eigen::Index j = d - 1; j >= 0; --j) {
    solution[j] = solution[j] / factor(j, j) - factor.col(j).tail(d - j - 1).dot(solution.tail(d - j - 1));
    fit.coefficients[order[static_cast<std::size_t>(j)]] = solution[j];
  }
  fit.rank = static_cast<int>(d);
  fit.residual_norm = (y - design * fit.coefficients).norm();
  return fit;
}

Result<LeastSquaresFit> ridge_fit(const Matrix& design, const Vector& y, double lambda, int unpenalised) {
  if (const auto error = check_least_squares(design, y)) return *error;
  if (!std::isfinite(lambda)) return Error{ErrorCode::not_finite, "lambda", lambda, -1, ""};
  if (lambda < 0) return Error{ErrorCode::out_of_range, "lambda", lambda, -1, "[0, inf)"};
  const Eigen::Index n = design.rows(), d = design.cols();
  const Eigen::Index free = std::min<Eigen::Index>(unpenalised, d);
  Eigen::MatrixXd extended = Eigen::MatrixXd::Zero(n + d, d);
  extended.topRows(n) = design;
  extended.bottomRows(d).diagonal().tail(d - free).setConstant(std::sqrt(lambda));
  Eigen::VectorXd target = Eigen::VectorXd::Zero(n + d);
  target.head(n) = y;
  auto fit = qr_fit(extended, target);
  if (fit) fit->residual_norm = (y - design * fit->coefficients).norm();
  return fit;
}

const Registry<LeastSquaresMethod>& least_squares_methods() {
  static const Registry<LeastSquaresMethod> registry{
      {"pseudo-inverse", [](const ExactDesign& design, const Vector& y) { return pseudo_inverse_fit(design.high, y); }},
      {"qr", [](const ExactDesign& design, const Vector& y) { return qr_fit(design.high, y); }},
      {"normal-equations", [](const ExactDesign& design, const Vector& y) { return normal_equations_fit(design.high, y); }},
      {"refined", [](const ExactDesign& design, const Vector& y) { return refined_fit(design, y); }},
  };
  return registry;
}

}  // namespace downhill
