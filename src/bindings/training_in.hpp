#pragma once

#include <cstdint>
#include <vector>

#include "bindings/schedule_in.hpp"
#include "neural/samples.hpp"
#include "neural/training_options.hpp"

namespace downhill {

// What a caller says about a training.

inline void read(const val& from, TrainingStopping& to) {
  read(from, "epochs", to.epochs);
  read(from, "loss", to.loss);
  read(from, "patience", to.patience);
  read(from, "monitor", to.monitor);
}

/// What may be set at the start and changed later; what is not said stays.
inline void read(const val& from, TrainingSettings& to) {
  if (const val options = from["options"]; !options.isUndefined()) {
    to.optimizer_options.clear();
    read(options, to.optimizer_options);
  }
  read(from, "l1", to.l1);
  read(from, "l2", to.l2);
  read(from, "dropout", to.dropout);
  if (const val stopping = from["stopping"]; !stopping.isUndefined()) {
    to.stopping = {};
    read(stopping, to.stopping);
  }
}

inline TrainingOptions training_options_in(const val& given) {
  TrainingOptions options;
  if (const val layers = given["layers"]; !layers.isUndefined())
    for (const val& layer : emscripten::vecFromJSArray<val>(layers)) {
      LayerSpec& spec = options.layers.emplace_back();
      read(layer, "units", spec.units);
      read(layer, "activation", spec.activation);
      read(layer, "dropout", spec.dropout);
    }
  read(given, "outputActivation", options.output_activation);
  read(given, "loss", options.loss);
  read(given, "initialisation", options.initialisation);
  read(given, "optimizer", options.optimizer);
  read(given, "schedule", options.schedule);
  if (const val size = given["batchSize"]; !size.isUndefined()) options.batch_size = whole_in(size);
  read(given, "testShare", options.test_share);
  read(given, "seed", options.seed);
  read(given, options.settings);
  return options;
}

/// A table, or images; the numbers of a kind that is not given are none.
template <class Scalar>
Result<Samples<Scalar>> samples_in(const val& given) {
  const val images = given["images"];
  if (images.isUndefined()) {
    TableData table{};
    read(given, "inputs", table.inputs);
    read(given, "columns", table.columns);
    read(given, "outputs", table.outputs);
    read(given, "classes", table.classes);
    if (const val features = given["features"]; !features.isUndefined()) table.features = strings_in(features);
    return Samples<Scalar>::create(std::move(table));
  }
  ImageData data{};
  if (images.instanceof (val::global("Uint8Array")))
    data.bytes = emscripten::convertJSArrayToNumberVector<std::uint8_t>(images);
  else
    data.numbers = emscripten::convertJSArrayToNumberVector<float>(images);
  read(given, "width", data.width);
  read(given, "height", data.height);
  read(given, "outputs", data.outputs);
  read(given, "classes", data.classes);
  read(given, "shift", data.shift);
  return Samples<Scalar>::create(std::move(data));
}

}  // namespace downhill
