#include "regression/regression_descent.hpp"

#include <algorithm>
#include <cmath>

namespace downhill {
namespace {

constexpr long most_steps = 1'000'000'000;
constexpr long most_rows = 100'000;
constexpr double largest_tolerance = 1e6;

std::optional<Error> outside(const char* parameter, double value, double minimum, double maximum) {
  if (value >= minimum && value <= maximum) return std::nullopt;
  return Error{ErrorCode::out_of_range, parameter, value, -1, range_text(minimum, maximum)};
}

}  // namespace

RegressionDescent::RegressionDescent(std::shared_ptr<const RegressionProblem> problem, const RegressionOptions& options,
                                     ConfiguredOptimizer optimizer, Schedule schedule, int batch_size)
    : problem_(std::move(problem)),
      options_(options),
      optimizer_(std::move(optimizer)),
      schedule_(std::move(schedule)),
      batches_(problem_->samples(), batch_size, options.seed) {
  const auto d = static_cast<std::size_t>(problem_->dimension());
  state_.point = options.start.empty() ? std::vector<double>(d) : options.start;
  const int kept = std::visit([](const auto& method) { return method.memory; }, optimizer_.method);
  state_.memory.assign(d * static_cast<std::size_t>(kept), 0.0);
  state_.gradient.resize(d);
  stopping_ = {.tolerance = options.tolerance, .step_limit = options.step_limit};
  for (const double coordinate : state_.point) stopping_.start_from(coordinate);
  look();
  trace_.dimension = problem_->dimension();
  record();
}

Result<RegressionDescent> RegressionDescent::create(std::shared_ptr<const RegressionProblem> problem,
                                                    const RegressionOptions& options) {
  const auto d = static_cast<std::size_t>(problem->dimension());
  if (!options.start.empty() && options.start.size() != d)
    return Error{ErrorCode::wrong_dimension, "start", static_cast<double>(options.start.size()), -1, std::to_string(d)};
  for (const double coordinate : options.start)
    if (!std::isfinite(coordinate)) return Error{ErrorCode::not_finite, "start", coordinate, -1, ""};
  if (const auto error = outside("batch-size", options.batch_size, 0, problem->samples())) return *error;
  if (const auto error = outside("step-limit", static_cast<double>(options.step_limit), 1, most_steps)) return *error;
  if (const auto error = outside("tolerance", options.tolerance, 0, largest_tolerance)) return *error;
  if (const auto error = outside("record-every", static_cast<double>(options.record_every), 0, most_steps)) return *error;
  auto optimizer = configure_optimizer(options.optimizer, options.optimizer_options);
  if (!optimizer) return optimizer.error();
  auto schedule = configure_schedule(options.schedule);
  if (!schedule) return schedule.error();
  const int batch_size = options.batch_size == 0 ? problem->samples() : options.batch_size;
  return RegressionDescent(std::move(problem), options, *std::move(optimizer), *std::move(schedule), batch_size);
}

// [region step]
/// One update by the optimizer's rule; then the gradient over the next batch, from the new place.
template <class Method>
void RegressionDescent::take_step(const Method& method) {
  const double rate = scheduled_rate(schedule_, optimizer_.learning_rate, state_.step);
  ++state_.step;
  update_block(method, {.rate = rate, .number = state_.step}, problem_->dimension(), state_.gradient.data(),
               state_.point.data(), state_.memory.data());
  look();
}

/// Evaluates the coming batch and judges.
void RegressionDescent::look() {
  state_.batch_loss = problem_->loss_and_gradient(state_.point.data(), batches_[state_.step], state_.gradient.data());
  const Eigen::Map<const Eigen::ArrayXd> point(state_.point.data(), problem_->dimension());
  const Eigen::Map<const Eigen::VectorXd> gradient(state_.gradient.data(), problem_->dimension());
  const bool whole = batches_.per_epoch() == 1;
  state_.outcome = judge({.value = state_.batch_loss,
                          .gradient_norm = whole ? gradient.norm() : 0,
                          .largest_coordinate = point.abs().maxCoeff(),
                          .step = state_.step,
                          .whole = whole},
                         stopping_);
}
// [endregion]

void RegressionDescent::record() {
  checkpoints_.keep(state_);
  if (options_.record_every == 0 || trace_.rows() >= most_rows) return;
  const bool due = state_.step % options_.record_every == 0 || !running();
  const bool known =
      trace_.rows() > 0 && trace_.steps.back() >= static_cast<double>(state_.step);  // recorded before going back
  if (!due || known) return;
  trace_.steps.push_back(static_cast<double>(state_.step));
  trace_.samples.push_back(samples_touched());
  trace_.losses.push_back(loss());
  trace_.points.insert(trace_.points.end(), state_.point.begin(), state_.point.end());
}

void RegressionDescent::advance(long last) {
  std::visit(
      [&](const auto& method) {
        while (running() && state_.step < last) {
          take_step(method);
          record();
        }
      },
      optimizer_.method);
}

}  // namespace downhill
