#pragma once

#include <vector>

#include "optimize/descent.hpp"

namespace downhill {

/// How a run stands after T steps, for many learning rates; one entry per rate.
struct RateSweep {
  std::vector<double>
      values;  ///< f after T steps, or at the end of a run that ended before; infinite where it diverged or left the domain
  std::vector<Outcome> outcomes;  ///< limit_reached: T steps were not enough
  std::vector<int> steps;         ///< steps taken, T at most
};

/// Runs `options` (its step limit is T) from its start once per learning rate.
/// Errors: those of Descent::create; a rate out of range is reported as "learning-rate".
Result<RateSweep> rate_sweep(const Function& function, const DescentOptions& options, const std::vector<double>& rates);

}  // namespace downhill
