#pragma once

#include "bindings/conversions.hpp"
#include "optimize/schedules.hpp"

namespace downhill {

/// A schedule as a caller names it: { id, options }.
inline void read(const val& from, ScheduleChoice& to) {
  read(from, "id", to.id);
  read(from, "options", to.options);
}

}  // namespace downhill
