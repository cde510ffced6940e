#include <cmath>

#include "core/catch.hpp"
#include "core/optimize/compiled.hpp"
#include "foundation/random.hpp"
#include "many_runs/basins.hpp"
#include "many_runs/rate_sweep.hpp"
#include "many_runs/swarm.hpp"
#include "optimize/landscape.hpp"

using namespace downhill;

namespace {

const Landscape& himmelblau() { return **landscapes().find("himmelblau", ""); }

FiniteSum sum_of(const std::string& loss, const std::vector<double>& x, const std::vector<double>& y) {
  auto sum = FiniteSum::create(parse(loss, {"w", "x", "y"}).value(), x, y);
  REQUIRE(sum);
  return *std::move(sum);
}

/// Points of a sine of frequency 2 with noise: its squared error has many minima in the frequency.
FiniteSum frequency_fit(std::uint64_t seed) {
  RandomStream random(seed);
  std::vector<double> x, y;
  for (int i = 0; i < 40; ++i) {
    x.push_back(random.uniform(-3, 3));
    y.push_back(std::sin(2 * x.back()) + 0.1 * random.normal());
  }
  return sum_of("(y - sin(w*x))^2", x, y);
}

Swarm swarm_of(FiniteSum loss, const SwarmOptions& options) {
  auto swarm = Swarm::create(std::move(loss), options);
  REQUIRE(swarm);
  return *std::move(swarm);
}

}  // namespace

TEST_CASE("Rows of a basin map are the runs from their cells, however the grid is cut") {
  const Function f = compiled(himmelblau().expression);
  const DescentOptions options{.optimizer_options = {{"learning-rate", 0.01}}, .step_limit = 500};
  const StartGrid grid{-5, 5, 20, -5, 5, 16};
  const auto whole = basin_rows(f, options, grid, 0, 16);
  REQUIRE(whole);
  REQUIRE(whole->outcomes.size() == 320);
  BasinRows pieces;
  for (const auto& [from, to] : {std::pair{0, 5}, {5, 6}, {6, 16}}) {
    const auto piece = basin_rows(f, options, grid, from, to);
    REQUIRE(piece);
    pieces.ends.insert(pieces.ends.end(), piece->ends.begin(), piece->ends.end());
    pieces.steps.insert(pieces.steps.end(), piece->steps.begin(), piece->steps.end());
  }
  CHECK(pieces.ends == whole->ends);
  CHECK(pieces.steps == whole->steps);

  DescentOptions single = options;
  single.start = {grid.x(7), grid.y(3)};
  auto run = Descent::create(f, single);
  REQUIRE(run);
  run->step_to(500);
  const std::size_t cell = 3 * 20 + 7;
  CHECK(whole->ends[2 * cell] == run->state().point[0]);
  CHECK(whole->ends[2 * cell + 1] == run->state().point[1]);
  CHECK(whole->steps[cell] == run->state().step);
}

TEST_CASE("Ends are grouped into the known minimisers, in their order") {
  const Function f = compiled(himmelblau().expression);
  const auto rows = basin_rows(f, {.optimizer_options = {{"learning-rate", 0.01}}}, {-5, 5, 40, -5, 5, 40}, 0, 40);
  REQUIRE(rows);
  std::vector<double> known;
  for (const auto& p : himmelblau().minimisers) known.insert(known.end(), p.begin(), p.end());
  const Basins basins = group_ends(f, *rows, known, 1e-3);
  CHECK(basins.ends == known);  // no other place to end
  CHECK(basins.kinds == std::vector<StationaryKind>(4, StationaryKind::minimum));
  std::vector<int> counts(4);
  for (std::size_t i = 0; i < basins.labels.size(); ++i) {
    REQUIRE(basins.labels[i] >= 0);
    ++counts[static_cast<std::size_t>(basins.labels[i])];
    const auto label = static_cast<std::size_t>(basins.labels[i]);
    CHECK(std::hypot(rows->ends[2 * i] - known[2 * label], rows->ends[2 * i + 1] - known[2 * label + 1]) < 1e-3);
  }
  for (const int count : counts) CHECK(count > 100);

  // Without prior knowledge it finds the same four places.
  CHECK(group_ends(f, *rows, {}, 1e-3).kinds.size() == 4);
}

