#include "regression/regression_descent.hpp"

#include <cmath>
#include <cstring>

#include "core/catch.hpp"
#include "core/regression/random_problem.hpp"
#include "data/datasets.hpp"
#include "regression/features.hpp"
#include "regression/least_squares.hpp"
#include "regression/regression_rate_sweep.hpp"

using namespace downhill;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

constexpr Objective objectives[] = {Objective::norm, Objective::squared_norm, Objective::mean_squared};

std::shared_ptr<const RegressionProblem> problem_of(const Design& design, const VectorXd& y, Objective objective) {
  auto problem = RegressionProblem::create(design, y, objective);
  REQUIRE(problem);
  return std::make_shared<const RegressionProblem>(*std::move(problem));
}

std::shared_ptr<const RegressionProblem> noisy_problem(int n, int d, Objective objective, std::uint64_t seed = 7) {
  const MatrixXd x = with_intercept(random_matrix(n, d - 1, seed));
  return problem_of(x, x * random_vector(d, seed + 1) + 0.3 * random_vector(n, seed + 2), objective);
}

/// The objective straight from its definition.
double defined_loss(const RegressionProblem& problem, const VectorXd& beta, const std::vector<int>& batch) {
  double squares = 0;
  for (const int i : batch) squares += std::pow(problem.y()[i] - problem.design().row(i).dot(beta), 2);
  squares *= static_cast<double>(problem.samples()) / static_cast<double>(batch.size());
  if (problem.objective() == Objective::norm) return std::sqrt(squares);
  return problem.objective() == Objective::squared_norm ? squares : squares / problem.samples();
}

RegressionDescent run_of(std::shared_ptr<const RegressionProblem> problem, const RegressionOptions& options) {
  auto run = RegressionDescent::create(std::move(problem), options);
  REQUIRE(run);
  return *std::move(run);
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

}  // namespace

TEST_CASE("Residual products are Xᵀ(y − Xβ) for every size") {
  for (Eigen::Index d = 1; d <= 7; ++d)
    for (int b = 1; b <= 9; ++b) {
      INFO("d " << d << ", b " << b);
      const Design x = random_matrix(12, d, 1);
      const VectorXd y = random_vector(12, 2), beta = random_vector(d, 3);
      std::vector<int> batch;
      for (int i = 0; i < b; ++i) batch.push_back((5 * i + 3) % 12);
      VectorXd expected = VectorXd::Zero(d);
      double squares = 0;
      for (const int i : batch) {
        const double r = y[i] - x.row(i).dot(beta);
        expected += r * x.row(i).transpose();
        squares += r * r;
      }
      VectorXd gradient = VectorXd::Constant(d, NAN);
      CHECK(residual_products(x, y, batch, beta.data(), gradient.data()) == Approx(squares).epsilon(1e-13));
      CHECK((gradient - expected).norm() < 1e-13 * (1 + expected.norm()));
    }
}

TEST_CASE("Losses follow their definition, gradients the central differences") {
  const std::vector<int> batch{4, 0, 17, 9, 11};
  for (const Objective objective : objectives) {
    INFO(id_of(objective));
    const auto problem = noisy_problem(20, 3, objective);
    const VectorXd beta = random_vector(3, 5);
    std::vector<int> all(20);
    for (int i = 0; i < 20; ++i) all[static_cast<std::size_t>(i)] = i;
    CHECK(problem->loss(beta.data()) == Approx(defined_loss(*problem, beta, all)).epsilon(1e-13));
    for (const auto& samples : {all, batch}) {
      VectorXd gradient(3);
      CHECK(problem->loss_and_gradient(beta.data(), samples, gradient.data()) ==
            Approx(defined_loss(*problem, beta, samples)).epsilon(1e-13));
      for (Eigen::Index j = 0; j < 3; ++j) {
        const double h = 1e-5;
        const VectorXd step = VectorXd::Unit(3, j) * h;
        const double difference =
            (defined_loss(*problem, beta + step, samples) - defined_loss(*problem, beta - step, samples)) / (2 * h);
        CHECK(gradient[j] == Approx(difference).epsilon(1e-7).margin(1e-8));
      }
    }
  }
}

