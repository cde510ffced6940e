#pragma once

#include "neural/activation.hpp"

namespace downhill {

/// No activation at all: layers of these collapse into a single linear one. What the last layer of a regression has.
struct Linear {
  static constexpr std::string_view id = "linear";
  static constexpr Name name{.ko = "선형", .en = "Linear"};
  static constexpr std::string_view latex = "x", slope_latex = "1";
  static constexpr Range range{-unbounded, unbounded};
  static std::vector<double> kinks() { return {}; }

  template <class Scalar>
  static Scalar value(Scalar x) {
    return x;
  }
  template <class Scalar>
  static Scalar slope(Scalar) {
    return 1;
  }
};

}  // namespace downhill
