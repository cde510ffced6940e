#include "neural/training_views.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace downhill {
namespace {

constexpr Eigen::Index chunk = 256;  // rows at once, so that they stay in the cache
constexpr std::size_t most_statistics = 1000;

/// Calls `take(pass, first)` with raw inputs run through the network, a chunk of rows at a time.
template <class Scalar, class Take>
void run_through(const Training<Scalar>& training, std::span<const double> inputs, Take take) {
  const auto columns = static_cast<std::size_t>(training.samples().columns());
  const std::size_t step = columns * static_cast<std::size_t>(chunk);
  Pass<Scalar> pass;
  for (std::size_t from = 0; from < inputs.size(); from += step) {
    training.samples().look_at(inputs.subspan(from, std::min(step, inputs.size() - from)), pass.inputs);
    training.network().forward(training.state().parameters.data(), pass);
    take(pass, static_cast<Eigen::Index>(from / columns));
  }
}

std::vector<double> grid_points(const GridAxis& x, const GridAxis& y) {
  const auto place = [](const GridAxis& axis, int i) {
    return axis.count == 1 ? axis.from : axis.from + (axis.to - axis.from) * i / (axis.count - 1);
  };
  std::vector<double> points;
  points.reserve(2 * static_cast<std::size_t>(x.count) * static_cast<std::size_t>(y.count));
  for (int j = 0; j < y.count; ++j)
    for (int i = 0; i < x.count; ++i) {
      points.push_back(place(x, i));
      points.push_back(place(y, j));
    }
  return points;
}

/// The columns of a chunk of rows to where they belong in a list of whole columns.
template <class Scalar, class To>
void copy_columns(const Batch<Scalar>& from, Eigen::Index first, To* to, Eigen::Index rows) {
  for (Eigen::Index column = 0; column < from.cols(); ++column)
    for (Eigen::Index row = 0; row < from.rows(); ++row) to[column * rows + first + row] = static_cast<To>(from(row, column));
}

template <class Scalar>
Histogram histogram_of(const Batch<Scalar>& numbers, int bins) {
  const auto values = numbers.template cast<double>();
  Histogram histogram{.from = values.minCoeff(), .to = values.maxCoeff(), .counts = {}};
  histogram.counts.resize(static_cast<std::size_t>(bins));
  histogram.mean = values.mean();
  histogram.deviation = std::sqrt((values - histogram.mean).square().mean());
  const double scale = histogram.to > histogram.from ? bins / (histogram.to - histogram.from) : 0;
  for (Eigen::Index i = 0; i < numbers.size(); ++i) {
    const double place = (static_cast<double>(numbers.data()[i]) - histogram.from) * scale;
    ++histogram.counts[static_cast<std::size_t>(std::clamp(static_cast<int>(place), 0, bins - 1))];
  }
  return histogram;
}

template <class Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;

}  // namespace

template <class Scalar>
std::vector<double> predict(const Training<Scalar>& training, std::span<const double> inputs) {
  std::vector<double> outputs;
  run_through(training, inputs, [&](Pass<Scalar>& pass, Eigen::Index) {
    Batch<Scalar>& values = pass.layers.back().values;
    make_readable<Scalar>(training.target(), values);
    for (Eigen::Index row = 0; row < values.rows(); ++row)
      for (Eigen::Index k = 0; k < values.cols(); ++k) outputs.push_back(static_cast<double>(values(row, k)));
  });
  return outputs;
}

template <class Scalar>
Predictions predictions_of(const Training<Scalar>& training, std::span<const int> rows) {
  Predictions predictions;
  Pass<Scalar> pass;
  for (std::size_t from = 0; from < rows.size(); from += chunk) {
    const auto part = rows.subspan(from, std::min<std::size_t>(chunk, rows.size() - from));
    training.samples().gather(part, pass.inputs);
    training.network().forward(training.state().parameters.data(), pass);
    Batch<Scalar>& values = pass.layers.back().values;
    make_readable<Scalar>(training.target(), values);
    for (Eigen::Index row = 0; row < values.rows(); ++row) {
      for (Eigen::Index k = 0; k < values.cols(); ++k) predictions.outputs.push_back(static_cast<double>(values(row, k)));
      if (training.samples().classes() > 0)
        predictions.classes.push_back(predicted_class<Scalar>(training.target(), values, row, true));
    }
  }
  return predictions;
}

