#pragma once

#include "bindings/conversions.hpp"
#include "foundation/registry.hpp"

namespace downhill {

inline val name_out(const Name& name) {
  val out = val::object();
  out.set("ko", std::string(name.ko));
  out.set("en", std::string(name.en));
  return out;
}

inline val option_out(const OptionSpec& option) {
  val out = val::object();
  out.set("id", option.id);
  out.set("minimum", option.minimum);
  out.set("maximum", option.maximum);
  out.set("default", option.default_value);
  out.set("scale", std::string(option.scale == OptionSpec::Scale::logarithmic ? "logarithmic" : "linear"));
  out.set("integer", option.integer);
  if (!option.name.en.empty()) out.set("name", name_out(option.name));
  if (!option.symbol.empty()) out.set("symbol", std::string(option.symbol));
  return out;
}

/// Something from a registry that is chosen by id.
val named_out(const auto& entry) {
  val out = val::object();
  out.set("id", entry.id);
  out.set("name", name_out(entry.name));
  return out;
}

/// The same, if it is set by options as well.
val choice_out(const auto& entry) {
  val out = named_out(entry);
  out.set("options", list_out(entry.options, option_out));
  return out;
}

}  // namespace downhill
