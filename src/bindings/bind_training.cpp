#include <memory>
#include <variant>

#include "bindings/training_in.hpp"
#include "neural/model_file.hpp"
#include "neural/training_views.hpp"

namespace downhill {
namespace {

using emscripten::class_;
using emscripten::function;

/// A training as JavaScript holds it, in either precision.
struct TrainingHandle {
  std::variant<Training<float>, Training<double>> run;

  auto with(auto use) { return std::visit(use, run); }
};

template <class Scalar>
val handle_out(Training<Scalar>&& training) {
  return val(TrainingHandle{std::move(training)});
}

template <class Scalar>
val create_in(const val& data, const val& problem) {
  auto samples = samples_in<Scalar>(data);
  if (!samples) return failure(samples.error());
  auto shared = std::make_shared<const Samples<Scalar>>(std::move(samples).value());
  return answer(Training<Scalar>::create(std::move(shared), training_options_in(problem)), handle_out<Scalar>);
}

val create_training(const val& data, const val& problem, bool in_float) {
  return in_float ? create_in<float>(data, problem) : create_in<double>(data, problem);
}

template <class Scalar>
val resume_in(const ModelFile& file, const val& data) {
  auto samples = samples_in<Scalar>(data);
  if (!samples) return failure(samples.error());
  auto shared = std::make_shared<const Samples<Scalar>>(std::move(samples).value());
  return answer(resume<Scalar>(file, std::move(shared)), handle_out<Scalar>);
}

/// `given` says of the samples what the file does not: all but the features.
val load_training(const std::string& text, const val& data) {
  const auto file = read_model(text);
  if (!file) return failure(file.error());
  val seen = val::global("Object").call<val>("assign", val::object(), data);
  if (!file->features.empty()) seen.set("features", strings_out(file->features));
  return file->in_float ? resume_in<float>(*file, seen) : resume_in<double>(*file, seen);
}

val divergence_out(const Divergence& found) {
  val out = val::object();
  out.set("step", static_cast<double>(found.step));
  out.set("epoch", static_cast<double>(found.epoch));
  out.set("layer", found.layer);
  out.set("quantity", std::string(id_of(found.quantity)));
  out.set("cause", std::string(id_of(found.cause)));
  out.set("rate", found.rate);
  out.set("penaltyFactor", found.penalty_factor);
  out.set("firstLoss", found.first_loss);
  out.set("largestNumber", found.largest_number);
  out.set("firstWeight", found.first_weight);
  out.set("lastWeight", found.last_weight);
  return out;
}

val progress_of(const auto& run) {
  const auto& state = run.state();
  const auto per_epoch = run.batches_per_epoch();
  val out = val::object();
  out.set("step", static_cast<double>(state.step));
  out.set("epoch", static_cast<double>(run.epoch()));
  out.set("batch", static_cast<double>(state.step % per_epoch));
  out.set("batchesPerEpoch", static_cast<double>(per_epoch));
  out.set("samples", static_cast<double>(run.samples_seen()));
  out.set("epochLoss", state.epoch_samples > 0 ? state.epoch_sum / static_cast<double>(state.epoch_samples) : state.epoch_loss);
  out.set("rate", run.rate());
  out.set("outcome", std::string(id_of(state.outcome)));
  if (state.divergence) out.set("divergence", divergence_out(*state.divergence));
  return out;
}

val progress(TrainingHandle& handle) {
  return handle.with([](const auto& run) { return progress_of(run); });
}

val seek(TrainingHandle& handle, double step) {
  return handle.with([&](auto& run) {
    run.step_to(static_cast<std::int64_t>(step));
    return progress_of(run);
  });
}

val metrics_out(const Metrics& found, bool of_classes) {
  val out = val::object();
  out.set("samples", found.samples);
  out.set("loss", found.loss);
  if (of_classes) {
    out.set("accuracy", found.accuracy);
    out.set("confusion", numbers_out(found.confusion));
    out.set("precision", numbers_out(found.precision()));
    out.set("recall", numbers_out(found.recall()));
  } else {
    out.set("rSquared", found.r_squared);
    out.set("meanError", found.mean_error);
    out.set("largestError", found.largest_error);
  }
  return out;
}

val metrics(TrainingHandle& handle) {
  return handle.with([](const auto& run) {
    const bool of_classes = run.samples().classes() > 0;
    const auto [l1, l2] = run.penalties();
    val out = val::object();
    out.set("training", metrics_out(run.measure(run.split().training), of_classes));
    if (!run.split().test.empty()) out.set("test", metrics_out(run.measure(run.split().test), of_classes));
    out.set("l1Penalty", l1);
    out.set("l2Penalty", l2);
    return out;
  });
}

val history(TrainingHandle& handle, double from) {
  return handle.with([&](const auto& run) {
    const std::vector<TrainingRow>& rows = run.history();
    const auto first = static_cast<size_t>(std::clamp(from, 0.0, static_cast<double>(rows.size())));
    const auto column = [&](auto take) {
      std::vector<double> numbers;
      for (size_t i = first; i < rows.size(); ++i) numbers.push_back(static_cast<double>(take(rows[i])));
      return copy_out(numbers);
    };
    const auto per_epoch = run.batches_per_epoch();
    val out = val::object();
    out.set("epochs", column([&](const TrainingRow& row) { return row.step / per_epoch; }));
    out.set("steps", column([](const TrainingRow& row) { return row.step; }));
    out.set("training", column([](const TrainingRow& row) { return row.training; }));
    out.set("test", column([](const TrainingRow& row) { return row.test; }));
    out.set("penalties", column([](const TrainingRow& row) { return row.penalty; }));
    out.set("running", column([](const TrainingRow& row) { return row.running; }));
    out.set("trainingAccuracy", column([](const TrainingRow& row) { return row.training_accuracy; }));
    out.set("testAccuracy", column([](const TrainingRow& row) { return row.test_accuracy; }));
    return out;
  });
}

val layer_out(int units, int inputs, const std::string& activation, double dropout, double weights, double biases) {
  val out = val::object();
  out.set("units", units);
  out.set("inputs", inputs);
  out.set("activation", activation);
  out.set("dropout", dropout);
  out.set("weights", weights);
  out.set("biases", biases);
  return out;
}

val layers(TrainingHandle& handle) {
  return handle.with([](const auto& run) {
    val out = val::array();
    out.call<void>("push", layer_out(run.network().inputs(), 0, "linear", 0, 0, 0));
    size_t number = 0;
    for (const auto& layer : run.network().layers()) {
      const std::vector<double>& dropout = run.settings().dropout;
      const double share = number < dropout.size() ? dropout[number] : 0;
      ++number;
      out.call<void>("push", layer_out(layer.place.units, layer.place.inputs, layer.activation, share,
                                       static_cast<double>(layer.place.weights), static_cast<double>(layer.place.biases())));
    }
    return out;
  });
}

val parameters(TrainingHandle& handle) {
  return handle.with([](const auto& run) {
    const auto& numbers = run.state().parameters;
    return copy_out(std::vector<double>(numbers.begin(), numbers.end()));
  });
}

void set_parameters(TrainingHandle& handle, double first, const val& values) {
  const std::vector<double> numbers = copy_in(values);
  handle.with([&]<class Scalar>(Training<Scalar>& run) {
    std::vector<std::pair<Eigen::Index, Scalar>> edit;
    auto index = static_cast<Eigen::Index>(first);
    for (const double number : numbers) edit.emplace_back(index++, static_cast<Scalar>(number));
    run.edit(std::move(edit));
  });
}

val change(TrainingHandle& handle, const val& given) {
  return handle.with([&](auto& run) {
    TrainingSettings settings = run.settings();
    read(given, settings);
    const auto error = run.change(settings);
    return error ? failure(*error) : val::undefined();
  });
}

val branch(TrainingHandle& handle) { return val(TrainingHandle(handle)); }

val predict_all(TrainingHandle& handle, const val& inputs) {
  const std::vector<double> rows = copy_in(inputs);
  return handle.with([&](const auto& run) { return copy_out(predict(run, std::span<const double>(rows))); });
}

val trace(TrainingHandle& handle, const val& input) {
  const std::vector<double> row = copy_in(input);
  return handle.with([&](const auto& run) {
    return list_out(trace_of(run, row), [](const UnitTrace& layer) {
      val out = val::object();
      out.set("sums", copy_out(layer.sums));
      out.set("outputs", copy_out(layer.outputs));
      return out;
    });
  });
}

val predictions(TrainingHandle& handle, bool of_test) {
  return handle.with([&](const auto& run) {
    const std::vector<int>& rows = of_test ? run.split().test : run.split().training;
    const Predictions found = predictions_of(run, rows);
    val out = val::object();
    out.set("rows", copy_out(rows));
    out.set("outputs", copy_out(found.outputs));
    out.set("classes", copy_out(found.classes));
    return out;
  });
}

val split(TrainingHandle& handle) {
  return handle.with([](const auto& run) {
    val out = val::object();
    out.set("training", copy_out(run.split().training));
    out.set("test", copy_out(run.split().test));
    return out;
  });
}

val next_batch(TrainingHandle& handle) {
  return handle.with([](auto& run) { return copy_out(run.next_batch()); });
}

val next_update(TrainingHandle& handle) {
  return handle.with([](auto& run) {
    const NextUpdate update = run.next_update();
    val out = val::object();
    out.set("batch", copy_out(update.batch));
    out.set("loss", update.loss);
    out.set("rate", update.rate);
    out.set("gradient", copy_out(update.gradient));
    out.set("penaltyGradient", copy_out(update.penalty_gradient));
    out.set("change", copy_out(update.change));
    return out;
  });
}

val map(TrainingHandle& handle, double x_from, double x_to, int columns, double y_from, double y_to, int rows) {
  return handle.with([&](const auto& run) { return copy_out(map_of(run, {x_from, x_to, columns}, {y_from, y_to, rows})); });
}

val thumbnails(TrainingHandle& handle, double x_from, double x_to, int columns, double y_from, double y_to, int rows) {
  return handle.with([&](const auto& run) {
    return copy_out(thumbnails_of(run, {x_from, x_to, columns}, {y_from, y_to, rows}));
  });
}

val histogram_out(const Histogram& histogram) {
  val out = val::object();
  out.set("from", histogram.from);
  out.set("to", histogram.to);
  out.set("counts", copy_out(histogram.counts));
  out.set("mean", histogram.mean);
  out.set("deviation", histogram.deviation);
  return out;
}

val statistics(TrainingHandle& handle, int bins) {
  return handle.with([&](const auto& run) {
    return list_out(statistics_of(run, bins), [](const LayerStatistics& layer) {
      val out = val::object();
      out.set("activations", histogram_out(layer.activations));
      out.set("gradients", histogram_out(layer.gradients));
      out.set("weightGradientNorm", layer.weight_gradient_norm);
      out.set("weightNorm", layer.weight_norm);
      out.set("deadUnits", layer.dead_units);
      out.set("saturated", layer.saturated);
      return out;
    });
  });
}

val contributions(TrainingHandle& handle, const val& inputs) {
  const std::vector<double> rows = copy_in(inputs);
  return handle.with([&](const auto& run) { return copy_out(contributions_of(run, std::span<const double>(rows))); });
}

val collapse(TrainingHandle& handle) {
  return handle.with([](const auto& run) {
    const auto one = collapsed(run);
    return one ? copy_out(*one) : val::undefined();
  });
}

val save(TrainingHandle& handle, bool even_if_diverged) {
  return handle.with([&](const auto& run) {
    return answer(model_text(run, even_if_diverged), [](const std::string& text) { return val(text); });
  });
}

}  // namespace

DOWNHILL_BINDINGS(training) {
  function("createTraining", &create_training);
  function("resumeTraining", &load_training);
  class_<TrainingHandle>("TrainingHandle")
      .function("progress", &progress)
      .function("seek", &seek)
      .function("metrics", &metrics)
      .function("history", &history)
      .function("layers", &layers)
      .function("parameters", &parameters)
      .function("setParameters", &set_parameters)
      .function("change", &change)
      .function("branch", &branch)
      .function("predict", &predict_all)
      .function("trace", &trace)
      .function("predictions", &predictions)
      .function("split", &split)
      .function("nextBatch", &next_batch)
      .function("nextUpdate", &next_update)
      .function("map", &map)
      .function("thumbnails", &thumbnails)
      .function("statistics", &statistics)
      .function("contributions", &contributions)
      .function("collapsed", &collapse)
      .function("save", &save);
}

}  // namespace downhill