template <class Scalar>
std::vector<float> map_of(const Training<Scalar>& training, const GridAxis& x, const GridAxis& y) {
  const std::vector<double> points = grid_points(x, y);
  const auto cells = static_cast<Eigen::Index>(points.size() / 2);
  std::vector<float> map(static_cast<std::size_t>(cells * training.network().outputs()));
  run_through(training, std::span<const double>(points), [&](Pass<Scalar>& pass, Eigen::Index first) {
    make_readable<Scalar>(training.target(), pass.layers.back().values);
    copy_columns(pass.layers.back().values, first, map.data(), cells);
  });
  return map;
}

template <class Scalar>
std::vector<float> thumbnails_of(const Training<Scalar>& training, const GridAxis& x, const GridAxis& y) {
  const std::vector<double> points = grid_points(x, y);
  const auto cells = static_cast<Eigen::Index>(points.size() / 2);
  Eigen::Index units = training.network().inputs();
  for (const Layer<Scalar>& layer : training.network().layers()) units += layer.place.units;
  std::vector<float> pictures(static_cast<std::size_t>(cells * units));
  run_through(training, std::span<const double>(points), [&](Pass<Scalar>& pass, Eigen::Index first) {
    float* to = pictures.data();
    copy_columns(pass.inputs, first, to, cells);
    to += cells * pass.inputs.cols();
    for (const LayerPass<Scalar>& layer : pass.layers) {
      copy_columns(layer.values, first, to, cells);
      to += cells * layer.values.cols();
    }
  });
  return pictures;
}

template <class Scalar>
std::vector<UnitTrace> trace_of(const Training<Scalar>& training, std::span<const double> input) {
  const auto numbers = [](const Batch<Scalar>& row) { return std::vector<double>(row.data(), row.data() + row.size()); };
  std::vector<UnitTrace> trace;
  run_through(training, input, [&](Pass<Scalar>& pass, Eigen::Index) {
    trace.push_back({numbers(pass.inputs), numbers(pass.inputs)});
    for (const LayerPass<Scalar>& layer : pass.layers) trace.push_back({numbers(layer.sums), numbers(layer.values)});
  });
  return trace;
}

template <class Scalar>
std::vector<double> contributions_of(const Training<Scalar>& training, std::span<const double> inputs) {
  const LayerPlace& last = training.network().layers().back().place;
  const auto rows = static_cast<Eigen::Index>(inputs.size()) / training.samples().columns();
  const std::vector<Scalar>& parameters = training.state().parameters;
  std::vector<double> out(static_cast<std::size_t>(rows * (last.inputs + 1)));
  run_through(training, inputs, [&](Pass<Scalar>& pass, Eigen::Index first) {
    const auto layers = pass.layers.size();
    Batch<Scalar> terms = layers == 1 ? pass.inputs : pass.layers[layers - 2].values;
    for (Eigen::Index j = 0; j < terms.cols(); ++j) terms.col(j) *= parameters[static_cast<std::size_t>(last.weights + j)];
    copy_columns(terms, first, out.data(), rows);
  });
  std::fill(out.end() - rows, out.end(), static_cast<double>(parameters[static_cast<std::size_t>(last.biases())]));
  return out;
}

