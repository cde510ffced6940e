#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/dataset.hpp"

namespace downhill {

/// What the catalog says about a generator of data.
struct DatasetEntry {
  std::string id;
  Name name;
  std::vector<OptionSpec> options;  ///< "points" first
  Dataset (*generate)(const OptionValues&, RandomStream&);
};

const Registry<DatasetEntry>& datasets();

/// The data set of that generator, options and seed; always the same. Errors: unknown_id ("dataset"), and those of
/// validate_options.
Result<Dataset> generate_dataset(std::string_view id, const OptionValues& options, std::uint64_t seed);

}  // namespace downhill
