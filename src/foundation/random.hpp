#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "foundation/normal_quantile.hpp"

namespace downhill {

/// One step of the splitmix64 generator: advances `state` and returns 64 well mixed bits. Spreads a seed over a larger state.
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; constants by S. Vigna.
inline std::uint64_t splitmix64(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9E3779B97F4A7C15ull);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

/// A stream of random numbers: a small value that can be copied, kept and resumed. The same seed gives the same numbers, bit
/// for bit, natively and in WebAssembly. Source of the generator (xoshiro256**): D. Blackman, S. Vigna, "Scrambled linear
/// pseudorandom number generators", ACM TOMS 47 (2021).
class RandomStream {
 public:
  using State = std::array<std::uint64_t, 4>;

  explicit RandomStream(std::uint64_t seed) {
    for (std::uint64_t& word : state_) word = splitmix64(seed);
  }

  /// A stream that continues from a state; the state must not be all zero.
  static RandomStream from_state(const State& state) {
    RandomStream stream(0);
    stream.state_ = state;
    return stream;
  }
  const State& state() const { return state_; }

  /// 64 random bits.
  std::uint64_t bits() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  /// Uniform on [0, 1): a multiple of 2⁻⁵³.
  double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

  /// Uniform on (0, 1): the middle of one of 2⁵² equal cells, so that its logarithm and that of its complement are finite.
  double inner_uniform() { return (static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52; }

  /// Uniform on [from, to).
  double uniform(double from, double to) { return from + (to - from) * uniform(); }

  /// Standard normal, by inversion: one uniform number gives one normal number, so streams stay in step.
  double normal() { return normal_quantile(inner_uniform()); }

  /// Uniform on {0, …, n − 1} for 0 < n ≤ 2³², exactly unbiased.
  /// Source: D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
  std::size_t below(std::size_t n) {
    const std::uint64_t count = n;
    std::uint64_t product = (bits() >> 32) * count;
    if (static_cast<std::uint32_t>(product) < count) {
      // 2³² mod n values of the low half would make some results more likely than others: draw again on those.
      const std::uint64_t threshold = (std::uint64_t{1} << 32) % count;
      while (static_cast<std::uint32_t>(product) < threshold) product = (bits() >> 32) * count;
    }
    return static_cast<std::size_t>(product >> 32);
  }

  /// The index-th child stream: independent of this stream's own numbers and of its other children. Does not advance this
  /// stream, so a piece of work gets the same numbers no matter which worker does it, and in which order.
  RandomStream split(std::uint64_t index) const {
    std::uint64_t seed = splitmix64(index);
    for (const std::uint64_t word : state_) {
      seed ^= word;
      seed = splitmix64(seed);
    }
    return RandomStream(seed);
  }

 private:
  State state_{};
};

/// Puts the items in a uniformly random order (Fisher–Yates; fewer than 2³² items).
template <class Items>
void shuffle(Items& items, RandomStream& random) {
  for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[random.below(left)]);
}

/// The numbers 0, …, n − 1 in a uniformly random order.
inline std::vector<int> permutation(int n, RandomStream& random) {
  std::vector<int> order(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i) order[static_cast<std::size_t>(i)] = i;
  shuffle(order, random);
  return order;
}

}  // namespace downhill
