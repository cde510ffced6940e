#include <Eigen/LU>
#include <cmath>

#include "core/catch.hpp"
#include "core/regression/random_problem.hpp"
#include "regression/least_squares.hpp"
#include "regression/linear_model.hpp"

// Problems on which careless least squares are wrong: dependent columns, columns far from 0, numbers near the ends of the
// range.

using namespace downhill;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

MatrixXd random_integers(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed) {
  return (4 * random_matrix(rows, columns, seed)).array().round();
}

ExactDesign polynomial_over(const VectorXd& x, int degree) { return design_of({degree, true}, x).value(); }

}  // namespace

TEST_CASE("Columns that depend on each other are seen by every method that needs independent ones") {
  const MatrixXd third = (MatrixXd(3, 2) << 1, 1.0 / 3, 4, 4.0 / 3, -1, -1.0 / 3).finished();
  CHECK(normal_equations_fit(third, VectorXd::Ones(3)).error().code == ErrorCode::rank_deficient);
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const auto d = static_cast<Eigen::Index>(2 + seed % 5), n = static_cast<Eigen::Index>(d + seed % 40);
    MatrixXd x = random_integers(n, d, seed);
    const VectorXd weights = random_integers(d - 1, 1, seed + 1000);
    const auto at = static_cast<Eigen::Index>(seed) % d;
    VectorXd combined = VectorXd::Zero(n);
    for (Eigen::Index j = 0, k = 0; j < d; ++j)
      if (j != at) combined += weights[k++] * x.col(j);
    x.col(at) = combined / (seed % 3 == 0 ? 3.0 : 1.0);
    const VectorXd y = random_vector(n, seed + 2000);
    INFO("seed " << seed << ", " << n << " × " << d);
    for (const LeastSquaresMethod& method : least_squares_methods()) {
      if (method.id == "pseudo-inverse") continue;
      INFO(method.id);
      const auto fit = method.fit({x, {}, {}}, y);
      REQUIRE_FALSE(fit);
      CHECK(fit.error().code == ErrorCode::rank_deficient);
    }
  }
}

TEST_CASE("The normal equations solve what their squared condition number allows") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed " << seed);
    MatrixXd x = random_matrix(30, 4, seed);
    x.col(3) = x.col(0) + std::pow(10.0, -static_cast<double>(seed % 6)) * x.col(3);
    const VectorXd y = random_vector(30, seed + 500);
    const auto fit = normal_equations_fit(x, y);
    REQUIRE(fit);
    const VectorXd exact = refined_fit({x, {}, {}}, y)->coefficients;
    CHECK((fit->coefficients - exact).norm() <
          1e-13 * std::pow(10.0, 2.0 * static_cast<double>(seed % 6)) * (10 + exact.norm()));
  }
}

TEST_CASE("Powers of two in X and y come out as powers of two in β, up to the ends of the range") {
  const MatrixXd x = random_matrix(12, 3, 1);
  const VectorXd y = random_vector(12, 2);
  for (const LeastSquaresMethod& method : least_squares_methods()) {
    const auto usual = method.fit({x, {}, {}}, y);
    REQUIRE(usual);
    for (const int of_x : {-1000, -500, -100, 0, 300, 700, 1000})
      for (const int of_y : {-1000, -600, 0, 513, 1000}) {
        if (std::abs(of_y - of_x) > 1000) continue;
        INFO(method.id << ", X by 2^" << of_x << ", y by 2^" << of_y);
        const MatrixXd far = x * std::ldexp(1.0, of_x);
        const auto fit = method.fit({far, {}, {}}, y * std::ldexp(1.0, of_y));
        REQUIRE(fit);
        for (Eigen::Index j = 0; j < 3; ++j)
          CHECK(std::ldexp(fit->coefficients[j], of_x - of_y) == Approx(usual->coefficients[j]).epsilon(1e-13));
        CHECK(std::ldexp(fit->residual_norm, -of_y) == Approx(usual->residual_norm).epsilon(1e-12));
        CHECK(fit->rank == 3);
        if (method.id == "pseudo-inverse")
          CHECK(std::ldexp(fit->singular_values[2], -of_x) == Approx(usual->singular_values[2]).epsilon(1e-13));
      }
  }
}

TEST_CASE("Columns of sizes far apart are solved, and a β beyond the range is refused") {
  const MatrixXd x = (MatrixXd(3, 2) << 1e200, 1e-200, 2e200, -1e-200, 1e200, 3e-200).finished();
  const VectorXd beta{{2e-200, 3e200}};
  for (const auto& fit : {qr_fit(x, x * beta), normal_equations_fit(x, x * beta), refined_fit({x, {}, {}}, x * beta)}) {
    REQUIRE(fit);
    CHECK(fit->coefficients[0] == Approx(beta[0]).epsilon(1e-12));
    CHECK(fit->coefficients[1] == Approx(beta[1]).epsilon(1e-12));
  }
  const VectorXd large = VectorXd::Constant(3, 1e200);
  for (const LeastSquaresMethod& method : least_squares_methods()) {
    INFO(method.id);
    const auto fit = method.fit({VectorXd::Constant(3, 1e-200), {}, {}}, large);
    REQUIRE_FALSE(fit);
    CHECK(fit.error().code == ErrorCode::out_of_range);
    CHECK(fit.error().parameter == "data");
  }
  CHECK(refined_fit({VectorXd::Constant(2, 1), {}, {}}, VectorXd::Constant(2, 1e300))->coefficients[0] == 1e300);
}

