#pragma once

#include <string_view>

#include "foundation/portable_exp.hpp"
#include "foundation/registry.hpp"

namespace downhill {

// What a loss is
// --------------
// A struct without members that says how bad an output is for a target, summed over the outputs of a sample and averaged over
// samples by the caller:
//   static constexpr std::string_view id           kebab-case name
//   static constexpr Name name                     what the reader calls it
//   static constexpr std::string_view latex        over the output \hat y and the target y
//   static constexpr bool numbers                  serves numbers (and classes as targets of ±1, or 0 and 1 for more than two)
//   static constexpr bool takes_logits             sigmoid or softmax is part of it: the last layer is to be linear
//   template <class Scalar> static Scalar value(Scalar output, Scalar target)
//   template <class Scalar> static Scalar slope(Scalar output, Scalar target)   in the output
// Cross-entropy looks at all outputs of a sample at once; see losses.cpp. To add one: write its header, list it in losses.cpp,
// test it.

}  // namespace downhill
