#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/registry.hpp"
#include "foundation/result.hpp"

namespace downhill {

/// What a network may see of a point (x₁, x₂) of the plane.
struct PlaneFeature {
  std::string id;
  std::string_view latex;
  double (*of)(double x1, double x2);
};

const Registry<PlaneFeature>& plane_features();

/// The features of these ids. Errors: unknown_id ("features").
Result<std::vector<PlaneFeature>> plane_features_of(const std::vector<std::string>& ids);

}  // namespace downhill
