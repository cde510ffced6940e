#include "neural/layout.hpp"

#include <cmath>
#include <cstdlib>

namespace downhill {

std::vector<LayerPlace> layer_places(const std::vector<int>& sizes) {
  std::vector<LayerPlace> places;
  for (std::size_t k = 1; k < sizes.size(); ++k)
    places.push_back({sizes[k - 1], sizes[k], places.empty() ? 0 : places.back().end()});
  return places;
}

Eigen::Index parameter_count(const std::vector<int>& sizes) {
  const std::vector<LayerPlace> places = layer_places(sizes);
  return places.empty() ? 0 : places.back().end();
}

int width_for(Eigen::Index parameters, int depth, int inputs, int outputs) {
  const auto count = [&](int width) {
    std::vector<int> sizes(static_cast<std::size_t>(depth) + 2, width);
    sizes.front() = inputs;
    sizes.back() = outputs;
    return parameter_count(sizes);
  };
  // (depth − 1) w² + (inputs + depth + outputs) w + outputs = parameters, solved without cancellation.
  const double a = depth - 1, b = inputs + depth + outputs, c = static_cast<double>(outputs - parameters);
  const double root = -2 * c / (b + std::sqrt(std::max(b * b - 4 * a * c, 0.0)));
  const int below = std::max(1, static_cast<int>(root));
  return std::abs(count(below) - parameters) <= std::abs(count(below + 1) - parameters) ? below : below + 1;
}

}  // namespace downhill
