#include "neural/plane_features.hpp"

#include <cmath>

namespace downhill {

const Registry<PlaneFeature>& plane_features() {
  static const Registry<PlaneFeature> registry{
      {"x1", "x_1", [](double x1, double) { return x1; }},
      {"x2", "x_2", [](double, double x2) { return x2; }},
      {"x1-squared", "x_1^2", [](double x1, double) { return x1 * x1; }},
      {"x2-squared", "x_2^2", [](double, double x2) { return x2 * x2; }},
      {"product", "x_1 x_2", [](double x1, double x2) { return x1 * x2; }},
      {"sin-x1", R"(\sin x_1)", [](double x1, double) { return std::sin(x1); }},
      {"sin-x2", R"(\sin x_2)", [](double, double x2) { return std::sin(x2); }},
  };
  return registry;
}

Result<std::vector<PlaneFeature>> plane_features_of(const std::vector<std::string>& ids) {
  std::vector<PlaneFeature> features;
  for (const std::string& id : ids) {
    const auto found = plane_features().find(id, "features");
    if (!found) return found.error();
    features.push_back(**found);
  }
  return features;
}

}  // namespace downhill
