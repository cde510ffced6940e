#include "neural/bends.hpp"

#include <array>
#include <cmath>

#include "core/neural/problems.hpp"
#include "neural/training_views.hpp"
#include "neural/written_networks.hpp"

using namespace downhill;

namespace {

Training<double> network_of(const std::vector<LayerSpec>& layers, std::uint64_t seed = 1) {
  return training_of(wave(50), {.layers = layers, .seed = seed});
}

void set_parameters(Training<double>& training, const std::vector<double>& numbers) {
  REQUIRE(numbers.size() == training.state().parameters.size());
  std::vector<std::pair<Eigen::Index, double>> edit;
  for (const double number : numbers) edit.emplace_back(static_cast<Eigen::Index>(edit.size()), number);
  training.edit(std::move(edit));
}

std::optional<std::vector<Bend>> bends_between(const Training<double>& training, double from, double to) {
  std::vector<LayerSpec> layers;
  for (const Layer<double>& layer : training.network().layers()) layers.push_back({layer.place.units, layer.activation});
  const auto bends = bends_of(layers, training.state().parameters, from, to);
  REQUIRE(bends);
  return *bends;
}

double output(const Training<double>& training, double x) { return predict(training, std::span<const double>(&x, 1))[0]; }

}  // namespace

TEST_CASE("Hinges written down pass through all of their points, straight in between") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    INFO("seed " << seed);
    RandomStream random(seed);
    const int units = 1 + static_cast<int>(random.uniform(0, 12));
    std::vector<double> x{random.uniform(-3, 0)}, y{random.normal()};
    for (int i = 0; i < units; ++i) {
      x.push_back(x.back() + random.uniform(0.05, 1));
      y.push_back(random.normal());
    }
    const auto parameters = hinge_network(x, y);
    REQUIRE(parameters);
    auto training = network_of({{.units = units, .activation = "relu"}});
    set_parameters(training, *parameters);
    CHECK(output(training, x.front() - 5) == Approx(y.front()).margin(1e-12));
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
      const double share = random.uniform();
      CHECK(output(training, x[i] + share * (x[i + 1] - x[i])) == Approx(y[i] + share * (y[i + 1] - y[i])).margin(1e-10));
    }
    // One bend at each inner point, and by just the change of slope.
    const auto bends = bends_between(training, x.front(), x.back());
    REQUIRE(bends);
    REQUIRE(bends->size() == static_cast<std::size_t>(units) - 1);
    for (std::size_t i = 0; i < bends->size(); ++i) {
      const Bend& bend = (*bends)[i];
      CHECK(bend.x == Approx(x[i + 1]).margin(1e-12));
      CHECK(bend.unit == static_cast<int>(i) + 1);
      const double before = (y[i + 1] - y[i]) / (x[i + 1] - x[i]), after = (y[i + 2] - y[i + 1]) / (x[i + 2] - x[i + 1]);
      CHECK(bend.change == Approx(after - before).margin(1e-9));
    }
  }
}

TEST_CASE("What is no polygon is refused at its point") {
  const auto fails = [](std::vector<double> x, std::vector<double> y, ErrorCode code, const char* parameter, int position) {
    const auto made = hinge_network(x, y);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == code);
    CHECK(made.error().parameter == parameter);
    CHECK(made.error().position == position);
  };
  fails({1}, {1}, ErrorCode::wrong_dimension, "x", -1);
  fails({1, 2}, {1}, ErrorCode::wrong_dimension, "y", -1);
  fails({1, 2, 2}, {1, 1, 1}, ErrorCode::out_of_range, "x", 2);
  fails({1, 2}, {1, std::nan("")}, ErrorCode::not_finite, "y", 1);
}

TEST_CASE("Folds double the pieces layer by layer, with no rounding at all") {
  for (int depth = 1; depth <= 8; ++depth) {
    INFO("depth " << depth);
    auto training = network_of(std::vector<LayerSpec>(static_cast<std::size_t>(depth), {.units = 2, .activation = "relu"}));
    set_parameters(training, fold_network(depth));
    for (int i = -64; i <= 64; ++i) {
      double v = i / 64.0;
      for (int k = 0; k < depth; ++k) v = 2 * std::abs(v) - 1;
      CHECK(output(training, i / 64.0) == v);
    }
    const auto bends = bends_between(training, -1, 1);
    REQUIRE(bends);
    REQUIRE(bends->size() == (std::size_t{1} << depth) - 1);
    for (std::size_t i = 0; i < bends->size(); ++i) {
      CHECK((*bends)[i].x == Approx(-1 + std::ldexp(static_cast<double>(i + 1), 1 - depth)).margin(1e-15));
      CHECK(std::abs((*bends)[i].change) == std::ldexp(1.0, depth + 1));
    }
  }
}

TEST_CASE("Between the bends of a network drawn at random it is straight, and at them it is not") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    const std::string activation = seed % 3 == 0 ? "leaky-relu" : "relu";
    auto training = network_of(std::vector<LayerSpec>(1 + seed % 4, {.units = 6, .activation = activation}), seed);
    RandomStream random(seed);
    std::vector<double> numbers = training.state().parameters;
    for (double& number : numbers) number += 0.5 * random.normal();
    set_parameters(training, numbers);
    const auto bends = bends_between(training, -3, 3);
    REQUIRE(bends);
    std::vector<double> ends{-3};
    for (const Bend& bend : *bends) ends.push_back(bend.x);
    ends.push_back(3);
    const auto slope = [&](std::size_t k) {
      const double width = ends[k + 1] - ends[k];
      return (output(training, ends[k] + 0.75 * width) - output(training, ends[k] + 0.25 * width)) / (0.5 * width);
    };
    for (std::size_t k = 0; k + 1 < ends.size(); ++k) {
      const double width = ends[k + 1] - ends[k];
      const double middle = (output(training, ends[k] + 0.1 * width) + output(training, ends[k] + 0.9 * width)) / 2;
      CHECK(output(training, ends[k] + 0.5 * width) == Approx(middle).margin(1e-9));
      if (k > 0 && width > 1e-3 && ends[k] - ends[k - 1] > 1e-3)
        CHECK(slope(k) - slope(k - 1) == Approx((*bends)[k - 1].change).margin(1e-7));
    }
  }
}

TEST_CASE("Curved units have no bends to count, a straight network has none, and what is no network is refused") {
  CHECK_FALSE(bends_between(network_of({{.units = 3, .activation = "tanh"}}), -1, 1));
  CHECK_FALSE(bends_between(network_of({{.units = 3, .activation = "elu"}}), -1, 1));
  CHECK(bends_between(network_of({{.units = 3, .activation = "linear"}}), -1, 1)->empty());
  const std::vector<double> two{1, 2};
  CHECK(bends_of({{1, "no-such"}}, two, -1, 1).error().code == ErrorCode::unknown_id);
  const auto short_of = bends_of({{2, "relu"}}, two, -1, 1);
  CHECK(short_of.error().code == ErrorCode::wrong_dimension);
  CHECK(short_of.error().expected == "4");
}
