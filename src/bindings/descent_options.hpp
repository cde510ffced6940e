#pragma once

#include <string>

#include "bindings/conversions.hpp"
#include "bindings/schedule_in.hpp"
#include "optimize/descent.hpp"

namespace downhill {

/// What a caller says about a descent.
inline DescentOptions descent_options_in(const val& given) {
  DescentOptions options;
  std::string direction = "descent";
  read(given, "optimizer", options.optimizer);
  read(given, "options", options.optimizer_options);
  read(given, "schedule", options.schedule);
  read(given, "start", options.start);
  read(given, "tolerance", options.tolerance);
  read(given, "stepLimit", options.step_limit);
  read(given, "record", options.record);
  read(given, "direction", direction);
  if (direction == "ascent") options.direction = Direction::ascent;
  return options;
}

}  // namespace downhill
