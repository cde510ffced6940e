#pragma once

#include "bindings/conversions.hpp"
#include "probability/distribution.hpp"

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

}  // namespace downhill
