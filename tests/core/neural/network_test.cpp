#include "neural/network.hpp"

#include <cmath>
#include <set>

#include "core/catch.hpp"
#include "foundation/random.hpp"
#include "neural/dense_kernel.hpp"
#include "neural/initialisations.hpp"

using namespace downhill;

TEST_CASE("Parameters are counted and placed without gaps") {
  CHECK(parameter_count({2, 8, 8, 1}) == 105);
  CHECK(parameter_count({784, 128, 10}) == 101770);
  CHECK(parameter_count({4, 3}) == 15);
  const auto places = layer_places({2, 8, 1});
  REQUIRE(places.size() == 2);
  CHECK(places[0].weights == 0);
  CHECK(places[0].biases() == 16);
  CHECK(places[1].weights == 24);
  CHECK(places[1].end() == 33);
}

TEST_CASE("The width for a number of parameters is the one that comes nearest") {
  for (const int depth : {1, 2, 3, 6})
    for (const int parameters : {1, 20, 97, 1000, 12345}) {
      INFO("depth " << depth << ", parameters " << parameters);
      const auto off = [&](int width) {
        std::vector<int> sizes(static_cast<std::size_t>(depth) + 2, width);
        sizes.front() = 2;
        sizes.back() = 3;
        return std::abs(parameter_count(sizes) - parameters);
      };
      const int width = width_for(parameters, depth, 2, 3);
      REQUIRE(width >= 1);
      CHECK(off(width) <= off(width + 1));
      if (width > 1) CHECK(off(width) <= off(width - 1));
    }
}

TEST_CASE("A network by hand: 2 inputs, 2 ReLU units, 1 output") {
  const Network<double> network(2, {{.units = 2, .activation = "relu"}}, 1, "linear");
  // Unit 1: x₁ − x₂ + 1, unit 2: 2x₁ + x₂ − 10; output: 3u₁ − u₂ + 0.5.
  const std::vector<double> parameters{1, -1, 2, 1, 1, -10, 3, -1, 0.5};
  Pass<double> pass;
  pass.inputs.resize(2, 2);
  pass.inputs << 4, 1, 4, 3;
  network.forward(parameters.data(), pass);
  CHECK(pass.layers[0].sums(0, 0) == 4);
  CHECK(pass.layers[0].sums(0, 1) == -1);
  CHECK(pass.layers[0].values(0, 1) == 0);
  CHECK(pass.layers[1].values(0, 0) == 12.5);
  CHECK(pass.layers[1].values(1, 0) == 3 * 2 - 1 + 0.5);
}

TEST_CASE("Gradients of networks of every activation and loss agree with central differences") {
  const std::uint64_t seed = 12;
  INFO("seed " << seed);
  RandomStream random(seed);
  int checked = 0;
  for (const ActivationEntry& activation : activations())
    for (const LossEntry& loss : losses())
      for (const std::vector<int>& widths : {std::vector<int>{}, {3}, {4, 3}, {2, 2, 2}}) {
        INFO(activation.id << ", " << loss.id << ", " << widths.size() << " hidden layers");
        std::vector<LayerSpec> hidden;
        for (const int units : widths) hidden.push_back({.units = units, .activation = activation.id});
        const int outputs = loss.id == "logistic" ? 1 : 3;
        const Network<double> network(2, hidden, outputs, loss.takes_logits ? "linear" : activation.id);
        std::vector<double> parameters(static_cast<std::size_t>(network.parameter_count())), gradient(parameters.size());
        for (double& p : parameters) p = random.normal();
        // Multiples of 4 go through the kernels for small layers, others through Eigen's.
        const Eigen::Index samples = widths.size() % 2 == 0 ? 5 : 12;
        Pass<double> pass;
        pass.inputs.resize(samples, 2);
        for (double& x : pass.inputs.reshaped()) x = random.normal();
        Batch<double> targets(samples, loss.id == "cross-entropy" ? 1 : outputs);
        for (double& t : targets.reshaped())
          t = loss.takes_logits ? static_cast<double>(random.below(loss.id == "logistic" ? 2 : 3)) : 2 * random.normal();

        const auto value = [&] {
          network.forward(parameters.data(), pass);
          pass.layers.back().deltas = pass.layers.back().values;
          return loss.in_double(pass.layers.back().deltas, targets);
        };
        value();
        network.backward(parameters.data(), pass, gradient.data());
        for (std::size_t i = 0; i < parameters.size(); ++i) {
          const double kept = parameters[i], h = 1e-6 * std::max(1.0, std::abs(kept));
          parameters[i] = kept + h;
          const double up = value();
          parameters[i] = kept - h;
          const double down = value();
          parameters[i] = kept;
          // Near a kink both sides differ: then the quotients of the two sides do, and the gradient is one of them.
          const double middle = value();
          const double right = (up - middle) / h, left = (middle - down) / h, quotient = (up - down) / (2 * h);
          const double scale = 1e-4 * std::max({1.0, std::abs(right), std::abs(left)});
          if (std::abs(right - left) > 10 * scale) continue;
          CHECK(gradient[i] == Approx(quotient).epsilon(1e-6).margin(scale * 1e-2));
          ++checked;
        }
      }
  CHECK(checked > 3000);
}

