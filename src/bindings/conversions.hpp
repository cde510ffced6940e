#pragma once

#include <emscripten/bind.h>
#include <emscripten/emscripten.h>
#include <emscripten/val.h>

#include <Eigen/Core>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/registry.hpp"
#include "foundation/result.hpp"

/// What a bindings file gives to JavaScript, bound when its area is loaded. `name` is that of the file, bind_<name>.cpp.
/// Nothing runs before: a constructor of a static object would have to be loaded with every page.
#define DOWNHILL_BINDINGS(name) extern "C" EMSCRIPTEN_KEEPALIVE void bind_##name()

namespace downhill {

using emscripten::val;

/// A copy of numbers as a Float64Array. Nothing else leaves the module in bulk: a view of the module's memory goes stale as
/// soon as the memory grows.
inline val copy_out(std::span<const double> numbers) {
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data())).call<val>("slice");
}

/// Whole numbers and ids by number, as an Int32Array.
inline val copy_out(std::span<const int> numbers) {
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data())).call<val>("slice");
}

/// Pictures and maps, as a Float32Array.
inline val copy_out(std::span<const float> numbers) {
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data())).call<val>("slice");
}

inline val copy_out(const Eigen::VectorXd& numbers) {
  return copy_out(std::span(numbers.data(), static_cast<size_t>(numbers.size())));
}

/// A few numbers, such as the coordinates of a point, as a plain array.
inline val numbers_out(std::span<const double> numbers) {
  return val::global("Array").call<val>("from", emscripten::typed_memory_view(numbers.size(), numbers.data()));
}

inline val numbers_out(const Eigen::VectorXd& numbers) {
  return numbers_out(std::span(numbers.data(), static_cast<size_t>(numbers.size())));
}

/// The numbers of an array or a Float64Array.
inline std::vector<double> copy_in(const val& numbers) { return emscripten::convertJSArrayToNumberVector<double>(numbers); }

/// One number for each of many.
val mapped(const val& numbers, auto map) {
  std::vector<double> values = copy_in(numbers);
  for (double& value : values) value = map(value);
  return copy_out(values);
}

inline std::vector<std::string> strings_in(const val& texts) { return emscripten::vecFromJSArray<std::string>(texts); }

/// A whole number of either sign; what a 32-bit integer cannot hold becomes the nearest it can, for the core to refuse.
inline int whole_in(const val& number) {
  return static_cast<int>(std::clamp(number.as<double>(), -2147483648.0, 2147483647.0));
}

// What one member of an object holds, as the type of the member of C++ it goes to.
inline void read(const val& from, bool& to) { to = from.as<bool>(); }
inline void read(const val& from, int& to) { to = whole_in(from); }
inline void read(const val& from, long& to) { to = whole_in(from); }
inline void read(const val& from, std::int64_t& to) { to = static_cast<std::int64_t>(from.as<double>()); }
inline void read(const val& from, std::uint64_t& to) { to = static_cast<std::uint64_t>(from.as<double>()); }
inline void read(const val& from, double& to) { to = from.as<double>(); }
inline void read(const val& from, std::string& to) { to = from.as<std::string>(); }
inline void read(const val& from, std::vector<double>& to) { to = copy_in(from); }
/// A plain object of numbers, such as { "learning-rate": 0.1 }.
inline void read(const val& from, OptionValues& to) {
  for (const std::string& id : strings_in(val::global("Object").call<val>("keys", from))) to.emplace(id, from[id].as<double>());
}

/// Reads a member of an object; one that is missing leaves `to` at the core's default.
template <class T>
void read(const val& object, const char* key, T& to) {
  const val member = object[key];
  if (!member.isUndefined()) read(member, to);
}

/// Few things as a plain array, each turned by `to_val`.
template <class Items, class ToVal>
val list_out(const Items& items, ToVal to_val) {
  val list = val::array();
  for (const auto& item : items) list.call<void>("push", to_val(item));
  return list;
}

inline val strings_out(const auto& texts) {
  return list_out(texts, [](std::string_view text) { return val(std::string(text)); });
}

/// An error as the facade reads it: recognised by its key `error`, which holds the code's id.
inline val failure(const Error& error) {
  val out = val::object();
  out.set("error", std::string(id_of(error.code)));
  out.set("parameter", error.parameter);
  out.set("value", error.value);
  out.set("position", error.position);
  out.set("expected", error.expected);
  return out;
}

/// null where there is none.
inline val optional_out(const std::optional<double>& number) { return number ? val(*number) : val::null(); }

/// The value, turned by `to_val`, or the failure.
template <class T, class ToVal>
val answer(Result<T> result, ToVal to_val) {
  return result ? to_val(std::move(result).value()) : failure(result.error());
}

}  // namespace downhill
