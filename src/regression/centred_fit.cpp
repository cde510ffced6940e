#include "regression/centred_fit.hpp"

#include <cmath>
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
  Eigen::VectorXd to_original(const Eigen::VectorXd& coefficients) const {
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
    Eigen::VectorXd result(columns_);
    for (Eigen::Index k = 0; k < columns_; ++k) result[k] = sums[static_cast<std::size_t>(k)].value();
    return result;
  }

 private:
  Eigen::VectorXd centres_, scales_;
  Eigen::Index columns_;
  bool polynomial_, intercept_;
  Eigen::MatrixXd design_;
};

/// The part of β across all of some directions, given as columns.
Eigen::VectorXd without(const Eigen::MatrixXd& directions, Eigen::VectorXd beta) {
  const HouseholderQr qr(directions.colwise().normalized());
  qr.rotate(beta);
  beta.head(directions.cols()).setZero();
  qr.rotate_back(beta);
  return beta;
}

}  // namespace

std::optional<LeastSquaresFit> centred_fit(const ExactDesign& design, const Eigen::Ref<const Eigen::VectorXd>& y, int rank) {
  if (design.inputs.size() == 0) return std::nullopt;
  const Centred centred(design);
  if (!centred.design().allFinite()) return std::nullopt;
  const ThinSvd svd = thin_svd(centred.design());
  const Eigen::Index r = downhill::rank(svd, default_tolerance(svd)), d = design.high.cols();
  if (r <= rank) return std::nullopt;
  const Eigen::VectorXd along = (svd.left.leftCols(r).transpose() * y).cwiseQuotient(svd.singular_values.head(r));
  const Eigen::VectorXd gamma = svd.right.leftCols(r) * along;
  LeastSquaresFit fit;
  fit.centred = CentredFit{centred.centres(), centred.scales(), gamma, centred.design() * gamma};
  fit.rank = static_cast<int>(r);
  fit.residual_norm = (y - fit.centred->fitted).norm();
  fit.coefficients = centred.to_original(gamma);
  if (r < d) {
    // Directions that change no output: the columns of Q beyond the first r, for QR of those that do.
    const HouseholderQr qr(svd.right.leftCols(r));
    Eigen::MatrixXd unseen(d, d - r);
    for (Eigen::Index j = 0; j < d - r; ++j) {
      Eigen::VectorXd direction = Eigen::VectorXd::Unit(d, r + j);
      qr.rotate_back(direction);
      unseen.col(j) = centred.to_original(direction);
    }
    fit.coefficients = without(unseen, std::move(fit.coefficients));
  }
  if (!fit.coefficients.allFinite()) return std::nullopt;
  return fit;
}

}  // namespace downhill
