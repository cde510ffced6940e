#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.hpp"

namespace downhill {

/// What a reader calls something from a registry, in both languages of the book.
struct Name {
  std::string_view ko;
  std::string_view en;
};

/// One number a reader may set on something from a registry: feeds sliders, validation and the documentation.
struct OptionSpec {
  enum class Scale { linear, logarithmic };

  std::string id;  ///< kebab-case
  double minimum = 0;
  double maximum = 1;
  double default_value = 0;
  Scale scale = Scale::linear;
  bool integer = false;
  Name name = {};                ///< what the reader calls it; empty where the figures have words of their own
  std::string_view symbol = {};  ///< in LaTeX, where it has one
};

/// Option id → value.
using OptionValues = std::map<std::string, double, std::less<>>;

/// Fills in defaults and checks every given value.
/// Errors: unknown_id (parameter = the id given, expected = the ids there are), not_finite, out_of_range and not_an_integer
/// (parameter = the option, value = the number given, expected = the range, "[0, 1]").
Result<OptionValues> validate_options(const std::vector<OptionSpec>& specs, const OptionValues& given);

/// A range as it is written in errors: "[0, 0.999]".
std::string range_text(double minimum, double maximum);

/// The ids of the things in a range, joined by ", ", for the `expected` of an unknown_id error.
template <class Entries>
std::string joined_ids(const Entries& entries) {
  std::string text;
  for (const auto& entry : entries) text += (text.empty() ? "" : ", ") + std::string(entry.id);
  return text;
}

/// One family of named things (landscapes, optimizers, data sets …) in the order they are listed to the reader.
/// Entry has a kebab-case `id`, unique in the registry.
template <class Entry>
class Registry {
 public:
  Registry(std::initializer_list<Entry> entries) : entries_(entries) {}
  explicit Registry(std::vector<Entry> entries) : entries_(std::move(entries)) {}

  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  std::size_t size() const { return entries_.size(); }

  /// The entry of that id (valid as long as the registry) or unknown_id with the ids there are. `parameter` says which input
  /// asked.
  Result<const Entry*> find(std::string_view id, std::string_view parameter) const {
    for (const Entry& entry : entries_)
      if (entry.id == id) return &entry;
    return Error{ErrorCode::unknown_id, std::string(parameter), 0, -1, joined_ids(entries_)};
  }

 private:
  std::vector<Entry> entries_;
};

}  // namespace downhill
