#pragma once

#include <string>

#include "foundation/result.hpp"
#include "neural/initialisation.hpp"

namespace downhill {

/// What the catalog says about an initialisation.
struct InitialisationEntry {
  std::string id;
  Name name;
  std::string_view latex;
  double (*deviation)(double inputs, double units);
};

const Registry<InitialisationEntry>& initialisations();

}  // namespace downhill
