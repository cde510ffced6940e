#pragma once

#include <optional>
#include <span>
#include <vector>

#include "neural/training.hpp"

namespace downhill {

/// `count` places evenly spread over [from, to], both ends included.
struct GridAxis {
  double from, to;
  int count;
};

/// What a network says about raw inputs (rows of the samples' columns), made readable: outputs() numbers a row, row by row.
template <class Scalar>
std::vector<double> predict(const Training<Scalar>& training, std::span<const double> inputs);

/// What the network says about some of its own samples, made readable.
struct Predictions {
  std::vector<double> outputs;  ///< outputs() numbers a sample
  std::vector<int> classes;     ///< the predicted ones; none for numbers
};
template <class Scalar>
Predictions predictions_of(const Training<Scalar>& training, std::span<const int> rows);

/// What `predict` says over a grid of the plane, output by output: x runs fastest.
template <class Scalar>
std::vector<float> map_of(const Training<Scalar>& training, const GridAxis& x, const GridAxis& y);

/// What every unit gives over a grid of the plane, the network's inputs first, then layer by layer; outputs as they are, not
/// made readable.
template <class Scalar>
std::vector<float> thumbnails_of(const Training<Scalar>& training, const GridAxis& x, const GridAxis& y);

/// A layer's numbers for one sample; the first entry is the network's inputs.
struct UnitTrace {
  std::vector<double> sums, outputs;
};

/// One row of raw inputs through every layer.
template <class Scalar>
std::vector<UnitTrace> trace_of(const Training<Scalar>& training, std::span<const double> input);

/// What each unit of the last hidden layer adds to the first output, one row of an entry an input row a unit, then such a row
/// for the bias. The rows add up to the output before its activation.
template <class Scalar>
std::vector<double> contributions_of(const Training<Scalar>& training, std::span<const double> inputs);

/// Layers that are all linear are one linear layer, x W₁ W₂ … + b: its weights and biases, laid out as a layer's. None when
/// some activation is not linear.
template <class Scalar>
std::optional<std::vector<double>> collapsed(const Training<Scalar>& training);

/// A distribution in bins of equal width.
struct Histogram {
  double from = 0, to = 0;
  std::vector<double> counts;
  double mean = 0, deviation = 0;
};

/// How signals and gradients fare in one layer.
struct LayerStatistics {
  Histogram activations;  ///< of all units and samples
  Histogram gradients;    ///< of the slopes of each sample's own loss in those
  double weight_gradient_norm = 0, weight_norm = 0;
  int dead_units = 0;    ///< whose slope is 0 on every sample: nothing moves them any more
  double saturated = 0;  ///< the share of activations whose slope is below 1 % of the steepest in the layer's kind
};

/// Layer by layer, over at most 1000 of the training samples.
template <class Scalar>
std::vector<LayerStatistics> statistics_of(const Training<Scalar>& training, int bins);

}  // namespace downhill
