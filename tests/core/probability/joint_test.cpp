#include <Eigen/LU>
#include <cmath>
#include <numbers>

#include "core/catch.hpp"
#include "probability/gaussian.hpp"
#include "probability/joint_table.hpp"

using namespace downhill;

namespace {

JointTable table(int rows, int columns, std::vector<double> weights, std::vector<double> x = {}, std::vector<double> y = {}) {
  return JointTable::create(rows, columns, std::move(weights), std::move(x), std::move(y)).value();
}

Gaussian gaussian(const Eigen::VectorXd& mean, const Eigen::MatrixXd& covariance) {
  return Gaussian::create(mean, covariance).value();
}

}  // namespace

TEST_CASE("A table gives its marginals, conditionals and moments") {
  // y = 0: 1/8 1/4; y = 1: 3/8 1/4.
  const JointFacts facts = facts_of(table(2, 2, {1, 2, 3, 2}, {10, 20}, {-1, 1}));
  CHECK(facts.marginal_x == std::vector<double>{0.5, 0.5});
  CHECK(facts.marginal_y == std::vector<double>{0.375, 0.625});
  CHECK(facts.y_given_x == std::vector<double>{0.25, 0.5, 0.75, 0.5});
  CHECK(facts.x_given_y[1] == Approx(2.0 / 3));
  CHECK(facts.mean_y_given_x == std::vector<double>{0.5, 0});
  CHECK(facts.mean_x_given_y[0] == Approx(10.0 / 3 + 40.0 / 3));
  CHECK(facts.mean_x == 15);
  CHECK(facts.mean_y == 0.25);
  CHECK(facts.variance_x == 25);
  CHECK(facts.variance_y == Approx(15.0 / 16));
  CHECK(facts.covariance == Approx(-1.25));
  CHECK(*facts.correlation == Approx(-1.25 / (5 * std::sqrt(15.0 / 16))));
  CHECK(facts.dependence == Approx(0.0625));
}

TEST_CASE("The law of total expectation and of total variance hold for random tables") {
  const std::uint64_t seed = 4;
  INFO("seed " << seed);
  RandomStream random(seed);
  for (int round = 0; round < 100; ++round) {
    const int rows = 1 + static_cast<int>(random.below(5)), columns = 1 + static_cast<int>(random.below(5));
    std::vector<double> weights(static_cast<std::size_t>(rows * columns));
    for (double& weight : weights) weight = 0.01 + random.uniform();
    const JointFacts facts = facts_of(table(rows, columns, weights));
    double mean = 0, within = 0, between = 0;
    for (std::size_t j = 0; j < facts.marginal_x.size(); ++j) {
      mean += facts.marginal_x[j] * facts.mean_y_given_x[j];
      within += facts.marginal_x[j] * facts.variance_y_given_x[j];
      between += facts.marginal_x[j] * std::pow(facts.mean_y_given_x[j] - facts.mean_y, 2);
    }
    REQUIRE(mean == Approx(facts.mean_y).epsilon(1e-12).margin(1e-13));
    REQUIRE(within + between == Approx(facts.variance_y).epsilon(1e-11).margin(1e-13));
    REQUIRE(facts.mutual_information >= 0);
    REQUIRE(facts.joint_entropy <= facts.entropy_x + facts.entropy_y + 1e-12);
  }
}

TEST_CASE("Independent variables are seen to be; what cannot be conditioned on is NaN") {
  const JointFacts independent = facts_of(table(2, 3, {1, 2, 3, 2, 4, 6}));
  CHECK(independent.dependence < 1e-15);
  CHECK(independent.mutual_information < 1e-14);
  CHECK(std::abs(*independent.correlation) < 1e-14);
  const JointFacts empty = facts_of(table(2, 2, {1, 0, 1, 0}));
  CHECK(std::isnan(empty.y_given_x[1]));
  CHECK(std::isnan(empty.mean_y_given_x[1]));
  CHECK_FALSE(empty.correlation.has_value());
  const JointFacts copy = facts_of(table(2, 2, {1, 0, 0, 1}));
  CHECK(copy.mutual_information == Approx(1));
  CHECK(*copy.correlation == Approx(1));
}

TEST_CASE("A cell that is set leaves the others their proportions") {
  const JointTable before = table(2, 2, {1, 2, 3, 4});
  const JointTable after = with_probability(before, 3, 0.7).value();
  CHECK(after.shares[3] == 0.7);
  CHECK(after.shares[0] == Approx(0.05));
  CHECK(after.shares[1] == Approx(0.1));
  CHECK(after.shares[2] == Approx(0.15));
  CHECK(with_probability(table(1, 3, {0, 0, 1}), 2, 0.4).value().shares[0] == Approx(0.3));
  CHECK(with_probability(before, 3, 1).value().shares[0] == 0);
  CHECK(with_probability(before, 4, 0.5).error().parameter == "cell");
  CHECK(with_probability(before, 0, 1.5).error().parameter == "probability");
  CHECK(with_probability(before, 0, std::nan("")).error().parameter == "probability");
  CHECK(JointTable::create(2, 2, {1, 2, 3}).error().code == ErrorCode::wrong_dimension);
  CHECK(JointTable::create(1, 2, {0, 0}).error().code == ErrorCode::no_probability);
  CHECK(JointTable::create(1, 2, {1, 1}, {1, 2, 3}).error().parameter == "x-values");
}

