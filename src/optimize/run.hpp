#pragma once

#include <algorithm>

#include "optimize/checkpoints.hpp"

namespace downhill {

/// What every run can do: descents, fits, swarms and trainings are values that step, go back, seek and replay, and the same
/// problem, method, options and seed give the same run. `State` is all that changes; it has a `step` (taken so far) and an
/// `outcome`, which is `running` until the run ends. `Derived` has `advance(last)`: take steps until `last` or the end, keeping
/// a checkpoint after each. It may have `went_back()`, which is called once the run stands at an earlier step than before.
template <class Derived, class State>
class Run {
 public:
  using Step = decltype(State::step);

  const State& state() const { return state_; }
  bool running() const { return state_.outcome == decltype(state_.outcome)::running; }

  /// Takes one step; false (and nothing happens) when the run has ended.
  bool step() {
    if (!running()) return false;
    derived().advance(state_.step + 1);
    return true;
  }

  /// Goes to a step, forward or back; stops earlier where the run ends. Returns the step arrived at.
  Step step_to(Step step) {
    step = std::max(step, Step{0});
    const bool backwards = step < state_.step;
    if (backwards) state_ = checkpoints_.before(step);
    derived().advance(step);
    if (backwards) derived().went_back();
    return state_.step;
  }

  /// One step back; false at the start.
  bool back() {
    if (state_.step == 0) return false;
    derived().step_to(state_.step - 1);
    return true;
  }

  /// To the start.
  void rewind() { derived().step_to(0); }

 protected:
  void went_back() {}

  State state_;
  Checkpoints<State> checkpoints_;

 private:
  Derived& derived() { return static_cast<Derived&>(*this); }
};

}  // namespace downhill
