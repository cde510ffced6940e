#include "regression/least_squares.hpp"

#include <Eigen/LU>
#include <cmath>

#include "core/catch.hpp"
#include "core/regression/random_problem.hpp"
#include "foundation/double_double.hpp"
#include "regression/accuracy.hpp"
#include "regression/svd.hpp"

using namespace downhill;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

struct Shape {
  const char* name;
  MatrixXd matrix;
  int rank;
};

std::vector<Shape> shapes() {
  const MatrixXd narrow = random_matrix(9, 2, 1);
  return {{"tall", random_matrix(12, 4, 2), 4},
          {"square", random_matrix(5, 5, 3), 5},
          {"wide", random_matrix(3, 7, 4), 3},
          {"one column", random_matrix(6, 1, 5), 1},
          {"one row", random_matrix(1, 6, 6), 1},
          {"tall, rank 2 of 4", narrow * random_matrix(2, 4, 7), 2},
          {"wide, rank 2 of 3", random_matrix(3, 2, 8) * random_matrix(2, 6, 9), 2},
          {"zero", MatrixXd::Zero(4, 3), 0}};
}

}  // namespace

TEST_CASE("The decomposition multiplies back, with orthonormal factors and descending values") {
  for (const Shape& shape : shapes()) {
    INFO(shape.name);
    const ThinSvd svd = thin_svd(shape.matrix);
    const Eigen::Index k = std::min(shape.matrix.rows(), shape.matrix.cols());
    REQUIRE(svd.singular_values.size() == k);
    CHECK((svd.left * svd.singular_values.asDiagonal() * svd.right.transpose() - shape.matrix).norm() < 1e-13);
    CHECK((svd.left.transpose() * svd.left - MatrixXd::Identity(k, k)).norm() < 1e-13);
    CHECK((svd.right.transpose() * svd.right - MatrixXd::Identity(k, k)).norm() < 1e-13);
    for (Eigen::Index i = 1; i < k; ++i) CHECK(svd.singular_values[i] <= svd.singular_values[i - 1]);
    CHECK(svd.singular_values[k - 1] >= 0);
    CHECK(rank(svd, default_tolerance(svd)) == shape.rank);
  }
}

TEST_CASE("The pseudo-inverse meets Penrose's four conditions") {
  for (const Shape& shape : shapes()) {
    INFO(shape.name);
    const ThinSvd svd = thin_svd(shape.matrix);
    const MatrixXd& a = shape.matrix;
    const MatrixXd plus = pseudo_inverse(svd, default_tolerance(svd));
    CHECK((a * plus * a - a).norm() < 1e-12);
    CHECK((plus * a * plus - plus).norm() < 1e-12 * (1 + plus.norm()));
    CHECK((a * plus - (a * plus).transpose()).norm() < 1e-12);
    CHECK((plus * a - (plus * a).transpose()).norm() < 1e-12);
  }
}

TEST_CASE("The fit by pseudo-inverse leaves a residual across all columns, and is the shortest") {
  for (const Shape& shape : shapes()) {
    INFO(shape.name);
    const VectorXd y = random_vector(shape.matrix.rows(), 20);
    const auto fit = pseudo_inverse_fit(shape.matrix, y);
    REQUIRE(fit);
    CHECK(fit->rank == shape.rank);
    const VectorXd residual = y - shape.matrix * fit->coefficients;
    CHECK((shape.matrix.transpose() * residual).norm() < 1e-12);
    CHECK(fit->residual_norm == Approx(residual.norm()).margin(1e-14));
    // Shortest: nothing of it lies along directions that X does not see.
    const ThinSvd svd = thin_svd(shape.matrix);
    const MatrixXd seen = svd.right.leftCols(shape.rank);
    CHECK((fit->coefficients - seen * (seen.transpose() * fit->coefficients)).norm() < 1e-12);
    CHECK((fit->coefficients - pseudo_inverse(svd, fit->tolerance) * y).norm() < 1e-12);
  }
}

TEST_CASE("With fewer rows than columns the fit is Xᵀ(XXᵀ)⁻¹y") {
  const MatrixXd x = random_matrix(4, 9, 30);
  const VectorXd y = random_vector(4, 31);
  const auto fit = pseudo_inverse_fit(x, y);
  REQUIRE(fit);
  CHECK((fit->coefficients - x.transpose() * (x * x.transpose()).inverse() * y).norm() < 1e-12);
  CHECK(fit->residual_norm < 1e-13);
}

