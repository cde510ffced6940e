#include <cmath>
#include <complex>
#include <set>

#include "core/catch.hpp"
#include "core/optimize/compiled.hpp"
#include "foundation/random.hpp"
#include "optimize/descent.hpp"

using namespace downhill;

TEST_CASE("Every optimizer keeps the contract of the registry") {
  std::set<std::string> ids;
  for (const OptimizerEntry& entry : optimizers()) {
    INFO(entry.id);
    CHECK(ids.insert(entry.id).second);
    CHECK_FALSE(entry.name.ko.empty());
    CHECK_FALSE(entry.name.en.empty());
    REQUIRE_FALSE(entry.options.empty());
    CHECK(entry.options[0].id == "learning-rate");
    for (const OptionSpec& option : entry.options) {
      INFO(option.id);
      CHECK(option.minimum < option.maximum);
      CHECK(option.default_value >= option.minimum);
      CHECK(option.default_value <= option.maximum);
      CHECK((option.scale == OptionSpec::Scale::linear || option.minimum > 0));
      CHECK_FALSE(option.name.ko.empty());
      CHECK_FALSE(option.name.en.empty());
      CHECK_FALSE(option.symbol.empty());
    }
    const auto configured = configure_optimizer(entry.id, {});
    REQUIRE(configured);
    CHECK(configured->learning_rate == entry.options[0].default_value);
    CHECK(configured->options.size() == entry.options.size());

    // With its defaults it finds the minimum of an easy bowl; RMSProp's steps do not shrink, so it jumps to and fro there.
    auto descent = Descent::create(compiled("x^2 + 2y^2"), {.optimizer = entry.id, .start = {2, -1.5}, .step_limit = 20000});
    REQUIRE(descent);
    descent->step_to(20000);
    const DescentState& end = descent->state();
    CHECK(end.outcome == (entry.id == "rmsprop" ? Outcome::oscillating : Outcome::converged));
    for (const double coordinate : end.point) CHECK(std::abs(coordinate) <= configured->learning_rate);
  }
}

TEST_CASE("Two blocks of parameters step as one joined block does, bit for bit") {
  const std::uint64_t seed = 11;
  INFO("seed " << seed);
  for (const OptimizerEntry& entry : optimizers()) {
    INFO(entry.id);
    const Optimizer optimizer = entry.from(validate_options(entry.options, {}).value());
    std::visit(
        [&](const auto& method) {
          RandomStream random(seed);
          std::vector<double> joined(7), first(3), second(4), gradient(7);
          for (std::size_t i = 0; i < 7; ++i) joined[i] = random.normal();
          std::copy_n(joined.begin(), 3, first.begin());
          std::copy_n(joined.begin() + 3, 4, second.begin());
          std::vector<double> joined_memory(7 * method.memory), first_memory(3 * method.memory),
              second_memory(4 * method.memory);
          for (long k = 1; k <= 20; ++k) {
            for (double& g : gradient) g = random.normal();
            const UpdateStep step{.rate = 0.1, .number = k};
            update_block(method, step, 7, gradient.data(), joined.data(), joined_memory.data());
            update_block(method, step, 3, gradient.data(), first.data(), first_memory.data());
            update_block(method, step, 4, gradient.data() + 3, second.data(), second_memory.data());
          }
          for (std::size_t i = 0; i < 3; ++i) CHECK(joined[i] == first[i]);
          for (std::size_t i = 0; i < 4; ++i) CHECK(joined[3 + i] == second[i]);
        },
        optimizer);
  }
}

TEST_CASE("Momentum on a quadratic follows its linear recurrence") {
  // With f = L x²/2 the rule is x_(k+1) = (1 + μ − ηL) x_k − μ x_(k−1), x_(−1) = x₀: solved here by the roots of
  // r² − (1 + μ − ηL) r + μ = 0, independently of the velocity form.
  struct Row {
    double rate, momentum;
  };
  for (const auto& [rate, momentum] : {Row{0.05, 0.3}, Row{0.01, 0.5}, Row{0.2, 0.9}, Row{0.45, 0.99}}) {
    INFO("η " << rate << ", μ " << momentum);
    const double L = 2, start = 3;
    auto descent =
        Descent::create(compiled("x^2", {"x"}), {.optimizer = "momentum",
                                                 .optimizer_options = {{"learning-rate", rate}, {"momentum", momentum}},
                                                 .start = {start},
                                                 .tolerance = 0,
                                                 .step_limit = 60});
    REQUIRE(descent);
    descent->step_to(60);
    using Complex = std::complex<double>;
    const double middle = (1 + momentum - rate * L) / 2;
    const Complex root = std::sqrt(Complex(middle * middle - momentum));
    const Complex r1 = middle + root, r2 = middle - root;
    // x_k = a r1ᵏ + b r2ᵏ with x₀ = start and x₁ = start (1 − ηL).
    const Complex a = start * ((1 - rate * L) - r2) / (r1 - r2), b = start - a;
    for (long k = 0; k <= 60; ++k) {
      const Complex x = a * std::pow(r1, k) + b * std::pow(r2, k);
      CHECK(std::abs(x.imag()) < 1e-10);
      CHECK(descent->trace().points[static_cast<std::size_t>(k)] == Approx(x.real()).epsilon(1e-10).margin(1e-10));
    }
  }
}

