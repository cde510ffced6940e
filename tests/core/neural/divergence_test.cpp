#include <limits>

#include "core/neural/problems.hpp"

using namespace downhill;

namespace {

template <class Scalar>
bool all_finite(const std::vector<Scalar>& numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](Scalar number) { return std::isfinite(number); });
}

}  // namespace

TEST_CASE("L2 of strength 10 at rate 0.3 doubles weights in every step, and is named as the cause") {
  TrainingOptions options{.batch_size = 0, .settings = {.optimizer_options = {{"learning-rate", 0.3}}, .l2 = 10}};
  // Inputs of 0 have no say in the weight, so the penalty acts alone.
  auto training = training_of({.inputs = {0, 0}, .outputs = {1, 1}}, options);
  double weight = training.state().parameters[0];
  for (int step = 0; step < 50; ++step) {
    training.step();
    CHECK(training.state().parameters[0] == Approx(weight *= -2).epsilon(1e-12));
  }
  training.step_to(1'000'000);
  const TrainingState<double>& end = training.state();
  REQUIRE(end.outcome == TrainingOutcome::diverged);
  CHECK(end.divergence->cause == DivergenceCause::penalty);
  CHECK(end.divergence->penalty_factor == Approx(2));
  CHECK(end.divergence->quantity == DivergedQuantity::gradient);  // of the penalty, which is steeper than the weight is large
  CHECK(all_finite(end.parameters));
}

TEST_CASE("A run that diverges stops at the first number that is not finite and keeps the last good epoch") {
  TableData data = sectors(60, 2);
  data.classes = 0;
  const auto check = [&](auto scalar) {
    using Scalar = decltype(scalar);
    TrainingOptions options = eight_eight(1);
    options.batch_size = 1;
    auto training = training_of<Scalar>(data, options);
    training.step_to(1'000'000);
    const TrainingState<Scalar> end = training.state();
    REQUIRE(end.outcome == TrainingOutcome::diverged);
    const Divergence& why = *end.divergence;
    CHECK(why.cause == DivergenceCause::learning_rate);
    CHECK(why.rate == 1);
    CHECK(why.layer >= 1);
    CHECK(why.layer <= 3);
    CHECK(all_finite(end.parameters));
    CHECK(why.epoch == (why.step - 1) / training.batches_per_epoch());
    CHECK(end.step == why.epoch * training.batches_per_epoch());
    CHECK(std::isfinite(training.measure(training.split().training).loss));

    // It is the state that the run had there.
    auto again = training_of<Scalar>(data, options);
    again.step_to(end.step);
    CHECK(again.state().parameters == end.parameters);
    // Up to the step at fault everything was finite.
    again.step_to(why.step - 1);
    CHECK(again.running());
    CHECK(all_finite(again.state().parameters));
    again.step();
    CHECK(again.state().outcome == TrainingOutcome::diverged);

    // It does nothing by itself any more, but may be gone back and made to go on.
    CHECK_FALSE(training.step());
    TrainingSettings settings = training.settings();
    settings.optimizer_options["learning-rate"] = 1e-4;
    training.rewind();
    CHECK(training.running());
    REQUIRE_FALSE(training.change(settings));
    training.step_to(500);
    CHECK(training.running());
    CHECK(training.state().step == 500);
  };
  check(float{});
  check(double{});
}

TEST_CASE("An epoch whose weights are finite but whose losses are not is no good epoch") {
  // Batches of everything, so every update is an epoch; steps this long multiply weights by thousands.
  int overflows = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    INFO("seed " << seed);
    TrainingOptions options{.layers = std::vector<LayerSpec>(4, {.units = 16, .activation = "leaky-relu"}),
                            .initialisation = "he",
                            .batch_size = 0,
                            .test_share = 0.5,
                            .seed = seed,
                            .settings = {.optimizer_options = {{"learning-rate", 3}}}};
    auto training = training_of<float>(sectors(100, 2, seed), options);
    training.step_to(1000);
    const TrainingState<float> end = training.state();
    if (end.outcome != TrainingOutcome::diverged) continue;
    const auto finite = [](Training<float>& run) {
      return std::isfinite(run.measure(run.split().training).loss) && std::isfinite(run.measure(run.split().test).loss);
    };
    CHECK(finite(training));
    for (const TrainingRow& row : training.history()) CHECK(std::isfinite(row.training));
    CHECK(training.history().back().step == end.step);
    // No later epoch had finite losses, although its weights were finite.
    auto again = training_of<float>(sectors(100, 2, seed), options);
    for (std::int64_t step = end.step + 1; step < end.divergence->step; ++step) {
      again.step_to(step);
      CHECK(again.running());
      CHECK(all_finite(again.state().parameters));
      CHECK_FALSE(finite(again));
      ++overflows;
    }
    // Going on from there comes to the same end.
    training.step_to(end.step);
    CHECK(training.running());
    training.step_to(1000);
    CHECK(training.state().outcome == TrainingOutcome::diverged);
    CHECK(training.state().step == end.step);
    CHECK(training.state().divergence->step == end.divergence->step);
  }
  CHECK(overflows > 0);
}

TEST_CASE("Causes: numbers of the data that are too large, first weights that are too large") {
  TableData large = wave(40);
  for (double& x : large.inputs) x *= 1000;
  auto unscaled = training_of<float>(large, {.settings = {.optimizer_options = {{"learning-rate", 0.1}}}});
  unscaled.step_to(100'000);
  REQUIRE(unscaled.state().outcome == TrainingOutcome::diverged);
  CHECK(unscaled.state().divergence->cause == DivergenceCause::data_scale);
  CHECK(unscaled.state().divergence->largest_number > 1000);

  std::vector<LayerSpec> deep(6, {.units = 64, .activation = "relu"});
  auto exploding = training_of<float>(
      wave(40), {.layers = deep, .initialisation = "too-large", .settings = {.optimizer_options = {{"learning-rate", 0.01}}}});
  exploding.step_to(100'000);
  REQUIRE(exploding.state().outcome == TrainingOutcome::diverged);
  CHECK(exploding.state().divergence->cause == DivergenceCause::initialisation);
  CHECK(exploding.state().divergence->first_loss > 1e4);
  CHECK(exploding.state().step == 0);
}
