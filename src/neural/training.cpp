#include "neural/training.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "neural/dense_kernel.hpp"

namespace downhill {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t chunk = 256;  // samples measured at once

template <class Scalar>
Eigen::Map<const Eigen::Array<Scalar, Eigen::Dynamic, 1>> as_array(const std::vector<Scalar>& numbers) {
  return {numbers.data(), static_cast<Eigen::Index>(numbers.size())};
}

/// Whether all are finite: a number times 0 is 0 unless it is infinite or none.
template <class Scalar>
bool all_finite(const std::vector<Scalar>& numbers) {
  return (as_array(numbers) * Scalar(0)).sum() == 0;
}

/// The history has a row of every epoch at first, then of every 2nd, 4th …: never more than about 1000.
std::int64_t row_interval(std::int64_t epoch) {
  std::int64_t interval = 1;
  while (epoch > 1000 * interval) interval *= 2;
  return interval;
}

/// The slopes of λ₁ Σ|w| + λ₂/2 Σw² over the weights, times `share`, added to a gradient. |w| has slope 0 at 0.
template <class Scalar>
void add_penalty_slopes(const Network<Scalar>& network, const TrainingSettings& settings, const Scalar* parameters,
                        Scalar* gradient) {
  if (settings.l1 == 0 && settings.l2 == 0) return;
  for (const Layer<Scalar>& layer : network.layers()) {
    const Eigen::Index count = layer.place.biases() - layer.place.weights;
    const Eigen::Map<const Eigen::Array<Scalar, Eigen::Dynamic, 1>> w(parameters + layer.place.weights, count);
    Eigen::Map<Eigen::Array<Scalar, Eigen::Dynamic, 1>> slopes(gradient + layer.place.weights, count);
    if (settings.l2 != 0) slopes += static_cast<Scalar>(settings.l2) * w;
    if (settings.l1 != 0) slopes += static_cast<Scalar>(settings.l1) * w.sign();
  }
}

}  // namespace

template <class Scalar>
double Training<Scalar>::rate() const {
  return scheduled_rate(schedule_, chapter_at(this->state_.step).optimizer.learning_rate, this->state_.step);
}

template <class Scalar>
std::vector<int> Training<Scalar>::next_batch() {
  std::vector<int> rows;
  for (const int i : batches_[this->state_.step]) rows.push_back(split_.training[static_cast<std::size_t>(i)]);
  return rows;
}

template <class Scalar>
auto Training<Scalar>::chapter_at(std::int64_t step) const -> const Chapter& {
  const auto after =
      std::find_if(timeline_.begin() + 1, timeline_.end(), [&](const Chapter& next) { return next.from > step; });
  return *std::prev(after);
}

/// The first step after this one at which settings change or weights were set; beyond all steps if there is none.
template <class Scalar>
std::int64_t Training<Scalar>::next_event(std::int64_t step) const {
  std::int64_t next = std::numeric_limits<std::int64_t>::max();
  for (const Chapter& chapter : timeline_)
    if (chapter.from > step) next = std::min(next, chapter.from);
  for (const Edit& edit : edits_)
    if (edit.step > step) next = std::min(next, edit.step);
  return next;
}

// [region learn]
/// The gradient of a batch's mean data loss goes to gradient_; returns the sum of its samples' losses.
template <class Scalar>
double Training<Scalar>::learn(std::int64_t step, const std::vector<Scalar>& parameters, const Chapter& chapter) {
  rows_.clear();
  for (const int i : batches_[step]) rows_.push_back(split_.training[static_cast<std::size_t>(i)]);
  const std::vector<double>& shares = chapter.settings.dropout;
  for (std::size_t k = 0; k < shares.size(); ++k) network_.set_dropout(k, shares[k]);
  const auto stream = [&](std::uint64_t purpose) {
    return RandomStream(options_.seed).split(purpose).split(static_cast<std::uint64_t>(step));
  };
  std::optional<RandomStream> dropout, shifts;  // made only where they are used: that takes as long as a small layer
  if (std::any_of(shares.begin(), shares.end(), [](double share) { return share > 0; })) dropout = stream(dropout_stream);
  if (samples_->moves()) shifts = stream(shift_stream);

  const auto count = static_cast<Eigen::Index>(rows_.size());
  samples_->gather(rows_, pass_.inputs, padded_rows(count), shifts ? &*shifts : nullptr);
  samples_->gather_targets(rows_, target_, targets_);
  network_.forward(parameters.data(), pass_, dropout ? &*dropout : nullptr);
  LayerPass<Scalar>& last = pass_.layers.back();
  last.deltas = last.values;
  const double sum = loss_(last.deltas.topRows(count), targets_);
  last.deltas /= static_cast<Scalar>(count);
  last.deltas.bottomRows(last.deltas.rows() - count).setZero();
  network_.backward(parameters.data(), pass_, gradient_.data());
  return sum;
}
// [endregion]

