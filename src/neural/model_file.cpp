#include "neural/model_file.hpp"

#include <cmath>
#include <limits>

#include "foundation/json.hpp"

namespace downhill {
namespace {

constexpr std::string_view format = "downhill-network";
using Kind = JsonValue::Kind;

// ---- Writing ----

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

template <class Items, class ToText>
std::string list_text(const Items& items, ToText to_text) {
  std::string out = "[";
  for (const auto& item : items) out += (out.size() > 1 ? "," : "") + to_text(item);
  return out + "]";
}

std::string options_text(const OptionValues& options) {
  std::string out = "{";
  for (const auto& [id, value] : options) out += (out.size() > 1 ? "," : "") + quoted(id) + ":" + json_number(value);
  return out + "}";
}

template <class Number>
std::string numbers_text(const std::vector<Number>& numbers) {
  return list_text(numbers, [](Number number) { return json_number(number); });
}

// ---- Reading ----

/// Takes members of an object one after the other; the first that is missing or of the wrong kind is remembered as the error.
class Members {
 public:
  Members(const JsonValue& object, std::string path) : object_(object), path_(std::move(path)) {
    if (object.kind != Kind::object) fail("", object.position, "object");
  }

  std::optional<Error> error;

  const JsonValue* take(std::string_view key, Kind kind, std::string_view expected) {
    const JsonValue* found = object_.find(key);
    if (found && found->kind == kind) return found;
    fail(key, found ? found->position : object_.position, expected);
    return nullptr;
  }
  void text(std::string_view key, std::string& to) {
    if (const JsonValue* found = take(key, Kind::text, "text")) to = found->text;
  }
  /// A number; `null` stands for one that is not finite.
  void number(std::string_view key, double& to) {
    if (const JsonValue* found = object_.find(key); found && found->kind == Kind::null) return;
    if (const JsonValue* found = take(key, Kind::number, "number")) to = to_double(*found);
  }
  template <class Integer>
  void whole(std::string_view key, Integer& to) {
    double number = 0;
    const JsonValue* found = take(key, Kind::number, "whole number");
    if (!found) return;
    number = to_double(*found);
    if (std::abs(number) < 9e15 && number == std::floor(number))
      to = static_cast<Integer>(number);
    else
      fail(key, found->position, "whole number");
  }
  void options(std::string_view key, OptionValues& to) {
    const JsonValue* found = take(key, Kind::object, "object");
    if (!found) return;
    for (std::size_t i = 0; i < found->keys.size(); ++i) {
      if (found->items[i].kind != Kind::number) return fail(key, found->items[i].position, "numbers");
      to[std::string(found->keys[i])] = to_double(found->items[i]);
    }
  }
  template <class Take>
  void each(std::string_view key, Kind kind, std::string_view expected, Take take_item) {
    const JsonValue* found = take(key, Kind::list, "list");
    if (!found) return;
    for (std::size_t i = 0; i < found->items.size(); ++i) {
      const std::string place = std::string(key) + "[" + std::to_string(i) + "]";
      if (found->items[i].kind != kind) return fail(place, found->items[i].position, expected);
      take_item(found->items[i], place);
    }
  }
  void fail(std::string_view key, int position, std::string_view expected) {
    if (!error) error = Error{ErrorCode::malformed, path_ + std::string(key), 0, position, std::string(expected)};
  }

