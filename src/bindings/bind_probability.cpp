#include <array>
#include <cmath>

#include "bindings/catalog_out.hpp"
#include "bindings/distribution_in.hpp"
#include "probability/joint_density.hpp"
#include "probability/likelihood.hpp"
#include "probability/risk.hpp"
#include "probability/sample_moments.hpp"
#include "probability/sums.hpp"
#include "probability/weighted.hpp"

namespace downhill {
namespace {

using emscripten::class_;
using emscripten::function;

val parameter_out(const ParameterSpec& parameter) {
  val out = option_out(parameter.option);
  out.set("name", name_out(parameter.name));
  out.set("symbol", std::string(parameter.symbol));
  return out;
}

val distribution_entry_out(const DistributionEntry& entry) {
  val out = val::object();
  out.set("id", entry.id);
  out.set("name", name_out(entry.name));
  out.set("kind", std::string(entry.discrete ? "discrete" : "continuous"));
  out.set("options", list_out(entry.parameters, parameter_out));
  out.set("weights", entry.weighted);
  out.set("formula", std::string(entry.formula));
  return out;
}

val joint_entry_out(const JointEntry& entry) {
  val out = choice_out(entry);
  out.set("xValues", numbers_out(entry.x_values));
  return out;
}

val noise_out(const NoiseEntry& entry) {
  val out = named_out(entry);
  out.set("loss", std::string(entry.loss));
  out.set("centre", std::string(entry.centre));
  return out;
}

val guess_loss_out(const GuessLossEntry& entry) {
  val out = named_out(entry);
  out.set("probability", entry.probability);
  return out;
}

val catalog() {
  val out = val::object();
  out.set("distributions", list_out(distributions(), distribution_entry_out));
  out.set("jointDensities", list_out(joint_densities(), joint_entry_out));
  out.set("noises", list_out(noises(), noise_out));
  out.set("guessLosses", list_out(guess_losses(), guess_loss_out));
  return out;
}

val create_distribution(const val& choice) {
  return answer(distribution_in(choice), [](Distribution&& made) { return val(std::move(made)); });
}

val facts(const Distribution& distribution) {
  val options = val::object();
  for (const auto& [id, value] : distribution.options()) options.set(id, value);
  const Support support = distribution.support(), window = distribution.window();
  const Moments moments = distribution.moments();
  val out = val::object();
  out.set("options", options);
  out.set("weights", numbers_out(distribution.shares()));
  out.set("discrete", distribution.discrete());
  out.set("support", numbers_out(std::array{support.low, support.high}));
  out.set("window", numbers_out(std::array{window.low, window.high}));
  out.set("mode", optional_out(distribution.mode()));
  out.set("median", distribution.quantile(0.5));
  out.set("mean", optional_out(moments.mean));
  out.set("variance", optional_out(moments.variance));
  out.set("skewness", optional_out(moments.skewness));
  out.set("excessKurtosis", optional_out(moments.excess_kurtosis));
  out.set("scipy", distribution.scipy());
  return out;
}

val curves(const Distribution& distribution, const val& x) {
  val out = val::object();
  out.set("density", mapped(x, [&](double at) { return distribution.density(at); }));
  out.set("logDensity", mapped(x, [&](double at) { return distribution.log_density(at); }));
  out.set("cdf", mapped(x, [&](double at) { return distribution.cdf(at); }));
  out.set("upper", mapped(x, [&](double at) { return distribution.upper(at); }));
  return out;
}

val masses(const Distribution& distribution, double from, double to, int limit) {
  std::vector<double> x, mass;
  const Support support = distribution.support();
  const double last = std::min(std::floor(to), support.high);
  for (double at = std::max(std::ceil(from), support.low); at <= last && static_cast<int>(x.size()) < limit; ++at) {
    x.push_back(at);
    mass.push_back(distribution.density(at));
  }
  val out = val::object();
  out.set("x", copy_out(x));
  out.set("mass", copy_out(mass));
  return out;
}

val quantiles(const Distribution& distribution, const val& p) {
  return mapped(p, [&](double at) { return distribution.quantile(at); });
}

val upper_quantiles(const Distribution& distribution, const val& q) {
  return mapped(q, [&](double at) { return distribution.upper_quantile(at); });
}

val sample(const Distribution& distribution, int count, double seed, double first) {
  RandomStream random(static_cast<std::uint64_t>(seed));
  for (double i = 0; i < first; ++i) distribution.draw(random);
  std::vector<double> draws(static_cast<size_t>(count));
  for (double& x : draws) x = distribution.draw(random);
  return copy_out(draws);
}

val powers_out(const PowersAbout& powers) {
  return list_out(powers, [](const std::optional<double>& power) { return optional_out(power); });
}

val powers(const Distribution& distribution, double place) { return powers_out(powers_about(distribution.moments(), place)); }

val weighted_values(const val& values, const val& weights, double place) {
  return answer(weighted(copy_in(values), copy_in(weights), place), [](const Weighted& beam) {
    val out = val::object();
    out.set("shares", copy_out(beam.shares));
    out.set("mean", optional_out(beam.moments.mean));
    out.set("variance", optional_out(beam.moments.variance));
    out.set("skewness", optional_out(beam.moments.skewness));
    out.set("excessKurtosis", optional_out(beam.moments.excess_kurtosis));
    out.set("terms", list_out(beam.terms, [](const std::vector<double>& terms) { return copy_out(terms); }));
    out.set("powers", powers_out(beam.powers));
    return out;
  });
}

val moments(const val& numbers) {
  SampleMoments moments;
  for (const double x : copy_in(numbers)) moments.add(x);
  val out = val::object();
  out.set("count", moments.count());
  out.set("minimum", optional_out(moments.minimum()));
  out.set("maximum", optional_out(moments.maximum()));
  out.set("mean", optional_out(moments.mean()));
  out.set("populationVariance", optional_out(moments.population_variance()));
  out.set("sampleVariance", optional_out(moments.sample_variance()));
  out.set("skewness", optional_out(moments.skewness()));
  out.set("excessKurtosis", optional_out(moments.excess_kurtosis()));
  return out;
}

val covariance(const val& x_numbers, const val& y_numbers) {
  const std::vector<double> x = copy_in(x_numbers), y = copy_in(y_numbers);
  SampleCovariance pairs;
  for (size_t i = 0; i < x.size(); ++i) pairs.add(x[i], y[i]);
  const double n = pairs.count();
  const auto two = [](bool defined, double a, double b) { return defined ? numbers_out(std::array{a, b}) : val::null(); };
  val ellipse = val::null();
  if (n > 0) {
    const auto [longest, shortest, angle] = pairs.ellipse();
    ellipse = val::object();
    ellipse.set("axes", two(true, longest, shortest));
    ellipse.set("angle", angle);
  }
  val out = val::object();
  out.set("count", n);
  out.set("means", two(n > 0, pairs.mean_x(), pairs.mean_y()));
  out.set("populationVariances", two(n > 0, pairs.squares_x() / n, pairs.squares_y() / n));
  out.set("populationCovariance", n > 0 ? val(pairs.products() / n) : val::null());
  out.set("sampleVariances", two(n > 1, pairs.squares_x() / (n - 1), pairs.squares_y() / (n - 1)));
  out.set("sampleCovariance", n > 1 ? val(pairs.products() / (n - 1)) : val::null());
  out.set("correlation", optional_out(pairs.correlation()));
  out.set("ellipse", ellipse);
  return out;
}

val sums(const val& problem) {
  const auto distribution = distribution_in(problem["distribution"]);
  if (!distribution) return failure(distribution.error());
  int terms = 1, count = 1000;
  std::uint64_t seed = 1;
  read(problem, "terms", terms);
  read(problem, "count", count);
  read(problem, "seed", seed);
  return answer(sums_of(*distribution, terms, count, seed), [](const Sums& sums) {
    val out = val::object();
    out.set("standardised", copy_out(sums.standardised));
    out.set("exact", sums.exact);
    out.set("distance", sums.distance);
    out.set("sorted", copy_out(sums.sorted));
    out.set("normalQuantiles", copy_out(sums.normal_quantiles));
    return out;
  });
}

val estimator_out(const AllSamples::Estimator& estimator) {
  const auto number = [&](double value) { return estimator.values.empty() ? val::null() : val(value); };
  val out = val::object();
  out.set("id", std::string(estimator.id));
  out.set("expectation", number(estimator.expectation));
  out.set("bias", number(estimator.bias()));
  out.set("variance", number(estimator.variance));
  out.set("meanSquaredError", number(estimator.mean_squared_error()));
  out.set("values", copy_out(estimator.values));
  return out;
}

val every_sample(const val& population, int n) {
  return answer(all_samples(copy_in(population), n), [](const AllSamples& all) {
    val out = val::object();
    out.set("samples", static_cast<double>(all.estimators.front().values.size()));
    out.set("populationMean", all.population_mean);
    out.set("populationVariance", all.population_variance);
    out.set("estimators", list_out(all.estimators, estimator_out));
    return out;
  });
}

}  // namespace

DOWNHILL_BINDINGS(probability) {
  function("probabilityCatalog", &catalog);
  function("createDistribution", &create_distribution);
  class_<Distribution>("DistributionHandle")
      .function("facts", &facts)
      .function("curves", &curves)
      .function("masses", &masses)
      .function("quantiles", &quantiles)
      .function("upperQuantiles", &upper_quantiles)
      .function("probability", &Distribution::probability)
      .function("powersAbout", &powers)
      .function("sample", &sample);
  function("moments", &moments);
  function("covariance", &covariance);
  function("weighted", &weighted_values);
  function("sums", &sums);
  function("allSamples", &every_sample);
}

}  // namespace downhill
