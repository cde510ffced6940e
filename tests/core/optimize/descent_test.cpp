#include "optimize/descent.hpp"

#include <cmath>
#include <cstring>

#include "core/catch.hpp"
#include "core/optimize/compiled.hpp"
#include "foundation/random.hpp"
#include "optimize/landscape.hpp"

using namespace downhill;

namespace {

Descent run(const std::string& f, DescentOptions options, const std::vector<std::string>& variables = {"x"}) {
  auto descent = Descent::create(compiled(f, variables), std::move(options));
  REQUIRE(descent);
  return *std::move(descent);
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

void require_same(const DescentState& a, const DescentState& b) {
  REQUIRE(a.step == b.step);
  REQUIRE(a.outcome == b.outcome);
  REQUIRE(a.bounces == b.bounces);
  REQUIRE(same_bits({a.value, a.gradient_norm, a.rate}, {b.value, b.gradient_norm, b.rate}));
  REQUIRE(same_bits(a.point, b.point));
  REQUIRE(same_bits(a.gradient, b.gradient));
  REQUIRE(same_bits(a.memory, b.memory));
  REQUIRE(same_bits(a.previous_point, b.previous_point));
  REQUIRE(same_bits(a.earlier_point, b.earlier_point));
}

}  // namespace

TEST_CASE("On a quadratic the trace is x* + (1 − ηL)ᵏ (x₀ − x*)") {
  // f = x² + 2x + 3: x* = −1, L = 2.
  for (const double rate : {0.01, 0.1, 0.45, 0.8, 0.99, 1.01}) {
    INFO("rate " << rate);
    Descent descent = run("x^2 + 2x + 3", {.optimizer_options = {{"learning-rate", rate}}, .start = {3}, .step_limit = 60});
    descent.step_to(60);
    const DescentTrace& trace = descent.trace();
    for (long k = 0; k < trace.rows(); ++k) {
      const double distance = std::pow(1 - 2 * rate, static_cast<double>(k)) * 4;
      const auto row = static_cast<std::size_t>(k);
      CHECK(trace.points[row] == Approx(-1 + distance).epsilon(1e-12).margin(1e-12));
      CHECK(trace.values[row] == Approx(2 + distance * distance).epsilon(1e-12).margin(1e-12));
      CHECK(trace.gradients[row] == Approx(2 * distance).epsilon(1e-12).margin(1e-12));
      CHECK(trace.gradient_norms[row] == std::abs(trace.gradients[row]));
      CHECK(trace.rates[row] == rate);
    }
  }
}

TEST_CASE("On a quadratic of two variables each coordinate follows its own eigenvalue") {
  Descent descent = run("x^2 + 2y^2", {.optimizer_options = {{"learning-rate", 0.1}}, .start = {-2, 1}}, {"x", "y"});
  descent.step_to(40);
  for (long k = 0; k < descent.trace().rows(); ++k) {
    CHECK(descent.trace().points[static_cast<std::size_t>(2 * k)] == Approx(-2 * std::pow(0.8, k)).epsilon(1e-12));
    CHECK(descent.trace().points[static_cast<std::size_t>(2 * k + 1)] == Approx(std::pow(0.6, k)).epsilon(1e-12));
  }
}

TEST_CASE("It stops at the first step with ‖∇f‖ < ε") {
  // |f′(x_k)| = 8 · 0.8ᵏ < 1e-3 first holds at k = ⌈log(1e-3 / 8) / log(0.8)⌉ = 41.
  Descent descent = run("x^2 + 2x + 3", {.optimizer_options = {{"learning-rate", 0.1}}, .start = {3}, .tolerance = 1e-3});
  CHECK(descent.step_to(1000) == 41);
  CHECK(descent.state().outcome == Outcome::converged);
  CHECK(descent.state().stationary == StationaryKind::minimum);
  CHECK(descent.state().gradient_norm < 1e-3);
  CHECK(descent.trace().gradient_norms[40] >= 1e-3);
  CHECK(descent.trace().rows() == 42);
  CHECK_FALSE(descent.step());
  CHECK(descent.state().step == 41);
}

TEST_CASE("Every outcome can happen") {
  const auto end = [](const std::string& f, double start, double rate, double tolerance = 1e-6, long limit = 1000) {
    Descent descent =
        run(f, {.optimizer_options = {{"learning-rate", rate}}, .start = {start}, .tolerance = tolerance, .step_limit = limit});
    descent.step_to(limit);
    return descent.state();
  };
  SECTION("converged in one step at η = 1/L") {
    CHECK(end("x^2 + 2x + 3", 3, 0.5).outcome == Outcome::converged);
    CHECK(end("x^2 + 2x + 3", 3, 0.5).step == 1);
  }
  SECTION("converged at once, when the start is the minimum") {
    CHECK(end("x^2", 0, 0.1).outcome == Outcome::converged);
    CHECK(end("x^2", 0, 0.1).step == 0);
  }
  SECTION("oscillating at η = 2/L, between 3 and −5") {
    const DescentState state = end("x^2 + 2x + 3", 3, 1);
    CHECK(state.outcome == Outcome::oscillating);
    CHECK(state.step == oscillation_patience + 1);
    CHECK((state.point[0] == 3 || state.point[0] == -5));
  }
  SECTION("oscillating over a kink, where the gradient does not shrink") {
    CHECK(end("abs(x)", 0.3, 0.2).outcome == Outcome::oscillating);
  }
  SECTION("oscillating in a cycle it was drawn into") { CHECK(end("x^4/4 - x^2/2", 0.9, 1.1).outcome == Outcome::oscillating); }
  SECTION("not oscillating while it closes in, however slowly") {
    CHECK(end("x^2 + 2x + 3", 3, 0.9999).outcome == Outcome::limit_reached);
  }
  SECTION("diverged at η > 2/L, at the first |x| > 10¹⁰ · 3") {
    // |x_k + 1| = 4 · 1.2ᵏ passes 3e10 first at k = 125.
    const DescentState state = end("x^2 + 2x + 3", 3, 1.1);
    CHECK(state.outcome == Outcome::diverged);
    CHECK(state.step == static_cast<long>(std::ceil(std::log(3e10 / 4) / std::log(1.2))));
    CHECK(std::isfinite(state.value));
  }
  SECTION("diverged by overflow in a single leap") {
    CHECK(end("exp(x^2)", 3, 1).outcome == Outcome::diverged);
    CHECK(end("exp(x^2)", 3, 1).step == 1);
  }
  SECTION("undefined: the step leaves the domain of log") {
    const DescentState state = end("x - log(x)", 0.2, 1);
    CHECK(end("log(x)", 0.1, 1).outcome == Outcome::undefined);
    CHECK(end("log(x)", 0.1, 1).step == 1);
    CHECK(state.outcome != Outcome::undefined);  // 0.2 → 4.2 → …: a long leap, yet inside
  }
  SECTION("undefined: the step lands on a kink") { CHECK(end("abs(x)", 1, 0.5).outcome == Outcome::undefined); }
  SECTION("limit reached") {
    const DescentState state = end("x^2 + 2x + 3", 3, 1e-4, 1e-6, 50);
    CHECK(state.outcome == Outcome::limit_reached);
    CHECK(state.step == 50);
  }
  SECTION("flat at an inflection") {
    const DescentState state = end("x^3", 1, 0.1, 1e-6, 100000);
    CHECK(state.outcome == Outcome::flat_point);
    CHECK(state.stationary == StationaryKind::inflection);
    CHECK(state.point[0] > 0);
  }
  SECTION("flat at a maximum, when it starts there") {
    CHECK(end("cos(x)", 0, 0.1).outcome == Outcome::flat_point);
    CHECK(end("cos(x)", 0, 0.1).stationary == StationaryKind::maximum);
  }
  SECTION("flat on a plateau") {
    CHECK(end("tanh(x)", 10, 1).outcome == Outcome::flat_point);
    CHECK(end("tanh(x)", 10, 1).stationary == StationaryKind::plateau);
  }
}

TEST_CASE("Flat at a saddle when it starts on the ridge that leads there") {
  Descent descent = run("x^2 - y^2", {.start = {1, 0}}, {"x", "y"});
  descent.step_to(1000);
  CHECK(descent.state().outcome == Outcome::flat_point);
  CHECK(descent.state().stationary == StationaryKind::saddle);
}

TEST_CASE("Ascent mirrors descent on −f, and converges at maxima") {
  Descent up =
      run("3 - x^2 - 2x", {.optimizer_options = {{"learning-rate", 0.1}}, .direction = Direction::ascent, .start = {3}});
  Descent down = run("x^2 + 2x - 3", {.optimizer_options = {{"learning-rate", 0.1}}, .start = {3}});
  up.step_to(1000);
  down.step_to(1000);
  CHECK(up.state().outcome == Outcome::converged);
  CHECK(up.state().stationary == StationaryKind::maximum);
  REQUIRE(up.trace().rows() == down.trace().rows());
  CHECK(same_bits(up.trace().points, down.trace().points));
  for (std::size_t k = 0; k < up.trace().values.size(); ++k) {
    CHECK(up.trace().values[k] == Approx(-down.trace().values[k]));
    CHECK(up.trace().gradients[k] == -down.trace().gradients[k]);  // the trace holds f′ itself
  }
}

TEST_CASE("Back, seek and replay give the very states of a straight run") {
  for (const OptimizerEntry& optimizer : optimizers()) {
    INFO(optimizer.id);
    const DescentOptions options{
        .optimizer = optimizer.id, .optimizer_options = {{"learning-rate", 0.0005}}, .start = {-1.2, 1}, .step_limit = 2000};
    const std::string& rosenbrock = (*landscapes().find("rosenbrock", ""))->expression;
    Descent straight = run(rosenbrock, options, {"x", "y"});
    std::vector<DescentState> states{straight.state()};
    while (straight.step()) states.push_back(straight.state());
    REQUIRE(states.size() > 1000);

    const std::uint64_t seed = 3;
    INFO("seed " << seed);
    RandomStream random(seed);
    Descent descent = run(rosenbrock, options, {"x", "y"});
    for (int i = 0; i < 300; ++i) {
      const auto target = static_cast<long>(random.below(states.size()));
      if (random.below(4) == 0) descent.back();
      REQUIRE(descent.step_to(target) == target);
      require_same(descent.state(), states[static_cast<std::size_t>(target)]);
    }
    descent.step_to(2000);
    CHECK(same_bits(descent.trace().points, straight.trace().points));
    CHECK(same_bits(descent.trace().values, straight.trace().values));
    descent.rewind();
    require_same(descent.state(), states[0]);
    CHECK_FALSE(descent.back());
  }
}

TEST_CASE("A run without a record ends in the same state, goes back too, and keeps no trace") {
  DescentOptions options{.optimizer = "momentum", .start = {3}, .tolerance = 1e-9};
  Descent recorded = run("x^4/4 - x", options);
  recorded.step_to(1000);
  options.record = false;
  Descent bare = run("x^4/4 - x", options);
  bare.step_to(1000);
  require_same(bare.state(), recorded.state());
  CHECK(bare.trace().rows() == 0);
  bare.back();
  recorded.back();
  require_same(bare.state(), recorded.state());
}

TEST_CASE("A copy of a run goes its own way") {
  Descent descent = run("x^2", {.start = {3}});
  descent.step_to(5);
  Descent copy = descent;
  copy.step_to(9);
  CHECK(descent.state().step == 5);
  CHECK(descent.trace().rows() == 6);
  descent.step_to(9);
  require_same(descent.state(), copy.state());
}

TEST_CASE("Going past the end stops at the end") {
  Descent descent = run("x^2", {.start = {3}, .step_limit = 7});
  CHECK(descent.step_to(100) == 7);
  CHECK(descent.step_to(-3) == 0);
  CHECK(descent.step_to(7) == 7);
  CHECK(descent.trace().rows() == 8);
}

TEST_CASE("The curvature of a run knows L") {
  Descent descent = run("3x^2 + x", {.start = {3}});
  descent.step_to(10);
  CHECK(descent.curvature().quadratic);
  CHECK(descent.curvature().largest == Approx(6).epsilon(1e-14));
}

TEST_CASE("Wrong options are named") {
  const auto error = [](DescentOptions options, const std::string& f = "log(x)") {
    const auto descent = Descent::create(compiled(f, {"x"}), std::move(options));
    REQUIRE_FALSE(descent);
    return descent.error();
  };
  CHECK(error({.start = {}}).code == ErrorCode::wrong_dimension);
  CHECK(error({.start = {1, 2}}).expected == "1");
  CHECK(error({.start = {NAN}}).code == ErrorCode::not_finite);
  CHECK(error({.start = {-1}}).code == ErrorCode::undefined_at_start);
  CHECK(error({.start = {0}}).code == ErrorCode::undefined_at_start);
  CHECK(error({.start = {0}}, "abs(x)").code == ErrorCode::undefined_at_start);  // a value, but no gradient
  CHECK(error({.start = {1}, .tolerance = -1}).parameter == "tolerance");
  CHECK(error({.start = {1}, .tolerance = NAN}).code == ErrorCode::not_finite);
  CHECK(error({.start = {1}, .step_limit = 0}).parameter == "step-limit");
  CHECK(error({.start = {1}, .step_limit = 100001}).expected == "[1, 100000]");
  CHECK(error({.optimizer = "hiking", .start = {1}}).expected == joined_ids(optimizers()));
  CHECK(error({.optimizer_options = {{"momentum", 0.5}}, .start = {1}}).code == ErrorCode::unknown_id);
  CHECK(error({.optimizer_options = {{"learning-rate", 0}}, .start = {1}}).parameter == "learning-rate");
}

TEST_CASE("The same run gives the same numbers natively and as WebAssembly") {
  // Recorded once; the suite runs on both. Only + − × ÷ are used, so no bit may differ.
  Descent descent =
      run("(1 - x)^2 + 100(y - x^2)^2",
          {.optimizer = "momentum", .optimizer_options = {{"learning-rate", 0.0005}}, .start = {-1.2, 1}, .tolerance = 0},
          {"x", "y"});
  descent.step_to(1000);
  CHECK(descent.state().point == std::vector<double>{0x1.e51079bee919ep-1, 0x1.cb6f3af4bdc55p-1});
}

TEST_CASE("A gradient whose square overflows is still a gradient") {
  Descent descent = run("1e200(x^2 + y^2)", {.start = {1, 1}}, {"x", "y"});
  CHECK(descent.running());
  CHECK(descent.state().gradient_norm == Approx(std::sqrt(8.0) * 1e200));
  descent.step();
  CHECK(descent.state().outcome == Outcome::diverged);
}
