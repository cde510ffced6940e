#pragma once

#include <string>
#include <variant>

#include "foundation/result.hpp"
#include "optimize/constant_rate.hpp"
#include "optimize/cosine_decay.hpp"
#include "optimize/exponential_decay.hpp"
#include "optimize/step_decay.hpp"
#include "optimize/warm_up.hpp"

namespace downhill {

/// Every schedule there is, in the order they are listed to the reader. A new one is one line here.
using Schedule = std::variant<  //
    ConstantRate,               //
    StepDecay,                  //
    ExponentialDecay,           //
    CosineDecay,                //
    WarmUp                      //
    >;

/// What the catalog says about a schedule.
struct ScheduleEntry {
  std::string id;
  Name name;
  std::vector<OptionSpec> options;
  Schedule (*from)(const OptionValues&);
};

const Registry<ScheduleEntry>& schedules();

/// A schedule by name, as a run's options hold it.
struct ScheduleChoice {
  std::string id = "constant";
  OptionValues options = {};
};

/// Errors: unknown_id (parameter "schedule"), and those of validate_options.
Result<Schedule> configure_schedule(const ScheduleChoice& choice);

/// η_k, the rate of the step from x_k to x_(k+1).
inline double scheduled_rate(const Schedule& schedule, double learning_rate, std::int64_t step) {
  return std::visit([&](const auto& rule) { return learning_rate * rule.factor(step); }, schedule);
}

}  // namespace downhill
