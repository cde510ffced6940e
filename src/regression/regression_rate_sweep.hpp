#pragma once

#include <memory>
#include <vector>

#include "many_runs/rate_sweep.hpp"
#include "regression/regression_descent.hpp"

namespace downhill {

/// The loss over all samples after T updates (`options.step_limit`) for many learning rates, on the same batches each.
/// Errors: those of RegressionDescent::create.
Result<RateSweep> rate_sweep(std::shared_ptr<const RegressionProblem> problem, const RegressionOptions& options,
                             const std::vector<double>& rates);

}  // namespace downhill
