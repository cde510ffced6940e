#include <cmath>
#include <limits>
#include <vector>

#include "foundation/double_double.hpp"
#include "regression/householder_qr.hpp"
#include "regression/least_squares.hpp"
#include "regression/least_squares_checks.hpp"

namespace downhill {
namespace {

constexpr int most_refinements = 50;

using Extended = std::vector<DoubleDouble>;

double rounded_norm(const Extended& numbers) {
  double squares = 0;
  for (const DoubleDouble& number : numbers) squares += number.high * number.high;
  return std::sqrt(squares);
}

void add(Extended& numbers, const Eigen::VectorXd& change) {
  for (std::size_t i = 0; i < numbers.size(); ++i)
    numbers[i] = numbers[i] + DoubleDouble{change[static_cast<Eigen::Index>(i)], 0};
}

/// The least-squares conditions r + Aβ = y, Aᵀr = 0 for residual and coefficients together. How far (r, β) is from meeting them
/// is computed with 32 digits.
class Conditions {
 public:
  Conditions(const Eigen::MatrixXd& high, const Eigen::MatrixXd& low, const Eigen::VectorXd& y)
      : high_(high), low_(low), y_(y) {}

  /// f = y − r − Aβ
  Eigen::VectorXd first(const Extended& residual, const Extended& coefficients) const {
    Eigen::VectorXd gap(high_.rows());
    for (Eigen::Index i = 0; i < high_.rows(); ++i) {
      DoubleDouble sum = DoubleDouble{y_[i], 0} - residual[static_cast<std::size_t>(i)];
      for (Eigen::Index j = 0; j < high_.cols(); ++j) sum = sum - entry(i, j) * coefficients[static_cast<std::size_t>(j)];
      gap[i] = sum.value();
    }
    return gap;
  }

  /// g = −Aᵀr
  Eigen::VectorXd second(const Extended& residual) const {
    Eigen::VectorXd gap(high_.cols());
    for (Eigen::Index j = 0; j < high_.cols(); ++j) {
      DoubleDouble sum;
      for (Eigen::Index i = 0; i < high_.rows(); ++i) sum = sum - entry(i, j) * residual[static_cast<std::size_t>(i)];
      gap[j] = sum.value();
    }
    return gap;
  }

 private:
  DoubleDouble entry(Eigen::Index i, Eigen::Index j) const { return {high_(i, j), low_.size() == 0 ? 0 : low_(i, j)}; }

  const Eigen::MatrixXd& high_;
  const Eigen::MatrixXd& low_;
  const Eigen::VectorXd& y_;
};

}  // namespace

Result<LeastSquaresFit> refined_fit(const ExactDesign& design, const Eigen::Ref<const Eigen::VectorXd>& y) {
  if (const auto error = check_least_squares(design.high, y)) return *error;
  if (const auto sizes = unusual_sizes(design.high, y)) {
    const ExactDesign divided{sizes->divided(design.high), design.low.size() > 0 ? sizes->divided(design.low) : design.low, {}};
    return sizes->restore(refined_fit(divided, sizes->divided_y(y)));
  }
  const Eigen::Index n = design.high.rows(), d = design.high.cols();
  if (n < d) return rank_error(static_cast<int>(n), d);

  // Columns of like length, scaled by powers of two, which changes no digit of the entries.
  Eigen::VectorXd scales(d);
  for (Eigen::Index j = 0; j < d; ++j) {
    const double length = design.high.col(j).norm();
    scales[j] = length > 0 ? std::ldexp(1.0, -std::ilogb(length)) : 1;
  }
  const Eigen::MatrixXd high = design.high * scales.asDiagonal();
  Eigen::MatrixXd low;
  if (design.low.size() > 0) low = design.low * scales.asDiagonal();
  const HouseholderQr qr(high);
  if (const int r = qr.rank(); r < d) return rank_error(r, d);

  const Eigen::VectorXd target = y;
  const Conditions conditions(high, low, target);
  Extended residual(static_cast<std::size_t>(n)), coefficients(static_cast<std::size_t>(d));
  LeastSquaresFit fit;
  double last_change = std::numeric_limits<double>::infinity();
  for (; fit.refinements < most_refinements; ++fit.refinements) {
    // Solve for the correction that would meet the conditions: with A = Q [R; 0], h = R⁻ᵀ g and Qᵀf = (d₁, d₂) it is
    // Δβ = R⁻¹ (d₁ − h), Δr = Q (h, d₂).
    Eigen::VectorXd h = conditions.second(residual);
    qr.solve_transposed(h);
    Eigen::VectorXd rotated = conditions.first(residual, coefficients);
    qr.rotate(rotated);
    Eigen::VectorXd change = rotated.head(d) - h;
    qr.solve(change);
    // The corrections shrink by a constant factor until only rounding is left.
    if (!(change.norm() < 0.5 * last_change)) break;
    last_change = change.norm();
    rotated.head(d) = h;
    qr.rotate_back(rotated);
    add(coefficients, change);
    add(residual, rotated);
    if (last_change == 0) break;
  }

  fit.coefficients.resize(d);
  for (Eigen::Index j = 0; j < d; ++j) fit.coefficients[j] = scales[j] * coefficients[static_cast<std::size_t>(j)].value();
  fit.rank = static_cast<int>(d);
  fit.residual_norm = rounded_norm(residual);
  return fit;
}

}  // namespace downhill