TEST_CASE("At the minimiser the gradient vanishes and the loss is least; the norm has no gradient at a perfect fit") {
  for (const Objective objective : objectives) {
    INFO(id_of(objective));
    const auto problem = noisy_problem(30, 4, objective);
    VectorXd gradient(4);
    CHECK(problem->loss_and_gradient(problem->minimiser().data(), gradient.data()) ==
          Approx(problem->least_loss()).epsilon(1e-13));
    CHECK(gradient.norm() < 1e-13 * problem->samples());
  }
  const auto exact = problem_of(Design::Identity(2, 2), VectorXd{{3, 4}}, Objective::norm);
  const double fit[] = {3, 4};
  double gradient[] = {NAN, NAN};
  CHECK(exact->loss_and_gradient(fit, gradient) == 0);
  CHECK(gradient[0] == 0);
  // Anywhere else the gradient of ‖y − β‖ has length 1, however near.
  const double near[] = {3 + 1e-9, 4};
  exact->loss_and_gradient(near, gradient);
  CHECK(std::hypot(gradient[0], gradient[1]) == Approx(1));
}

TEST_CASE("Over an epoch the batch gradients average to the full gradient, weighted by batch size") {
  const std::uint64_t seed = 15;
  INFO("seed " << seed);
  for (const Objective objective : {Objective::squared_norm, Objective::mean_squared}) {
    const auto problem = noisy_problem(103, 5, objective);
    const VectorXd beta = random_vector(5, 6);
    VectorXd full(5);
    problem->loss_and_gradient(beta.data(), full.data());
    for (const int size : {1, 2, 10, 32, 50, 103}) {
      INFO(id_of(objective) << ", batch size " << size);
      Batches batches(103, size, seed);
      for (const long epoch : {0, 1, 7}) {
        const Design cloud = problem->batch_gradients(beta.data(), batches, epoch);
        REQUIRE(cloud.rows() == (103 + size - 1) / size);
        VectorXd mean = VectorXd::Zero(5);
        for (Eigen::Index k = 0; k < cloud.rows(); ++k) {
          const double weight = k + 1 < cloud.rows() || 103 % size == 0 ? size : 103 % size;
          mean += weight / 103 * cloud.row(k).transpose();
        }
        CHECK((mean - full).norm() < 1e-12 * full.norm());
      }
    }
  }
}

TEST_CASE("Every epoch uses every sample once, in a new order, with a smaller last batch") {
  Batches batches(10, 4, 3);
  CHECK(batches.per_epoch() == 3);
  CHECK(batches.samples_in(3) == 10);
  CHECK(batches.samples_in(5) == 18);
  std::vector<std::vector<int>> orders;
  for (long epoch = 0; epoch < 5; ++epoch) {
    std::vector<int> order;
    for (long k = 0; k < 3; ++k) {
      const auto batch = batches[3 * epoch + k];
      CHECK(batch.size() == (k < 2 ? 4u : 2u));
      order.insert(order.end(), batch.begin(), batch.end());
    }
    orders.push_back(order);
    std::sort(order.begin(), order.end());
    for (int i = 0; i < 10; ++i) CHECK(order[static_cast<std::size_t>(i)] == i);
  }
  CHECK(orders[0] != orders[1]);
  // The same batch again after others, and from another object.
  const auto again = batches[4];
  CHECK(std::vector<int>(again.begin(), again.end()) == std::vector<int>(orders[1].begin() + 4, orders[1].begin() + 8));
  Batches other(10, 4, 4);
  const auto different = other[0];
  CHECK(std::vector<int>(different.begin(), different.end()) != std::vector<int>(orders[0].begin(), orders[0].begin() + 4));
}

TEST_CASE("Full-batch descent follows its closed form along the eigenvectors of XᵀX") {
  // β_k − β̂ = (I − η (2/n) XᵀX)ᵏ (β₀ − β̂).
  const auto problem = noisy_problem(25, 3, Objective::mean_squared);
  const double rate = 0.1;
  RegressionDescent run = run_of(problem, {.optimizer_options = {{"learning-rate", rate}}, .tolerance = 0, .step_limit = 30});
  run.step_to(30);
  const MatrixXd& x = problem->design();
  const MatrixXd map = MatrixXd::Identity(3, 3) - rate * 2.0 / 25 * x.transpose() * x;
  VectorXd gap = -problem->minimiser();
  for (std::size_t k = 0; k <= 30; ++k) {
    for (std::size_t j = 0; j < 3; ++j)
      CHECK(run.trace().points[3 * k + j] ==
            Approx(problem->minimiser()[static_cast<Eigen::Index>(j)] + gap[static_cast<Eigen::Index>(j)]).epsilon(1e-11));
    gap = map * gap;
  }
}

