#pragma once

#include <string_view>
#include <variant>

namespace downhill {

/// The learning rate stays as it was set.
struct ConstantSchedule {
  static constexpr std::string_view id = "constant";
  double factor(long) const { return 1; }
};

/// How the learning rate changes during a run: `factor(k)` multiplies the set rate in the k-th step (0 first). A new schedule
/// is a struct and one line here.
using Schedule = std::variant<ConstantSchedule>;

/// η_k, the rate of the step from x_k to x_(k+1).
inline double scheduled_rate(const Schedule& schedule, double learning_rate, long step) {
  return std::visit([&](const auto& rule) { return learning_rate * rule.factor(step); }, schedule);
}

}  // namespace downhill
