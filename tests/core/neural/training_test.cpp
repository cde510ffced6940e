#include <algorithm>
#include <set>

#include "core/neural/problems.hpp"

using namespace downhill;

namespace {

template <class Scalar>
bool same(const TrainingState<Scalar>& a, const TrainingState<Scalar>& b) {
  const auto equal = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
  return a.step == b.step && a.parameters == b.parameters && a.memory == b.memory && a.epoch_sum == b.epoch_sum &&
         a.epoch_samples == b.epoch_samples && equal(a.epoch_loss, b.epoch_loss) && a.least_loss == b.least_loss &&
         a.least_epoch == b.least_epoch && a.outcome == b.outcome;
}

Error refused(TableData data, TrainingOptions options) {
  const auto training = Training<double>::create(samples_of(std::move(data)), std::move(options));
  REQUIRE_FALSE(training);
  return training.error();
}

}  // namespace

TEST_CASE("An epoch uses every sample once, the last batch being smaller") {
  auto training = training_of(wave(50), {.batch_size = 30});
  CHECK(training.batches_per_epoch() == 2);
  for (int epoch = 0; epoch < 3; ++epoch) {
    std::vector<int> used;
    for (const std::size_t size : {30, 20}) {
      const std::vector<int> batch = training.next_batch();
      CHECK(batch.size() == size);
      used.insert(used.end(), batch.begin(), batch.end());
      training.step();
    }
    std::sort(used.begin(), used.end());
    for (int i = 0; i < 50; ++i) CHECK(used[static_cast<std::size_t>(i)] == i);
    CHECK(training.epoch() == epoch + 1);
  }
  CHECK(training.samples_seen() == 150);
}

TEST_CASE("The loss of an epoch weighs its batches by their samples") {
  // Five samples with loss 1.2 and three with loss 1.3, in batches of five and three; the weights practically stand still.
  auto training = training_of({.inputs = std::vector<double>(8, 0.0), .outputs = {1.2, 1.2, 1.2, 1.2, 1.2, 1.3, 1.3, 1.3}},
                              {.loss = "absolute",
                               .initialisation = "zero",
                               .batch_size = 5,
                               .settings = {.optimizer_options = {{"learning-rate", 1e-12}}}});
  training.step_to(2);
  CHECK(training.state().epoch_loss == Approx(1.2375).epsilon(1e-11));
}

TEST_CASE("Going back, forth and aside is exact, for every optimizer, with dropout and penalties") {
  for (const OptimizerEntry& optimizer : optimizers()) {
    INFO(optimizer.id);
    TrainingOptions options{.layers = {{.units = 5, .dropout = 0.2}, {.units = 4, .activation = "relu"}},
                            .optimizer = optimizer.id,
                            .schedule = {"exponential-decay", {{"period", 100}}},
                            .batch_size = 7,
                            .test_share = 0.2,
                            .settings = {.l1 = 1e-4, .l2 = 1e-3}};
    auto straight = training_of(sectors(60, 3), options);
    std::vector<TrainingState<double>> states{straight.state()};
    while (straight.state().step < 700) {
      straight.step();
      states.push_back(straight.state());
    }
    auto wandering = training_of(sectors(60, 3), options);
    RandomStream random(9);
    for (int turn = 0; turn < 40; ++turn) {
      const auto target = static_cast<std::int64_t>(random.below(701));
      wandering.step_to(target);
      CHECK(same(wandering.state(), states[static_cast<std::size_t>(target)]));
      if (wandering.back()) CHECK(same(wandering.state(), states[static_cast<std::size_t>(target - 1)]));
    }
    Training<double> branch = wandering;
    wandering.step_to(700);
    wandering.rewind();
    branch.step_to(700);
    CHECK(same(branch.state(), states[700]));
    CHECK(same(wandering.state(), states[0]));
  }
}

TEST_CASE("The update that is foretold is the one that is made") {
  auto training =
      training_of(sectors(40, 4), {.layers = {{.units = 6}}, .optimizer = "adam", .settings = {.l1 = 0.01, .l2 = 0.1}});
  for (int step = 0; step < 20; ++step) {
    const NextUpdate update = training.next_update();
    const std::vector<double> before = training.state().parameters;
    const std::vector<int> batch = training.next_batch();
    CHECK(update.batch == batch);
    training.step();
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(training.state().parameters[i] - before[i] == update.change[i]);
  }
}