TEST_CASE("Full-batch descent converges to the pseudo-inverse's answer below 2/L and diverges above") {
  const auto problem = noisy_problem(40, 3, Objective::mean_squared);
  const auto curvatures = problem->curvatures();
  REQUIRE(curvatures);
  const auto end = [&](double rate) {
    RegressionDescent run =
        run_of(problem, {.optimizer_options = {{"learning-rate", rate}}, .tolerance = 1e-10, .step_limit = 100000});
    run.step_to(100000);
    return run.state();
  };
  const RegressionState good = end(1.9 / (*curvatures)[1]);
  CHECK(good.outcome == Outcome::converged);
  CHECK((Eigen::Map<const VectorXd>(good.point.data(), 3) - problem->minimiser()).norm() < 1e-9);
  CHECK(end(2.1 / (*curvatures)[1]).outcome == Outcome::diverged);
  CHECK_FALSE(noisy_problem(40, 3, Objective::norm)->curvatures());
}

TEST_CASE("With fewer samples than coefficients, descent from 0 finds the shortest of all fits") {
  const MatrixXd x = random_matrix(4, 9, 30);
  const VectorXd y = random_vector(4, 31);
  const auto problem = problem_of(x, y, Objective::squared_norm);
  CHECK((*problem->curvatures())[0] == 0);
  RegressionDescent run = run_of(
      problem, {.optimizer_options = {{"learning-rate", 0.02}}, .tolerance = 1e-11, .step_limit = 1000000, .record_every = 0});
  run.step_to(1000000);
  CHECK(run.state().outcome == Outcome::converged);
  CHECK((Eigen::Map<const VectorXd>(run.state().point.data(), 9) - pseudo_inverse_fit(x, y)->coefficients).norm() < 1e-9);
}

TEST_CASE("Mini-batches of all samples are full-batch descent, bit for bit") {
  const auto problem = noisy_problem(20, 3, Objective::mean_squared);
  RegressionDescent full = run_of(problem, {.seed = 1}), named = run_of(problem, {.batch_size = 20, .seed = 99});
  full.step_to(50);
  named.step_to(50);
  CHECK(same_bits(full.state().point, named.state().point));
}

TEST_CASE("An epoch counts its updates and samples, the last partial batch included") {
  RegressionDescent run = run_of(noisy_problem(10, 2, Objective::mean_squared), {.batch_size = 4, .step_limit = 7});
  CHECK(run.batches_per_epoch() == 3);
  run.step_to(3);
  CHECK(run.epoch() == 1);
  CHECK(run.samples_touched() == 10);
  run.step_to(7);
  CHECK(run.state().outcome == Outcome::limit_reached);
  CHECK(run.trace().samples == std::vector<double>{0, 4, 8, 10, 14, 18, 20, 24});
  CHECK(run.trace().steps == std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7});
  CHECK_FALSE(run.step());
}

TEST_CASE("The same seed gives the same run; back, seek and replay give its very states") {
  for (const OptimizerEntry& optimizer : optimizers()) {
    INFO(optimizer.id);
    const auto problem = noisy_problem(23, 3, Objective::mean_squared);
    const RegressionOptions options{.optimizer = optimizer.id,
                                    .optimizer_options = {{"learning-rate", 0.01}},
                                    .batch_size = 5,
                                    .seed = 8,
                                    .step_limit = 1500};
    RegressionDescent straight = run_of(problem, options);
    std::vector<RegressionState> states{straight.state()};
    while (straight.step()) states.push_back(straight.state());
    REQUIRE(states.size() == 1501);
    RegressionDescent run = run_of(problem, options);
    RandomStream random(44);
    for (int i = 0; i < 200; ++i) {
      const auto target = static_cast<long>(random.below(states.size()));
      REQUIRE(run.step_to(target) == target);
      if (target > 0 && random.below(3) == 0) REQUIRE(run.back());
      const RegressionState& expected = states[static_cast<std::size_t>(run.state().step)];
      REQUIRE(same_bits(run.state().point, expected.point));
      REQUIRE(same_bits(run.state().gradient, expected.gradient));
      REQUIRE(same_bits(run.state().memory, expected.memory));
      REQUIRE(run.state().batch_loss == expected.batch_loss);
      REQUIRE(run.state().outcome == expected.outcome);
    }
    run.step_to(1500);
    CHECK(same_bits(run.trace().points, straight.trace().points));
    CHECK(same_bits(run.trace().losses, straight.trace().losses));
    RegressionOptions reseeded = options;
    reseeded.seed = 9;
    RegressionDescent other = run_of(problem, reseeded);
    other.step_to(1500);
    CHECK_FALSE(same_bits(other.state().point, straight.state().point));
  }
}

