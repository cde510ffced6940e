#pragma once

#include <span>
#include <string>
#include <vector>

namespace downhill {

/// What was tapped on a key.
struct MorseKeying {
  std::string code;           ///< in the text form, one space between signs, two between words
  std::vector<double> units;  ///< for each time given: how long a dot was just then
};

/// Reads times on a key as dots and dashes: pressed, released, pressed …, beginning and ending with pressed, in any unit of
/// time. The length of a dot is found from the times around each place, so it may change on the way; a mark of two dots or more
/// is a dash, a gap of two ends a sign and one of five a word. `expected_dot` decides only while nothing else does.
MorseKeying read_keying(std::span<const double> times, double expected_dot);

}  // namespace downhill