TEST_CASE("Softmax regression is a network without hidden layers: the gradient is X'(P - T)/n") {
  const TableData data = sectors(30, 3);
  auto training = training_of(data, {.batch_size = 0, .settings = {.optimizer_options = {{"learning-rate", 0.5}}}});
  CHECK(training.options().loss == "cross-entropy");
  training.step_to(10);
  const std::vector<double>& w = training.state().parameters;  // 3 × 2 weights, 3 biases
  std::vector<double> gradient(9);
  for (std::size_t i = 0; i < 30; ++i) {
    const double x1 = data.inputs[2 * i], x2 = data.inputs[2 * i + 1];
    double e[3], sum = 0;
    for (std::size_t k = 0; k < 3; ++k) sum += e[k] = std::exp(w[2 * k] * x1 + w[2 * k + 1] * x2 + w[6 + k]);
    for (std::size_t k = 0; k < 3; ++k) {
      const double difference = (e[k] / sum - (data.outputs[i] == static_cast<double>(k))) / 30;
      gradient[2 * k] += difference * x1;
      gradient[2 * k + 1] += difference * x2;
      gradient[6 + k] += difference;
    }
  }
  const NextUpdate update = training.next_update();
  for (std::size_t i = 0; i < 9; ++i) CHECK(update.gradient[i] == Approx(gradient[i]).epsilon(1e-10).margin(1e-14));

  training.step_to(5000);
  CHECK(training.measure(training.split().training).accuracy == 1);
}

TEST_CASE("A loss with a penalty: both are told apart, and the strength may change while it runs") {
  TrainingOptions options = eight_eight();
  options.settings.l1 = 0.5;
  options.settings.l2 = 2;
  auto training = training_of(sectors(40, 2), options);
  double sizes = 0, squares = 0;
  for (const auto& layer : training.network().layers())
    for (auto i = layer.place.weights; i < layer.place.biases(); ++i) {
      const double w = training.state().parameters[static_cast<std::size_t>(i)];
      sizes += std::abs(w);
      squares += w * w;
    }
  CHECK(training.penalties().first == Approx(0.5 * sizes));
  CHECK(training.penalties().second == Approx(squares));
  // The penalty's gradient touches weights only.
  const NextUpdate update = training.next_update();
  const LayerPlace& first = training.network().layers()[0].place;
  for (auto i = first.biases(); i < first.end(); ++i) CHECK(update.penalty_gradient[static_cast<std::size_t>(i)] == 0);
  const double w = training.state().parameters[3];
  CHECK(update.penalty_gradient[3] == Approx(2 * w + std::copysign(0.5, w)));
  const double data_loss = training.measure(training.split().training).loss;

  training.step_to(5);
  TrainingSettings settings = training.settings();
  settings.l1 = settings.l2 = 0;
  CHECK_FALSE(training.change(settings));
  CHECK(training.penalties() == std::pair(0.0, 0.0));
  training.rewind();
  CHECK(training.measure(training.split().training).loss == data_loss);
  CHECK(training.penalties() == std::pair(0.0, 0.0));  // what was changed stays changed
  settings.l2 = -1;
  const auto error = training.change(settings);
  REQUIRE(error);
  CHECK(error->parameter == "l2");
  CHECK(training.settings().l2 == 0);
}

TEST_CASE("Settings changed on the way hold from there on, and going back beyond them is exact") {
  const auto run = [](Training<double>& training) {
    training.step_to(300);
    TrainingSettings settings = training.settings();
    settings.l2 = 0.05;
    settings.optimizer_options["learning-rate"] = 0.2;
    REQUIRE_FALSE(training.change(settings));
    training.step_to(900);
  };
  auto first = training_of(sectors(40, 2), eight_eight()), second = training_of(sectors(40, 2), eight_eight());
  run(first);
  const TrainingState<double> end = first.state();
  first.step_to(650);
  first.step_to(900);
  CHECK(same(first.state(), end));
  first.step_to(200);
  second.step_to(200);
  CHECK(first.state().parameters == second.state().parameters);
  CHECK(first.rate() == 0.2);
  CHECK(second.rate() == 0.03);
}

TEST_CASE("A weight set by hand holds, is undone by going back before it, and is replayed by going back after it") {
  auto training = training_of(sectors(40, 2), eight_eight());
  training.step_to(100);
  const TrainingState<double> before = training.state();
  training.edit({{4, 7.5}});
  CHECK(training.state().parameters[4] == 7.5);
  training.step_to(1500);
  const TrainingState<double> end = training.state();
  training.step_to(110);
  training.step_to(1500);
  CHECK(same(training.state(), end));
  training.step_to(99);
  training.step_to(100);
  CHECK(training.state().parameters == before.parameters);
}

