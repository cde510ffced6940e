#include "neural/model_file.hpp"

#include <string>

#include "core/neural/problems.hpp"
#include "foundation/json.hpp"
#include "neural/training_views.hpp"

using namespace downhill;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TrainingOptions corners() {
  return {.layers = {{.units = 4, .dropout = 0.1}, {.units = 3, .activation = "gelu"}},
          .optimizer = "adam",
          .schedule = {"cosine-decay", {{"duration", 5000}}},
          .batch_size = 3,
          .seed = 77,
          .settings = {.optimizer_options = {{"learning-rate", 0.013}}, .l1 = 1e-5, .l2 = 0.1, .stopping = {.patience = 1000}}};
}

template <class Scalar>
Result<Training<Scalar>> read(const std::string& text, TableData data = four_corners()) {
  const auto file = read_model(text);
  if (!file) return file.error();
  return resume<Scalar>(*file, samples_of<Scalar>(std::move(data)));
}

Error refused(const std::string& text, TableData data = four_corners()) {
  const auto training = read<double>(text, std::move(data));
  REQUIRE_FALSE(training);
  return training.error();
}

}  // namespace

TEST_CASE("A training that was saved and read goes on to the last bit as if never interrupted") {
  const auto check = [](auto scalar) {
    using Scalar = decltype(scalar);
    auto training = training_of<Scalar>(four_corners(), corners());
    training.step_to(1001);  // in the middle of an epoch
    const auto text = model_text(training);
    REQUIRE(text);
    auto again = read<Scalar>(*text);
    REQUIRE(again);
    CHECK(again->state().parameters == training.state().parameters);
    const std::vector<double> points{0.1, 0.2, -1, 1};
    CHECK(predict(*again, std::span<const double>(points)) == predict(training, std::span<const double>(points)));
    training.step_to(1700);
    again->step_to(1700);
    CHECK(again->state().parameters == training.state().parameters);
    CHECK(again->state().memory == training.state().memory);
    CHECK(again->state().epoch_loss == training.state().epoch_loss);
    CHECK(again->state().least_loss == training.state().least_loss);
    CHECK(*model_text(*again) == *model_text(training));
  };
  check(float{});
  check(double{});
}

TEST_CASE("A training that was read goes back no further than it was saved, and to and fro from there exactly") {
  auto training = training_of(four_corners(), corners());
  training.step_to(500);
  auto again = read<double>(*model_text(training));
  REQUIRE(again);
  const auto start = again->state().parameters;
  again->step_to(900);
  again->rewind();
  CHECK(again->state().step == 500);
  CHECK(again->state().parameters == start);
}

TEST_CASE("A net that diverged is not saved in silence") {
  TableData data = wave(20);
  auto training = training_of(data, {.layers = {{.units = 8}}, .settings = {.optimizer_options = {{"learning-rate", 50}}}});
  training.step_to(100'000);
  REQUIRE(training.state().outcome == TrainingOutcome::diverged);
  const auto silent = model_text(training);
  REQUIRE_FALSE(silent);
  CHECK(silent.error().code == ErrorCode::not_finite);
  CHECK(silent.error().parameter == "model");
  const auto wanted = model_text(training, true);
  REQUIRE(wanted);
  CHECK(read<double>(*wanted, data));
}

TEST_CASE("A file that does not fit is refused with the place") {
  auto training = training_of(four_corners(), corners());
  training.step_to(10);
  const std::string text = *model_text(training);
  CHECK(read<double>(text));

  CHECK(refused("").code == ErrorCode::malformed);
  CHECK(refused("{\"format\": 1}").parameter == "format");
  CHECK(refused(text.substr(0, text.size() / 2)).position > 100);
  const Error version = refused(replaced(text, "\"version\": 1", "\"version\": 2"));
  CHECK(version.code == ErrorCode::wrong_version);
  CHECK(version.value == 2);
  CHECK(version.expected == "1");

  const auto first = text.find("\"parameters\": [") + 15, comma = text.find(',', first);
  const std::string weight = text.substr(first, comma - first + 1);
  const Error missing = refused(replaced(text, "\"parameters\": [" + weight, "\"parameters\": ["));
  CHECK(missing.code == ErrorCode::wrong_dimension);
  CHECK(missing.parameter == "parameters");
  CHECK(missing.expected == "31");
  CHECK(missing.value == 30);
  CHECK(refused(replaced(text, "\"parameters\": [", "\"parameters\": [0.5,")).value == 32);
  CHECK(refused(replaced(text, "\"memory\": [", "\"memory\": [0.5,")).parameter == "memory");
  const Error infinite = refused(replaced(text, "\"parameters\": [" + weight, "\"parameters\": [1e999,"));
  CHECK(infinite.code == ErrorCode::not_finite);
  CHECK(infinite.parameter == "parameters[0]");
  CHECK(refused(replaced(text, "\"parameters\": [" + weight, "\"parameters\": [null,")).parameter == "parameters[0]");

  CHECK(refused(replaced(text, "\"units\":3", "\"units\":4")).parameter == "parameters");
  CHECK(refused(replaced(text, "\"units\":3", "\"units\":3.5")).parameter == "layers[1].units");
  CHECK(refused(replaced(text, "\"units\":3", "\"unit\":3")).parameter == "layers[1].units");
  CHECK(refused(replaced(text, "\"gelu\"", "\"relo\"")).code == ErrorCode::unknown_id);
  CHECK(refused(replaced(text, "\"learning-rate\":0.013", "\"learning-rate\":-1")).parameter == "learning-rate");
  CHECK(refused(replaced(text, "\"step\": 10", "\"step\": -10")).parameter == "step");
  CHECK(refused(text, wave(8)).parameter == "columns");
  TableData three = sectors(9, 3);
  CHECK(refused(text, three).parameter == "classes");
}

TEST_CASE("JSON numbers read back bit for bit, in both precisions") {
  const std::uint64_t seed = 31;
  INFO("seed " << seed);
  RandomStream random(seed);
  for (int i = 0; i < 20'000; ++i) {
    const double number = std::ldexp(random.normal(), static_cast<int>(random.below(200)) - 100);
    const std::string text = json_number(number), in_float = json_number(static_cast<float>(number));
    const auto parsed = parse_json(text, "x"), parsed_float = parse_json(in_float, "x");
    REQUIRE(parsed);
    REQUIRE(parsed_float);
    CHECK(to_double(*parsed) == number);
    CHECK(to_float(*parsed_float) == static_cast<float>(number));
  }
  CHECK(json_number(0.1f) == "0.1");
  CHECK(json_number(std::nan("")) == "null");
}

TEST_CASE("JSON that makes no sense is refused where it stops making sense") {
  const auto position = [](const std::string& text) {
    const auto parsed = parse_json(text, "x");
    return parsed ? -1 : parsed.error().position;
  };
  for (const std::string good : {"{}", "[]", " [1, -0.5e+3, \"a\\\"b\", true, null, {\"k\": []}] ", "0"})
    CHECK(position(good) == -1);
  CHECK(position("[1, 2") == 5);
  CHECK(position("[1 2]") == 3);
  CHECK(position("{\"a\" 1}") == 5);
  CHECK(position("01") == 1);
  CHECK(position("[1,]") == 3);
  CHECK(position("nul") == 0);
  CHECK(position("\"open") == 5);
  CHECK(position(std::string(40, '[')) == 16);
}
