#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.hpp"

namespace downhill {

/// What stands in a JSON text. Texts and numbers are kept as they are written there, so that a number is read in the precision
/// that is wanted; it is good as long as the text is.
struct JsonValue {
  enum class Kind { null, boolean, number, text, list, object };

  Kind kind = Kind::null;
  int position = 0;                   ///< byte offset in the text
  std::string_view text = {};         ///< of a number, a boolean, or a text between its quotes (escapes are left as they are)
  std::vector<JsonValue> items = {};  ///< of a list, or of an object in the order of `keys`
  std::vector<std::string_view> keys = {};

  /// The member of an object; nothing if it is not there, or this is no object.
  const JsonValue* find(std::string_view key) const;
};

/// Reads a JSON text. Errors: malformed (parameter as given, position where it stops making sense), also for more than 16 lists
/// and objects within each other.
Result<JsonValue> parse_json(std::string_view text, std::string_view parameter);

/// The number; infinite where it overflows. Right to the last bit in either precision.
double to_double(const JsonValue& number);
float to_float(const JsonValue& number);

/// The shortest text that reads back to the same number, bit for bit; "null" for what is not finite, which JSON cannot say.
std::string json_number(double number);
std::string json_number(float number);

}  // namespace downhill
