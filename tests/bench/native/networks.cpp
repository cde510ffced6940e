#include <cmath>
#include <memory>
#include <numbers>

#include "bench/native/bench.hpp"
#include "foundation/random.hpp"
#include "neural/training_views.hpp"

namespace downhill::bench {
namespace {

constexpr int points = 500;
constexpr std::int64_t epochs = 20;

/// The playground's network on two classes of points: 2-8-8-1 tanh, batches of 10, in float.
Training<float> make_playground() {
  RandomStream random(1);
  TableData data{.inputs = {}, .columns = 2, .outputs = {}, .classes = 2};
  for (int i = 0; i < points; ++i) {
    const double radius = i % 2 == 1 ? random.uniform(0, 2.5) : random.uniform(3.5, 5);
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    data.inputs.insert(data.inputs.end(), {radius * std::cos(angle), radius * std::sin(angle)});
    data.outputs.push_back(i % 2);
  }
  auto samples = std::make_shared<const Samples<float>>(Samples<float>::create(std::move(data)).value());
  return Training<float>::create(std::move(samples), {.layers = {{.units = 8}, {.units = 8}},
                                                      .batch_size = 10,
                                                      .settings = {.optimizer_options = {{"learning-rate", 0.03}}}})
      .value();
}

const Register playground("playground", static_cast<double>(epochs), [] {
  static Training<float> training = make_playground();
  training.step_to(training.state().step + epochs * training.batches_per_epoch());
  keep(training.state().parameters[0]);
});

const Register decision_map("decision-map", 1, [] {
  static const Training<float> training = make_playground();
  keep(map_of(training, {-6, 6, 200}, {-6, 6, 200})[7]);
});

constexpr int images = 2048;

/// As for handwritten digits: 784-128-10 ReLU, batches of 32, in float.
Training<float> make_digits() {
  RandomStream random(1);
  ImageData data{.bytes = {}, .numbers = {}, .outputs = {}};
  for (int i = 0; i < images; ++i) {
    for (int pixel = 0; pixel < 784; ++pixel) data.bytes.push_back(static_cast<std::uint8_t>(random.below(5) == 0 ? 255 : 0));
    data.outputs.push_back(i % 10);
  }
  auto samples = std::make_shared<const Samples<float>>(Samples<float>::create(std::move(data)).value());
  return Training<float>::create(std::move(samples), {.layers = {{.units = 128, .activation = "relu"}},
                                                      .batch_size = 32,
                                                      .settings = {.optimizer_options = {{"learning-rate", 1e-3}}}})
      .value();
}

const Register digits("digits", 32.0 * 50, [] {
  static Training<float> training = make_digits();
  training.step_to(training.state().step + 50);
  keep(training.state().parameters[0]);
});

}  // namespace
}  // namespace downhill::bench
