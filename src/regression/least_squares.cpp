#include "regression/least_squares.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

#include "regression/centred_fit.hpp"
#include "regression/householder_qr.hpp"
#include "regression/least_squares_checks.hpp"
#include "regression/svd.hpp"

namespace downhill {

using Matrix = Eigen::Ref<const Eigen::MatrixXd>;
using Vector = Eigen::Ref<const Eigen::VectorXd>;

namespace {

/// How large rounding alone can leave what remains of the j-th column's squared length when the columns before it are taken
/// out. The products of columns are off by about √n 2⁻⁵² of the columns' lengths, and what is left of column j is that of xⱼ −
/// Σ cₖxₖ, where the columns before it may be subtracted many times over. LDLᵀ: L below the diagonal of `factor`.
double rounding_of_rest(const Eigen::MatrixXd& factor, const Eigen::VectorXd& lengths, Eigen::Index j, Eigen::Index samples) {
  Eigen::VectorXd c = factor.row(j).head(j);
  for (Eigen::Index k = j; k-- > 0;) c.head(k) -= c[k] * factor.row(k).head(k).transpose();
  const double size = lengths[j] + c.cwiseAbs().dot(lengths.head(j));
  const double steps = static_cast<double>(factor.cols()) + 4 * std::sqrt(static_cast<double>(samples));
  return steps * std::numeric_limits<double>::epsilon() * size * size;
}

}  // namespace

double residual_standard_deviation(const LeastSquaresFit& fit, Eigen::Index samples) {
  const auto freedom = static_cast<double>(samples - fit.rank);
  return freedom > 0 ? fit.residual_norm / std::sqrt(freedom) : std::numeric_limits<double>::quiet_NaN();
}

Result<LeastSquaresFit> pseudo_inverse_fit(const Matrix& design, const Vector& y, double tolerance) {
  if (const auto error = check_least_squares(design, y)) return *error;
  if (const auto sizes = unusual_sizes(design, y, true)) {
    const double divided = tolerance < 0 ? tolerance : std::ldexp(tolerance, -sizes->columns[0]);
    return sizes->restore(pseudo_inverse_fit(sizes->divided(design), sizes->divided_y(y), divided));
  }
  // [region shortest]
  const ThinSvd svd = thin_svd(design);
  if (tolerance < 0) tolerance = default_tolerance(svd);
  const int r = rank(svd, tolerance);
  LeastSquaresFit fit;
  // V diag(1/σ) Uᵀ y from right to left: the pseudo-inverse itself is never formed.
  const Eigen::VectorXd along = (svd.left.leftCols(r).transpose() * y).cwiseQuotient(svd.singular_values.head(r));
  fit.coefficients = svd.right.leftCols(r) * along;
  fit.rank = r;
  fit.residual_norm = (y - design * fit.coefficients).norm();
  // [endregion]
  fit.singular_values = svd.singular_values;
  fit.tolerance = tolerance;
  fit.condition = condition_number(svd);
  return fit;
}

Result<LeastSquaresFit> pseudo_inverse_fit(const ExactDesign& design, const Vector& y) {
  auto fit = pseudo_inverse_fit(design.high, y);
  if (!fit || fit->rank == design.high.cols()) return fit;
  // Across so many sizes half of the digits of β are lost.
  const bool vague = fit->rank > 0 && fit->singular_values[0] > 1e8 * fit->singular_values[fit->rank - 1];
  if (auto better = centred_fit(design, y, vague ? fit->rank : fit->rank + 1)) {
    better->singular_values = fit->singular_values;
    better->tolerance = fit->tolerance;
    better->condition = fit->condition;
    return *better;
  }
  return fit;
}

Result<LeastSquaresFit> qr_fit(const Matrix& design, const Vector& y) {
  if (const auto error = check_least_squares(design, y)) return *error;
  if (const auto sizes = unusual_sizes(design, y)) return sizes->restore(qr_fit(sizes->divided(design), sizes->divided_y(y)));
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
  if (const auto sizes = unusual_sizes(design, y))
    return sizes->restore(normal_equations_fit(sizes->divided(design), sizes->divided_y(y)));
  const Eigen::Index d = design.cols();
  if (design.rows() < d) return rank_error(static_cast<int>(design.rows()), d);
  std::vector<Eigen::Index> order(static_cast<std::size_t>(d));  // the longest column first, as pivots
  std::iota(order.begin(), order.end(), 0);
  const Eigen::VectorXd lengths = design.colwise().squaredNorm();
  std::sort(order.begin(), order.end(), [&](auto i, auto j) { return lengths[i] > lengths[j]; });
  const auto column = [&](Eigen::Index j) { return design.col(order[static_cast<std::size_t>(j)]); };
  Eigen::VectorXd lengths_in_order(d);
  for (Eigen::Index j = 0; j < d; ++j) lengths_in_order[j] = std::sqrt(lengths[order[static_cast<std::size_t>(j)]]);

  Eigen::MatrixXd factor(d, d);  // XᵀX = LDLᵀ: L below the diagonal, D on it
  Eigen::VectorXd solution(d);
  int independent = 0;
  for (Eigen::Index j = 0; j < d; ++j) {
    for (Eigen::Index i = j; i < d; ++i) factor(i, j) = column(i).dot(column(j));
    for (Eigen::Index k = 0; k < j; ++k) factor.col(j).tail(d - j) -= factor(k, k) * factor(j, k) * factor.col(k).tail(d - j);
    if (factor(j, j) <= rounding_of_rest(factor, lengths_in_order, j, design.rows())) {
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

Result<LeastSquaresFit> ridge_fit(const Matrix& design, const Vector& y, double ridge, int unpenalised) {
  if (const auto error = check_least_squares(design, y)) return *error;
  if (!std::isfinite(ridge)) return Error{ErrorCode::not_finite, "ridge", ridge, -1, ""};
  if (ridge < 0) return Error{ErrorCode::out_of_range, "ridge", ridge, -1, "[0, inf)"};
  const Eigen::Index n = design.rows(), d = design.cols();
  const Eigen::Index free = std::min<Eigen::Index>(unpenalised, d);
  Eigen::MatrixXd extended = Eigen::MatrixXd::Zero(n + d, d);
  extended.topRows(n) = design;
  extended.bottomRows(d).diagonal().tail(d - free).setConstant(std::sqrt(ridge));
  Eigen::VectorXd target = Eigen::VectorXd::Zero(n + d);
  target.head(n) = y;
  auto fit = qr_fit(extended, target);
  if (fit) fit->residual_norm = (y - design * fit->coefficients).stableNorm();
  return fit;
}

const Registry<LeastSquaresMethod>& least_squares_methods() {
  static const Registry<LeastSquaresMethod> registry{
      {"pseudo-inverse", [](const ExactDesign& design, const Vector& y) { return pseudo_inverse_fit(design, y); }},
      {"qr", [](const ExactDesign& design, const Vector& y) { return qr_fit(design.high, y); }},
      {"normal-equations", [](const ExactDesign& design, const Vector& y) { return normal_equations_fit(design.high, y); }},
      {"refined", [](const ExactDesign& design, const Vector& y) { return refined_fit(design, y); }},
  };
  return registry;
}

}  // namespace downhill
