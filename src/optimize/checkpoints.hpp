#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace downhill {

/// States of a run kept on the way: it goes back by resuming an earlier one and replaying, which is exact because runs are
/// deterministic. Many of the steps just taken and ever fewer of those long past are kept, so that memory grows with the
/// logarithm of the steps only, and going back by so many steps replays about a quarter of them at most (or `spacing`, if that
/// is more). `State` has a member `step`.
template <class State>
class Checkpoints {
 public:
  Checkpoints() = default;
  explicit Checkpoints(std::int64_t spacing) : spacing_(spacing) {}

  /// Keeps the state if its turn has come, every `spacing` steps; call it with the start and after every step.
  void keep(const State& state) {
    if (state.step != next_) return;
    next_ += spacing_;
    states_.push_back(state);
    std::erase_if(states_, [&](const State& kept) { return outlived(kept.step, state.step); });
  }

  /// The last kept state at or before a step (the first of all if there is none), for the run to go on from. Those beyond are
  /// forgotten: a run that gets there again keeps them again.
  const State& before(std::int64_t step) {
    const auto beyond = std::upper_bound(states_.begin() + 1, states_.end(), step,
                                         [](std::int64_t wanted, const State& kept) { return wanted < kept.step; });
    states_.erase(beyond, states_.end());
    next_ = states_.back().step + spacing_;
    return states_.back();
  }

  /// Keeps a state whose turn it is not, for a run that goes on otherwise from there; what was kept of that step or beyond is
  /// forgotten.
  void branch(const State& state) {
    std::erase_if(states_, [&](const State& kept) { return kept.step >= state.step; });
    states_.push_back(state);
  }

  std::size_t size() const { return states_.size(); }

 private:
  static constexpr std::int64_t reach = 8;

  /// The state at number i (in units of the spacing) lives while the run is at most reach × 2ᵃ beyond, where 2ᵃ divides i.
  bool outlived(std::int64_t kept, std::int64_t now) const {
    const std::int64_t number = kept / spacing_;
    return kept > 0 && (now - kept) / spacing_ > reach * (number & -number);
  }

  std::int64_t spacing_ = 256;
  std::int64_t next_ = 0;      // the step whose turn it is
  std::vector<State> states_;  // by step; never without the start
};

}  // namespace downhill
