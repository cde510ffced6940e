#include <array>

#include "bindings/catalog_out.hpp"
#include "neural/activations.hpp"
#include "neural/digit_image.hpp"
#include "neural/divergence.hpp"
#include "neural/initialisations.hpp"
#include "neural/layout.hpp"
#include "neural/losses.hpp"
#include "neural/plane_features.hpp"
#include "neural/softmax.hpp"
#include "neural/training_options.hpp"
#include "optimize/optimizers.hpp"
#include "optimize/schedules.hpp"

namespace downhill {
namespace {

using emscripten::function;

val formula_out(const auto& entry) {
  val out = named_out(entry);
  out.set("latex", std::string(entry.latex));
  return out;
}

val activation_out(const ActivationEntry& activation) {
  val out = formula_out(activation);
  out.set("slopeLatex", std::string(activation.slope_latex));
  out.set("kinks", numbers_out(activation.kinks));
  out.set("range", numbers_out(std::array{activation.range.from, activation.range.to}));
  return out;
}

val loss_out(const LossEntry& loss) {
  val out = formula_out(loss);
  out.set("numbers", loss.numbers);
  out.set("classes", target_for(loss, 3) ? unbounded : 2.0);
  out.set("takesLogits", loss.takes_logits);
  return out;
}

val feature_out(const PlaneFeature& feature) {
  val out = val::object();
  out.set("id", feature.id);
  out.set("latex", std::string(feature.latex));
  return out;
}

/// The ids of an enumeration whose enumerators count up from 0 to `last`.
template <class Enumeration>
val ids_up_to(Enumeration last) {
  val ids = val::array();
  for (int i = 0; i <= static_cast<int>(last); ++i) ids.set(i, std::string(id_of(static_cast<Enumeration>(i))));
  return ids;
}

val catalog() {
  val out = val::object();
  out.set("activations", list_out(activations(), activation_out));
  out.set("losses", list_out(losses(), loss_out));
  out.set("initialisations", list_out(initialisations(), formula_out<InitialisationEntry>));
  out.set("schedules", list_out(schedules(), choice_out<ScheduleEntry>));
  out.set("optimizers", list_out(optimizers(), choice_out<OptimizerEntry>));
  out.set("features", list_out(plane_features(), feature_out));
  out.set("outcomes", ids_up_to(TrainingOutcome::diverged));
  out.set("divergenceCauses", ids_up_to(DivergenceCause::learning_rate));
  return out;
}

template <class Scalar>
val softmax_out(const std::vector<double>& logits, SoftmaxForm form, double temperature, const std::vector<double>* target) {
  const std::vector<Scalar> z(logits.begin(), logits.end());
  const Softmax<Scalar> found = softmax<Scalar>(z, form, static_cast<Scalar>(temperature));
  const auto numbers = [](const std::vector<Scalar>& from) { return copy_out(std::vector<double>(from.begin(), from.end())); };
  val out = val::object();
  if (!target) {
    out.set("exponents", numbers(found.exponents));
    out.set("exponentials", numbers(found.exponentials));
    out.set("sum", static_cast<double>(found.sum));
    out.set("probabilities", numbers(found.probabilities));
    out.set("logSumExp", static_cast<double>(found.log_sum_exp));
    return out;
  }
  const std::vector<Scalar> t(target->begin(), target->end());
  std::vector<Scalar> gradient;
  for (size_t k = 0; k < t.size(); ++k) gradient.push_back((found.probabilities[k] - t[k]) / static_cast<Scalar>(temperature));
  out.set("loss", static_cast<double>(cross_entropy_of<Scalar>(found, t, form)));
  out.set("gradient", numbers(gradient));
  return out;
}

val softmax_of(const val& logits, bool naive, bool in_float, double temperature, const val& target) {
  const SoftmaxForm form = naive ? SoftmaxForm::naive : SoftmaxForm::stable;
  const std::vector<double> z = copy_in(logits);
  std::vector<double> t;
  if (!target.isUndefined()) t = copy_in(target);
  const auto* wanted = target.isUndefined() ? nullptr : &t;
  return in_float ? softmax_out<float>(z, form, temperature, wanted) : softmax_out<double>(z, form, temperature, wanted);
}

double cross_entropy_of_probabilities(const val& probabilities, const val& target) {
  const std::vector<double> p = copy_in(probabilities), t = copy_in(target);
  return cross_entropy<double>(p, t);
}

val values_out(const std::vector<double>& values, const std::vector<double>& slopes) {
  val out = val::object();
  out.set("values", copy_out(values));
  out.set("slopes", copy_out(slopes));
  return out;
}

val activation_values(const std::string& id, const val& points) {
  return answer(activations().find(id, "activation"), [&](const ActivationEntry* entry) {
    const std::vector<double> x = copy_in(points);
    std::vector<double> values(x.size()), slopes(x.size());
    entry->in_double.values(x.data(), values.data(), x.size());
    entry->in_double.slopes(x.data(), slopes.data(), x.size());
    return values_out(values, slopes);
  });
}

val loss_values(const std::string& id, const val& outputs, double target) {
  return answer(losses().find(id, "loss"), [&](const LossEntry* entry) {
    const std::vector<double> given = copy_in(outputs);
    std::vector<double> values, slopes;
    for (const double output : given) {
      Batch<double> one = Batch<double>::Constant(1, 1, output);
      values.push_back(entry->in_double(one, Batch<double>::Constant(1, 1, target)));
      slopes.push_back(one(0, 0));
    }
    return values_out(values, slopes);
  });
}

val scheduled_rates(const val& choice, double learning_rate, int count) {
  ScheduleChoice given;
  read(choice, "id", given.id);
  read(choice, "options", given.options);
  return answer(configure_schedule(given), [&](const Schedule& schedule) {
    std::vector<double> rates;
    for (int step = 0; step < count; ++step) rates.push_back(scheduled_rate(schedule, learning_rate, step));
    return copy_out(rates);
  });
}

double count_parameters(const val& sizes) {
  return static_cast<double>(parameter_count(emscripten::convertJSArrayToNumberVector<int>(sizes)));
}

int find_width(double parameters, int depth, int inputs, int outputs) {
  return width_for(static_cast<Eigen::Index>(parameters), depth, inputs, outputs);
}

val centred(const val& pixels, int width, int height) { return copy_out(centre_digit(copy_in(pixels), width, height)); }

val drawn(const val& points, double pen) {
  const DrawnDigit digit = draw_digit(copy_in(points), pen);
  val out = val::object();
  out.set("plain", copy_out(digit.plain));
  out.set("centred", copy_out(digit.centred));
  return out;
}

}  // namespace

DOWNHILL_BINDINGS(neural) {
  function("neuralCatalog", &catalog);
  function("softmaxOf", &softmax_of);
  function("crossEntropyOfProbabilities", &cross_entropy_of_probabilities);
  function("activationValues", &activation_values);
  function("lossValues", &loss_values);
  function("scheduledRates", &scheduled_rates);
  function("countParameters", &count_parameters);
  function("findWidth", &find_width);
  function("centreDigit", &centred);
  function("drawDigit", &drawn);
}

}  // namespace downhill
