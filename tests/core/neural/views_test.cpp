#include <numeric>

#include "core/neural/problems.hpp"
#include "neural/training_views.hpp"

using namespace downhill;

namespace {

Training<double> trained(TableData data, TrainingOptions options) {
  auto training = training_of(std::move(data), std::move(options));
  training.step_to(200);
  return training;
}

}  // namespace

TEST_CASE("A map shows what predict says at each point, class by class") {
  TableData data = sectors(60, 3);
  data.features = {"x1", "x2", "product", "sin-x1"};
  const auto training = trained(data, eight_eight());
  const GridAxis x{-2, 2, 31}, y{-1, 3, 23};
  const auto map = map_of(training, x, y);
  REQUIRE(map.size() == 3 * 31 * 23);
  for (int j = 0; j < 23; ++j)
    for (int i = 0; i < 31; ++i) {
      const std::vector<double> point{-2 + 4.0 * i / 30, -1 + 4.0 * j / 22};
      const auto p = predict(training, point);
      CHECK(p[0] + p[1] + p[2] == Approx(1).epsilon(1e-12));
      for (std::size_t k = 0; k < 3; ++k)
        CHECK(map[(k * 23 + static_cast<std::size_t>(j)) * 31 + static_cast<std::size_t>(i)] ==
              Approx(p[k]).epsilon(1e-6).margin(1e-9));
    }
}

TEST_CASE("Thumbnails show every unit, as one sample's trace has it") {
  TableData data = sectors(60, 2);
  data.features = {"x1", "x2-squared", "sin-x2"};
  const auto training = trained(data, {.layers = {{.units = 4}, {.units = 3, .activation = "elu"}}});
  const auto pictures = thumbnails_of(training, {-1, 1, 5}, {0, 2, 4});
  REQUIRE(pictures.size() == (3 + 4 + 3 + 1) * 20);
  const std::vector<double> point{-1 + 2.0 * 3 / 4, 2.0 * 2 / 3};
  const auto trace = trace_of(training, point);
  REQUIRE(trace.size() == 4);
  CHECK(trace[0].outputs == std::vector<double>{point[0], point[1] * point[1], std::sin(point[1])});
  std::size_t picture = 0;
  for (const UnitTrace& layer : trace)
    for (const double output : layer.outputs) CHECK(pictures[20 * picture++ + 2 * 5 + 3] == Approx(output).epsilon(1e-6));
  // A neuron's sum is its weights times what the layer before gives, and its bias.
  const LayerPlace& place = training.network().layers()[1].place;
  double sum = training.state().parameters[static_cast<std::size_t>(place.biases() + 2)];
  for (std::size_t i = 0; i < 4; ++i)
    sum += training.state().parameters[static_cast<std::size_t>(place.weights) + 2 * 4 + i] * trace[1].outputs[i];
  CHECK(trace[2].sums[2] == Approx(sum).epsilon(1e-14));
}

TEST_CASE("Contributions of the last hidden layer add up to the output") {
  for (const std::vector<LayerSpec>& layers : {std::vector<LayerSpec>{}, {{.units = 5}}, {{.units = 4}, {.units = 3}}}) {
    const auto training = trained(wave(50), {.layers = layers});
    std::vector<double> x;
    for (int i = 0; i < 400; ++i) x.push_back(-3 + 0.015 * i);
    const auto rows = contributions_of(training, std::span<const double>(x));
    const auto outputs = predict(training, std::span<const double>(x));
    const std::size_t units = layers.empty() ? 1 : static_cast<std::size_t>(layers.back().units);
    REQUIRE(rows.size() == (units + 1) * 400);
    for (std::size_t i = 0; i < 400; ++i) {
      double sum = 0;
      for (std::size_t unit = 0; unit <= units; ++unit) sum += rows[unit * 400 + i];
      CHECK(sum == Approx(outputs[i]).epsilon(1e-12).margin(1e-14));
    }
  }
}