TEST_CASE("A tolerance of the reader's leaves out what lies below it") {
  const MatrixXd x = VectorXd{{4, 2, 0.5}}.asDiagonal();
  const auto fit = pseudo_inverse_fit(x, VectorXd::Ones(3), 1);
  REQUIRE(fit);
  CHECK(fit->rank == 2);
  CHECK(fit->tolerance == 1);
  CHECK((fit->coefficients - VectorXd{{0.25, 0.5, 0}}).norm() < 1e-15);
  CHECK(fit->condition == Approx(8));
  CHECK(pseudo_inverse_fit(x, VectorXd::Ones(3))->rank == 3);
}

TEST_CASE("All methods agree on a well-conditioned problem") {
  const MatrixXd x = random_matrix(40, 6, 40);
  const VectorXd y = random_vector(40, 41);
  const VectorXd expected = (x.transpose() * x).inverse() * x.transpose() * y;
  for (const LeastSquaresMethod& method : least_squares_methods()) {
    INFO(method.id);
    const auto fit = method.fit({x, {}}, y);
    REQUIRE(fit);
    CHECK((fit->coefficients - expected).norm() < 1e-13);
    CHECK(fit->rank == 6);
    CHECK(fit->residual_norm == Approx((y - x * expected).norm()).epsilon(1e-13));
  }
}

TEST_CASE("Methods that need independent columns say when they are not") {
  MatrixXd x = random_matrix(10, 3, 50);
  x.col(2) = x.col(0) - 2 * x.col(1);
  const VectorXd y = random_vector(10, 51);
  for (const LeastSquaresMethod& method : least_squares_methods()) {
    if (method.id == "pseudo-inverse") continue;
    INFO(method.id);
    const auto wide = method.fit({random_matrix(2, 3, 52), {}}, random_vector(2, 53));
    REQUIRE_FALSE(wide);
    CHECK(wide.error().code == ErrorCode::rank_deficient);
    const auto fit = method.fit({x, {}}, y);
    REQUIRE_FALSE(fit);
    CHECK(fit.error().code == ErrorCode::rank_deficient);
    CHECK(fit.error().value == 2);
    CHECK(fit.error().expected == "3");
  }
}

TEST_CASE("A small column is not a dependent one") {
  MatrixXd x = random_matrix(10, 3, 60);
  x.col(1) *= 1e-30;
  const VectorXd beta{{1, 2e30, 3}};
  const auto fit = qr_fit(x, x * beta);
  REQUIRE(fit);
  CHECK(fit->coefficients[1] == Approx(2e30).epsilon(1e-13));
  CHECK(refined_fit({x, {}}, x * beta));
}

TEST_CASE("Wrong data are named") {
  for (const LeastSquaresMethod& method : least_squares_methods()) {
    INFO(method.id);
    CHECK(method.fit({random_matrix(4, 2, 70), {}}, random_vector(3, 71)).error().code == ErrorCode::wrong_dimension);
    CHECK(method.fit({MatrixXd(0, 2), {}}, VectorXd(0)).error().code == ErrorCode::wrong_dimension);
    MatrixXd x = random_matrix(4, 2, 72);
    x(1, 1) = NAN;
    CHECK(method.fit({x, {}}, random_vector(4, 73)).error().code == ErrorCode::not_finite);
    CHECK(method.fit({random_matrix(4, 2, 74), {}}, VectorXd::Constant(4, INFINITY)).error().code == ErrorCode::not_finite);
  }
}

