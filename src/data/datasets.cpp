#include "data/datasets.hpp"

#include "data/circle.hpp"
#include "data/clusters.hpp"
#include "data/exclusive_or.hpp"
#include "data/line.hpp"
#include "data/linear_model.hpp"
#include "data/noisy_polynomial.hpp"
#include "data/outliers.hpp"
#include "data/regression_gauss.hpp"
#include "data/regression_plane.hpp"
#include "data/sine.hpp"
#include "data/spiral.hpp"
#include "data/step.hpp"
#include "data/two_gaussians.hpp"

namespace downhill {
namespace {

template <class Generator>
DatasetEntry entry() {
  return {std::string(Generator::id), Generator::name, Generator::options(), Generator::generate};
}

}  // namespace

const Registry<DatasetEntry>& datasets() {
  static const Registry<DatasetEntry> registry{
      entry<LineData>(),
      entry<NoisyPolynomialData>(),
      entry<OutlierData>(),
      entry<SineData>(),
      entry<StepData>(),
      entry<LinearModelData>(),
      entry<ClusterData>(),
      entry<CircleData>(),
      entry<ExclusiveOrData>(),
      entry<TwoGaussiansData>(),
      entry<SpiralData>(),
      entry<RegressionPlaneData>(),
      entry<RegressionGaussData>(),
  };
  return registry;
}

Result<Dataset> generate_dataset(std::string_view id, const OptionValues& options, std::uint64_t seed) {
  const auto entry = datasets().find(id, "dataset");
  if (!entry) return entry.error();
  const auto values = validate_options((*entry)->options, options);
  if (!values) return values.error();
  RandomStream random(seed);
  return (*entry)->generate(*values, random);
}

}  // namespace downhill
