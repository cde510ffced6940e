#pragma once

#include <array>
#include <cstdint>

#include "foundation/random.hpp"

namespace downhill {

/// Many uniform numbers at once: four streams side by side, in a loop that compilers turn into SIMD code. Number i comes from
/// lane i mod 4, so the first numbers are the same however many are asked for. The same bits on every platform. Source of the
/// generator (xoshiro256+): D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021). Its
/// lowest bits are weak; the upper 52 are used.
class UniformLanes {
 public:
  static constexpr int lanes = 4;

  explicit UniformLanes(RandomStream seeds) {
    for (auto& word : state_)
      for (std::uint64_t& lane : word) lane = seeds.bits();
  }

  /// Uniform on (0, 1), each the middle of one of 2⁵² equal cells; `count` is a multiple of `lanes`.
  void fill(double* out, int count) {
    Word a = state_[0], b = state_[1], c = state_[2], d = state_[3];
    for (int i = 0; i < count; i += lanes) {
      for (int lane = 0; lane < lanes; ++lane) {
        // The bits of a number in [1, 2): subtracting 1 is exact, and half a cell more makes it the middle of its cell.
        const std::uint64_t bits = ((a[lane] + d[lane]) >> 12) | 0x3FF0000000000000ull;
        out[i + lane] = (__builtin_bit_cast(double, bits) - 1) + 0x1p-53;
      }
      for (int lane = 0; lane < lanes; ++lane) {
        const std::uint64_t shifted = b[lane] << 17;
        c[lane] ^= a[lane];
        d[lane] ^= b[lane];
        b[lane] ^= c[lane];
        a[lane] ^= d[lane];
        c[lane] ^= shifted;
        d[lane] = (d[lane] << 45) | (d[lane] >> 19);
      }
    }
    state_ = {a, b, c, d};
  }

 private:
  using Word = std::array<std::uint64_t, lanes>;

  std::array<Word, 4> state_;
};

}  // namespace downhill
