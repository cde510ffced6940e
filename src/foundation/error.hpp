#pragma once

#include <string>
#include <string_view>

namespace downhill {

/// Everything that can be wrong with a request to the core: the C++ name and the id that translations are filed under.
/// This list is the only place where codes are written.
#define DOWNHILL_ERROR_CODES(X)                     \
  X(empty_expression, "empty-expression")           \
  X(unexpected_token, "unexpected-token")           \
  X(unknown_name, "unknown-name")                   \
  X(wrong_argument_count, "wrong-argument-count")   \
  X(expression_too_long, "expression-too-long")     \
  X(expression_too_deep, "expression-too-deep")     \
  X(not_finite, "not-finite")                       \
  X(out_of_range, "out-of-range")                   \
  X(not_an_integer, "not-an-integer")               \
  X(wrong_dimension, "wrong-dimension")             \
  X(unknown_id, "unknown-id")                       \
  X(undefined_at_start, "undefined-at-start")       \
  X(rank_deficient, "rank-deficient")               \
  X(no_probability, "no-probability")               \
  X(not_positive_definite, "not-positive-definite") \
  X(not_covered, "not-covered")                     \
  X(malformed, "malformed")                         \
  X(wrong_version, "wrong-version")

enum class ErrorCode {
#define DOWNHILL_ENUMERATOR(name, id) name,
  DOWNHILL_ERROR_CODES(DOWNHILL_ENUMERATOR)
#undef DOWNHILL_ENUMERATOR
};

/// The kebab-case id of a code, as TypeScript and the translations know it.
constexpr std::string_view id_of(ErrorCode code) {
  constexpr std::string_view ids[] = {
#define DOWNHILL_ID(name, id) id,
      DOWNHILL_ERROR_CODES(DOWNHILL_ID)
#undef DOWNHILL_ID
  };
  return ids[static_cast<int>(code)];
}

/// What went wrong, precise enough for a widget to say it in the reader's language beside the field at fault.
struct Error {
  ErrorCode code;
  std::string parameter;  ///< which input: an option's id, a variable's or function's name; may be empty
  double value = 0;       ///< the offending number, where there is one
  int position = -1;      ///< byte offset into the text, or the row (0 first) of the data at fault; -1 otherwise
  std::string expected;   ///< what would have been right there: a token, a range such as "[0, 1]"; may be empty
};

}  // namespace downhill
