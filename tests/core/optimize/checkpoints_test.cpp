#include "optimize/checkpoints.hpp"

#include <cmath>

#include "core/catch.hpp"
#include "foundation/random.hpp"

using namespace downhill;

namespace {

struct Counter {
  long step = 0;
};

}  // namespace

TEST_CASE("Checkpoints stay few, and near to whatever step is gone back to") {
  Checkpoints<Counter> checkpoints(4);
  const long last = 1'000'000;
  for (Counter state; state.step <= last; ++state.step) checkpoints.keep(state);
  CHECK(static_cast<double>(checkpoints.size()) < 8 * (2 + std::log2(last / 4)));
  for (long distance = 1; distance <= last; distance += 1 + distance / 7) {
    INFO(distance << " steps back");
    Checkpoints<Counter> copy = checkpoints;
    const auto replayed = last - distance - copy.before(last - distance).step;
    CHECK(replayed >= 0);
    CHECK(replayed <= std::max(4L, distance / 4));
  }
  CHECK(checkpoints.before(0).step == 0);
}

TEST_CASE("A run that goes to and fro finds its way and keeps few states") {
  const std::uint64_t seed = 5;
  INFO("seed " << seed);
  RandomStream random(seed);
  Checkpoints<Counter> checkpoints(4);
  Counter state;
  checkpoints.keep(state);
  for (int turn = 0; turn < 2000; ++turn) {
    const auto target = static_cast<long>(random.below(20'000));
    if (target < state.step) {
      state = checkpoints.before(target);
      CHECK(state.step <= target);
    }
    for (; state.step < target; checkpoints.keep(state)) ++state.step;
  }
  CHECK(checkpoints.size() < 110);  // 8 × (2 + log₂ 5000)
}

TEST_CASE("What lay ahead of a branch is forgotten") {
  Checkpoints<Counter> checkpoints(4);
  Counter state;
  for (; state.step < 40; ++state.step) checkpoints.keep(state);
  checkpoints.branch({18});
  CHECK(checkpoints.before(40).step == 18);
  CHECK(checkpoints.before(17).step == 16);
}
