#include "bindings/linear_data.hpp"
#include "regression/least_squares.hpp"
#include "regression/regression_problem.hpp"

namespace downhill {
namespace {

val catalog() {
  val out = val::object();
  out.set("leastSquaresMethods", list_out(least_squares_methods(), [](const auto& method) { return val(method.id); }));
  out.set("objectives", strings_out(objective_ids));
  return out;
}

Result<LeastSquaresFit> fit_by(const val& options, const LinearModel& model, const ExactDesign& design,
                               const Eigen::VectorXd& y) {
  std::string method = "pseudo-inverse";
  double ridge = 0, tolerance = -1;
  read(options, "method", method);
  read(options, "ridge", ridge);
  read(options, "tolerance", tolerance);
  if (method == "ridge") return ridge_fit(design.high, y, ridge, model.intercept);
  if (method == "pseudo-inverse" && tolerance >= 0) return pseudo_inverse_fit(design.high, y, tolerance);
  const auto found = least_squares_methods().find(method, "method");
  if (!found) return found.error();
  return (*found)->fit(design, y);
}

val fit_out(const LeastSquaresFit& fit, const Eigen::MatrixXd& design) {
  val out = val::object();
  out.set("coefficients", numbers_out(fit.coefficients));
  out.set("rank", fit.rank);
  out.set("residualNorm", fit.residual_norm);
  out.set("standardDeviation", residual_standard_deviation(fit, design.rows()));
  out.set("fitted", copy_out(fit.centred ? fit.centred->fitted : design * fit.coefficients));
  if (fit.singular_values.size() > 0) {
    out.set("singularValues", numbers_out(fit.singular_values));
    out.set("tolerance", fit.tolerance);
    out.set("condition", fit.condition);
  }
  if (fit.centred) {
    val centred = val::object();
    centred.set("centres", numbers_out(fit.centred->centres));
    centred.set("scales", numbers_out(fit.centred->scales));
    centred.set("coefficients", numbers_out(fit.centred->coefficients));
    out.set("centred", centred);
  }
  return out;
}

val least_squares(const val& given, const val& options) {
  LinearData data = linear_data_in(given);
  const auto design = design_of(data.model, std::move(data.inputs));
  if (!design) return failure(design.error());
  return answer(fit_by(options, data.model, *design, data.outputs),
                [&](const LeastSquaresFit& fit) { return fit_out(fit, design->high); });
}

/// What a model with given coefficients says of the samples' inputs.
val predict(const val& given, const val& coefficients) {
  LinearData data = linear_data_in(given);
  const std::vector<double> numbers = copy_in(coefficients);
  const Eigen::Map<const Eigen::VectorXd> beta(numbers.data(), static_cast<Eigen::Index>(numbers.size()));
  const auto design = design_of(data.model, std::move(data.inputs));
  if (!design) return failure(design.error());
  if (design->high.cols() != beta.size())
    return failure({ErrorCode::wrong_dimension, "coefficients", static_cast<double>(beta.size()), -1,
                    std::to_string(design->high.cols())});
  return copy_out(design->high * beta);
}

}  // namespace

DOWNHILL_BINDINGS(regression_closed_form) {
  emscripten::function("regressionCatalog", &catalog);
  emscripten::function("leastSquares", &least_squares);
  emscripten::function("predict", &predict);
}

}  // namespace downhill
