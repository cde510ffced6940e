#include "neural/bends.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "neural/activations.hpp"

namespace downhill {
namespace {

/// Slopes to the left and to the right of 0.
struct Rays {
  double left, right;
};

/// Those of an activation that is straight on both sides of 0 and passes through it.
std::optional<Rays> rays_of(const ActivationKernel<double>& kernel) {
  const std::array<double, 6> x{-4, -2, -1, 1, 2, 4};
  std::array<double, 6> values{}, slopes{};
  kernel.values(x.data(), values.data(), x.size());
  kernel.slopes(x.data(), slopes.data(), x.size());
  for (std::size_t i = 0; i < x.size(); ++i)
    if (slopes[i] != slopes[i < 3 ? 0 : 5] || values[i] != slopes[i] * x[i]) return std::nullopt;
  return Rays{slopes.front(), slopes.back()};
}

/// A stretch of the axis on which every unit of a layer is straight: unit j is slopes[j] x + heights[j].
struct Stretch {
  double from, to;
  int layer, unit;  // whose kink it begins with; -1 at the start
  Eigen::VectorXd slopes, heights;
};

struct Cut {
  double x;
  int unit;
};

/// Where sums pass 0 inside a stretch, in order; places that rounding alone tells apart are one.
std::vector<Cut> cuts_of(const Stretch& sums, double least) {
  std::vector<Cut> cuts;
  for (Eigen::Index j = 0; j < sums.slopes.size(); ++j) {
    const double x = -sums.heights[j] / sums.slopes[j];
    if (x > sums.from + least && x < sums.to - least) cuts.push_back({x, static_cast<int>(j)});
  }
  std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.x < b.x; });
  const auto same = [&](const Cut& a, const Cut& b) { return b.x - a.x <= least; };
  cuts.erase(std::unique(cuts.begin(), cuts.end(), same), cuts.end());
  return cuts;
}

/// The activation of sums: cut where they pass 0, each unit with the slope of its side.
void bend(const Stretch& sums, const Rays& rays, int layer, double least, std::vector<Stretch>& to) {
  const std::vector<Cut> cuts = rays.left == rays.right ? std::vector<Cut>{} : cuts_of(sums, least);
  for (std::size_t k = 0; k <= cuts.size(); ++k) {
    Stretch piece = sums;
    if (k > 0) {
      piece.from = cuts[k - 1].x;
      piece.layer = layer;
      piece.unit = cuts[k - 1].unit;
    }
    if (k < cuts.size()) piece.to = cuts[k].x;
    const double middle = (piece.from + piece.to) / 2;
    for (Eigen::Index j = 0; j < sums.slopes.size(); ++j) {
      const double ray = sums.slopes[j] * middle + sums.heights[j] > 0 ? rays.right : rays.left;
      piece.slopes[j] *= ray;
      piece.heights[j] *= ray;
    }
    to.push_back(std::move(piece));
  }
}

}  // namespace

Result<std::optional<std::vector<Bend>>> bends_of(const std::vector<LayerSpec>& layers, std::span<const double> parameters,
                                                  double from, double to) {
  using Weights = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  std::vector<int> sizes{1};
  for (const LayerSpec& layer : layers) sizes.push_back(layer.units);
  if (static_cast<Eigen::Index>(parameters.size()) != parameter_count(sizes))
    return Error{ErrorCode::wrong_dimension, "parameters", static_cast<double>(parameters.size()), -1,
                 std::to_string(parameter_count(sizes))};
  const double least = 1e-10 * (to - from);
  std::vector<Stretch> stretches{{from, to, -1, -1, Eigen::VectorXd::Ones(1), Eigen::VectorXd::Zero(1)}};
  int number = 0;
  for (const LayerPlace& place : layer_places(sizes)) {
    const auto activation = activations().find(layers[static_cast<std::size_t>(number)].activation, "activation");
    if (!activation) return activation.error();
    const auto rays = rays_of((*activation)->in_double);
    if (!rays) return std::optional<std::vector<Bend>>{};
    const Eigen::Map<const Weights> weights(parameters.data() + place.weights, place.units, place.inputs);
    const Eigen::Map<const Eigen::VectorXd> biases(parameters.data() + place.biases(), place.units);
    std::vector<Stretch> next;
    for (Stretch& stretch : stretches) {
      stretch.slopes = weights * stretch.slopes;
      stretch.heights = weights * stretch.heights + biases;
      bend(stretch, *rays, number, least, next);
    }
    stretches = std::move(next);
    ++number;
  }
  double steepest = 0;
  for (const Stretch& stretch : stretches) steepest = std::max(steepest, std::abs(stretch.slopes[0]));
  std::vector<Bend> bends;
  for (std::size_t k = 1; k < stretches.size(); ++k)
    if (const double change = stretches[k].slopes[0] - stretches[k - 1].slopes[0]; std::abs(change) > 1e-12 * steepest)
      bends.push_back({stretches[k].from, stretches[k].layer, stretches[k].unit, change});
  return std::optional(std::move(bends));
}

}  // namespace downhill
