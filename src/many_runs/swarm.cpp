#include "many_runs/swarm.hpp"

#include <cmath>
#include <limits>

namespace downhill {
namespace {

constexpr int most_runs = 10'000;

}  // namespace

Result<Swarm> Swarm::create(FiniteSum loss, const SwarmOptions& options) {
  if (options.runs < 1 || options.runs > most_runs)
    return Error{ErrorCode::out_of_range, "runs", static_cast<double>(options.runs), -1, range_text(1, most_runs)};
  if (options.batch_size < 1 || options.batch_size > loss.samples())
    return Error{ErrorCode::out_of_range, "batch-size", static_cast<double>(options.batch_size), -1,
                 range_text(1, loss.samples())};
  if (!std::isfinite(options.from)) return Error{ErrorCode::not_finite, "from", options.from, -1, ""};
  if (!std::isfinite(options.to)) return Error{ErrorCode::not_finite, "to", options.to, -1, ""};
  auto optimizer = configure_optimizer(options.optimizer, options.optimizer_options);
  if (!optimizer) return optimizer.error();

  auto schedule = configure_schedule(options.schedule);
  if (!schedule) return schedule.error();

  Swarm swarm(std::move(loss), *std::move(optimizer), *std::move(schedule));
  const RandomStream seeds(options.seed);
  const int streams = options.shared_batches ? 1 : options.runs;
  for (int i = 0; i < streams; ++i)
    swarm.batches_.emplace_back(swarm.loss_.samples(), options.batch_size, seeds.split(static_cast<std::uint64_t>(i)).bits());
  for (int i = 0; i < options.runs; ++i) {
    const double share = options.runs == 1 ? 0.5 : static_cast<double>(i) / (options.runs - 1);
    swarm.state_.positions.push_back(options.from + share * (options.to - options.from));
  }
  const int kept = std::visit([](const auto& method) { return method.memory; }, swarm.optimizer_.method);
  swarm.state_.memory.assign(static_cast<std::size_t>(options.runs * kept), 0.0);
  swarm.checkpoints_.keep(swarm.state_);
  return swarm;
}

// [region step]
void Swarm::take_step() {
  std::vector<double>& positions = state_.positions;
  std::vector<double> slopes(positions.size());
  if (batches_.size() == 1)
    loss_.slopes(positions, next_batch(), slopes.data());
  else
    for (std::size_t run = 0; run < positions.size(); ++run)
      loss_.slopes({&positions[run], 1}, next_batch(static_cast<int>(run)), &slopes[run]);

  const double rate = scheduled_rate(schedule_, optimizer_.learning_rate, state_.step);
  const UpdateStep step{.rate = rate, .number = ++state_.step};
  std::visit(
      [&](const auto& method) {
        update_block(method, step, static_cast<Eigen::Index>(positions.size()), slopes.data(), positions.data(),
                     state_.memory.data());
      },
      optimizer_.method);
  for (double& position : positions)
    if (!(std::abs(position) <= StoppingRule{}.divergence_bound)) position = std::numeric_limits<double>::quiet_NaN();
}
// [endregion]

void Swarm::advance(long last) {
  while (state_.step < last) {
    take_step();
    checkpoints_.keep(state_);
  }
}

}  // namespace downhill
