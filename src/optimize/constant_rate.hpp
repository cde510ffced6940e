#pragma once

#include "optimize/schedule.hpp"

namespace downhill {

/// The learning rate stays as it was set.
struct ConstantRate {
  static constexpr std::string_view id = "constant";
  static constexpr Name name{.ko = "일정", .en = "Constant"};

  static std::vector<OptionSpec> options() { return {}; }
  static ConstantRate from(const OptionValues&) { return {}; }

  double factor(std::int64_t) const { return 1; }
};

}  // namespace downhill
