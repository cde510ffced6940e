#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace downhill {

/// The decimal number a whole field spells: "3", "-0.5", "+1e-3", ".5", "−2" with a typographic minus; with `decimal` = ','
/// also "1,5". Nothing else: no hexadecimals, no "inf", no thousands separators, no trailing text. Correctly rounded.
std::optional<double> read_number(std::string_view text, char decimal = '.');

/// The shortest decimal text that reads back as the same double; empty for NaN, which stands for a missing value.
std::string shortest_text(double number);

}  // namespace downhill
