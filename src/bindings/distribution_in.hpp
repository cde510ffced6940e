#pragma once

#include <array>
#include <optional>

#include "bindings/conversions.hpp"
#include "probability/distribution.hpp"
#include "probability/quadrature.hpp"

namespace downhill {

/// What a caller chose: { id, options, weights }.
inline Result<Distribution> distribution_in(const val& given) {
  std::string id;
  OptionValues options;
  std::vector<double> weights;
  read(given, "id", id);
  read(given, "options", options);
  read(given, "weights", weights);
  return Distribution::create(id, options, std::move(weights));
}

/// null where there is none.
inline val optional_out(const std::optional<double>& number) { return number ? val(*number) : val::null(); }

inline val integral_out(const Integral& integral) {
  val out = val::object();
  out.set("value", integral.value);
  out.set("error", integral.error);
  out.set("evaluations", static_cast<double>(integral.evaluations));
  out.set("outcome", std::string(id_of(integral.outcome)));
  out.set("at", integral.at);
  return out;
}

}  // namespace downhill