TEST_CASE("Starts that do not converge have no basin, undefined ones neither") {
  const auto steep =
      basin_rows(compiled("x^2 + y^2"), {.optimizer_options = {{"learning-rate", 1.5}}}, {-1, 1, 4, -1, 1, 4}, 0, 4);
  REQUIRE(steep);
  for (const Outcome outcome : steep->outcomes) CHECK(outcome == Outcome::diverged);
  const Basins none = group_ends(compiled("x^2 + y^2"), *steep, {}, 0.1);
  CHECK(none.ends.empty());
  CHECK(none.labels == std::vector<int>(16, -1));

  const auto half = basin_rows(compiled("log(x) + y^2"), {}, {-1, 1, 2, -1, 1, 1}, 0, 1);
  REQUIRE(half);
  CHECK(half->outcomes[0] == Outcome::undefined);
  CHECK(half->steps[0] == 0);
}

TEST_CASE("A grid that cannot be is named") {
  const Function f = compiled("x^2 + y^2");
  CHECK(basin_rows(f, {}, {-1, 1, 0, -1, 1, 4}, 0, 4).error().parameter == "columns");
  CHECK(basin_rows(f, {}, {-1, 1, 4, -1, 1, 0}, 0, 0).error().parameter == "rows");
  CHECK(basin_rows(f, {}, {-1, 1, 4, -1, 1, 4}, 2, 5).error().parameter == "first-row");
  CHECK(basin_rows(compiled("x^2", {"x"}), {}, {-1, 1, 4, -1, 1, 4}, 0, 4).error().code == ErrorCode::wrong_dimension);
}

TEST_CASE("The loss after T steps follows (1 − ηL)²ᵀ, and beyond 2/L there is none") {
  const std::vector<double> rates{0.1, 0.5, 0.9, 1.0, 1.2};
  const auto sweep = rate_sweep(compiled("x^2", {"x"}), {.start = {3}, .tolerance = 1e-300, .step_limit = 150}, rates);
  REQUIRE(sweep);
  CHECK(sweep->values[0] == Approx(9 * std::pow(0.8, 300)).epsilon(1e-10));
  CHECK(sweep->values[1] == 0);
  CHECK(sweep->steps[1] == 1);
  CHECK(sweep->values[2] == Approx(9 * std::pow(0.8, 300)).epsilon(1e-10));
  CHECK(sweep->outcomes[3] == Outcome::oscillating);
  CHECK(sweep->values[3] == 9);
  CHECK(sweep->outcomes[4] == Outcome::diverged);
  CHECK(std::isinf(sweep->values[4]));
}

TEST_CASE("A finite sum is the mean of its samples, and so are its slopes") {
  const FiniteSum sum = sum_of("(y - w*x)^2", {1, 2, 3}, {2, 3, 7});
  const double w[] = {0.5, 2};
  const std::vector<int> batch{0, 2};
  double values[2], slopes[2];
  sum.values(w, batch, values);
  sum.slopes(w, batch, slopes);
  for (int j = 0; j < 2; ++j) {
    CHECK(values[j] == Approx((std::pow(2 - w[j], 2) + std::pow(7 - 3 * w[j], 2)) / 2));
    CHECK(slopes[j] == Approx((-2 * (2 - w[j]) - 6 * (7 - 3 * w[j])) / 2));
  }
  CHECK(sum.all().size() == 3);
  CHECK(FiniteSum::create(parse("w^2", {"w"}).value(), {1}, {1}).error().parameter == "loss");
  CHECK(FiniteSum::create(parse("w*x*y", {"w", "x", "y"}).value(), {1}, {1, 2}).error().code == ErrorCode::wrong_dimension);
  CHECK(FiniteSum::create(parse("w*x*y", {"w", "x", "y"}).value(), {NAN}, {1}).error().code == ErrorCode::not_finite);
}

