#include "foundation/symmetric_eigen.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/catch.hpp"
#include "foundation/random.hpp"

namespace downhill {
namespace {

Eigen::MatrixXd random_symmetric(int n, RandomStream& random) {
  Eigen::MatrixXd a(n, n);
  for (int i = 0; i < n; ++i)
    for (int j = 0; j <= i; ++j) a(i, j) = a(j, i) = random.normal() * std::pow(10, random.uniform(-3, 3));
  return a;
}

TEST_CASE("eigenvalues are those of Eigen's solver, and the vectors take the matrix apart") {
  RandomStream random(1);
  for (int n = 1; n <= 8; ++n) {
    for (int repeat = 0; repeat < 50; ++repeat) {
      const Eigen::MatrixXd a = random_symmetric(n, random);
      const SymmetricEigen found = symmetric_eigen(a);
      std::vector<double> values(found.values.begin(), found.values.end());
      std::sort(values.begin(), values.end());
      const Eigen::VectorXd expected = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(a).eigenvalues();
      const double size = a.norm();
      for (int i = 0; i < n; ++i) CHECK(std::abs(values[static_cast<std::size_t>(i)] - expected(i)) < 1e-14 * size);
      CHECK((found.vectors * found.values.asDiagonal() * found.vectors.transpose() - a).norm() < 1e-14 * size);
      CHECK((found.vectors.transpose() * found.vectors - Eigen::MatrixXd::Identity(n, n)).norm() < 1e-14);
    }
  }
}

TEST_CASE("a diagonal matrix is left as it is, and zeros do no harm") {
  const Eigen::Vector3d diagonal(2, 0, -4);
  CHECK(symmetric_eigen(diagonal.asDiagonal()).values == diagonal);
  CHECK(symmetric_eigen(Eigen::MatrixXd::Zero(3, 3)).values.isZero(0));
}

TEST_CASE("a monkey saddle's Hessian with nothing on its diagonal") {
  Eigen::Matrix2d a;
  a << 0, 6, 6, 0;
  const SymmetricEigen found = symmetric_eigen(a);
  CHECK(found.values.minCoeff() == Approx(-6).epsilon(1e-15));
  CHECK(found.values.maxCoeff() == Approx(6).epsilon(1e-15));
}

}  // namespace
}  // namespace downhill
