#include "many_runs/rate_sweep.hpp"

#include <limits>

namespace downhill {

Result<RateSweep> rate_sweep(const Function& function, const DescentOptions& options, const std::vector<double>& rates) {
  RateSweep sweep;
  DescentOptions bare = options;
  bare.record = false;
  for (const double rate : rates) {
    bare.optimizer_options["learning-rate"] = rate;
    auto descent = Descent::create(function, bare);
    if (!descent) return descent.error();
    descent->step_to(bare.step_limit);
    const DescentState& end = descent->state();
    const bool lost = end.outcome == Outcome::diverged || end.outcome == Outcome::undefined;
    sweep.values.push_back(lost ? std::numeric_limits<double>::infinity() : end.value);
    sweep.outcomes.push_back(end.outcome);
    sweep.steps.push_back(static_cast<int>(end.step));
  }
  return sweep;
}

}  // namespace downhill
