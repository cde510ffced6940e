#pragma once

#include "foundation/result.hpp"
#include "regression/features.hpp"

namespace downhill {

/// How inputs become the columns of a design matrix.
struct LinearModel {
  int degree = 1;         ///< of a polynomial in a single input, in [0, 30]; 1 for several inputs
  bool intercept = true;  ///< a column of ones comes first
};

/// The design matrix of a model for inputs of n rows. Errors: out_of_range ("degree").
Result<ExactDesign> design_of(const LinearModel& model, Eigen::MatrixXd inputs);

}  // namespace downhill
