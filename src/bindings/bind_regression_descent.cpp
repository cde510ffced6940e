#include <array>
#include <memory>

#include "bindings/linear_data.hpp"
#include "bindings/rate_sweep_out.hpp"
#include "bindings/schedule_in.hpp"
#include "regression/regression_descent.hpp"
#include "regression/regression_rate_sweep.hpp"

namespace downhill {
namespace {

using emscripten::class_;
using emscripten::function;

/// A regression problem as JavaScript holds it. The intercept's column comes first; the others may be standardised.
struct RegressionHandle {
  std::shared_ptr<const RegressionProblem> problem;
  Standardisation scaling;  ///< of no columns when the inputs are taken as they are

  /// Coefficients, row by row, each row turned by `turn`.
  template <class Turn>
  val each_row(const val& rows, Turn turn) const {
    std::vector<double> numbers = copy_in(rows);
    const Eigen::Index d = problem->dimension();
    if (scaling.means.size() == d - 1)
      for (size_t at = 0; at + static_cast<size_t>(d) <= numbers.size(); at += static_cast<size_t>(d)) {
        Eigen::Map<Eigen::VectorXd> row(numbers.data() + at, d);
        row = Eigen::VectorXd(turn(row));
      }
    return copy_out(numbers);
  }
};

val create_regression(const val& given) {
  LinearData data = linear_data_in(given);
  std::string objective_id = "squared-norm";
  bool standardised = false;
  read(given, "objective", objective_id);
  read(given, "standardised", standardised);
  const auto objective = objective_of(objective_id);
  if (!objective) return failure(objective.error());
  auto design = design_of(data.model, std::move(data.inputs));
  if (!design) return failure(design.error());
  RegressionHandle handle;
  if (standardised) {
    auto inputs = design->high.rightCols(design->high.cols() - 1);
    handle.scaling = Standardisation::of(inputs);
    inputs = handle.scaling.apply(inputs);
    design->inputs.resize(0, 0);
  }
  return answer(pseudo_inverse_fit(*design, data.outputs), [&](const LeastSquaresFit& fit) {
    handle.problem = std::make_shared<const RegressionProblem>(
        RegressionProblem::create(design->high, std::move(data.outputs), *objective, fit));
    return val(std::move(handle));
  });
}

val facts(const RegressionHandle& handle) {
  const RegressionProblem& problem = *handle.problem;
  val out = val::object();
  out.set("samples", problem.samples());
  out.set("dimension", problem.dimension());
  out.set("minimiser", numbers_out(problem.minimiser()));
  out.set("leastLoss", problem.least_loss());
  out.set("condition", problem.condition());
  if (const auto curvatures = problem.curvatures()) out.set("curvatures", numbers_out(*curvatures));
  return out;
}

val losses(const RegressionHandle& handle, const val& coefficients) {
  const std::vector<double> rows = copy_in(coefficients);
  const auto d = static_cast<size_t>(handle.problem->dimension());
  std::vector<double> values(rows.size() / d);
  for (size_t i = 0; i < values.size(); ++i) values[i] = handle.problem->loss(rows.data() + i * d);
  return copy_out(values);
}

val grid(const RegressionHandle& handle, double x_from, double x_to, int columns, double y_from, double y_to, int rows) {
  const std::array x{x_from, x_to}, y{y_from, y_to};
  return copy_out(handle.problem->loss_grid(handle.problem->minimiser().data(), 0, x, columns, 1, y, rows));
}

val to_original(const RegressionHandle& handle, const val& rows) {
  return handle.each_row(rows, [&](const auto& row) { return handle.scaling.to_original(row); });
}

val to_standardised(const RegressionHandle& handle, const val& rows) {
  return handle.each_row(rows, [&](const auto& row) { return handle.scaling.to_standardised(row); });
}

RegressionOptions options_in(const val& given) {
  RegressionOptions options;
  read(given, "optimizer", options.optimizer);
  read(given, "options", options.optimizer_options);
  read(given, "schedule", options.schedule);
  read(given, "batchSize", options.batch_size);
  read(given, "seed", options.seed);
  read(given, "start", options.start);
  read(given, "tolerance", options.tolerance);
  read(given, "stepLimit", options.step_limit);
  read(given, "recordEvery", options.record_every);
  return options;
}

val create_run(const RegressionHandle& handle, const val& given) {
  return answer(RegressionDescent::create(handle.problem, options_in(given)),
                [](RegressionDescent&& run) { return val(std::move(run)); });
}

val sweep(const RegressionHandle& handle, const val& given, const val& rates) {
  return answer(rate_sweep(handle.problem, options_in(given), copy_in(rates)), rate_sweep_out);
}

val progress(const RegressionDescent& run) {
  val out = val::object();
  out.set("step", run.state().step);
  out.set("outcome", std::string(id_of(run.state().outcome)));
  out.set("epoch", static_cast<double>(run.epoch()));
  out.set("samples", run.samples_touched());
  return out;
}

val seek(RegressionDescent& run, double step) {
  run.step_to(whole_in(val(step)));
  return progress(run);
}

val state(RegressionDescent& run) {
  val out = progress(run);
  out.set("point", numbers_out(run.state().point));
  out.set("loss", run.loss());
  out.set("batch", copy_out(run.next_batch()));
  out.set("batchLoss", run.state().batch_loss);
  out.set("batchGradient", numbers_out(run.state().gradient));
  std::vector<double> gradient(run.state().point.size());
  run.problem().loss_and_gradient(run.state().point.data(), gradient.data());
  out.set("gradient", numbers_out(gradient));
  return out;
}

val trace(const RegressionDescent& run, double from) {
  const RegressionTrace& trace = run.trace();
  const auto first = static_cast<size_t>(std::clamp(from, 0.0, static_cast<double>(trace.rows())));
  val out = val::object();
  out.set("steps", copy_out(std::span(trace.steps).subspan(first)));
  out.set("samples", copy_out(std::span(trace.samples).subspan(first)));
  out.set("losses", copy_out(std::span(trace.losses).subspan(first)));
  out.set("points", copy_out(std::span(trace.points).subspan(first * static_cast<size_t>(trace.dimension))));
  return out;
}

val batch_gradients(RegressionDescent& run) {
  const Design gradients = run.batch_gradients();
  return copy_out(std::span(gradients.data(), static_cast<size_t>(gradients.size())));
}

val count_multiplications(double dimension, double samples) {
  const StepCost cost = multiplications(dimension, samples);
  val out = val::object();
  out.set("residualFirst", cost.residual_first);
  out.set("productFirst", cost.product_first);
  return out;
}

}  // namespace

DOWNHILL_BINDINGS(regression_descent) {
  function("createRegression", &create_regression);
  function("multiplications", &count_multiplications);
  class_<RegressionHandle>("RegressionHandle")
      .function("facts", &facts)
      .function("losses", &losses)
      .function("grid", &grid)
      .function("toOriginal", &to_original)
      .function("toStandardised", &to_standardised)
      .function("descent", &create_run)
      .function("sweep", &sweep);
  class_<RegressionDescent>("RegressionDescentHandle")
      .function("progress", &progress)
      .function("seek", &seek)
      .function("state", &state)
      .function("trace", &trace)
      .function("batchGradients", &batch_gradients);
}

}  // namespace downhill
