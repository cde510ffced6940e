#include "foundation/registry.hpp"

#include <cmath>
#include <cstdio>

namespace downhill {

std::string range_text(double minimum, double maximum) {
  char text[80];
  std::snprintf(text, sizeof text, "[%.12g, %.12g]", minimum, maximum);
  return text;
}

Result<OptionValues> validate_options(const std::vector<OptionSpec>& specs, const OptionValues& given) {
  OptionValues values;
  for (const OptionSpec& spec : specs) values[spec.id] = spec.default_value;
  for (const auto& [id, value] : given) {
    if (!values.contains(id)) return Error{ErrorCode::unknown_id, id, value, -1, joined_ids(specs)};
    values[id] = value;
  }
  for (const OptionSpec& spec : specs) {
    const double value = values[spec.id];
    const std::string range = range_text(spec.minimum, spec.maximum);
    if (!std::isfinite(value)) return Error{ErrorCode::not_finite, spec.id, value, -1, range};
    if (value < spec.minimum || value > spec.maximum) return Error{ErrorCode::out_of_range, spec.id, value, -1, range};
    if (spec.integer && value != std::floor(value)) return Error{ErrorCode::not_an_integer, spec.id, value, -1, range};
  }
  return values;
}

}  // namespace downhill
