#include <cmath>

#include "bench/native/bench.hpp"
#include "regression/least_squares.hpp"
#include "regression/linear_model.hpp"
#include "regression/residual_kernel.hpp"

namespace downhill::bench {
namespace {

constexpr int rows = 1000, columns = 20;

// From a row a sample to coefficients and fitted values, as the module answers.
const Register qr_solve("qr-solve", 1, [] {
  static const std::vector<double> inputs = [] {
    std::vector<double> all(rows * columns);
    for (int i = 0; i < rows * columns; ++i) all[i] = std::sin(static_cast<double>(i) * i);
    return all;
  }();
  static const Eigen::VectorXd y = Eigen::ArrayXd::LinSpaced(rows, 0, rows - 1).cos();
  const auto design = design_of({.intercept = false}, Eigen::Map<const Design>(inputs.data(), rows, columns)).value();
  const LeastSquaresFit fit = qr_fit(design.high, y).value();
  const Eigen::VectorXd fitted = design.high * fit.coefficients;
  keep(fitted[0]);
});

}  // namespace
}  // namespace downhill::bench