TEST_CASE("With all weights zero the hidden weights of tanh stay exactly zero for ever") {
  TrainingOptions options = eight_eight();
  options.initialisation = "zero";
  auto training = training_of(sectors(40, 2), options);
  training.step_to(500);
  const LayerPlace& last = training.network().layers().back().place;
  for (Eigen::Index i = 0; i < last.biases(); ++i) CHECK(training.state().parameters[static_cast<std::size_t>(i)] == 0);
}

TEST_CASE("First weights are all different, and as wide as the initialisation says") {
  auto training = training_of(sectors(10, 2), {.layers = {{.units = 8}}});
  const std::vector<double>& parameters = training.state().parameters;
  CHECK(std::set<double>(parameters.begin(), parameters.begin() + 16).size() == 16);
  CHECK(parameters[16] == 0);
  for (const std::string activation : {"tanh", "relu"}) {
    auto wide =
        training_of(wave(10), {.layers = {{.units = 100, .activation = activation}, {.units = 100, .activation = activation}}});
    const LayerPlace& place = wide.network().layers()[1].place;
    double squares = 0;
    for (auto i = place.weights; i < place.biases(); ++i)
      squares += std::pow(wide.state().parameters[static_cast<std::size_t>(i)], 2);
    CHECK(squares / 10'000 == Approx(activation == "relu" ? 0.02 : 0.01).epsilon(0.05));
  }
}

TEST_CASE("Tests keep the share of every class") {
  auto training = training_of(sectors(120, 3), {.test_share = 0.25, .seed = 4});
  CHECK(training.split().test.size() == 30);
  int counts[3] = {};
  for (const int row : training.split().test) ++counts[training.samples().class_of(row)];
  for (const int count : counts) CHECK(count == 10);
  std::set<int> all(training.split().training.begin(), training.split().training.end());
  all.insert(training.split().test.begin(), training.split().test.end());
  CHECK(all.size() == 120);
  CHECK(training_of(sectors(120, 3), {.test_share = 0.25, .seed = 5}).split().test != training.split().test);
}

TEST_CASE("However few samples a class has, one of them is learnt from") {
  for (const int count : {1, 2, 3, 4, 5, 7}) {
    for (const double share : {0.1, 0.5, 0.9}) {
      INFO(count << " samples, share " << share);
      TableData data = sectors(count, 3);
      const auto training = training_of(data, {.test_share = share});
      CHECK(training.split().training.size() + training.split().test.size() == static_cast<std::size_t>(count));
      std::set<int> learnt;
      for (const int row : training.split().training) learnt.insert(training.samples().class_of(row));
      CHECK(static_cast<int>(learnt.size()) == std::min(count, 3));
      data.classes = 0;
      CHECK_FALSE(training_of(data, {.test_share = share}).split().training.empty());
    }
  }
}

TEST_CASE("Networks learn what they are to, in float and in double, by every optimizer and loss") {
  for (const std::string optimizer : {"gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"})
    for (const std::string loss : {"squared", "huber", "logistic", "cross-entropy"}) {
      INFO(optimizer << ", " << loss);
      TrainingOptions options{.layers = {{.units = 6}}, .loss = loss, .optimizer = optimizer, .batch_size = 4};
      options.settings.optimizer_options["learning-rate"] =
          optimizer == "gradient-descent" || optimizer == "adagrad" ? 0.3 : 0.03;
      auto in_double = training_of(four_corners(), options);
      auto in_float = training_of<float>(four_corners(), options);
      in_double.step_to(2000);
      in_float.step_to(2000);
      CHECK(in_double.measure(in_double.split().training).accuracy == 1);
      CHECK(in_float.measure(in_float.split().training).accuracy == 1);
    }
  auto regression = training_of(wave(200), {.layers = {{.units = 12}},
                                            .optimizer = "adam",
                                            .test_share = 0.25,
                                            .settings = {.optimizer_options = {{"learning-rate", 0.02}}}});
  regression.step_to(6000);
  CHECK(regression.measure(regression.split().test).r_squared > 0.95);
}

TEST_CASE("A training ends when it is told to, and says why") {
  TrainingOptions options = eight_eight(0.3);
  options.settings.stopping = {.epochs = 12};
  auto by_epochs = training_of(sectors(40, 2), options);
  by_epochs.step_to(1'000'000);
  CHECK(by_epochs.state().outcome == TrainingOutcome::epochs_reached);
  CHECK(by_epochs.epoch() == 12);

  options.settings.stopping = {.loss = 0.1};
  auto by_goal = training_of(sectors(40, 2), options);
  by_goal.step_to(1'000'000);
  CHECK(by_goal.state().outcome == TrainingOutcome::goal_reached);
  CHECK(by_goal.measure(by_goal.split().training).loss <= 0.1);
  by_goal.step_to(by_goal.state().step - by_goal.batches_per_epoch());
  CHECK(by_goal.running());
  CHECK(by_goal.measure(by_goal.split().training).loss > 0.1);

  // Labels that are pure chance: the test loss soon rises.
  TableData chance = sectors(80, 2);
  RandomStream random(3);
  for (double& label : chance.outputs) label = static_cast<double>(random.below(2));
  options.test_share = 0.5;
  options.settings.stopping = {.patience = 20};
  auto by_patience = training_of(chance, options);
  by_patience.step_to(1'000'000);
  CHECK(by_patience.state().outcome == TrainingOutcome::no_progress);
  CHECK(by_patience.epoch() == by_patience.state().least_epoch + 20);
}

TEST_CASE("The history has few rows however long the run, and the same ones however it got there") {
  auto training = training_of(four_corners(), {.batch_size = 0});
  training.step_to(9000);
  const std::vector<TrainingRow> rows = training.history();
  CHECK(rows.size() <= 1001);
  CHECK(rows.size() > 500);
  CHECK(rows.front().step == 0);
  training.step_to(50);
  CHECK(training.history().back().step <= 50);
  training.step_to(9000);
  REQUIRE(training.history().size() <= rows.size());
  for (std::size_t i = 0, j = 0; i < training.history().size(); ++i) {
    while (rows[j].step < training.history()[i].step) ++j;
    CHECK(rows[j].step == training.history()[i].step);
    CHECK(rows[j].training == training.history()[i].training);
  }
}

TEST_CASE("What cannot be trained is refused by name") {
  CHECK(refused(wave(5), {.layers = {{.units = 0}}}).parameter == "units");
  CHECK(refused(wave(5), {.layers = {{.activation = "step"}}}).code == ErrorCode::unknown_id);
  CHECK(refused(wave(5), {.layers = {{.dropout = 0.95}}}).parameter == "dropout");
  CHECK(refused(wave(5), {.loss = "logistic"}).parameter == "loss");
  CHECK(refused(wave(5), {.initialisation = "one"}).parameter == "initialisation");
  CHECK(refused(wave(5), {.optimizer = "newton"}).parameter == "optimizer");
  CHECK(refused(wave(5), {.batch_size = 6}).expected == "[0, 5]");
  CHECK(refused(wave(5), {.test_share = 1}).parameter == "test-share");
  CHECK(refused(wave(5), {.settings = {.optimizer_options = {{"momentum", 0.5}}}}).parameter == "momentum");
  CHECK(refused(wave(5), {.settings = {.stopping = {.monitor = "test"}}}).parameter == "monitor");

  TableData data = sectors(10, 3);
  data.outputs[7] = 3;
  const auto label = Samples<double>::create(data);
  REQUIRE_FALSE(label);
  CHECK(label.error().code == ErrorCode::out_of_range);
  CHECK(label.error().position == 7);
  CHECK(label.error().expected == "[0, 2]");
  data.outputs[7] = 1.5;
  CHECK(Samples<double>::create(data).error().position == 7);
  data.outputs[7] = 1;
  data.inputs[5] = std::nan("");
  const auto hole = Samples<double>::create(data);
  REQUIRE_FALSE(hole);
  CHECK(hole.error().code == ErrorCode::not_finite);
  CHECK(hole.error().position == 2);
  CHECK(Samples<double>::create(TableData{.inputs = {1, 2, 3}, .columns = 2, .outputs = {1}}).error().parameter == "inputs");
  CHECK(Samples<double>::create(TableData{.inputs = {1, 2, 3}, .outputs = {1}}).error().parameter == "outputs");
  CHECK(Samples<double>::create(TableData{.inputs = {1, 2}, .outputs = {0, 0}, .features = {"x1"}}).error().parameter ==
        "features");
}
