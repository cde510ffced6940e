#include <cmath>

#include "bench/native/bench.hpp"
#include "regression/least_squares.hpp"

namespace downhill::bench {
namespace {

constexpr int rows = 1000, columns = 20;

const Register qr_solve("qr-solve", 1, [] {
  static const Eigen::MatrixXd design = [] {
    Eigen::MatrixXd all(rows, columns);
    for (int i = 0; i < rows; ++i)
      for (int j = 0; j < columns; ++j) all(i, j) = std::sin(std::pow(i * columns + j, 2));
    return all;
  }();
  static const Eigen::VectorXd y = Eigen::ArrayXd::LinSpaced(rows, 0, rows - 1).cos();
  keep(qr_fit(design, y).value().coefficients[0]);
});

}  // namespace
}  // namespace downhill::bench