template <class Scalar>
std::optional<std::vector<double>> collapsed(const Training<Scalar>& training) {
  const int inputs = training.network().inputs(), outputs = training.network().outputs();
  Matrix<double> product = Matrix<double>::Identity(inputs, inputs);
  Eigen::RowVectorXd bias = Eigen::RowVectorXd::Zero(inputs);
  for (const Layer<Scalar>& layer : training.network().layers()) {
    if (layer.activation != "linear") return std::nullopt;
    const Scalar* parameters = training.state().parameters.data();
    const Matrix<double> w =
        Eigen::Map<const Matrix<Scalar>>(parameters + layer.place.weights, layer.place.inputs, layer.place.units)
            .template cast<double>();
    product = (product * w).eval();
    bias = (bias * w).eval();
    for (Eigen::Index j = 0; j < bias.size(); ++j) bias[j] += static_cast<double>(parameters[layer.place.biases() + j]);
  }
  std::vector<double> out(product.data(), product.data() + product.size());
  out.insert(out.end(), bias.data(), bias.data() + outputs);
  return out;
}

template <class Scalar>
std::vector<LayerStatistics> statistics_of(const Training<Scalar>& training, int bins) {
  const std::vector<int>& rows = training.split().training;
  const std::span<const int> some(rows.data(), std::min(rows.size(), most_statistics));
  const Network<Scalar>& network = training.network();
  const std::vector<Scalar>& parameters = training.state().parameters;
  Pass<Scalar> pass;
  Batch<Scalar> targets;
  training.samples().gather(some, pass.inputs);
  training.samples().gather_targets(some, training.target(), targets);
  network.forward(parameters.data(), pass);
  LayerPass<Scalar>& last = pass.layers.back();
  last.deltas = last.values;
  training.loss()(last.deltas, targets);

  std::vector<Scalar> gradient(parameters.size());
  std::vector<LayerStatistics> all(pass.layers.size());
  network.backward(parameters.data(), pass, gradient.data(),
                   [&](std::size_t k) { all[k].gradients = histogram_of(pass.layers[k].deltas, bins); });
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Layer<Scalar>& layer = network.layers()[k];
    const auto norm = [&](const std::vector<Scalar>& numbers) {
      const Eigen::Index count = layer.place.biases() - layer.place.weights;
      return Eigen::Map<const Eigen::Matrix<Scalar, Eigen::Dynamic, 1>>(numbers.data() + layer.place.weights, count)
          .template cast<double>()
          .norm();
    };
    LayerStatistics& now = all[k];
    now.activations = histogram_of(pass.layers[k].values, bins);
    now.weight_gradient_norm = norm(gradient) / static_cast<double>(some.size());
    now.weight_norm = norm(parameters);
    const Batch<Scalar>& sums = pass.layers[k].sums;
    Batch<Scalar> slopes(sums.rows(), sums.cols());
    layer.kernel.slopes(sums.data(), slopes.data(), static_cast<std::size_t>(sums.size()));
    Scalar steepest = 0;
    const Scalar at_middle = 0, beyond = 1;  // the steepest slopes are at 0 or to the right of it
    for (const Scalar* x : {&at_middle, &beyond}) {
      Scalar slope = 0;
      layer.kernel.slopes(x, &slope, 1);
      steepest = std::max(steepest, slope);
    }
    now.dead_units = static_cast<int>((slopes == Scalar(0)).colwise().all().count());
    now.saturated = static_cast<double>((slopes.abs() < steepest / 100).count()) / static_cast<double>(slopes.size());
  }
  return all;
}

#define DOWNHILL_VIEWS(Scalar)                                                                          \
  template Predictions predictions_of(const Training<Scalar>&, std::span<const int>);                   \
  template std::vector<double> predict(const Training<Scalar>&, std::span<const double>);               \
  template std::vector<float> map_of(const Training<Scalar>&, const GridAxis&, const GridAxis&);        \
  template std::vector<float> thumbnails_of(const Training<Scalar>&, const GridAxis&, const GridAxis&); \
  template std::vector<UnitTrace> trace_of(const Training<Scalar>&, std::span<const double>);           \
  template std::vector<double> contributions_of(const Training<Scalar>&, std::span<const double>);      \
  template std::optional<std::vector<double>> collapsed(const Training<Scalar>&);                       \
  template std::vector<LayerStatistics> statistics_of(const Training<Scalar>&, int);
DOWNHILL_VIEWS(float)
DOWNHILL_VIEWS(double)
#undef DOWNHILL_VIEWS

}  // namespace downhill
