#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "optimize/batches.hpp"
#include "optimize/optimizers.hpp"
#include "optimize/run.hpp"
#include "optimize/schedules.hpp"
#include "optimize/stopping.hpp"
#include "regression/regression_problem.hpp"

namespace downhill {

/// How a linear model is fitted step by step. The batch size makes it full-batch (n), mini-batch or single-sample (1) descent.
struct RegressionOptions {
  std::string optimizer = "gradient-descent";
  OptionValues optimizer_options = {};  ///< "learning-rate" and the optimizer's own
  ScheduleChoice schedule = {};
  int batch_size = 0;              ///< in [1, n], or 0 for n
  std::uint64_t seed = 1;          ///< decides which samples make up each batch, and nothing else
  std::vector<double> start = {};  ///< β₀; zeros when empty
  double tolerance = 1e-6;  ///< ε on the gradient's norm; only the full gradient can be small for good, so batches ignore it
  long step_limit = 1000;   ///< updates, in [1, 1e9]
  long record_every = 1;    ///< a row of the trace every so many updates; 0 for none. At most 100,000 rows in all.
};

/// All that changes during a fit.
struct RegressionState {
  long step = 0;                 ///< updates made
  std::vector<double> point;     ///< β
  std::vector<double> memory;    ///< the optimizer's
  std::vector<double> gradient;  ///< over the batch of the coming update, at β
  double batch_loss = 0;         ///< the objective over that batch, at β
  Outcome outcome = Outcome::running;
};

/// The recorded updates as flat arrays.
struct RegressionTrace {
  int dimension = 0;
  std::vector<double> steps;    ///< updates made
  std::vector<double> samples;  ///< samples touched
  std::vector<double> losses;   ///< the objective over all samples
  std::vector<double> points;   ///< rows × dimension

  long rows() const { return static_cast<long>(steps.size()); }
};

/// A fit by descent; the same seed gives the same run.
class RegressionDescent : public Run<RegressionDescent, RegressionState> {
 public:
  /// Errors: wrong_dimension and not_finite ("start"), out_of_range ("batch-size", "step-limit", "tolerance", "record-every"),
  /// and those of configure_optimizer and configure_schedule.
  static Result<RegressionDescent> create(std::shared_ptr<const RegressionProblem> problem, const RegressionOptions& options);

  const RegressionProblem& problem() const { return *problem_; }
  const RegressionTrace& trace() const { return trace_; }
  int batch_size() const { return batches_.batch_size(); }
  /// Epochs completed, and how the current one stands: updates of it made, and updates it has.
  std::int64_t epoch() const { return batches_.epoch_of(state_.step); }
  std::int64_t batches_per_epoch() const { return batches_.per_epoch(); }
  /// Samples touched so far.
  double samples_touched() const { return static_cast<double>(batches_.samples_in(state_.step)); }
  /// The objective over all samples.
  double loss() const { return problem_->loss(state_.point.data()); }
  /// The samples of the coming update. Valid until the next call.
  std::span<const int> next_batch() { return batches_[state_.step]; }
  /// The gradients of all batches of the current epoch at the current β, one row a batch.
  Design batch_gradients() { return problem_->batch_gradients(state_.point.data(), batches_, epoch()); }

 private:
  friend Run;

  RegressionDescent(std::shared_ptr<const RegressionProblem> problem, const RegressionOptions& options,
                    ConfiguredOptimizer optimizer, Schedule schedule, int batch_size);
  template <class Method>
  void take_step(const Method& method);
  void look();
  void advance(long last);
  void record();

  std::shared_ptr<const RegressionProblem> problem_;
  RegressionOptions options_;
  ConfiguredOptimizer optimizer_;
  Schedule schedule_;
  StoppingRule stopping_;
  Batches batches_;
  RegressionTrace trace_;
};

}  // namespace downhill
