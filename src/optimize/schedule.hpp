#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/registry.hpp"

namespace downhill {

// What a schedule is
// ------------------
// How the learning rate changes during a run: a struct whose members are its options and which says
//   static constexpr std::string_view id       kebab-case name
//   static constexpr Name name                 what the reader calls it
//   static std::vector<OptionSpec> options()
//   static T from(const OptionValues&)         the struct made from validated options
//   double factor(std::int64_t k) const                what the set rate is multiplied with in the k-th step, 0 first
// To add one: write its header, list it in schedules.hpp, test it.

/// A number of steps, an option of most schedules.
inline OptionSpec steps_option(std::string id, double default_value, Name name) {
  return {.id = std::move(id),
          .minimum = 1,
          .maximum = 1e9,
          .default_value = default_value,
          .scale = OptionSpec::Scale::logarithmic,
          .integer = true,
          .name = name};
}

/// What the rate is multiplied with after each period.
inline OptionSpec factor_option() {
  return {.id = "factor",
          .minimum = 0.001,
          .maximum = 1,
          .default_value = 0.5,
          .name = {.ko = "한 주기마다 곱하는 수", .en = "Factor for each period"},
          .symbol = R"(\gamma)"};
}

}  // namespace downhill