TEST_CASE("Momentum 0 is gradient descent, bit for bit") {
  const auto run = [](const std::string& id, const OptionValues& options) {
    auto descent = Descent::create(compiled("(1 - x)^2 + 100(y - x^2)^2"),
                                   {.optimizer = id, .optimizer_options = options, .start = {-1.2, 1}, .step_limit = 500});
    REQUIRE(descent);
    descent->step_to(500);
    return descent->trace().points;
  };
  CHECK(run("momentum", {{"learning-rate", 0.001}, {"momentum", 0}}) == run("gradient-descent", {{"learning-rate", 0.001}}));
}

namespace {

/// A parameter that starts at 1 after each of the gradients 1, −2, ½ and 3.
template <class Scalar>
std::vector<Scalar> path(const std::string& id, OptionValues options) {
  options.emplace("learning-rate", 0.1);
  const ConfiguredOptimizer configured = configure_optimizer(id, options).value();
  std::vector<Scalar> path, memory(2), x{1};
  for (const double slope : {1.0, -2.0, 0.5, 3.0}) {
    const std::vector<Scalar> gradient{static_cast<Scalar>(slope)};
    const UpdateStep step{.rate = configured.learning_rate, .number = static_cast<std::int64_t>(path.size()) + 1};
    std::visit([&](const auto& method) { update_block(method, step, 1, gradient.data(), x.data(), memory.data()); },
               configured.method);
    path.push_back(x[0]);
  }
  return path;
}

}  // namespace

TEST_CASE("The first steps of every optimizer are those of its formula, in double and in float") {
  // Worked out in decimal arithmetic of 50 digits, the means as weighted sums over all gradients so far, Nesterov's in its two
  // sequences.
  struct Row {
    std::string id;
    OptionValues options;
    std::vector<double> path;
  };
  const std::vector<Row> rows{
      {"gradient-descent", {}, {0.9, 1.1, 1.05, 0.75}},
      {"momentum", {{"momentum", 0.9}}, {0.9, 1.01, 1.059, 0.8031}},
      {"nesterov", {{"momentum", 0.9}}, {0.81, 1.109, 1.1031, 0.57279}},
      {"adagrad", {}, {0.90000000099999999, 0.98944271969999154, 0.96762093077163047, 0.88814898955825416}},
      {"rmsprop", {}, {0.68377224398316172, 0.96948652561581483, 0.89624168477514532, 0.63506583822112095}},
      {"adam", {}, {0.90000000099999999, 0.93661035347207511, 0.95027941967382168, 0.91086943043487667}},
      {"adamw", {{"weight-decay", 0.25}}, {0.875000001, 0.88973535344707511, 0.88116103581264482, 0.81972202067838362}},
  };
  CHECK(rows.size() == optimizers().size());
  for (const Row& row : rows) {
    INFO(row.id);
    const auto doubles = path<double>(row.id, row.options);
    const auto floats = path<float>(row.id, row.options);
    for (std::size_t k = 0; k < row.path.size(); ++k) {
      INFO("step " << k + 1);
      CHECK(doubles[k] == Approx(row.path[k]).epsilon(1e-13));
      CHECK(floats[k] == Approx(row.path[k]).epsilon(1e-5));
    }
  }
}

TEST_CASE("Adam's first step has the length of the learning rate in every block and for every size of gradient") {
  // Without the correction of the bias it would be 0.003162 long.
  for (const double gradient : {1.0, -1.0, 1e-3, 1e6}) {
    const std::vector<double> gradients(4, gradient);
    std::vector<double> x(4), memory(8);
    for (Eigen::Index block = 0; block < 4; ++block)
      update_block(Adam{}, {.rate = 0.001, .number = 1}, 1, &gradients[block], &x[block], &memory[2 * block]);
    for (const double moved : x) CHECK(moved == Approx(std::copysign(0.001, -gradient)).epsilon(1e-4));
  }
}
