#include "regression/linear_model.hpp"

#include <utility>

#include "foundation/registry.hpp"

namespace downhill {
namespace {

constexpr int highest_degree = 30;

}  // namespace

Result<ExactDesign> design_of(const LinearModel& model, Eigen::MatrixXd inputs) {
  const bool polynomial = inputs.cols() == 1;
  const int lowest = polynomial && model.intercept ? 0 : 1;  // at least one column must be left
  const int highest = polynomial ? highest_degree : 1;
  if (model.degree < lowest || model.degree > highest)
    return Error{ErrorCode::out_of_range, "degree", static_cast<double>(model.degree), -1, range_text(lowest, highest)};
  if (!polynomial) return ExactDesign{model.intercept ? with_intercept(inputs) : inputs, {}, inputs};
  ExactDesign design = exact_polynomial_features(inputs.col(0), model.degree);
  if (model.intercept) return design;
  return ExactDesign{design.high.rightCols(model.degree), design.low.rightCols(model.degree), std::move(inputs)};
}

}  // namespace downhill