TEST_CASE("Dropout keeps the mean, and its gradient is that of the network with the units that are left") {
  const Network<double> network(1, {{.units = 2000, .activation = "linear", .dropout = 0.3}}, 1, "linear");
  std::vector<double> parameters(static_cast<std::size_t>(network.parameter_count()), 1.0), gradient(parameters.size());
  Pass<double> pass;
  pass.inputs = Batch<double>::Constant(1, 1, 1.0);
  network.forward(parameters.data(), pass);
  const double whole = pass.layers[1].values(0, 0);
  CHECK(whole == 4001);
  RandomStream random(1);
  network.forward(parameters.data(), pass, &random);
  const Batch<double>& mask = pass.layers[0].mask;
  CHECK(std::abs((mask == 0).count() - 600) < 100);
  CHECK(pass.layers[1].values(0, 0) == Approx(2 * mask.sum() + 1));
  CHECK(pass.layers[1].values(0, 0) == Approx(whole).epsilon(0.05));
  pass.layers[1].deltas = Batch<double>::Constant(1, 1, 1.0);
  network.backward(parameters.data(), pass, gradient.data());
  for (Eigen::Index j = 0; j < 2000; ++j) CHECK(gradient[static_cast<std::size_t>(j)] == mask(0, j));
}

TEST_CASE("Initialisations cite how wide they spread") {
  std::set<std::string> ids;
  for (const InitialisationEntry& entry : initialisations()) {
    CHECK(ids.insert(entry.id).second);
    CHECK_FALSE(entry.name.ko.empty());
    CHECK_FALSE(entry.name.en.empty());
    CHECK(entry.deviation(8, 8) >= 0);
  }
  const auto deviation = [](std::string_view id) { return (*initialisations().find(id, "initialisation"))->deviation(30, 20); };
  CHECK(deviation("zero") == 0);
  CHECK(deviation("xavier") == 0.2);
  CHECK(deviation("he") == Approx(std::sqrt(1.0 / 15)));
  CHECK(deviation("too-small") < 0.1 * deviation("xavier"));
  CHECK(deviation("too-large") > 3 * deviation("he"));
}

TEST_CASE("Small layers and large ones, full batches and padded ones, in float and in double, give the same") {
  const std::uint64_t seed = 21;
  INFO("seed " << seed);
  RandomStream random(seed);
  const std::vector<LayerSpec> hidden{{.units = 5}, {.units = 40}, {.units = 30}};  // 40 × 30 weights are many
  const Network<double> network(3, hidden, 2, "linear");
  const Network<float> in_float(3, hidden, 2, "linear");
  std::vector<double> parameters(static_cast<std::size_t>(network.parameter_count()));
  for (double& p : parameters) p = static_cast<float>(0.3 * random.normal());
  const std::vector<float> rounded(parameters.begin(), parameters.end());
  for (const Eigen::Index samples : {1, 3, 4, 9, 10, 16, 31, 36, 50}) {
    INFO(samples << " samples");
    const Eigen::Index rows = padded_rows(samples);
    Pass<double> plain, padded;
    Pass<float> pass;
    plain.inputs.resize(samples, 3);
    for (double& x : plain.inputs.reshaped()) x = static_cast<float>(random.normal());
    padded.inputs = Batch<double>::Zero(rows, 3);
    padded.inputs.topRows(samples) = plain.inputs;
    pass.inputs = plain.inputs.cast<float>();
    network.forward(parameters.data(), plain);
    network.forward(parameters.data(), padded);
    in_float.forward(rounded.data(), pass);
    const Batch<double>& outputs = plain.layers.back().values;
    CHECK((padded.layers.back().values.topRows(samples) - outputs).abs().maxCoeff() < 1e-14);
    CHECK((pass.layers.back().values.cast<double>() - outputs).abs().maxCoeff() < 1e-5);

    std::vector<double> left(parameters.size()), right(parameters.size(), 7.0);
    std::vector<float> other(parameters.size(), 7.0f);
    plain.layers.back().deltas = outputs;
    padded.layers.back().deltas = Batch<double>::Zero(rows, 2);
    padded.layers.back().deltas.topRows(samples) = outputs;
    pass.layers.back().deltas = outputs.cast<float>();
    network.backward(parameters.data(), plain, left.data());
    network.backward(parameters.data(), padded, right.data());
    in_float.backward(rounded.data(), pass, other.data());
    for (std::size_t i = 0; i < left.size(); ++i) {
      CHECK(left[i] == Approx(right[i]).epsilon(1e-11).margin(1e-13));
      CHECK(left[i] == Approx(other[i]).epsilon(1e-4).margin(1e-4));
    }
  }
}
