// How a training comes about: its options are checked, what was left open is decided, the first weights are drawn.
#include <algorithm>
#include <cmath>

#include "neural/initialisations.hpp"
#include "neural/training.hpp"

namespace downhill {
namespace {

constexpr double most_layers = 20, most_units = 2048;
constexpr double most_parameters = 4e6;
constexpr double largest_dropout = 0.9, largest_penalty = 1000, largest_test_share = 0.9;
constexpr double most_epochs = 1e9;

std::optional<Error> outside(const char* parameter, double value, double minimum, double maximum) {
  if (!std::isfinite(value)) return Error{ErrorCode::not_finite, parameter, value, -1, range_text(minimum, maximum)};
  if (value >= minimum && value <= maximum) return std::nullopt;
  return Error{ErrorCode::out_of_range, parameter, value, -1, range_text(minimum, maximum)};
}

std::optional<Error> wrong_layers(const TrainingOptions& options) {
  if (const auto error = outside("layers", static_cast<double>(options.layers.size()), 0, most_layers)) return error;
  for (const LayerSpec& layer : options.layers) {
    if (const auto error = outside("units", layer.units, 1, most_units)) return error;
    if (const auto error = outside("dropout", layer.dropout, 0, largest_dropout)) return error;
    if (const auto known = activations().find(layer.activation, "activation"); !known) return known.error();
  }
  if (const auto known = activations().find(options.output_activation, "activation"); !known) return known.error();
  return std::nullopt;
}

std::optional<Error> wrong_settings(const TrainingSettings& settings, std::size_t layers, bool test_set) {
  if (const auto error = outside("l1", settings.l1, 0, largest_penalty)) return error;
  if (const auto error = outside("l2", settings.l2, 0, largest_penalty)) return error;
  if (!settings.dropout.empty() && settings.dropout.size() != layers)
    return Error{ErrorCode::wrong_dimension, "dropout", static_cast<double>(settings.dropout.size()), -1,
                 std::to_string(layers)};
  for (const double share : settings.dropout)
    if (const auto error = outside("dropout", share, 0, largest_dropout)) return error;
  const TrainingStopping& stopping = settings.stopping;
  if (const auto error = outside("epochs", static_cast<double>(stopping.epochs), 0, most_epochs)) return error;
  if (const auto error = outside("patience", static_cast<double>(stopping.patience), 0, most_epochs)) return error;
  if (std::isnan(stopping.loss)) return Error{ErrorCode::not_finite, "loss", stopping.loss, -1, ""};
  if (stopping.monitor.empty() || stopping.monitor == "training" || (stopping.monitor == "test" && test_set))
    return std::nullopt;
  return Error{ErrorCode::unknown_id, "monitor", 0, -1, test_set ? "training, test" : "training"};
}

std::string usual_loss(int classes) { return classes == 0 ? "squared" : classes == 2 ? "logistic" : "cross-entropy"; }

/// He's for what passes one side of its inputs only, Xavier's for the others.
std::string usual_initialisation(const std::string& activation) {
  const ActivationEntry& entry = **activations().find(activation, "activation");
  return entry.range.to == unbounded && activation != "linear" ? "he" : "xavier";
}

}  // namespace

template <class Scalar>
Result<Training<Scalar>> Training<Scalar>::create(std::shared_ptr<const Samples<Scalar>> samples, TrainingOptions options) {
  if (const auto error = wrong_layers(options)) return *error;
  const int classes = samples->classes();
  if (options.loss.empty()) options.loss = usual_loss(classes);
  const auto loss = losses().find(options.loss, "loss");
  if (!loss) return loss.error();
  const auto target = target_for(**loss, classes);
  if (!target) return target.error();
  if (!options.initialisation.empty())
    if (const auto known = initialisations().find(options.initialisation, "initialisation"); !known) return known.error();

  if (const auto error = outside("test-share", options.test_share, 0, largest_test_share)) return *error;
  Split split = split_samples(samples->outputs(), classes, options.test_share, RandomStream(options.seed).split(split_stream));
  const int n = static_cast<int>(split.training.size());
  if (const auto error = outside("batch-size", options.batch_size.value_or(0), 0, n)) return *error;
  const int wanted = options.batch_size.value_or(std::min(10, n));

  if (options.settings.dropout.empty())
    for (const LayerSpec& layer : options.layers) options.settings.dropout.push_back(layer.dropout);
  if (const auto error = wrong_settings(options.settings, options.layers.size(), !split.test.empty())) return *error;
  auto optimizer = configure_optimizer(options.optimizer, options.settings.optimizer_options);
  if (!optimizer) return optimizer.error();
  auto schedule = configure_schedule(options.schedule);
  if (!schedule) return schedule.error();

  const bool one_each = *target == Target::one_hot || *target == Target::class_number;
  Network<Scalar> network(samples->width(), options.layers, one_each ? classes : 1, options.output_activation);
  const auto parameters = static_cast<double>(network.parameter_count());
  if (const auto error = outside("units", parameters, 1, most_parameters)) return *error;
  Chapter first{0, options.settings, *std::move(optimizer)};
  return Training(std::move(samples), std::move(options), std::move(network), std::move(split), wanted == 0 ? n : wanted,
                  *std::move(schedule), std::move(first));
}

template <class Scalar>
Training<Scalar>::Training(std::shared_ptr<const Samples<Scalar>> samples, TrainingOptions options, Network<Scalar> network,
                           Split split, int batch_size, Schedule schedule, Chapter first)
    : samples_(std::move(samples)),
      options_(std::move(options)),
      network_(std::move(network)),
      target_(*target_for(**losses().find(options_.loss, "loss"), samples_->classes())),
      loss_((*losses().find(options_.loss, "loss"))->template kernel<Scalar>()),
      split_(std::move(split)),
      batches_(static_cast<int>(split_.training.size()), batch_size, RandomStream(options_.seed).split(batch_stream).bits()),
      schedule_(std::move(schedule)),
      timeline_{std::move(first)} {
  const auto count = static_cast<std::size_t>(network_.parameter_count());
  this->state_.parameters.resize(count);
  const int kept = std::visit([](const auto& method) { return method.memory; }, timeline_.front().optimizer.method);
  this->state_.memory.resize(count * static_cast<std::size_t>(kept));
  gradient_.resize(count);
  // A state of a large network takes as long to copy as a step to make, so fewer are kept.
  const bool large = (this->state_.parameters.size() + this->state_.memory.size()) > 10'000;
  this->checkpoints_ = Checkpoints<TrainingState<Scalar>>(large ? std::max<std::int64_t>(256, batches_.per_epoch()) : 256);
  set_first_weights();
  record();
  first_loss_ = history_.front().training;
  this->checkpoints_.keep(this->state_);
}

template <class Scalar>
void Training<Scalar>::set_first_weights() {
  RandomStream random = RandomStream(options_.seed).split(weight_stream);
  for (const Layer<Scalar>& layer : network_.layers()) {
    const std::string id = options_.initialisation.empty() ? usual_initialisation(layer.activation) : options_.initialisation;
    const double deviation = (*initialisations().find(id, "initialisation"))->deviation(layer.place.inputs, layer.place.units);
    for (Eigen::Index i = layer.place.weights; i < layer.place.biases(); ++i) {
      const double weight = deviation * random.normal();
      this->state_.parameters[static_cast<std::size_t>(i)] = static_cast<Scalar>(weight);
      first_weight_ = std::max(first_weight_, std::abs(weight));
    }
  }
}

template <class Scalar>
auto Training<Scalar>::chapter(std::int64_t from, TrainingSettings settings) const -> Result<Chapter> {
  OptionValues options = this->settings().optimizer_options;
  for (const auto& [id, value] : settings.optimizer_options) options[id] = value;
  settings.optimizer_options = std::move(options);
  if (settings.dropout.empty()) settings.dropout = this->settings().dropout;
  if (const auto error = wrong_settings(settings, options_.layers.size(), !split_.test.empty())) return *error;
  auto optimizer = configure_optimizer(options_.optimizer, settings.optimizer_options);
  if (!optimizer) return optimizer.error();
  return Chapter{from, std::move(settings), *std::move(optimizer)};
}

template class Training<float>;
template class Training<double>;

}  // namespace downhill