// [region step]
/// One update; false when a number is not finite: the training has then diverged.
template <class Scalar>
template <class Method>
bool Training<Scalar>::take_step(const Method& method, const Chapter& chapter) {
  TrainingState<Scalar>& state = this->state_;
  const double rate = scheduled_rate(schedule_, chapter.optimizer.learning_rate, state.step);
  const double sum = learn(state.step, state.parameters, chapter);
  add_penalty_slopes(network_, chapter.settings, state.parameters.data(), gradient_.data());
  update_block(method, {.rate = rate, .number = state.step + 1}, network_.parameter_count(), gradient_.data(),
               state.parameters.data(), state.memory.data());
  if (!std::isfinite(sum) || !all_finite(state.parameters)) {
    diverge(chapter, rate);
    return false;
  }
  ++state.step;
  state.epoch_sum += sum;
  state.epoch_samples += static_cast<std::int64_t>(rows_.size());
  return true;
}
// [endregion]

template <class Scalar>
std::int64_t Training<Scalar>::step_to(std::int64_t step) {
  if (this->state_.divergence && step <= this->state_.step) {
    this->state_.outcome = TrainingOutcome::running;
    this->state_.divergence.reset();
  }
  return Run<Training, TrainingState<Scalar>>::step_to(step);
}

template <class Scalar>
void Training<Scalar>::advance(std::int64_t last) {
  TrainingState<Scalar>& state = this->state_;
  while (this->running() && state.step < last) {
    const Chapter& chapter = chapter_at(state.step);
    const std::int64_t until = std::min(last, next_event(state.step));
    std::visit(
        [&](const auto& method) {
          while (this->running() && state.step < until && take_step(method, chapter)) {
            if (state.step == until) apply_edits();
            if (state.step % batches_.per_epoch() == 0) finish_epoch(chapter_at(state.step).settings);
            this->checkpoints_.keep(state);
          }
        },
        chapter.optimizer.method);
  }
}

template <class Scalar>
void Training<Scalar>::apply_edits() {
  for (const Edit& edit : edits_)
    if (edit.step == this->state_.step)
      for (const auto& [index, value] : edit.values) this->state_.parameters[static_cast<std::size_t>(index)] = value;
}

template <class Scalar>
void Training<Scalar>::finish_epoch(const TrainingSettings& settings) {
  TrainingState<Scalar>& state = this->state_;
  state.epoch_loss = state.epoch_sum / static_cast<double>(state.epoch_samples);
  state.epoch_sum = 0;
  state.epoch_samples = 0;
  const bool known = !history_.empty() && history_.back().step >= state.step;  // recorded before going back
  if (!known && epoch() % row_interval(epoch()) == 0) record();

  const TrainingStopping& stopping = settings.stopping;
  if (stopping.watches()) {
    const bool test = !split_.test.empty() && stopping.monitor != "training";
    const double loss = measure(test ? split_.test : split_.training).loss;
    if (loss < state.least_loss) {
      state.least_loss = loss;
      state.least_epoch = epoch();
    }
    if (loss <= stopping.loss)
      state.outcome = TrainingOutcome::goal_reached;
    else if (stopping.patience > 0 && epoch() - state.least_epoch >= stopping.patience)
      state.outcome = TrainingOutcome::no_progress;
  }
  if (state.outcome == TrainingOutcome::running && stopping.epochs > 0 && epoch() >= stopping.epochs)
    state.outcome = TrainingOutcome::epochs_reached;
}

