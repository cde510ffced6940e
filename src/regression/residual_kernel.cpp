#include "regression/residual_kernel.hpp"

#include <algorithm>

namespace downhill {
namespace {

// Two doubles, one SIMD register; written out because sums of doubles are not reordered by the compiler.
using Pair = Eigen::Array2d;
using ConstPair = Eigen::Map<const Pair>;

/// The same for `Rows` rows; adds to the gradient.
template <int Rows>
double add_rows(const double* const (&rows)[Rows], const double (&targets)[Rows], Eigen::Index d, const double* coefficients,
                double* gradient) {
  Pair sums[Rows];
  for (Pair& sum : sums) sum.setZero();
  Eigen::Index j = 0;
  for (; j + 2 <= d; j += 2) {
    const Pair beta = ConstPair(coefficients + j);
    for (int k = 0; k < Rows; ++k) sums[k] += ConstPair(rows[k] + j) * beta;
  }
  double residuals[Rows], squares = 0;
  for (int k = 0; k < Rows; ++k) {
    double prediction = sums[k][0] + sums[k][1];
    if (j < d) prediction += rows[k][j] * coefficients[j];
    residuals[k] = targets[k] - prediction;
    squares += residuals[k] * residuals[k];
  }
  for (j = 0; j + 2 <= d; j += 2) {
    Eigen::Map<Pair> g(gradient + j);
    Pair sum = residuals[0] * ConstPair(rows[0] + j);
    for (int k = 1; k < Rows; ++k) sum += residuals[k] * ConstPair(rows[k] + j);
    g += sum;
  }
  if (j < d)
    for (int k = 0; k < Rows; ++k) gradient[j] += residuals[k] * rows[k][j];
  return squares;
}

}  // namespace

double residual_products(const Design& design, const Eigen::VectorXd& y, std::span<const int> batch, const double* coefficients,
                         double* gradient) {
  const Eigen::Index d = design.cols();
  std::fill_n(gradient, d, 0.0);
  const auto row = [&](std::size_t i) { return design.data() + batch[i] * d; };
  double squares = 0;
  std::size_t i = 0;
  for (; i + 4 <= batch.size(); i += 4)
    squares += add_rows<4>({row(i), row(i + 1), row(i + 2), row(i + 3)},
                           {y[batch[i]], y[batch[i + 1]], y[batch[i + 2]], y[batch[i + 3]]}, d, coefficients, gradient);
  for (; i < batch.size(); ++i) squares += add_rows<1>({row(i)}, {y[batch[i]]}, d, coefficients, gradient);
  return squares;
}

}  // namespace downhill
