#pragma once

#include <vector>

#include "bindings/conversions.hpp"
#include "many_runs/rate_sweep.hpp"

namespace downhill {

/// Outcomes by number: their index in the catalog's list.
inline val outcomes_out(const std::vector<Outcome>& outcomes) {
  std::vector<int> numbers(outcomes.size());
  for (size_t i = 0; i < outcomes.size(); ++i) numbers[i] = static_cast<int>(outcomes[i]);
  return copy_out(numbers);
}

inline val rate_sweep_out(const RateSweep& sweep) {
  val out = val::object();
  out.set("values", copy_out(sweep.values));
  out.set("outcomes", outcomes_out(sweep.outcomes));
  out.set("steps", copy_out(sweep.steps));
  return out;
}

}  // namespace downhill
