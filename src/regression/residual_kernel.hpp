#pragma once

#include <Eigen/Core>
#include <span>

namespace downhill {

/// Row-major: a sample's inputs lie side by side, so a mini-batch is read row by row where it lies, whichever samples it takes.
using Design = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Over the samples of a batch, with residuals rᵢ = yᵢ − xᵢ·β: returns Σ rᵢ² and writes Σ rᵢ xᵢ = Xᵀ(y − Xβ) to `gradient` (d
/// numbers). Two multiplications per entry of the batch, one for Xβ and one for Xᵀr. Works through four rows at a time, so that
/// β and the gradient are loaded once for four.
double residual_products(const Design& design, const Eigen::VectorXd& y, std::span<const int> batch, const double* coefficients,
                         double* gradient);

}  // namespace downhill
