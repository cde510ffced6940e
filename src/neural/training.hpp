#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "neural/divergence.hpp"
#include "neural/metrics.hpp"
#include "neural/network.hpp"
#include "neural/samples.hpp"
#include "neural/split.hpp"
#include "neural/training_options.hpp"
#include "optimize/batches.hpp"
#include "optimize/run.hpp"

namespace downhill {

/// All that changes during a training. With problem and options it is the whole run: which samples make up a batch, what
/// dropout drops and where images move are functions of seed and step.
template <class Scalar>
struct TrainingState {
  std::int64_t step = 0;           ///< updates made
  std::vector<Scalar> parameters;  ///< weights and biases, as the network lays them out
  std::vector<Scalar> memory;      ///< the optimizer's
  double epoch_sum = 0;            ///< of the losses of the present epoch's samples so far
  std::int64_t epoch_samples = 0;  ///< how many these are
  double epoch_loss =
      std::numeric_limits<double>::quiet_NaN();  ///< the mean over the last whole epoch, each batch by its samples
  double least_loss = std::numeric_limits<double>::infinity();  ///< of the monitored losses
  std::int64_t least_epoch = 0;                                 ///< when that was
  TrainingOutcome outcome = TrainingOutcome::running;
  /// For outcome diverged; the run then stands at its last good epoch: the last whose losses were finite, or else the start.
  std::optional<Divergence> divergence = {};
};

/// One row of a training's history, at the end of an epoch (or at the start).
struct TrainingRow {
  std::int64_t step;
  double training, test;                    ///< mean data losses; NaN without a test set
  double penalty;                           ///< L1 and L2 together
  double running;                           ///< the mean over the epoch's own batches
  double training_accuracy, test_accuracy;  ///< NaN for numbers
};

/// What can be said about the coming update.
struct NextUpdate {
  std::vector<int> batch;  ///< the samples it uses
  double loss;             ///< their mean data loss
  double rate;
  std::vector<double> gradient, penalty_gradient, change;  ///< one entry a parameter
};

/// The training of a network. Going back replays exactly; what was changed on the way (settings) stays changed from then on,
/// and weights that were set by hand later are undone.
template <class Scalar>
class Training : public Run<Training<Scalar>, TrainingState<Scalar>> {
 public:
  /// Errors: unknown_id ("activation", "loss", "initialisation", "monitor"), out_of_range ("layers", "units", "dropout", "l1",
  /// "l2", "batch-size", "test-share", "epochs", "patience"), not_finite, wrong_dimension ("dropout"), and those of
  /// configure_optimizer and configure_schedule.
  static Result<Training> create(std::shared_ptr<const Samples<Scalar>> samples, TrainingOptions options);

  const Samples<Scalar>& samples() const { return *samples_; }
  const TrainingOptions& options() const { return options_; }
  const Network<Scalar>& network() const { return network_; }
  Target target() const { return target_; }
  LossKernel<Scalar> loss() const { return loss_; }
  const Split& split() const { return split_; }
  const TrainingSettings& settings() const { return timeline_.back().settings; }
  const std::vector<TrainingRow>& history() const { return history_; }

  int batch_size() const { return batches_.batch_size(); }
  std::int64_t batches_per_epoch() const { return batches_.per_epoch(); }
  std::int64_t epoch() const { return batches_.epoch_of(this->state_.step); }
  std::int64_t samples_seen() const { return batches_.samples_in(this->state_.step); }
  /// The learning rate of the coming update.
  double rate() const;
  /// The samples of the coming update.
  std::vector<int> next_batch();
  NextUpdate next_update();

  /// How good the network is on its own samples.
  Metrics measure(std::span<const int> rows) const;
  /// λ₁ Σ|w| and λ₂/2 Σw² with the present weights.
  std::pair<double, double> penalties() const;

  /// As every run; going to the last good epoch once more after the training diverged sets it free to go on.
  std::int64_t step_to(std::int64_t step);

  /// Sets parameters, given as index and value (in range and finite). A training that had ended goes on.
  void edit(std::vector<std::pair<Eigen::Index, Scalar>> values);
  /// Other settings from the present step on; a training that had ended goes on. Options of the optimizer that are not named
  /// stay. Errors: as `create`; nothing changes then.
  std::optional<Error> change(const TrainingSettings& settings);

  /// Where a saved training stood. The state must fit.
  void resume(TrainingState<Scalar> state);

 private:
  friend Run<Training, TrainingState<Scalar>>;

  /// What holds from a step on.
  struct Chapter {
    std::int64_t from;
    TrainingSettings settings;
    ConfiguredOptimizer optimizer;
  };
  struct Edit {
    std::int64_t step;
    std::vector<std::pair<Eigen::Index, Scalar>> values;
  };

  Training(std::shared_ptr<const Samples<Scalar>> samples, TrainingOptions options, Network<Scalar> network, Split split,
           int batch_size, Schedule schedule, Chapter first);
  Result<Chapter> chapter(std::int64_t from, TrainingSettings settings) const;

  void advance(std::int64_t last);
  void went_back();
  void set_first_weights();
  const Chapter& chapter_at(std::int64_t step) const;
  std::int64_t next_event(std::int64_t step) const;
  double learn(std::int64_t step, const std::vector<Scalar>& parameters, const Chapter& chapter);
  template <class Method>
  bool take_step(const Method& method, const Chapter& chapter);
  void diverge(const Chapter& chapter, double rate);
  void finish_epoch(const TrainingSettings& settings);
  void apply_edits();
  void go_on();
  void record();

  std::shared_ptr<const Samples<Scalar>> samples_;
  TrainingOptions options_;
  Network<Scalar> network_;
  Target target_;
  LossKernel<Scalar> loss_;
  Split split_;
  Batches batches_;
  Schedule schedule_;
  std::vector<Chapter> timeline_;  // never empty
  std::vector<Edit> edits_;        // by step
  std::vector<TrainingRow> history_;
  double first_loss_ = 0, first_weight_ = 0;
  // Room for one batch.
  Pass<Scalar> pass_;
  Batch<Scalar> targets_;
  std::vector<int> rows_;
  std::vector<Scalar> gradient_;
};

extern template class Training<float>;
extern template class Training<double>;

}  // namespace downhill