/// Finds out what was not finite first, and goes back to the last good epoch.
template <class Scalar>
void Training<Scalar>::diverge(const Chapter& chapter, double rate) {
  TrainingState<Scalar>& state = this->state_;
  Divergence found{.step = state.step + 1,
                   .epoch = epoch(),
                   .layer = static_cast<int>(network_.layers().size()),
                   .rate = rate,
                   .penalty_factor = std::abs(1 - rate * chapter.settings.l2),
                   .first_loss = first_loss_,
                   .largest_number = samples_->largest(),
                   .first_weight = first_weight_};
  if (const auto decay = chapter.optimizer.options.find("weight-decay"); decay != chapter.optimizer.options.end())
    found.penalty_factor = std::max(found.penalty_factor, std::abs(1 - rate * decay->second));

  const auto finite = [](const auto& numbers) { return (numbers * Scalar(0)).sum() == 0; };
  const auto part = [&](const std::vector<Scalar>& numbers, const LayerPlace& place) {
    return as_array(numbers).segment(place.weights, place.end() - place.weights);
  };
  const auto& layers = network_.layers();
  const auto find = [&](auto bad, bool from_top) {
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const std::size_t k = from_top ? layers.size() - 1 - i : i;
      if (!bad(k)) continue;
      found.layer = static_cast<int>(k) + 1;
      return true;
    }
    return false;
  };
  // In the order in which they come about: forward, the loss, backward, the update.
  if (find([&](std::size_t k) { return !finite(pass_.layers[k].values); }, false))
    found.quantity = DivergedQuantity::loss;
  else if (find([&](std::size_t k) { return !finite(part(gradient_, layers[k].place)); }, true))
    found.quantity = DivergedQuantity::gradient;
  else if (find([&](std::size_t k) { return !finite(part(state.parameters, layers[k].place)); }, false))
    found.quantity = DivergedQuantity::parameter;

  // Weights that are finite may already be too large for a loss that is.
  const auto bad = [&](std::span<const int> rows) { return !rows.empty() && !std::isfinite(measure(rows).loss); };
  for (std::int64_t good = found.epoch * batches_.per_epoch();; good -= batches_.per_epoch()) {
    state = this->checkpoints_.before(good);
    advance(good);
    if (good == 0 || state.step > good || !(bad(split_.training) || bad(split_.test))) break;
  }
  std::erase_if(history_, [&](const TrainingRow& row) { return row.step > state.step; });
  for (const Layer<Scalar>& layer : layers)
    for (Eigen::Index i = layer.place.weights; i < layer.place.biases(); ++i)
      found.last_weight =
          std::max(found.last_weight, std::abs(static_cast<double>(state.parameters[static_cast<std::size_t>(i)])));
  found.cause = cause_of(found);
  state.outcome = TrainingOutcome::diverged;
  state.divergence = found;
}

template <class Scalar>
void Training<Scalar>::went_back() {
  const std::int64_t now = this->state_.step;
  std::erase_if(history_, [&](const TrainingRow& row) { return row.step > now; });
  std::erase_if(edits_, [&](const Edit& edit) { return edit.step > now; });
  if (timeline_.back().from > now) {
    Chapter kept = timeline_.back();
    kept.from = now;
    std::erase_if(timeline_, [&](const Chapter& chapter) { return chapter.from >= now; });
    timeline_.push_back(std::move(kept));
  }
  this->checkpoints_.branch(this->state_);
}

template <class Scalar>
void Training<Scalar>::edit(std::vector<std::pair<Eigen::Index, Scalar>> values) {
  TrainingState<Scalar>& state = this->state_;
  edits_.push_back({state.step, std::move(values)});
  apply_edits();
  go_on();
  if (!history_.empty() && history_.back().step == state.step) {
    history_.pop_back();
    record();
  }
  this->checkpoints_.branch(state);
}

template <class Scalar>
std::optional<Error> Training<Scalar>::change(const TrainingSettings& settings) {
  auto next = chapter(this->state_.step, settings);
  if (!next) return next.error();
  std::erase_if(timeline_, [&](const Chapter& chapter) { return chapter.from >= this->state_.step; });
  timeline_.push_back(*std::move(next));
  go_on();
  this->checkpoints_.branch(this->state_);
  return std::nullopt;
}

/// After the reader stepped in, whatever had ended the training counts no more, but for the number of epochs.
template <class Scalar>
void Training<Scalar>::go_on() {
  const std::int64_t limit = settings().stopping.epochs;
  this->state_.outcome = limit > 0 && epoch() >= limit ? TrainingOutcome::epochs_reached : TrainingOutcome::running;
  this->state_.divergence.reset();
}

