#include "bench/native/bench.hpp"
#include "foundation/random.hpp"
#include "regression/regression_descent.hpp"

namespace downhill::bench {
namespace {

constexpr int samples = 2048, coefficients = 20, batch = 32;
constexpr long steps = 10L * samples / batch;

RegressionDescent make() {
  RandomStream random(1);
  Design design(samples, coefficients);
  Eigen::VectorXd y(samples);
  for (int i = 0; i < samples; ++i) {
    design(i, 0) = 1;
    for (int j = 1; j < coefficients; ++j) design(i, j) = 2 * random.uniform() - 1;
    y[i] = random.uniform();
    for (int j = 1; j < coefficients; ++j) y[i] += design(i, j) * (j - 10);
  }
  auto problem = std::make_shared<const RegressionProblem>(
      RegressionProblem::create(std::move(design), std::move(y), Objective::mean_squared).value());
  return RegressionDescent::create(problem, {.optimizer_options = {{"learning-rate", 1e-3}},
                                             .batch_size = batch,
                                             .step_limit = 1'000'000'000,
                                             .record_every = 0})
      .value();
}

const Register mini_batch("mini-batch", steps, [] {
  static RegressionDescent descent = make();
  descent.step_to(descent.state().step + steps);
  keep(descent.state().point[0]);
});

}  // namespace
}  // namespace downhill::bench
