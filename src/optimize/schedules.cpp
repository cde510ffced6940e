#include "optimize/schedules.hpp"

namespace downhill {
namespace {

template <class... Rules>
std::vector<ScheduleEntry> entries_of(std::variant<Rules...>*) {
  return {{std::string(Rules::id), Rules::name, Rules::options(),
           [](const OptionValues& values) -> Schedule { return Rules::from(values); }}...};
}

}  // namespace

const Registry<ScheduleEntry>& schedules() {
  static const Registry<ScheduleEntry> registry(entries_of(static_cast<Schedule*>(nullptr)));
  return registry;
}

Result<Schedule> configure_schedule(const ScheduleChoice& choice) {
  const auto entry = schedules().find(choice.id, "schedule");
  if (!entry) return entry.error();
  const auto values = validate_options((*entry)->options, choice.options);
  if (!values) return values.error();
  return (*entry)->from(*values);
}

}  // namespace downhill
