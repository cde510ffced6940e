#include "regression/centred_fit.hpp"

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "foundation/double_double.hpp"
#include "regression/householder_qr.hpp"
#include "regression/svd.hpp"

namespace downhill {
namespace {

/// t = (x − centre) / scale for each input, and the columns made of t as those of X were made of x.
class Centred {
 public:
  explicit Centred(const ExactDesign& design)
      : centres_(Eigen::VectorXd::Zero(design.inputs.cols())),
        scales_(Eigen::VectorXd::Ones(design.inputs.cols())),
        columns_(design.high.cols()),
        polynomial_(design.inputs.cols() == 1),
        intercept_(polynomial_ ? design.high.col(0) != design.inputs.col(0) : columns_ > design.inputs.cols()) {
    Eigen::MatrixXd inputs = design.inputs;
    for (Eigen::Index j = 0; j < inputs.cols(); ++j) {
      // The middle: where all x are of one sign and size, x − centre is exact.
      if (intercept_) centres_[j] = inputs.col(j).minCoeff() / 2 + inputs.col(j).maxCoeff() / 2;
      inputs.col(j).array() -= centres_[j];
      const double reach = inputs.col(j).cwiseAbs().maxCoeff();
      if (reach > 0) scales_[j] = std::ldexp(1.0, std::ilogb(reach));  // a power of two: dividing changes no digit
      inputs.col(j) /= scales_[j];
    }
    if (!polynomial_)
      design_ = intercept_ ? with_intercept(inputs) : inputs;
    else
      design_ = polynomial_features(inputs.col(0), static_cast<int>(intercept_ ? columns_ - 1 : columns_)).rightCols(columns_);
  }

  const Eigen::MatrixXd& design() const { return design_; }
  const Eigen::VectorXd& centres() const { return centres_; }
  const Eigen::VectorXd& scales() const { return scales_; }

  /// The same model's coefficients for the inputs as they are. The sums cancel, so they are formed with 32 digits.
  std::vector<DoubleDouble> to_original(const Eigen::VectorXd& coefficients) const {
    std::vector<DoubleDouble> sums(static_cast<std::size_t>(columns_));
    for (Eigen::Index k = 0; k < columns_; ++k) {
      const Eigen::Index power = intercept_ ? k : k + 1;
      const double scale = power == 0 ? 1 : polynomial_ ? std::pow(scales_[0], static_cast<double>(power)) : scales_[power - 1];
      sums[static_cast<std::size_t>(k)] = {coefficients[k] / scale, 0};
    }
    const std::size_t d = sums.size();
    if (intercept_ && polynomial_) {
      // Σ aₖ (x − c)ᵏ in powers of x, by Horner's rule as often as there are powers.
      for (std::size_t i = 0; i + 1 < d; ++i)
        for (std::size_t k = d - 1; k-- > i;) sums[k] = sums[k] - sums[k + 1] * DoubleDouble{centres_[0], 0};
    } else if (intercept_) {
      for (std::size_t k = 1; k < d; ++k)
        sums[0] = sums[0] - sums[k] * DoubleDouble{centres_[static_cast<Eigen::Index>(k - 1)], 0};
    }
    return sums;
  }

  /// T of γ = Tβ, for β on the inputs as they are and γ on these; column by column, with 32 digits.
  std::vector<DoubleDouble> from_original() const {
    const auto d = static_cast<std::size_t>(columns_);
    std::vector<DoubleDouble> transform(d * d);
    const auto number = [](double value) { return DoubleDouble{value, 0}; };
    transform[0] = number(intercept_ ? 1 : scales_[0]);
    for (std::size_t k = 1; k < d; ++k) {
      DoubleDouble* column = &transform[k * d];
      const DoubleDouble* before = column - d;
      if (polynomial_) {  // xᵏ = (centre + scale t) xᵏ⁻¹
        for (std::size_t j = 0; j <= k; ++j) {
          column[j] = number(centres_[0]) * before[j];
          if (j > 0) column[j] = column[j] + number(scales_[0]) * before[j - 1];
        }
      } else {
        const auto input = static_cast<Eigen::Index>(intercept_ ? k - 1 : k);
        column[0] = number(centres_[input]);
        column[k] = number(scales_[input]);
      }
    }
    return transform;
  }

