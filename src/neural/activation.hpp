#pragma once

#include <limits>
#include <string_view>
#include <vector>

#include "foundation/portable_exp.hpp"
#include "foundation/registry.hpp"

namespace downhill {

// What an activation is
// ---------------------
// A struct without members that says
//   static constexpr std::string_view id              kebab-case name
//   static constexpr Name name                        what the reader calls it
//   static constexpr std::string_view latex           its formula over x, and that of its slope
//   static constexpr std::string_view slope_latex
//   static constexpr Range range                      between which its values lie
//   static std::vector<double> kinks()                where it has no slope; `slope` is then the one to the left, by convention
//   template <class Scalar> static Scalar value(Scalar x)
//   template <class Scalar> static Scalar slope(Scalar x)
// and, where the value alone tells the slope more cheaply (to within rounding of the value),
//   template <class Scalar> static Scalar slope_at_value(Scalar value)
// All are free of branches where they can be, so that loops over them become vector code. To add one: write its header, list it
// in activations.cpp, test it.

struct Range {
  double from, to;
};

inline constexpr double unbounded = std::numeric_limits<double>::infinity();

}  // namespace downhill