template <class Scalar>
void Training<Scalar>::resume(TrainingState<Scalar> state) {
  this->state_ = std::move(state);
  timeline_.front().from = this->state_.step;
  this->checkpoints_ = Checkpoints<TrainingState<Scalar>>();
  this->checkpoints_.branch(this->state_);
  history_.clear();
  record();
}

template <class Scalar>
NextUpdate Training<Scalar>::next_update() {
  const TrainingState<Scalar>& state = this->state_;
  const Chapter& chapter = chapter_at(state.step);
  const auto numbers = [](const std::vector<Scalar>& from) { return std::vector<double>(from.begin(), from.end()); };
  NextUpdate update{.batch = next_batch(), .loss = 0, .rate = rate(), .gradient = {}, .penalty_gradient = {}, .change = {}};
  update.loss = learn(state.step, state.parameters, chapter) / static_cast<double>(update.batch.size());
  update.gradient = numbers(gradient_);
  std::vector<Scalar> penalty(gradient_.size()), parameters = state.parameters, memory = state.memory;
  add_penalty_slopes(network_, chapter.settings, state.parameters.data(), penalty.data());
  update.penalty_gradient = numbers(penalty);
  add_penalty_slopes(network_, chapter.settings, state.parameters.data(), gradient_.data());
  std::visit(
      [&](const auto& method) {
        update_block(method, {.rate = update.rate, .number = state.step + 1}, network_.parameter_count(), gradient_.data(),
                     parameters.data(), memory.data());
      },
      chapter.optimizer.method);
  for (std::size_t i = 0; i < parameters.size(); ++i)
    update.change.push_back(static_cast<double>(parameters[i]) - static_cast<double>(state.parameters[i]));
  return update;
}

template <class Scalar>
Metrics Training<Scalar>::measure(std::span<const int> rows) const {
  MetricsSum sum(samples_->classes());
  Pass<Scalar> pass;
  Batch<Scalar> targets;
  for (std::size_t from = 0; from < rows.size(); from += chunk) {
    const auto part = rows.subspan(from, std::min(chunk, rows.size() - from));
    samples_->gather(part, pass.inputs);
    samples_->gather_targets(part, target_, targets);
    network_.forward(this->state_.parameters.data(), pass);
    Batch<Scalar>& outputs = pass.layers.back().values;
    for (std::size_t i = 0; i < part.size(); ++i) {
      const auto row = static_cast<Eigen::Index>(i);
      if (samples_->classes() > 0)
        sum.add_class(samples_->class_of(part[i]), predicted_class<Scalar>(target_, outputs, row, false));
      else
        sum.add_number(samples_->outputs()[static_cast<std::size_t>(part[i])], static_cast<double>(outputs(row, 0)));
    }
    sum.add_loss(loss_(outputs, targets));
  }
  return sum.metrics();
}

template <class Scalar>
std::pair<double, double> Training<Scalar>::penalties() const {
  double sizes = 0, squares = 0;
  for (const Layer<Scalar>& layer : network_.layers()) {
    const auto weights = as_array(this->state_.parameters)
                             .segment(layer.place.weights, layer.place.biases() - layer.place.weights)
                             .template cast<double>();
    sizes += weights.abs().sum();
    squares += weights.square().sum();
  }
  const TrainingSettings& now = chapter_at(this->state_.step).settings;
  return {now.l1 * sizes, now.l2 / 2 * squares};
}

template <class Scalar>
void Training<Scalar>::record() {
  const std::int64_t interval = row_interval(epoch());
  std::erase_if(history_, [&](const TrainingRow& row) { return batches_.epoch_of(row.step) % interval != 0; });
  const Metrics training = measure(split_.training);
  const Metrics test = split_.test.empty() ? Metrics{.loss = nan} : measure(split_.test);
  const auto [l1, l2] = penalties();
  history_.push_back({.step = this->state_.step,
                      .training = training.loss,
                      .test = test.loss,
                      .penalty = l1 + l2,
                      .running = this->state_.epoch_loss,
                      .training_accuracy = training.accuracy,
                      .test_accuracy = test.accuracy});
}

template class Training<float>;
template class Training<double>;

}  // namespace downhill
