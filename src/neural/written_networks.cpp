#include "neural/written_networks.hpp"

#include <cmath>
#include <optional>
#include <string>

#include "neural/layout.hpp"

namespace downhill {
namespace {

std::optional<Error> wrong_points(std::span<const double> x, std::span<const double> y) {
  if (x.size() < 2) return Error{ErrorCode::wrong_dimension, "x", static_cast<double>(x.size()), -1, ">= 2"};
  if (y.size() != x.size())
    return Error{ErrorCode::wrong_dimension, "y", static_cast<double>(y.size()), -1, std::to_string(x.size())};
  for (std::size_t i = 0; i < x.size(); ++i) {
    const int place = static_cast<int>(i);
    if (!std::isfinite(x[i])) return Error{ErrorCode::not_finite, "x", x[i], place, ""};
    if (!std::isfinite(y[i])) return Error{ErrorCode::not_finite, "y", y[i], place, ""};
    if (i > 0 && x[i] <= x[i - 1]) return Error{ErrorCode::out_of_range, "x", x[i], place, "> " + std::to_string(x[i - 1])};
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<double>> hinge_network(std::span<const double> x, std::span<const double> y) {
  if (const auto error = wrong_points(x, y)) return *error;
  const int units = static_cast<int>(x.size()) - 1;
  const std::vector<LayerPlace> places = layer_places({1, units, 1});
  std::vector<double> parameters(static_cast<std::size_t>(places.back().end()));
  const auto at = [&](Eigen::Index index) -> double& { return parameters[static_cast<std::size_t>(index)]; };
  // [region hinges]
  double slope = 0;
  for (int i = 0; i < units; ++i) {
    const auto k = static_cast<std::size_t>(i);
    const double next = (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
    at(places[0].weights + i) = 1;             // relu(x − xᵢ): level up to xᵢ, then up by 1 a unit
    at(places[0].biases() + i) = -x[k];        //
    at(places[1].weights + i) = next - slope;  // what has to be added to the slope there
    slope = next;
  }
  at(places[1].biases()) = y[0];
  // [endregion]
  return parameters;
}

std::vector<double> fold_network(int depth) {
  std::vector<int> sizes(static_cast<std::size_t>(depth) + 2, 2);
  sizes.front() = sizes.back() = 1;
  std::vector<double> parameters;
  for (const LayerPlace& place : layer_places(sizes)) {
    // The first layer sees x itself, the others v = 2 relu(v′) + 2 relu(−v′) − 1.
    const bool first = place.inputs == 1;
    for (int unit = 0; unit < place.units; ++unit) {
      const double sign = unit == 0 ? 1 : -1;
      parameters.insert(parameters.end(), static_cast<std::size_t>(place.inputs), first ? sign : 2 * sign);
    }
    for (int unit = 0; unit < place.units; ++unit) parameters.push_back(first ? 0 : unit == 0 ? -1 : 1);
  }
  return parameters;
}

}  // namespace downhill