TEST_CASE("Cells are drawn as often as they are probable") {
  const std::uint64_t seed = 21;
  INFO("seed " << seed);
  const JointTable cells = table(2, 3, {1, 0, 3, 2, 4, 0});
  std::vector<double> counts(6);
  for (const int cell : draw_cells(cells, 100'000, RandomStream(seed))) counts[static_cast<std::size_t>(cell)] += 1;
  for (std::size_t i = 0; i < 6; ++i) {
    const double share = cells.shares[i];
    CHECK(std::abs(counts[i] - 100'000 * share) <= 5 * std::sqrt(100'000 * share * (1 - share)));
  }
}

TEST_CASE("A correlated Gaussian has the quadratic form of its inverse covariance") {
  const Eigen::Matrix2d covariance{{1, 0.5}, {0.5, 1}};
  const Gaussian pair = gaussian(Eigen::Vector2d(3, -2), covariance);
  CHECK(pair.quadratic_form(Eigen::Vector2d(4, -2)) == Approx(4.0 / 3).epsilon(1e-14));  // offset (1, 0); with Σ = I it were 1
  CHECK(std::exp(pair.log_determinant()) == Approx(0.75));
  // Log density by hand, at offset (1, 2): (1 − 2 + 4)/0.75 = 4.
  CHECK(pair.log_density(Eigen::Vector2d(4, 0)) == Approx(-0.5 * (4 + std::log(0.75)) - std::log(2 * std::numbers::pi)));
  CHECK((pair.cholesky() * pair.cholesky().transpose() - covariance).norm() < 1e-15);
  CHECK(pair.second_given_first(5).mean == Approx(-1));
  CHECK(pair.second_given_first(5).variance == Approx(0.75));
  CHECK(pair.entropy() == Approx(std::log(2 * std::numbers::pi * std::numbers::e) + 0.5 * std::log(0.75)));
}

TEST_CASE("Quadratic forms of random covariances agree with Eigen's inverse, and draws have that covariance") {
  const std::uint64_t seed = 6;
  INFO("seed " << seed);
  RandomStream random(seed);
  for (int round = 0; round < 20; ++round) {
    const Eigen::Index n = 1 + static_cast<Eigen::Index>(random.below(4));
    Eigen::MatrixXd root(n, n);
    for (double& entry : root.reshaped()) entry = random.normal();
    Eigen::MatrixXd covariance = root * root.transpose() + 0.1 * Eigen::MatrixXd::Identity(n, n);
    covariance = (covariance + covariance.transpose()) / 2;
    const Gaussian many = gaussian(Eigen::VectorXd::Constant(n, 2), covariance);
    const Eigen::VectorXd x = Eigen::VectorXd::NullaryExpr(n, [&] { return random.normal(); });
    const Eigen::VectorXd offset = x - many.mean();
    CHECK(many.quadratic_form(x) == Approx(offset.dot(covariance.inverse() * offset)).epsilon(1e-9));
    CHECK(many.log_determinant() == Approx(std::log(covariance.determinant())).margin(1e-9));
  }
  const Gaussian pair = gaussian(Eigen::Vector2d(1, 2), Eigen::Matrix2d{{4, -3}, {-3, 9}});
  const int count = 100'000;
  Eigen::Vector2d sum = Eigen::Vector2d::Zero();
  Eigen::Matrix2d products = Eigen::Matrix2d::Zero();
  for (int i = 0; i < count; ++i) {
    const Eigen::Vector2d offset = pair.draw(random) - pair.mean();
    sum += offset;
    products += offset * offset.transpose();
  }
  const double root = std::sqrt(static_cast<double>(count));
  CHECK(std::abs(sum[0] / count) < 5 * 2 / root);
  CHECK(std::abs(products(0, 1) / count + 3) < 5 * std::sqrt(4 * 9 + 9) / root);
  CHECK(std::abs(products(1, 1) / count - 9) < 5 * std::sqrt(2 * 81) / root);
}

TEST_CASE("What is no covariance matrix is refused") {
  const auto code = [](const Eigen::MatrixXd& covariance) {
    return Gaussian::create(Eigen::VectorXd::Zero(covariance.rows()), covariance).error().code;
  };
  CHECK(code(Eigen::Matrix2d{{1, 2}, {2, 1}}) == ErrorCode::not_positive_definite);
  CHECK(code(Eigen::Matrix2d{{1, 1}, {1, 1}}) == ErrorCode::not_positive_definite);
  CHECK(code(Eigen::Matrix2d{{1, 0.5}, {0.4, 1}}) == ErrorCode::not_positive_definite);
  CHECK(code(Eigen::Matrix2d{{0, 0}, {0, 1}}) == ErrorCode::not_positive_definite);
  CHECK(code(Eigen::Matrix2d{{1, NAN}, {NAN, 1}}) == ErrorCode::not_finite);
  CHECK(Gaussian::create(Eigen::VectorXd::Zero(3), Eigen::Matrix2d::Identity()).error().code == ErrorCode::wrong_dimension);
}