TEST_CASE("Linear layers collapse into one") {
  const std::vector<LayerSpec> layers{{.units = 5, .activation = "linear"}, {.units = 4, .activation = "linear"}};
  const auto training = trained(sectors(60, 3), {.layers = layers, .loss = "squared"});
  const auto one = collapsed(training);
  REQUIRE(one);
  REQUIRE(one->size() == 9);
  const std::vector<double> point{0.3, -1.7};
  const auto outputs = predict(training, std::span<const double>(point));
  for (std::size_t k = 0; k < 3; ++k)
    CHECK((*one)[2 * k] * 0.3 + (*one)[2 * k + 1] * -1.7 + (*one)[6 + k] == Approx(outputs[k]).epsilon(1e-12));
  CHECK_FALSE(collapsed(trained(sectors(60, 3), eight_eight())));
}

TEST_CASE("Statistics of layers: all activations are counted, dead and saturated units found") {
  auto training = trained(sectors(60, 2), {.layers = {{.units = 4, .activation = "relu"}, {.units = 3, .activation = "tanh"}}});
  const LayerPlace& first = training.network().layers()[0].place;
  const LayerPlace& second = training.network().layers()[1].place;
  training.edit({{first.biases() + 2, -1e3}, {second.biases(), 50.0}});
  const auto all = statistics_of(training, 20);
  REQUIRE(all.size() == 3);
  for (std::size_t k = 0; k < 3; ++k) {
    const double units = training.network().layers()[k].place.units;
    CHECK(std::accumulate(all[k].activations.counts.begin(), all[k].activations.counts.end(), 0.0) == 60 * units);
    CHECK(std::accumulate(all[k].gradients.counts.begin(), all[k].gradients.counts.end(), 0.0) == 60 * units);
  }
  CHECK(all[0].dead_units == 1);
  CHECK(all[1].dead_units == 0);
  CHECK(all[1].saturated >= 1.0 / 3);
  CHECK(all[0].activations.from == 0);
  CHECK(all[2].saturated == 0);

  // The norm of the gradient is that of the whole batch.
  auto whole = trained(sectors(60, 2), {.layers = {{.units = 4}}, .batch_size = 0});
  const NextUpdate update = whole.next_update();
  const LayerPlace& place = whole.network().layers()[0].place;
  double squares = 0;
  for (auto i = place.weights; i < place.biases(); ++i)
    squares += update.gradient[static_cast<std::size_t>(i)] * update.gradient[static_cast<std::size_t>(i)];
  CHECK(statistics_of(whole, 10)[0].weight_gradient_norm == Approx(std::sqrt(squares)).epsilon(1e-12));
}

TEST_CASE("Confusion, precision, recall and R squared by hand") {
  MetricsSum classes(3);
  for (const auto& [actual, predicted] : {std::pair(0, 0), {0, 0}, {0, 1}, {1, 1}, {1, 1}, {1, 0}, {1, 1}})
    classes.add_class(actual, predicted);
  const Metrics m = classes.metrics();
  CHECK(m.accuracy == Approx(5.0 / 7));
  CHECK(m.confusion == std::vector<double>{2, 1, 0, 1, 3, 0, 0, 0, 0});
  CHECK(m.precision()[0] == Approx(2.0 / 3));
  CHECK(m.recall()[1] == 0.75);
  CHECK(std::isnan(m.precision()[2]));
  CHECK(std::isnan(m.recall()[2]));

  MetricsSum numbers(0);
  for (const auto& [actual, predicted] : {std::pair(1.0, 1.5), {2.0, 2.0}, {3.0, 2.0}}) numbers.add_number(actual, predicted);
  CHECK(numbers.metrics().r_squared == Approx(1 - 1.25 / 2));
  CHECK(numbers.metrics().mean_error == 0.5);
  CHECK(numbers.metrics().largest_error == 1);
  MetricsSum equal(0);
  equal.add_number(2, 1);
  equal.add_number(2, 3);
  CHECK(std::isnan(equal.metrics().r_squared));
}
