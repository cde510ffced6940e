#pragma once

#include <cmath>
#include <string_view>

namespace downhill {

/// How a run stands. Everything but `running` ends it; none of these is an error: a run that diverges is a result like any
/// other.
enum class Outcome {
  running,
  converged,      ///< the gradient's norm fell below the tolerance at a point that is a minimum (for ascent, a maximum)
  flat_point,     ///< the gradient's norm fell below the tolerance somewhere else: see StationaryKind
  oscillating,    ///< the point jumps between two places and gets no nearer
  diverged,       ///< the point or the value grew beyond all bounds
  undefined,      ///< the step led to where the function or its gradient has no value
  limit_reached,  ///< the step limit came first
};

/// Kebab-case id, as TypeScript and the translations know it.
constexpr std::string_view id_of(Outcome outcome) {
  constexpr std::string_view ids[] = {"running",  "converged", "flat-point",   "oscillating",
                                      "diverged", "undefined", "limit-reached"};
  return ids[static_cast<int>(outcome)];
}

/// When to stop. A computer never sees a gradient of exactly zero, so "small enough" and "long enough" have to be said.
struct StoppingRule {
  double tolerance = 1e-6;         ///< ε: stop when ‖∇f(x)‖ < ε
  long step_limit = 1000;          ///< stop after this many steps in any case
  double divergence_bound = 1e10;  ///< diverged when a coordinate exceeds this; scaled by the start when that is large

  /// Allows for a coordinate of the start.
  void start_from(double coordinate) {
    if (const double allowed = 1e10 * std::abs(coordinate); allowed > divergence_bound) divergence_bound = allowed;
  }
};

/// Number of steps in a row that must return to the place before last until a run counts as oscillating.
inline constexpr int oscillation_patience = 10;

/// What the stopping rule looks at after each step.
struct StepFacts {
  double value;               ///< f(x)
  double gradient_norm;       ///< ‖∇f(x)‖
  double largest_coordinate;  ///< max |xᵢ|
  int bounces = 0;            ///< steps in a row that ended where the step before began
  long step;                  ///< steps taken
  bool whole = true;          ///< f is all there is to minimise, not a batch of it, whose gradient may vanish by chance
};

// [region stopping-rule]
/// The stopping rule; `flat_point` is told from `converged` afterwards, by looking around.
inline Outcome judge(const StepFacts& now, const StoppingRule& rule) {
  if (!(now.largest_coordinate <= rule.divergence_bound) || std::isinf(now.value)) return Outcome::diverged;
  if (!std::isfinite(now.value) || !std::isfinite(now.gradient_norm)) return Outcome::undefined;
  if (now.whole && (now.gradient_norm < rule.tolerance || now.gradient_norm == 0)) return Outcome::converged;
  if (now.bounces >= oscillation_patience) return Outcome::oscillating;
  if (now.step >= rule.step_limit) return Outcome::limit_reached;
  return Outcome::running;
}
// [endregion]

}  // namespace downhill
