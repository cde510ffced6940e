#include "optimize/descent.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace downhill {
namespace {

constexpr long recorded_step_limit = 100'000;
constexpr long unrecorded_step_limit = 1'000'000'000;
constexpr double largest_tolerance = 1e6;

// Two steps bring the point back: |x_k − x_(k−2)| is tiny beside |x_k − x_(k−1)|, and that is no mere rounding in the last
// digits.
constexpr double return_tolerance = 1e-9;
constexpr double smallest_jump = 1e-12;

/// ‖g‖₂ that does not overflow while the components are far from it.
template <int Dimension>
double length(const Eigen::Map<Eigen::Array<double, Dimension, 1>>& g) {
  if constexpr (Dimension == 1) return std::abs(g[0]);
  const double norm = g.matrix().norm();
  return std::isinf(norm) ? g.matrix().stableNorm() : norm;
}

template <class Point>
bool returned(const Point& now, const Point& previous, const Point& earlier) {
  const double jump = (now - previous).abs().maxCoeff();
  return jump > smallest_jump * now.abs().maxCoeff() && (now - earlier).abs().maxCoeff() <= return_tolerance * jump;
}

// [region step]
/// One step: move, evaluate where that led, judge. `Dimension` is known at compile time for one and two variables.
template <int Dimension, class Method>
void take_step(const Function& function, const Method& method, Direction direction, const StoppingRule& rule,
               const Schedule& schedule, double learning_rate, DescentState& state) {
  using Point = Eigen::Map<Eigen::Array<double, Dimension, 1>>;
  const auto size = static_cast<Eigen::Index>(state.point.size());
  Point x(state.point.data(), size), gradient(state.gradient.data(), size);
  Point previous(state.previous_point.data(), size), earlier(state.earlier_point.data(), size);
  earlier = previous;
  previous = x;

  if (direction == Direction::ascent) gradient = -gradient;  // ascent on f is descent on −f
  update_block<Dimension>(method, {.rate = state.rate, .number = state.step + 1}, size, gradient.data(), x.data(),
                          state.memory.data());

  ++state.step;
  function.value_and_gradient(x.data(), state.value, gradient.data());
  state.gradient_norm = length<Dimension>(gradient);
  state.rate = scheduled_rate(schedule, learning_rate, state.step);
  state.bounces = returned(x, previous, earlier) ? state.bounces + 1 : 0;
  state.outcome = judge({.value = state.value,
                         .gradient_norm = state.gradient_norm,
                         .largest_coordinate = x.abs().maxCoeff(),
                         .bounces = state.bounces,
                         .step = state.step},
                        rule);
}
// [endregion]

}  // namespace

Result<Descent> Descent::prepare(Function function, DescentOptions options) {
  if (!std::isfinite(options.tolerance))
    return Error{ErrorCode::not_finite, "tolerance", options.tolerance, -1, range_text(0, largest_tolerance)};
  if (options.tolerance < 0 || options.tolerance > largest_tolerance)
    return Error{ErrorCode::out_of_range, "tolerance", options.tolerance, -1, range_text(0, largest_tolerance)};
  const long largest_limit = options.record ? recorded_step_limit : unrecorded_step_limit;
  if (options.step_limit < 1 || options.step_limit > largest_limit)
    return Error{ErrorCode::out_of_range, "step-limit", static_cast<double>(options.step_limit), -1,
                 range_text(1, static_cast<double>(largest_limit))};
  auto optimizer = configure_optimizer(options.optimizer, options.optimizer_options);
  if (!optimizer) return optimizer.error();
  auto schedule = configure_schedule(options.schedule);
  if (!schedule) return schedule.error();
  return Descent(std::move(function), std::move(options), *std::move(optimizer), *std::move(schedule));
}

Result<Descent> Descent::create(Function function, DescentOptions options) {
  const std::vector<double> start = options.start;
  const auto dimension = static_cast<std::size_t>(function.dimension());
  if (start.size() != dimension)
    return Error{ErrorCode::wrong_dimension, "start", static_cast<double>(start.size()), -1, std::to_string(dimension)};
  for (const double coordinate : start)
    if (!std::isfinite(coordinate)) return Error{ErrorCode::not_finite, "start", coordinate, -1, ""};
  auto descent = prepare(std::move(function), std::move(options));
  if (!descent) return descent;
  descent->begin();
  const DescentState& first = descent->state_;
  if (!std::isfinite(first.value) || !std::isfinite(first.gradient_norm))
    return Error{ErrorCode::undefined_at_start, "start", first.value, -1, ""};
  return descent;
}

void Descent::begin() {
  const std::size_t dimension = options_.start.size();
  double largest = 0;
  for (const double coordinate : options_.start) largest = std::max(largest, std::abs(coordinate));
  stopping_ = {.tolerance = options_.tolerance, .step_limit = options_.step_limit};
  stopping_.start_from(largest);

  state_ = {};
  trace_ = {};
  checkpoints_ = {};
  state_.point = state_.previous_point = state_.earlier_point = options_.start;
  state_.gradient.resize(dimension);
  const int kept = std::visit([](const auto& method) { return method.memory; }, optimizer_.method);
  state_.memory.assign(dimension * static_cast<std::size_t>(kept), 0.0);
  function_.value_and_gradient(state_.point.data(), state_.value, state_.gradient.data());
  state_.gradient_norm = length<Eigen::Dynamic>({state_.gradient.data(), static_cast<Eigen::Index>(dimension)});
  state_.rate = scheduled_rate(schedule_, optimizer_.learning_rate, 0);
  state_.outcome = judge({state_.value, state_.gradient_norm, largest, 0, 0}, stopping_);
  if (state_.outcome == Outcome::converged) settle();
  trace_.dimension = static_cast<int>(dimension);
  record();
}

void Descent::restart(const double* start) {
  options_.start.assign(start, start + function_.dimension());
  begin();
}

void Descent::settle() {
  if (!options_.classify) return;
  state_.stationary = classify_stationary_point(function_, state_.point.data());
  const bool ascent = options_.direction == Direction::ascent;
  if (state_.stationary != (ascent ? StationaryKind::maximum : StationaryKind::minimum)) state_.outcome = Outcome::flat_point;
}

void Descent::record() {
  checkpoints_.keep(state_);
  if (!options_.record || state_.step < trace_.rows()) return;  // after going back, the rows ahead are already there
  trace_.points.insert(trace_.points.end(), state_.point.begin(), state_.point.end());
  trace_.gradients.insert(trace_.gradients.end(), state_.gradient.begin(), state_.gradient.end());
  trace_.values.push_back(state_.value);
  trace_.gradient_norms.push_back(state_.gradient_norm);
  trace_.rates.push_back(state_.rate);
}

void Descent::advance(long last) {
  const auto run = [&]<int Dimension>(const auto& method) {
    while (state_.outcome == Outcome::running && state_.step < last) {
      take_step<Dimension>(function_, method, options_.direction, stopping_, schedule_, optimizer_.learning_rate, state_);
      if (state_.outcome == Outcome::converged) settle();
      record();
    }
  };
  std::visit(
      [&](const auto& method) {
        switch (function_.dimension()) {
          case 1:
            return run.template operator()<1>(method);
          case 2:
            return run.template operator()<2>(method);
          default:
            return run.template operator()<Eigen::Dynamic>(method);
        }
      },
      optimizer_.method);
}

Curvature Descent::curvature() const {
  if (!options_.record) return downhill::curvature(function_, options_.start.data(), 1);
  return downhill::curvature(function_, trace_.points.data(), static_cast<std::size_t>(trace_.rows()));
}

}  // namespace downhill