 private:
  Eigen::VectorXd centres_, scales_;
  Eigen::Index columns_;
  bool polynomial_, intercept_;
  Eigen::MatrixXd design_;
};

Eigen::VectorXd rounded(const std::vector<DoubleDouble>& numbers) {
  Eigen::VectorXd result(static_cast<Eigen::Index>(numbers.size()));
  for (std::size_t k = 0; k < numbers.size(); ++k) result[static_cast<Eigen::Index>(k)] = numbers[k].value();
  return result;
}

/// Powers of two that make the columns of a matrix about 1 long.
Eigen::VectorXd scales_of(const Eigen::MatrixXd& matrix) {
  return matrix.colwise().norm().unaryExpr([](double length) { return std::ldexp(1.0, -std::ilogb(length)); }).transpose();
}

Eigen::VectorXd product(const std::vector<DoubleDouble>& transform, const Eigen::VectorXd& beta) {
  const Eigen::Index d = beta.size();
  Eigen::VectorXd gamma(d);
  for (Eigen::Index j = 0; j < d; ++j) {
    DoubleDouble sum;
    for (Eigen::Index k = j; k < d; ++k) sum = sum + transform[static_cast<std::size_t>(k * d + j)] * DoubleDouble{beta[k], 0};
    gamma[j] = sum.value();
  }
  return gamma;
}

constexpr int most_corrections = 20;

/// The shortest β whose γ = Tβ agrees with a given one along some orthonormal directions: Pᵀβ = g with P = TᵀV. By QR of P, and
/// corrections from gaps computed with 32 digits. Nothing when they do not close. The fewer directions, the better conditioned.
std::optional<Eigen::VectorXd> shortest_along(const std::vector<DoubleDouble>& transform, const Eigen::MatrixXd& directions,
                                              const Eigen::VectorXd& along) {
  const Eigen::Index d = directions.rows(), r = directions.cols();
  std::vector<DoubleDouble> wide(static_cast<std::size_t>(d * r));
  Eigen::MatrixXd high(d, r);
  for (Eigen::Index i = 0; i < r; ++i)
    for (Eigen::Index k = 0; k < d; ++k) {
      DoubleDouble sum;
      for (Eigen::Index j = 0; j < d; ++j)
        sum = sum + transform[static_cast<std::size_t>(k * d + j)] * DoubleDouble{directions(j, i), 0};
      wide[static_cast<std::size_t>(i * d + k)] = sum;
      high(k, i) = sum.high;
    }
  const Eigen::VectorXd scales = scales_of(high);
  const HouseholderQr qr(high * scales.asDiagonal());
  if (qr.rank() < r) return std::nullopt;

  std::vector<DoubleDouble> beta(static_cast<std::size_t>(d));
  double last_gap = std::numeric_limits<double>::infinity();
  for (int round = 0; round < most_corrections; ++round) {
    Eigen::VectorXd gap(r);
    for (Eigen::Index i = 0; i < r; ++i) {
      DoubleDouble sum{along[i], 0};
      for (Eigen::Index k = 0; k < d; ++k)
        sum = sum - wide[static_cast<std::size_t>(i * d + k)] * beta[static_cast<std::size_t>(k)];
      gap[i] = sum.value();
    }
    if (!(gap.norm() < 0.5 * last_gap)) break;
    last_gap = gap.norm();
    Eigen::VectorXd change = Eigen::VectorXd::Zero(d);
    change.head(r) = gap.cwiseProduct(scales);
    qr.solve_transposed(change.head(r));
    qr.rotate_back(change);
    for (Eigen::Index k = 0; k < d; ++k)
      beta[static_cast<std::size_t>(k)] = beta[static_cast<std::size_t>(k)] + DoubleDouble{change[k], 0};
  }
  if (!(last_gap <= 1e-10 * along.norm())) return std::nullopt;
  return rounded(beta);
}

/// Orthonormal columns that are perpendicular to given ones and with them span the space.
Eigen::MatrixXd complement(const Eigen::MatrixXd& columns) {
  const HouseholderQr qr(columns);
  const Eigen::Index d = columns.rows(), r = columns.cols();
  Eigen::MatrixXd result = Eigen::MatrixXd::Identity(d, d).rightCols(d - r);
  for (Eigen::Index i = 0; i < d - r; ++i) qr.rotate_back(result.col(i));
  return result;
}

/// The shortest β among those whose γ is a given one but for some directions, along which it may move: β = T⁻¹γ + Nz with
/// N = T⁻¹V, by least squares in z. Rounded, T⁻¹γ has few digits and N none to spare, so both are kept with 32, and z is
/// corrected until it stands. γ becomes that of the result.
std::optional<Eigen::VectorXd> shortest_across(const Centred& centred, const Eigen::MatrixXd& directions,
                                               Eigen::VectorXd& gamma) {
  const Eigen::Index d = directions.rows(), free = directions.cols();
  std::vector<std::vector<DoubleDouble>> wide;
  Eigen::MatrixXd high(d, free);
  for (Eigen::Index i = 0; i < free; ++i) {
    wide.push_back(centred.to_original(directions.col(i)));
    high.col(i) = rounded(wide.back());
  }
  const Eigen::VectorXd scales = scales_of(high);
  const HouseholderQr qr(high * scales.asDiagonal());
  if (qr.rank() < free) return std::nullopt;

  std::vector<DoubleDouble> beta = centred.to_original(gamma);
  double last_move = std::numeric_limits<double>::infinity();
  for (int round = 0; round < most_corrections; ++round) {
    Eigen::VectorXd move = rounded(beta);
    qr.rotate(move);
    move.conservativeResize(free);
    qr.solve(move);
    if (!(move.norm() < 0.5 * last_move)) break;
    last_move = move.norm();
    for (Eigen::Index i = 0; i < free; ++i) {
      const double z = move[i] * scales[i];
      gamma -= z * directions.col(i);
      for (std::size_t k = 0; k < beta.size(); ++k)
        beta[k] = beta[k] - wide[static_cast<std::size_t>(i)][k] * DoubleDouble{z, 0};
    }
  }
  const Eigen::VectorXd result = rounded(beta);
  // What is still along the directions is what rounding the result makes of them.
  if (!(last_move <= 1e-8 * result.norm())) return std::nullopt;
  return result;
}

}  // namespace

std::optional<LeastSquaresFit> centred_fit(const ExactDesign& design, const Eigen::Ref<const Eigen::VectorXd>& y,
                                           int least_rank) {
  if (design.inputs.size() == 0) return std::nullopt;
  const Centred centred(design);
  if (!centred.design().allFinite()) return std::nullopt;
  const ThinSvd svd = thin_svd(centred.design());
  const Eigen::Index r = downhill::rank(svd, default_tolerance(svd)), d = design.high.cols();
  if (r < least_rank) return std::nullopt;
  const Eigen::VectorXd along = (svd.left.leftCols(r).transpose() * y).cwiseQuotient(svd.singular_values.head(r));
  Eigen::VectorXd gamma = svd.right.leftCols(r) * along;
  LeastSquaresFit fit;
  fit.rank = static_cast<int>(r);
  if (r == d) {
    fit.coefficients = rounded(centred.to_original(gamma));
  } else {
    // Many γ fit equally well, and the shortest β is not that of the shortest one.
    std::optional<Eigen::VectorXd> beta;
    if (r > d - r) {
      beta = shortest_across(centred, complement(svd.right.leftCols(r)), gamma);
    } else {
      const std::vector<DoubleDouble> transform = centred.from_original();
      beta = shortest_along(transform, svd.right.leftCols(r), along);
      if (beta) gamma = product(transform, *beta);
    }
    if (!beta) return std::nullopt;
    fit.coefficients = *beta;
  }
  if (!fit.coefficients.allFinite()) return std::nullopt;
  fit.centred = CentredFit{centred.centres(), centred.scales(), gamma, centred.design() * gamma};
  fit.residual_norm = (y - fit.centred->fitted).norm();
  return fit;
}

}  // namespace downhill
