#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace downhill {

/// The states of a run at steps 0, 256, 512 …: a run goes back by resuming the one before and replaying at most 255 steps,
/// which is exact because runs are deterministic. `State` has a member `step`.
template <class State>
class Checkpoints {
 public:
  static constexpr long spacing = 256;

  /// Keeps the state if its turn has come; call it with the start and after every step.
  void keep(const State& state) {
    if (state.step == spacing * static_cast<long>(states_.size())) states_.push_back(state);
  }

  /// The last kept state at or before a step ≥ 0.
  const State& before(long step) const {
    return states_[std::min(static_cast<std::size_t>(step / spacing), states_.size() - 1)];
  }

 private:
  std::vector<State> states_;
};

}  // namespace downhill
