#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "many_runs/finite_sum.hpp"
#include "optimize/batches.hpp"
#include "optimize/optimizers.hpp"
#include "optimize/run.hpp"
#include "optimize/schedules.hpp"
#include "optimize/stopping.hpp"

namespace downhill {

/// How many descents run at once on a FiniteSum, and how.
struct SwarmOptions {
  std::string optimizer = "gradient-descent";
  OptionValues optimizer_options = {};
  ScheduleChoice schedule = {};
  int runs = 200;           ///< in [1, 10,000]
  double from = 0, to = 1;  ///< the starts are spread evenly over [from, to], both ends included
  int batch_size = 1;       ///< in [1, n]; n is full-batch descent
  bool shared_batches =
      true;  ///< all runs see the same batch in each step, so one curve can be drawn for all; else each draws its own
  std::uint64_t seed = 1;
};

/// All that changes while a swarm runs.
struct SwarmState {
  long step = 0;
  std::vector<double> positions;       ///< w per run; NaN once a run has left the domain or grown beyond all bounds
  std::vector<double> memory;          ///< the optimizer's, runs × Method::memory
  Outcome outcome = Outcome::running;  ///< a swarm never ends, though single runs may
};

/// Many stochastic descents of one parameter at once. To an optimizer, which works on each parameter alone, they are one block
/// of parameters.
class Swarm : public Run<Swarm, SwarmState> {
 public:
  /// Errors: out_of_range ("runs", "batch-size"), not_finite ("from", "to"), and those of configure_optimizer and
  /// configure_schedule.
  static Result<Swarm> create(FiniteSum loss, const SwarmOptions& options);

  const FiniteSum& loss() const { return loss_; }
  /// The samples the coming step of a run will use; the same for all runs with shared batches. Valid until the next call.
  std::span<const int> next_batch(int run = 0) {
    return batches_[batches_.size() == 1 ? 0 : static_cast<std::size_t>(run)][state_.step];
  }

 private:
  friend Run;

  Swarm(FiniteSum loss, ConfiguredOptimizer optimizer, Schedule schedule)
      : loss_(std::move(loss)), optimizer_(std::move(optimizer)), schedule_(std::move(schedule)) {}
  void take_step();
  void advance(long last);

  FiniteSum loss_;
  ConfiguredOptimizer optimizer_;
  Schedule schedule_;
  std::vector<Batches> batches_;  // one for all runs, or one each
};

}  // namespace downhill
