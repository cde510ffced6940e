#include "optimize/optimizers.hpp"

namespace downhill {
namespace {

template <class... Methods>
std::vector<OptimizerEntry> entries_of(std::variant<Methods...>*) {
  return {{std::string(Methods::id), Methods::name, Methods::options(),
           [](const OptionValues& values) -> Optimizer { return Methods::from(values); }}...};
}

}  // namespace

const Registry<OptimizerEntry>& optimizers() {
  static const Registry<OptimizerEntry> registry(entries_of(static_cast<Optimizer*>(nullptr)));
  return registry;
}

Result<ConfiguredOptimizer> configure_optimizer(std::string_view id, const OptionValues& options) {
  const auto entry = optimizers().find(id, "optimizer");
  if (!entry) return entry.error();
  const auto values = validate_options((*entry)->options, options);
  if (!values) return values.error();
  return ConfiguredOptimizer{(*entry)->from(*values), *values, values->at("learning-rate")};
}

}  // namespace downhill