TEST_CASE("Ridge solves (XᵀX + λI)β = Xᵀy, wide or tall, and can spare the intercept") {
  for (const Eigen::Index rows : {20, 3}) {
    const MatrixXd x = with_intercept(random_matrix(rows, 4, 80));
    const VectorXd y = random_vector(rows, 81);
    for (const double lambda : {0.01, 1.0, 100.0}) {
      INFO(rows << " rows, λ " << lambda);
      for (const int unpenalised : {0, 1}) {
        MatrixXd penalty = lambda * MatrixXd::Identity(5, 5);
        if (unpenalised) penalty(0, 0) = 0;
        const VectorXd expected = (x.transpose() * x + penalty).inverse() * x.transpose() * y;
        const auto fit = ridge_fit(x, y, lambda, unpenalised);
        REQUIRE(fit);
        CHECK((fit->coefficients - expected).norm() < 1e-10 * (1 + expected.norm()));
        CHECK(fit->residual_norm == Approx((y - x * expected).norm()));
      }
    }
  }
  const MatrixXd x = random_matrix(8, 3, 82);
  const VectorXd y = random_vector(8, 83);
  CHECK((ridge_fit(x, y, 0)->coefficients - qr_fit(x, y)->coefficients).norm() < 1e-13);
  CHECK(ridge_fit(x, y, -1).error().parameter == "ridge");
  CHECK(ridge_fit(x, y, NAN).error().code == ErrorCode::not_finite);
}

TEST_CASE("Polynomial features are powers, correctly rounded, and their errors are known") {
  const VectorXd x{{-2, 0, 0.1, 3}};
  const ExactDesign design = exact_polynomial_features(x, 3);
  CHECK(polynomial_features(x, 3) == design.high);
  CHECK(design.high.row(0) == Eigen::RowVector4d(1, -2, 4, -8));
  CHECK(design.high.row(1) == Eigen::RowVector4d(1, 0, 0, 0));
  CHECK(polynomial_features(x, 0) == MatrixXd::Ones(4, 1));
  // The double 0.1 is 3602879701896397 / 2⁵⁵; its square minus the double nearest to it, in units of 2⁻¹¹⁰.
  const double a = 0.1;
  CHECK(design.high(2, 2) == a * a);
  CHECK(design.low(2, 2) == std::fma(a, a, -a * a));
  CHECK(design.low.row(3) == Eigen::RowVector4d::Zero());
}

TEST_CASE("Double-double sums and products keep what doubles lose") {
  const DoubleDouble sum = exact_sum(1e16, 1);
  CHECK(sum.high == 1e16);
  CHECK(sum.low == 1);
  RandomStream random(90);
  for (int i = 0; i < 1000; ++i) {
    const double a = std::ldexp(random.normal(), static_cast<int>(random.below(60)) - 30), b = random.normal();
    const DoubleDouble product = exact_product(a, b);
    CHECK(product.high == a * b);
    CHECK(product.low == std::fma(a, b, -a * b));
  }
  // (1 + 2⁻⁶⁰)² − 1 − 2⁻⁵⁹ = 2⁻¹²⁰ is too small for the 106 bits kept; the middle term is not.
  const DoubleDouble near_one{1, 0x1p-60};
  CHECK((near_one * near_one - DoubleDouble{1, 0}).value() == 0x1p-59);
}

TEST_CASE("Standardised columns have mean 0 and deviation 1, and coefficients convert both ways") {
  MatrixXd x = random_matrix(50, 3, 100);
  x.col(0) = (x.col(0).array() * 1000 + 5000).matrix();
  x.col(2).setConstant(0.1);
  const Standardisation standardisation = Standardisation::of(x);
  const MatrixXd scaled = standardisation.apply(x);
  for (Eigen::Index j = 0; j < 2; ++j) {
    CHECK(std::abs(scaled.col(j).mean()) < 1e-13);
    CHECK(scaled.col(j).squaredNorm() / 50 == Approx(1));
  }
  CHECK(scaled.col(2).cwiseAbs().maxCoeff() < 1e-15);
  const VectorXd gamma{{2, -3, 5, 7}};
  const VectorXd beta = standardisation.to_original(gamma);
  CHECK((with_intercept(x) * beta - with_intercept(scaled) * gamma).norm() < 1e-10);
  CHECK((standardisation.to_standardised(beta) - gamma).norm() < 1e-12);
}

TEST_CASE("Correct digits are counted") {
  CHECK(correct_digits(1.0, 1.0) == 15);
  CHECK(correct_digits(1.001, 1.0) == Approx(3).epsilon(1e-6));
  CHECK(correct_digits(0.001, 0) == Approx(3).epsilon(1e-6));
  CHECK(correct_digits(-1, 1) == 0);
  CHECK(correct_digits(NAN, 1) == 0);
}