TEST_CASE("A cubic over years has its coefficients by the pseudo-inverse: x is centred and scaled") {
  VectorXd x(31), y(31);
  for (Eigen::Index i = 0; i < 31; ++i) {
    x[i] = 1990 + static_cast<double>(i);
    const double t = x[i] - 2005;
    y[i] = t * t * t - 4 * t + 7;
  }
  const auto fit = pseudo_inverse_fit(polynomial_over(x, 3), y);
  REQUIRE(fit);
  REQUIRE(fit->centred);
  CHECK((fit->centred->fitted - y).norm() < 1e-9);
  CHECK(fit->rank == 4);
  const double exact[] = {-2005.0 * 2005 * 2005 + 4 * 2005 + 7, 3.0 * 2005 * 2005 - 4, -3.0 * 2005, 1};
  for (Eigen::Index k = 0; k < 4; ++k) CHECK(fit->coefficients[k] == Approx(exact[k]).epsilon(1e-12));
  CHECK(fit->residual_norm < 1e-9);
  // As it stands X seems to have dependent columns.
  CHECK(pseudo_inverse_fit(polynomial_over(x, 3).high, y)->rank == 3);
}

TEST_CASE("Polynomials over years fit as well as over the same years counted from their middle") {
  VectorXd x(41);
  for (Eigen::Index i = 0; i < 41; ++i) x[i] = 1980 + static_cast<double>(i);
  const VectorXd y = random_vector(41, 5);
  const VectorXd near = (x.array() - 2000) / 16;
  for (int degree = 1; degree <= 10; ++degree) {
    INFO("degree " << degree);
    const auto fit = pseudo_inverse_fit(polynomial_over(x, degree), y);
    const auto same = qr_fit(polynomial_over(near, degree).high, y);
    REQUIRE(fit);
    CHECK(fit->rank == degree + 1);
    CHECK(fit->residual_norm == Approx(same->residual_norm).epsilon(1e-10));
    CHECK(fit->coefficients[degree] == Approx(same->coefficients[degree] / std::pow(16, degree)).epsilon(1e-8));
  }
}

TEST_CASE("With too few different years the shortest coefficients of all that fit are found") {
  const VectorXd x{{2001, 2002, 2004}}, y{{3, -1, 4}};
  const auto fit = pseudo_inverse_fit(polynomial_over(x, 4), y);
  REQUIRE(fit);
  CHECK(fit->rank == 3);
  CHECK(fit->residual_norm < 1e-10);
  // Across every polynomial that is 0 at all three years.
  const VectorXd zero{{-2001.0 * 2002 * 2004, 2001.0 * 2002 + 2001.0 * 2004 + 2002.0 * 2004, -6007, 1}};
  for (Eigen::Index shift = 0; shift < 2; ++shift) {
    const double along = fit->coefficients.segment(shift, 4).dot(zero);
    CHECK(std::abs(along) < 1e-8 * fit->coefficients.norm() * zero.norm());
  }
}

TEST_CASE("A slope between two moments counted in seconds, and inputs of sizes far apart") {
  const VectorXd seconds{{1515068925, 1515068903}}, y{{2.725, 2.72}};
  const auto line = pseudo_inverse_fit(polynomial_over(seconds, 1), y);
  REQUIRE(line);
  CHECK(line->coefficients[1] == Approx(0.005 / 22).epsilon(1e-10));
  CHECK(line->rank == 2);

  MatrixXd inputs = random_matrix(20, 2, 9);
  inputs.col(0) = (inputs.col(0).array() * 1e-20).matrix();
  inputs.col(1) = (inputs.col(1).array() + 1e9).matrix();
  const VectorXd beta{{5, 2e20, -3}};
  const ExactDesign design = design_of({1, true}, inputs).value();
  const auto fit = pseudo_inverse_fit(design, design.high * beta);
  REQUIRE(fit);
  CHECK(fit->rank == 3);
  CHECK(fit->coefficients[1] == Approx(2e20).epsilon(1e-5));
  CHECK(fit->coefficients[2] == Approx(-3).epsilon(1e-5));
}

TEST_CASE("Points above one another leave the rank at 1, centred or not") {
  const auto fit = pseudo_inverse_fit(polynomial_over(VectorXd::Constant(3, 2005), 1), VectorXd{{1, 2, 6}});
  REQUIRE(fit);
  CHECK(fit->rank == 1);
  CHECK_FALSE(fit->centred.has_value());
}
