#pragma once

#include <cstdint>

namespace downhill {

/// Integer powers by repeated squaring: std::pow differs in its last bit between the native and the wasm library.
constexpr double power(double base, std::int64_t exponent) {
  double result = 1;
  for (; exponent > 0; exponent >>= 1, base *= base)
    if (exponent & 1) result *= base;
  return result;
}

}  // namespace downhill
