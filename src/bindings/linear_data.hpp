#pragma once

#include <Eigen/Core>
#include <vector>

#include "bindings/conversions.hpp"
#include "regression/linear_model.hpp"
#include "regression/residual_kernel.hpp"

namespace downhill {

/// Samples and the linear model that is to explain them, as a caller gives them: `inputs` holds one row of `columns` numbers a
/// sample.
struct LinearData {
  LinearModel model;
  Eigen::MatrixXd inputs;
  Eigen::VectorXd outputs;
};

inline LinearData linear_data_in(const val& given) {
  LinearData data;
  std::vector<double> inputs, outputs;
  int columns = 1;
  read(given, "inputs", inputs);
  read(given, "outputs", outputs);
  read(given, "columns", columns);
  read(given, "degree", data.model.degree);
  read(given, "intercept", data.model.intercept);
  const auto rows = static_cast<Eigen::Index>(inputs.size()) / columns;
  data.inputs = Eigen::Map<const Design>(inputs.data(), rows, columns);
  data.outputs = Eigen::Map<const Eigen::VectorXd>(outputs.data(), static_cast<Eigen::Index>(outputs.size()));
  return data;
}

}  // namespace downhill
