#pragma once

#include <cstdint>

#include "foundation/random.hpp"

namespace downhill {

/// The bits of a number in reverse order.
inline std::uint32_t reversed_bits(std::uint32_t x) {
  x = (x >> 16) | (x << 16);
  x = ((x & 0x00ff00ffu) << 8) | ((x >> 8) & 0x00ff00ffu);
  x = ((x & 0x0f0f0f0fu) << 4) | ((x >> 4) & 0x0f0f0f0fu);
  x = ((x & 0x33333333u) << 2) | ((x >> 2) & 0x33333333u);
  return ((x & 0x55555555u) << 1) | ((x >> 1) & 0x55555555u);
}

/// The two-dimensional Sobol sequence with each coordinate scrambled by a random nested permutation, so that every point is
/// uniform while together they still fill the square evenly: a replicate, of which several tell the error. Good for 2³² points.
///
/// A permutation of the digits, each depending on those before it, by a hash of the number with its bits reversed: A. B. Owen,
/// "Randomly permuted (t, m, s)-nets" (1995); B. Burley, "Practical hash-based Owen scrambling", JCGT 9 (2020). A random shift
/// of all digits afterwards makes the distribution of each point exactly uniform, whatever the hash does.
class ScrambledSobol {
 public:
  explicit ScrambledSobol(RandomStream random) {
    for (Digits* digits : {&first_, &second_}) {
      digits->seed = static_cast<std::uint32_t>(random.bits() >> 32);
      const std::uint64_t shift = random.bits();
      digits->shift = static_cast<std::uint32_t>(shift >> 32);
      digits->rest = static_cast<double>((shift & 0xffffffffu) >> 12) * 0x1p-52 + 0x1p-53;
    }
  }

  /// The first coordinate of point number i, in (0, 1): the radical inverse of i in base 2, scrambled.
  double x(std::uint32_t i) const { return first_.scrambled(i); }
  /// The second.
  double y(std::uint32_t i) const { return second_.scrambled(reversed_bits(second_coordinate(i))); }

  /// The second coordinate unscrambled, as 32 binary digits: the direction numbers are the rows of Pascal's triangle modulo 2.
  static std::uint32_t second_coordinate(std::uint32_t i) {
    std::uint32_t digits = 0;
    for (std::uint32_t direction = 0x80000000u; i != 0; i >>= 1, direction ^= direction >> 1)
      if (i & 1) digits ^= direction;
    return digits;
  }

 private:
  struct Digits {
    std::uint32_t seed, shift;
    double rest;  ///< what follows the 32 digits

    double scrambled(std::uint32_t reversed) const {
      std::uint32_t x = reversed + seed;
      x ^= x * 0x6c50b47cu;
      x ^= x * 0xb82f1e52u;
      x ^= x * 0xc7afe638u;
      x ^= x * 0x8d22f6e6u;
      return static_cast<double>(reversed_bits(x) ^ shift) * 0x1p-32 + rest;
    }
  };

  Digits first_, second_;
};

}  // namespace downhill
