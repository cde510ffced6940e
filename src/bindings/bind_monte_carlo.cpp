#include <algorithm>
#include <span>

#include "bindings/catalog_out.hpp"
#include "bindings/distribution_in.hpp"
#include "bindings/expression_handle.hpp"
#include "probability/expectation.hpp"
#include "probability/monte_carlo_run.hpp"

namespace downhill {
namespace {

using emscripten::class_;
using emscripten::function;

val catalog() {
  val out = val::object();
  out.set("samplers", list_out(samplers(), named_out<SamplerEntry>));
  return out;
}

val integral_out(const Integral& integral) {
  val out = val::object();
  out.set("value", integral.value);
  out.set("errorBound", integral.error);
  out.set("evaluations", static_cast<double>(integral.evaluations));
  out.set("outcome", std::string(id_of(integral.outcome)));
  out.set("at", integral.at);
  return out;
}

val integral(ExpressionHandle& f, double from, double to) {
  return integral_out(integrate_expression(f.expression(), from, to));
}

val expected(ExpressionHandle& g, const val& choice) {
  const auto distribution = distribution_in(choice);
  if (!distribution) return failure(distribution.error());
  val out = integral_out(expectation(g.expression(), *distribution));
  out.set("method", std::string(distribution->discrete() ? "sum" : "quadrature"));
  return out;
}

/// `formula`: of the integrand or of g; null (address 0) for darts, which have none.
Result<MonteCarlo> simulation_in(Address formula, const val& problem) {
  MonteCarloOptions options;
  read(problem, "method", options.method);
  read(problem, "strata", options.strata);
  read(problem, "replicates", options.replicates);
  read(problem, "repeat", options.repeat);
  read(problem, "seed", options.seed);
  if (const val proposal = problem["proposal"]; !proposal.isUndefined()) {
    auto chosen = distribution_in(proposal);
    if (!chosen) return chosen.error();
    options.proposal = *std::move(chosen);
  }
  const val target = problem["target"];
  const std::string kind = target["kind"].as<std::string>();
  if (formula == 0) return MonteCarlo::create(DartsTarget{}, options);
  const Expression& expression = reinterpret_cast<ExpressionHandle*>(formula)->expression();
  if (kind == "integral") {
    double from = 0, to = 1;
    read(target, "from", from);
    read(target, "to", to);
    return MonteCarlo::create(IntervalTarget{expression, from, to}, options);
  }
  auto distribution = distribution_in(target["distribution"]);
  if (!distribution) return distribution.error();
  return MonteCarlo::create(ExpectationTarget{expression, *std::move(distribution)}, options);
}

val create_run(Address formula, const val& problem) {
  return answer(simulation_in(formula, problem),
                [](MonteCarlo&& simulation) { return val(MonteCarloRun(std::move(simulation))); });
}

val facts(const MonteCarloRun& run) {
  val out = val::object();
  out.set("unit", run.simulation().unit());
  out.set("chunkSamples", run.simulation().chunk_samples());
  out.set("exact", integral_out(run.simulation().exact()));
  return out;
}

double chunk_samples(const MonteCarloRun& run) { return run.simulation().chunk_samples(); }

val estimate(const MonteCarloRun& run) {
  const MonteCarloEstimate estimate = run.estimate();
  val out = val::object();
  out.set("samples", estimate.samples);
  out.set("value", estimate.value);
  out.set("standardError", optional_out(estimate.standard_error));
  out.set("halfWidth", optional_out(estimate.half_width));
  out.set("variance", optional_out(estimate.variance));
  out.set("effectiveSamples", optional_out(estimate.effective));
  out.set("batchError", optional_out(estimate.batch_error));
  out.set("undefinedDraws", estimate.undefined);
  return out;
}

val history_out(const MonteCarloHistory& history, size_t from) {
  const auto rest = [from](const std::vector<double>& all) {
    return copy_out(std::span(all).subspan(std::min(from, all.size())));
  };
  val out = val::object();
  out.set("samples", rest(history.samples));
  out.set("values", rest(history.values));
  out.set("standardErrors", rest(history.standard_errors));
  out.set("halfWidths", rest(history.half_widths));
  return out;
}

val history(const MonteCarloRun& run, int from) { return history_out(run.history(), static_cast<size_t>(from)); }

val draws(const MonteCarloRun& run, double first, int count) {
  const MonteCarlo::Draws draws = run.simulation().draws(first, count);
  val out = val::object();
  out.set("x", copy_out(draws.places));
  out.set("y", copy_out(draws.values));
  return out;
}

void absorb(MonteCarloRun& run, const val& summaries) {
  const std::vector<double> numbers = copy_in(summaries);
  const int replicates = run.simulation().replicates();
  const auto width = static_cast<size_t>(MonteCarloSums::fixed_numbers + replicates);
  for (size_t at = 0; at + width <= numbers.size(); at += width)
    run.absorb(MonteCarloSums::from_numbers(numbers.data() + at, replicates));
}

val chunks(Address formula, const val& problem, double first, double last) {
  return answer(simulation_in(formula, problem), [=](const MonteCarlo& simulation) {
    std::vector<double> numbers;
    for (double index = first; index < last; ++index) simulation.chunk(index).append_to(numbers);
    return copy_out(numbers);
  });
}

val repeats(Address formula, const val& problem, double samples, double first, double last) {
  return answer(simulation_in(formula, problem), [=](const MonteCarlo& simulation) {
    return history_out(repeat_runs(simulation, samples, static_cast<std::uint64_t>(first), static_cast<std::uint64_t>(last)),
                       0);
  });
}

val repeat_summary(const val& values, const val& half_widths, double exact) {
  const RepeatSummary summary = summarise_repeats(copy_in(values), copy_in(half_widths), exact);
  val out = val::object();
  out.set("runs", summary.runs);
  out.set("held", summary.held);
  out.set("mean", summary.mean);
  out.set("deviation", optional_out(summary.deviation));
  out.set("error", optional_out(summary.error));
  return out;
}

val power_law(const val& x, const val& y) {
  const auto law = fit_power_law(copy_in(x), copy_in(y));
  if (!law) return val::null();
  val out = val::object();
  out.set("exponent", law->exponent);
  out.set("factor", law->factor);
  return out;
}

}  // namespace

DOWNHILL_BINDINGS(monte_carlo) {
  function("monteCarloCatalog", &catalog);
  function("integral", &ByAddress<&integral>::call);
  function("expectation", &ByAddress<&expected>::call);
  function("createMonteCarlo", &create_run);
  class_<MonteCarloRun>("MonteCarloHandle")
      .function("facts", &facts)
      .function("seek", &MonteCarloRun::seek)
      .function("samples", &MonteCarloRun::samples)
      .function("chunkSamples", &chunk_samples)
      .function("estimate", &estimate)
      .function("history", &history)
      .function("draws", &draws)
      .function("absorb", &absorb);
  function("monteCarloChunks", &chunks);
  function("monteCarloRepeats", &repeats);
  function("repeatSummary", &repeat_summary);
  function("powerLaw", &power_law);
}

}  // namespace downhill
