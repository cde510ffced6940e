#pragma once

#include <string>
#include <vector>

#include "calculus/function.hpp"
#include "optimize/curvature.hpp"
#include "optimize/optimizers.hpp"
#include "optimize/run.hpp"
#include "optimize/schedules.hpp"
#include "optimize/stationary.hpp"
#include "optimize/stopping.hpp"

namespace downhill {

enum class Direction { descent, ascent };

/// How to walk. Ascent is descent on −f; the trace then still holds f and ∇f themselves.
struct DescentOptions {
  std::string optimizer = "gradient-descent";
  OptionValues optimizer_options = {};  ///< "learning-rate" and the optimizer's own; what is missing takes its default
  ScheduleChoice schedule = {};
  Direction direction = Direction::descent;
  std::vector<double> start = {};
  double tolerance = 1e-6;  ///< ε, in [0, 1e6]
  long step_limit = 1000;   ///< in [1, 100,000] with a recorded trace, [1, 1e9] without
  bool record = true;       ///< keep every step; without it only the current one (going back then replays from the start)
  bool classify = true;     ///< look around where the gradient vanishes; without it every such point counts as converged
};

/// All that changes during a run. Together with the function and the options it is the whole run: copy it to branch, compare or
/// resume.
struct DescentState {
  long step = 0;                 ///< steps taken
  std::vector<double> point;     ///< x_k
  std::vector<double> gradient;  ///< ∇f(x_k)
  double value = 0;              ///< f(x_k)
  double gradient_norm = 0;      ///< ‖∇f(x_k)‖₂
  double rate = 0;               ///< η_k, the rate the next step will use
  Outcome outcome = Outcome::running;
  StationaryKind stationary = StationaryKind::none;  ///< for converged and flat_point: what is there
  std::vector<double> memory;                        ///< the optimizer's, dimension × Method::memory
  std::vector<double> previous_point;                ///< x_(k−1); equals x_0 at the start
  std::vector<double> earlier_point;                 ///< x_(k−2); equals x_0 in the first two
  int bounces = 0;                                   ///< steps in a row that ended where the step before began
};

/// The steps of a run as flat arrays; row k belongs to x_k, so n steps give n + 1 rows.
struct DescentTrace {
  int dimension = 0;
  std::vector<double> points;          ///< rows × dimension
  std::vector<double> values;          ///< rows
  std::vector<double> gradients;       ///< rows × dimension
  std::vector<double> gradient_norms;  ///< rows
  std::vector<double> rates;           ///< rows; the rate that leaves x_k

  long rows() const { return static_cast<long>(values.size()); }
};

/// A descent (or ascent): the same options give the same run bit for bit.
class Descent : public Run<Descent, DescentState> {
 public:
  /// Errors: wrong_dimension ("start", value = coordinates given), not_finite and out_of_range ("start", "tolerance",
  /// "step-limit"), those of configure_optimizer and configure_schedule, undefined_at_start (value = f there) when f or ∇f has
  /// no value at the start.
  static Result<Descent> create(Function function, DescentOptions options);
  /// The same without looking at the start: call restart() before anything else.
  static Result<Descent> prepare(Function function, DescentOptions options);

  const Function& function() const { return function_; }
  const DescentOptions& options() const { return options_; }
  const ConfiguredOptimizer& optimizer() const { return optimizer_; }
  /// Rows for every step ever reached, also those ahead of the current one after going back. Empty without recording.
  const DescentTrace& trace() const { return trace_; }

  /// Begins anew from another start (dimension() finite coordinates) with everything else as it was. Where f or ∇f has no value
  /// there, the run has ended as undefined or diverged at step 0.
  void restart(const double* start);

  /// The curvature along the trace (around the start without recording).
  Curvature curvature() const;

 private:
  friend Run;

  Descent(Function function, DescentOptions options, ConfiguredOptimizer optimizer, Schedule schedule)
      : function_(std::move(function)),
        options_(std::move(options)),
        optimizer_(std::move(optimizer)),
        schedule_(std::move(schedule)) {}

  void begin();
  void advance(long last);
  void settle();
  void record();

  Function function_;
  DescentOptions options_;
  ConfiguredOptimizer optimizer_;
  Schedule schedule_;
  StoppingRule stopping_;
  DescentTrace trace_;
};

}  // namespace downhill
