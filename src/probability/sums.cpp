#include "probability/sums.hpp"

#include <algorithm>
#include <cmath>

#include "probability/sample_moments.hpp"

namespace downhill {

Result<Sums> sums_of(const Distribution& distribution, int terms, int count, std::uint64_t seed) {
  const auto out_of_range = [](const char* parameter, int value, int low, int high) {
    return Error{ErrorCode::out_of_range, parameter, static_cast<double>(value), -1, range_text(low, high)};
  };
  constexpr int most_draws = 100'000'000;
  if (terms < 1 || terms > 10'000) return out_of_range("terms", terms, 1, 10'000);
  if (count < 2 || count > 100'000) return out_of_range("count", count, 2, 100'000);
  if (count > most_draws / terms) return out_of_range("count", count, 2, most_draws / terms);

  Sums sums{};
  const RandomStream root(seed);
  for (int i = 0; i < count; ++i) {
    RandomStream random = root.split(static_cast<std::uint64_t>(i));
    double sum = 0;
    for (int k = 0; k < terms; ++k) sum += distribution.draw(random);
    sums.standardised.push_back(sum);
  }
  const Moments moments = distribution.moments();
  sums.exact = moments.mean && moments.variance && std::isfinite(*moments.variance) && *moments.variance > 0;
  double centre, deviation;
  if (sums.exact) {
    centre = *moments.mean * terms;
    deviation = std::sqrt(*moments.variance * terms);
  } else {
    std::vector<double> ordered = sums.standardised;
    std::sort(ordered.begin(), ordered.end());
    constexpr double normal_half_quartiles = 0.67448975019608174;
    centre = ordered[ordered.size() / 2];
    deviation = (ordered[ordered.size() * 3 / 4] - ordered[ordered.size() / 4]) / (2 * normal_half_quartiles);
    if (!(deviation > 0)) deviation = 1;
  }
  for (double& sum : sums.standardised) sum = (sum - centre) / deviation;
  sums.sorted = sums.standardised;
  std::sort(sums.sorted.begin(), sums.sorted.end());
  for (int i = 0; i < count; ++i) {
    const double z = sums.sorted[static_cast<std::size_t>(i)], below = standard_normal_cdf(z);
    // The distance at a step, from both its sides; several equal values make one step.
    const bool first = i == 0 || sums.sorted[static_cast<std::size_t>(i - 1)] < z;
    const bool last = i + 1 == count || sums.sorted[static_cast<std::size_t>(i + 1)] > z;
    if (first) sums.distance = std::max(sums.distance, below - static_cast<double>(i) / count);
    if (last) sums.distance = std::max(sums.distance, static_cast<double>(i + 1) / count - below);
    sums.normal_quantiles.push_back(normal_quantile((i + 0.5) / count));
  }
  return sums;
}

Result<AllSamples> all_samples(const std::vector<double>& population, int n) {
  constexpr double most_samples = 200'000;
  const std::size_t size = population.size();
  if (size < 1 || size > 100)
    return Error{ErrorCode::wrong_dimension, "population", static_cast<double>(size), -1, range_text(1, 100)};
  SampleMoments all;
  for (const double x : population) {
    if (!std::isfinite(x)) return Error{ErrorCode::not_finite, "population", x, -1, ""};
    all.add(x);
  }
  const double most = size == 1 ? 1000 : std::floor(std::log(most_samples) / std::log(static_cast<double>(size)) + 1e-9);
  if (n < 1 || n > most) return Error{ErrorCode::out_of_range, "n", static_cast<double>(n), -1, range_text(1, most)};

  AllSamples found{*all.mean(), *all.population_variance(), {}};
  found.estimators = {{"mean", {}, found.population_mean},
                      {"variance-n", {}, found.population_variance},
                      {"variance-n-1", {}, found.population_variance}};
  std::vector<std::size_t> chosen(static_cast<std::size_t>(n));
  for (bool more = true; more;) {
    Spread sample;
    for (const std::size_t index : chosen) sample.add(population[index]);
    found.estimators[0].values.push_back(sample.mean);
    found.estimators[1].values.push_back(*sample.population_variance());
    if (const auto variance = sample.sample_variance()) found.estimators[2].values.push_back(*variance);
    // The next sample, as an odometer counts.
    more = false;
    for (std::size_t& index : chosen) {
      if (++index < size) {
        more = true;
        break;
      }
      index = 0;
    }
  }
  for (AllSamples::Estimator& estimator : found.estimators) {
    Spread spread;
    for (const double value : estimator.values) spread.add(value);
    estimator.expectation = spread.mean;
    estimator.variance = spread.population_variance().value_or(0);
  }
  return found;
}

}  // namespace downhill