TEST_CASE("The same seed gives the same numbers natively and as WebAssembly") {
  // Recorded once; the suite runs on both. Only + − × ÷ and √ are used, so no bit may differ.
  const Dataset data = generate_dataset("linear-model", {{"points", 103}, {"inputs", 3}}, 7).value();
  const auto problem = problem_of(with_intercept(data.inputs), data.outputs, Objective::mean_squared);
  RegressionDescent run = run_of(
      problem, {.optimizer = "momentum", .optimizer_options = {{"learning-rate", 0.01}}, .batch_size = 10, .seed = 2024});
  run.step_to(500);
  CHECK(run.state().point ==
        std::vector<double>{0x1.99edd84b5fc57p-5, 0x1.1858e53492ddbp-1, -0x1.4a17d1188a9dp-1, 0x1.0b18b5fcb7e91p+0});
}

TEST_CASE("Sparse records keep every so many updates and the last") {
  RegressionDescent run =
      run_of(noisy_problem(10, 2, Objective::mean_squared), {.batch_size = 1, .step_limit = 25, .record_every = 10});
  run.step_to(25);
  CHECK(run.trace().steps == std::vector<double>{0, 10, 20, 25});
  CHECK(run.trace().losses.back() == run.loss());
}

TEST_CASE("A loss grid holds the losses") {
  const auto problem = noisy_problem(15, 3, Objective::norm);
  const double beta[] = {0.5, -1, 2};
  const auto grid = problem->loss_grid(beta, 0, {-1, 1}, 3, 2, {0, 4}, 2);
  REQUIRE(grid.size() == 6);
  std::size_t cell = 0;
  for (const double b2 : {0.0, 4.0})
    for (const double b0 : {-1.0, 0.0, 1.0}) {
      const double at[] = {b0, -1, b2};
      CHECK(grid[cell++] == Approx(problem->loss(at)).epsilon(1e-13));
    }
}

TEST_CASE("Multiplications of a step are what the two orders of the product need") {
  CHECK(multiplications(3, 10).residual_first == 3 * 10 + 10 * 3);             // Xβ, then Xᵀr
  CHECK(multiplications(3, 10).product_first == 3 * 3 * 10 + 3 * 10 + 3 * 3);  // XᵀX, Xᵀy, then (XᵀX)β
}

TEST_CASE("The rate sweep shows the cliff at 2/L") {
  const auto problem = noisy_problem(40, 2, Objective::mean_squared);
  const double cliff = 2 / (*problem->curvatures())[1];
  const auto sweep =
      rate_sweep(problem, {.tolerance = 0, .step_limit = 2000}, {0.01 * cliff, 0.5 * cliff, 0.999 * cliff, 1.05 * cliff});
  REQUIRE(sweep);
  CHECK(sweep->values[1] == Approx(problem->least_loss()));
  CHECK(sweep->outcomes[2] == Outcome::limit_reached);
  CHECK(sweep->outcomes[3] == Outcome::diverged);
  CHECK(std::isinf(sweep->values[3]));
  CHECK(sweep->steps[3] < 2000);
}

TEST_CASE("Wrong options of a regression run are named") {
  const auto problem = noisy_problem(10, 2, Objective::mean_squared);
  const auto error = [&](const RegressionOptions& options) {
    const auto run = RegressionDescent::create(problem, options);
    REQUIRE_FALSE(run);
    return run.error();
  };
  CHECK(error({.batch_size = 11}).expected == "[0, 10]");
  CHECK(error({.batch_size = -1}).parameter == "batch-size");
  CHECK(error({.start = {1}}).code == ErrorCode::wrong_dimension);
  CHECK(error({.start = {1, NAN}}).code == ErrorCode::not_finite);
  CHECK(error({.tolerance = -1}).parameter == "tolerance");
  CHECK(error({.step_limit = 0}).parameter == "step-limit");
  CHECK(error({.record_every = -1}).parameter == "record-every");
  CHECK(error({.optimizer = "hiking"}).code == ErrorCode::unknown_id);
  CHECK(objective_of("norm").value() == Objective::norm);
  CHECK(objective_of("cube").error().expected == "norm, squared-norm, mean-squared");
  CHECK(RegressionProblem::create(Design(0, 2), VectorXd(0), Objective::norm).error().code == ErrorCode::wrong_dimension);
}
