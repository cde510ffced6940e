#include "regression/regression_rate_sweep.hpp"

#include <limits>

namespace downhill {

Result<RateSweep> rate_sweep(std::shared_ptr<const RegressionProblem> problem, const RegressionOptions& options,
                             const std::vector<double>& rates) {
  RateSweep sweep;
  RegressionOptions bare = options;
  bare.record_every = 0;
  for (const double rate : rates) {
    bare.optimizer_options["learning-rate"] = rate;
    auto descent = RegressionDescent::create(problem, bare);
    if (!descent) return descent.error();
    sweep.steps.push_back(static_cast<int>(descent->step_to(bare.step_limit)));
    const Outcome outcome = descent->state().outcome;
    sweep.outcomes.push_back(outcome);
    sweep.values.push_back(outcome == Outcome::diverged ? std::numeric_limits<double>::infinity() : descent->loss());
  }
  return sweep;
}

}  // namespace downhill