 private:
  const JsonValue& object_;
  std::string path_;
};

/// The numbers of a list, each finite.
std::vector<double> numbers_in(Members& members, std::string_view key, bool in_float) {
  std::vector<double> numbers;
  members.each(key, Kind::number, "number", [&](const JsonValue& item, const std::string& place) {
    const double number = in_float ? static_cast<double>(to_float(item)) : to_double(item);
    if (!std::isfinite(number) && !members.error)
      members.error = Error{ErrorCode::not_finite, place, number, item.position, ""};
    numbers.push_back(number);
  });
  return numbers;
}

std::optional<Error> read_layers(Members& members, std::vector<LayerSpec>& layers) {
  members.each("layers", Kind::object, "object", [&](const JsonValue& item, const std::string& place) {
    Members layer(item, place + ".");
    LayerSpec spec;
    layer.whole("units", spec.units);
    layer.text("activation", spec.activation);
    layer.number("dropout", spec.dropout);
    if (layer.error && !members.error) members.error = layer.error;
    layers.push_back(std::move(spec));
  });
  return members.error;
}

TrainingOutcome outcome_of(std::string_view id) {
  for (const TrainingOutcome outcome :
       {TrainingOutcome::epochs_reached, TrainingOutcome::goal_reached, TrainingOutcome::no_progress})
    if (id == id_of(outcome)) return outcome;
  return TrainingOutcome::running;  // one that had diverged stands at its last good epoch and may go on
}

template <class To, class From>
std::vector<To> converted(const std::vector<From>& numbers) {
  std::vector<To> out;
  out.reserve(numbers.size());
  for (const From number : numbers) out.push_back(static_cast<To>(number));
  return out;
}

}  // namespace

template <class Scalar>
Result<std::string> model_text(const Training<Scalar>& training, bool even_if_diverged) {
  const TrainingState<Scalar>& state = training.state();
  if (state.outcome == TrainingOutcome::diverged && !even_if_diverged)
    return Error{ErrorCode::not_finite, "model", state.divergence->last_weight, -1, ""};
  const TrainingOptions& options = training.options();
  const TrainingSettings& settings = training.settings();
  const TrainingStopping& stopping = settings.stopping;
  std::string out = "{";
  const auto line = [&](std::string_view key, const std::string& value) {
    out += (out.size() > 1 ? ",\n " : "\n ") + quoted(key) + ": " + value;
  };
  const auto whole = [](std::int64_t number) { return std::to_string(number); };
  line("format", quoted(format));
  line("version", whole(model_file_version));
  line("precision", quoted(sizeof(Scalar) == sizeof(float) ? "float" : "double"));
  line("columns", whole(training.samples().columns()));
  line("features", list_text(training.samples().features(), [](const PlaneFeature& feature) { return quoted(feature.id); }));
  line("classes", whole(training.samples().classes()));
  std::size_t layer = 0;
  line("layers", list_text(options.layers, [&](const LayerSpec& spec) {
         return "{\"units\":" + whole(spec.units) + ",\"activation\":" + quoted(spec.activation) +
                ",\"dropout\":" + json_number(settings.dropout[layer++]) + "}";
       }));
  line("outputActivation", quoted(options.output_activation));
  line("loss", quoted(options.loss));
  line("initialisation", quoted(options.initialisation));
  line("optimizer", quoted(options.optimizer));
  line("options", options_text(settings.optimizer_options));
  line("schedule", quoted(options.schedule.id));
  line("scheduleOptions", options_text(options.schedule.options));
  line("batchSize", whole(training.batch_size()));
  line("l1", json_number(settings.l1));
  line("l2", json_number(settings.l2));
  line("testShare", json_number(options.test_share));
  line("seed", std::to_string(options.seed));
  line("stopAfterEpochs", whole(stopping.epochs));
  line("stopAtLoss", json_number(stopping.loss));
  line("patience", whole(stopping.patience));
  line("monitor", quoted(stopping.monitor));
  line("step", whole(state.step));
  line("epochSum", json_number(state.epoch_sum));
  line("epochSamples", whole(state.epoch_samples));
  line("epochLoss", json_number(state.epoch_loss));
  line("leastLoss", json_number(state.least_loss));
  line("leastEpoch", whole(state.least_epoch));
  line("outcome", quoted(id_of(state.outcome)));
  line("parameters", numbers_text(state.parameters));
  line("memory", numbers_text(state.memory));
  return out + "\n}\n";
}

Result<ModelFile> read_model(std::string_view text) {
  const auto parsed = parse_json(text, "model");
  if (!parsed) return parsed.error();
  Members members(*parsed, "");
  std::string kind;
  members.text("format", kind);
  if (members.error || kind != format) return Error{ErrorCode::malformed, "format", 0, parsed->position, std::string(format)};
  int version = 0;
  members.whole("version", version);
  if (version != model_file_version)
    return Error{ErrorCode::wrong_version, "version", static_cast<double>(version), -1, std::to_string(model_file_version)};

  ModelFile file;
  TrainingOptions& options = file.options;
  TrainingSettings& settings = options.settings;
  TrainingState<double>& state = file.state;
  std::string precision, outcome;
  int batch_size = 0;
  members.text("precision", precision);
  if (precision != "float" && precision != "double") members.fail("precision", parsed->position, "float, double");
  file.in_float = precision == "float";
  members.whole("columns", file.columns);
  members.each("features", Kind::text, "text",
               [&](const JsonValue& item, const std::string&) { file.features.emplace_back(item.text); });
  members.whole("classes", file.classes);
  if (const auto error = read_layers(members, options.layers)) return *error;
  members.text("outputActivation", options.output_activation);
  members.text("loss", options.loss);
  members.text("initialisation", options.initialisation);
  members.text("optimizer", options.optimizer);
  members.options("options", settings.optimizer_options);
  members.text("schedule", options.schedule.id);
  members.options("scheduleOptions", options.schedule.options);
  members.whole("batchSize", batch_size);
  options.batch_size = batch_size;
  members.number("l1", settings.l1);
  members.number("l2", settings.l2);
  members.number("testShare", options.test_share);
  members.whole("seed", options.seed);
  members.whole("stopAfterEpochs", settings.stopping.epochs);
  members.number("stopAtLoss", settings.stopping.loss);
  members.whole("patience", settings.stopping.patience);
  members.text("monitor", settings.stopping.monitor);
  members.whole("step", state.step);
  members.number("epochSum", state.epoch_sum);
  members.whole("epochSamples", state.epoch_samples);
  members.number("epochLoss", state.epoch_loss);
  members.number("leastLoss", state.least_loss);
  members.whole("leastEpoch", state.least_epoch);
  members.text("outcome", outcome);
  state.outcome = outcome_of(outcome);
  state.parameters = numbers_in(members, "parameters", file.in_float);
  state.memory = numbers_in(members, "memory", file.in_float);
  if (state.step < 0) members.fail("step", parsed->position, "at least 0");
  if (members.error) return *members.error;
  return file;
}

template <class Scalar>
Result<Training<Scalar>> resume(const ModelFile& file, std::shared_ptr<const Samples<Scalar>> samples) {
  const auto differs = [](const char* parameter, std::size_t given, std::size_t wanted) -> std::optional<Error> {
    if (given == wanted) return std::nullopt;
    return Error{ErrorCode::wrong_dimension, parameter, static_cast<double>(given), -1, std::to_string(wanted)};
  };
  if (const auto error =
          differs("columns", static_cast<std::size_t>(samples->columns()), static_cast<std::size_t>(file.columns)))
    return *error;
  if (const auto error =
          differs("classes", static_cast<std::size_t>(samples->classes()), static_cast<std::size_t>(file.classes)))
    return *error;
  if (const auto error = differs("features", samples->features().size(), file.features.size())) return *error;
  auto training = Training<Scalar>::create(std::move(samples), file.options);
  if (!training) return training;
  const TrainingState<Scalar>& fresh = training->state();
  if (const auto error = differs("parameters", file.state.parameters.size(), fresh.parameters.size())) return *error;
  if (const auto error = differs("memory", file.state.memory.size(), fresh.memory.size())) return *error;
  const TrainingState<double>& from = file.state;
  training->resume({.step = from.step,
                    .parameters = converted<Scalar>(from.parameters),
                    .memory = converted<Scalar>(from.memory),
                    .epoch_sum = from.epoch_sum,
                    .epoch_samples = from.epoch_samples,
                    .epoch_loss = from.epoch_loss,
                    .least_loss = from.least_loss,
                    .least_epoch = from.least_epoch,
                    .outcome = from.outcome});
  return training;
}

template Result<std::string> model_text(const Training<float>&, bool);
template Result<std::string> model_text(const Training<double>&, bool);
template Result<Training<float>> resume(const ModelFile&, std::shared_ptr<const Samples<float>>);
template Result<Training<double>> resume(const ModelFile&, std::shared_ptr<const Samples<double>>);

}  // namespace downhill