TEST_CASE("A swarm with full batches is gradient descent from each start") {
  const FiniteSum loss = frequency_fit(5);
  Swarm swarm =
      swarm_of(loss, {.optimizer_options = {{"learning-rate", 0.02}}, .runs = 5, .from = 0, .to = 4, .batch_size = 40});
  CHECK(swarm.state().positions == std::vector<double>{0, 1, 2, 3, 4});
  std::vector<double> w = swarm.state().positions;
  swarm.step_to(20);
  for (double& position : w)
    for (int k = 0; k < 20; ++k) {
      double slope;
      loss.slopes({&position, 1}, loss.all(), &slope);
      position -= 0.02 * slope;
    }
  for (std::size_t i = 0; i < w.size(); ++i) CHECK(swarm.state().positions[i] == Approx(w[i]).epsilon(1e-14));
}

TEST_CASE("A swarm goes back and replays, with shared batches and with separate ones, by every optimizer") {
  for (const OptimizerEntry& optimizer : optimizers())
    for (const bool shared : {true, false}) {
      INFO(optimizer.id << ", shared " << shared);
      const SwarmOptions options{.optimizer = optimizer.id,
                                 .optimizer_options = {{"learning-rate", 0.05}},
                                 .runs = 20,
                                 .from = 0,
                                 .to = 5,
                                 .batch_size = 3,
                                 .shared_batches = shared,
                                 .seed = 12};
      Swarm straight = swarm_of(frequency_fit(5), options), moving = swarm_of(frequency_fit(5), options);
      straight.step_to(300);
      moving.step_to(500);
      moving.step_to(299);
      moving.step_to(301);
      moving.step_to(300);
      CHECK(straight.state().positions == moving.state().positions);
      CHECK(straight.state().memory == moving.state().memory);
      const auto first = straight.next_batch(0), last = straight.next_batch(19);
      const std::vector<int> a(first.begin(), first.end()), b(last.begin(), last.end());
      CHECK(a.size() == 3);
      CHECK((a == b) == shared);
    }
}

TEST_CASE("Small batches leave local minima that hold full-batch descent") {
  const auto found = [](int batch_size) {
    Swarm swarm = swarm_of(frequency_fit(5), {.optimizer_options = {{"learning-rate", 0.2}},
                                              .runs = 200,
                                              .from = 0.1,
                                              .to = 10,
                                              .batch_size = batch_size,
                                              .shared_batches = false,
                                              .seed = 3});
    swarm.step_to(1500);
    int near = 0;
    for (const double w : swarm.state().positions) near += std::abs(w - 2) < 0.3;
    return near;
  };
  const int full = found(40), single = found(1);
  INFO("full batch " << full << " of 200, single sample " << single);
  CHECK(full < 110);
  CHECK(single > 150);
}

TEST_CASE("A run that is lost is marked, and the others go on") {
  Swarm swarm = swarm_of(sum_of("w^4 x y", {1, 1}, {1, 1}),
                         {.optimizer_options = {{"learning-rate", 0.1}}, .runs = 3, .from = 0, .to = 10, .batch_size = 1});
  swarm.step_to(50);
  CHECK(swarm.state().positions[0] == 0);
  CHECK(std::isnan(swarm.state().positions[2]));
}

TEST_CASE("Wrong options of a swarm are named") {
  const auto error = [](const SwarmOptions& options) { return Swarm::create(frequency_fit(1), options).error(); };
  CHECK(error({.runs = 0}).parameter == "runs");
  CHECK(error({.batch_size = 41}).expected == "[1, 40]");
  CHECK(error({.from = NAN}).code == ErrorCode::not_finite);
  CHECK(error({.optimizer = "hiking"}).code == ErrorCode::unknown_id);
}
