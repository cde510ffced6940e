#pragma once

#include <cmath>
#include <string_view>

#include "foundation/registry.hpp"

namespace downhill {

// What an initialisation is
// -------------------------
// A struct without members that says how wide the first weights of a layer are spread; they are normal with mean 0, and biases
// begin at 0:
//   static constexpr std::string_view id                          kebab-case name
//   static constexpr Name name                                    what the reader calls it
//   static constexpr std::string_view latex                       the standard deviation's formula
//   static double deviation(double inputs, double units)          of the weights of a layer with so many inputs and units
// To add one: write its header, list it in initialisations.cpp, test it.

}  // namespace downhill
