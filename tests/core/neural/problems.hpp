#pragma once

#include <cmath>
#include <memory>

#include "core/catch.hpp"
#include "foundation/random.hpp"
#include "neural/training.hpp"

namespace downhill {

template <class Scalar = double>
std::shared_ptr<const Samples<Scalar>> samples_of(TableData data) {
  auto samples = Samples<Scalar>::create(std::move(data));
  REQUIRE(samples);
  return std::make_shared<const Samples<Scalar>>(*std::move(samples));
}

/// Points of the plane in as many classes, by the sector that they lie in.
inline TableData sectors(int count, int classes, std::uint64_t seed = 1) {
  RandomStream random(seed);
  TableData data{.inputs = {}, .columns = 2, .outputs = {}, .classes = classes};
  for (int i = 0; i < count; ++i) {
    const double angle = 6.283185307179586 * (i % classes + 0.1 + 0.8 * random.uniform()) / classes;
    const double radius = random.uniform(0.5, 2);
    data.inputs.insert(data.inputs.end(), {radius * std::cos(angle), radius * std::sin(angle)});
    data.outputs.push_back(i % classes);
  }
  return data;
}

/// y = sin x at random places, a little noisy.
inline TableData wave(int count, std::uint64_t seed = 1) {
  RandomStream random(seed);
  TableData data{.inputs = {}, .outputs = {}};
  for (int i = 0; i < count; ++i) {
    data.inputs.push_back(random.uniform(-3, 3));
    data.outputs.push_back(std::sin(data.inputs.back()) + 0.1 * random.normal());
  }
  return data;
}

inline TableData four_corners() {
  return {.inputs = {-1, -1, -1, 1, 1, -1, 1, 1}, .columns = 2, .outputs = {0, 1, 1, 0}, .classes = 2};
}

template <class Scalar = double>
Training<Scalar> training_of(TableData data, TrainingOptions options) {
  auto training = Training<Scalar>::create(samples_of<Scalar>(std::move(data)), std::move(options));
  if (!training) FAIL(id_of(training.error().code) << " " << training.error().parameter << " " << training.error().expected);
  return *std::move(training);
}

/// The network of the course's playground: two hidden layers of 8 tanh units.
inline TrainingOptions eight_eight(double rate = 0.03) {
  return {.layers = {{.units = 8}, {.units = 8}}, .settings = {.optimizer_options = {{"learning-rate", rate}}}};
}

}  // namespace downhill
