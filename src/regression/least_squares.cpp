#include "regression/least_squares.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <cmath>
#include <limits>
#include <optional>

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
  const Eigen::HouseholderQR<Eigen::MatrixXd> qr(design);
  if (const int r = rank_of_triangle(qr.matrixQR()); r < design.cols()) return rank_error(r, design.cols());
  LeastSquaresFit fit;
  fit.coefficients = qr.solve(y);
  fit.rank = static_cast<int>(design.cols());
  fit.residual_norm = (y - design * fit.coefficients).norm();
  return fit;
}

Result<LeastSquaresFit> normal_equations_fit(const Matrix& design, const Vector& y) {
  if (const auto error = check_least_squares(design, y)) return *error;
  const Eigen::Index d = design.cols();
  Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(d, d);
  gram.selfadjointView<Eigen::Lower>().rankUpdate(design.transpose());
  const Eigen::LDLT<Eigen::MatrixXd> ldlt(gram);
  // What is left of a column's squared length after the columns before it are taken out; rounding alone leaves about d · 2⁻⁵²
  // of it.
  const Eigen::VectorXd lengths = ldlt.transpositionsP() * Eigen::VectorXd(gram.diagonal());
  const double negligible = static_cast<double>(d) * std::numeric_limits<double>::epsilon();
  const int independent = static_cast<int>((ldlt.vectorD().array() > negligible * lengths.array()).count());
  if (independent < d) return rank_error(independent, d);
  LeastSquaresFit fit;
  fit.coefficients = ldlt.solve(design.transpose() * y);
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
