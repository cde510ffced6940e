#include "probability/monte_carlo.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "probability/block_draws.hpp"
#include "probability/block_sums.hpp"
#include "probability/expectation.hpp"
#include "probability/sobol.hpp"

namespace downhill {
namespace {

constexpr int usual_block = 8192;
constexpr int dependent_batch = 256;  // draws whose mean stands for what depends on each other

Error out_of_range(const char* parameter, double value, double low, double high) {
  return {ErrorCode::out_of_range, parameter, value, -1, range_text(low, high)};
}

/// A place where the proposal is never drawn though it should be.
std::optional<double> gap_of(const MonteCarloTarget& target, const Distribution& proposal) {
  if (const auto* interval = std::get_if<IntervalTarget>(&target)) {
    constexpr int places = 257;
    for (int i = 0; i < places; ++i) {
      const double x = interval->from + (interval->to - interval->from) * (i + 0.5) / places;
      if (!(proposal.density(x) > 0)) return x;
    }
    const Support support = proposal.support();
    if (support.low > interval->from) return interval->from;
    if (support.high < interval->to) return interval->to;
    return std::nullopt;
  }
  const Distribution& wanted = std::get<ExpectationTarget>(target).distribution;
  for (int i = 0; i <= 256; ++i) {
    const double p = std::clamp(i / 256.0, 1e-9, 1 - 1e-9), x = wanted.quantile(p);
    if (!(proposal.density(x) > 0) && wanted.density(x) > 0) return x;
  }
  if (proposal.support().low > wanted.support().low) return wanted.support().low;
  if (proposal.support().high < wanted.support().high) return wanted.support().high;
  return std::nullopt;
}

/// Takes out the units in which a value is not finite; how many values are left.
int drop_undefined(double* values, double* weights, int count, int unit, double& undefined) {
  int kept = 0;
  for (int start = 0; start < count; start += unit) {
    const auto bad = std::count_if(values + start, values + start + unit, [](double v) { return !std::isfinite(v); });
    undefined += static_cast<double>(bad);
    if (bad > 0) continue;
    std::copy_n(values + start, unit, values + kept);
    std::copy_n(weights + start, unit, weights + kept);
    kept += unit;
  }
  return kept;
}

}  // namespace

const Registry<SamplerEntry>& samplers() {
  static const Registry<SamplerEntry> registry{
      {"plain", {.ko = "단순", .en = "plain"}, Sampler::plain},
      {"antithetic", {.ko = "대칭쌍", .en = "antithetic"}, Sampler::antithetic},
      {"stratified", {.ko = "층화", .en = "stratified"}, Sampler::stratified},
      {"importance", {.ko = "중요도", .en = "importance"}, Sampler::importance},
      {"sobol", {.ko = "소볼 수열", .en = "Sobol"}, Sampler::sobol},
  };
  return registry;
}

void MonteCarloSums::merge(const MonteCarloSums& other) {
  units.merge(other.units);
  singles.merge(other.singles);
  batches.merge(other.batches);
  samples += other.samples;
  weights += other.weights;
  squared_weights += other.squared_weights;
  undefined += other.undefined;
  replicates.resize(std::max(replicates.size(), other.replicates.size()));
  for (std::size_t i = 0; i < other.replicates.size(); ++i) replicates[i] += other.replicates[i];
}

void MonteCarloSums::append_to(std::vector<double>& numbers) const {
  for (const Spread* spread : {&units, &singles, &batches})
    numbers.insert(numbers.end(), {spread->count, spread->mean, spread->squares});
  numbers.insert(numbers.end(), {samples, weights, squared_weights, undefined});
  numbers.insert(numbers.end(), replicates.begin(), replicates.end());
}

MonteCarloSums MonteCarloSums::from_numbers(const double* numbers, int replicates) {
  const auto spread = [&](int at) { return Spread{numbers[at], numbers[at + 1], numbers[at + 2]}; };
  return {spread(0),   spread(3),   spread(6),   numbers[9],
          numbers[10], numbers[11], numbers[12], {numbers + fixed_numbers, numbers + fixed_numbers + replicates}};
}

MonteCarlo::MonteCarlo(MonteCarloTarget target, MonteCarloOptions options, Sampler sampler)
    : target_(std::move(target)), options_(std::move(options)), sampler_(sampler) {
  if (const auto* interval = std::get_if<IntervalTarget>(&target_)) {
    integrand_ = std::make_shared<const Function>(Function::compile(interval->integrand));
    if (sampler_ != Sampler::importance) scale_ = interval->to - interval->from;
  } else if (const auto* expectation = std::get_if<ExpectationTarget>(&target_)) {
    integrand_ = std::make_shared<const Function>(Function::compile(expectation->g));
  }
  if (sampler_ == Sampler::antithetic) unit_ = 2;
  if (sampler_ == Sampler::stratified) {
    side_ = dimension() == 1 ? options_.strata : static_cast<int>(std::sqrt(options_.strata));
    unit_ = dimension() == 1 ? side_ : side_ * side_;
  }
  if (sampler_ == Sampler::sobol) unit_ = options_.replicates;
  block_ = usual_block / unit_ * unit_;
}

Result<MonteCarlo> MonteCarlo::create(MonteCarloTarget target, const MonteCarloOptions& options) {
  const auto method = samplers().find(options.method, "method");
  if (!method) return method.error();
  const Sampler sampler = (*method)->sampler;
  if (options.strata < 2 || options.strata > 4096) return out_of_range("strata", options.strata, 2, 4096);
  if (options.replicates < 2 || options.replicates > 64) return out_of_range("replicates", options.replicates, 2, 64);
  const double most_repeat = sampler == Sampler::plain ? 0.99 : 0;
  if (!(options.repeat >= 0 && options.repeat <= most_repeat)) return out_of_range("repeat", options.repeat, 0, most_repeat);
  if (const auto* interval = std::get_if<IntervalTarget>(&target)) {
    if (interval->integrand.dimension() != 1)
      return Error{ErrorCode::wrong_dimension, "variables", static_cast<double>(interval->integrand.dimension()), -1, "1"};
    if (!std::isfinite(interval->from)) return Error{ErrorCode::not_finite, "from", interval->from, -1, ""};
    if (!std::isfinite(interval->to)) return Error{ErrorCode::not_finite, "to", interval->to, -1, ""};
    if (interval->from >= interval->to) return wrong_order(interval->from, interval->to);
  }
  if (const auto* expectation = std::get_if<ExpectationTarget>(&target); expectation && expectation->g.dimension() != 1)
    return Error{ErrorCode::wrong_dimension, "variables", static_cast<double>(expectation->g.dimension()), -1, "1"};
  if (sampler == Sampler::importance) {
    if (std::holds_alternative<DartsTarget>(target))
      return Error{ErrorCode::unknown_id, "method", 0, -1, "plain, antithetic, stratified, sobol"};
    const auto* expectation = std::get_if<ExpectationTarget>(&target);
    const bool discrete = expectation && expectation->distribution.discrete();
    if (!options.proposal || options.proposal->discrete() != discrete) {
      std::vector<DistributionEntry> fitting;
      for (const DistributionEntry& entry : distributions())
        if (entry.discrete == discrete) fitting.push_back(entry);
      return Error{ErrorCode::unknown_id, "proposal", 0, -1, joined_ids(fitting)};
    }
    if (const auto gap = gap_of(target, *options.proposal)) return Error{ErrorCode::not_covered, "proposal", *gap, -1, ""};
  }
  return MonteCarlo(std::move(target), options, sampler);
}

RandomStream MonteCarlo::stream(double block, std::uint64_t run) const {
  return RandomStream(options_.seed).split(run).split(static_cast<std::uint64_t>(block));
}

void MonteCarlo::values(const double* places, int count, double* out) const {
  if (integrand_) {
    integrand_->values(places, static_cast<std::size_t>(count), out);
    return;
  }
  for (int i = 0; i < count; ++i)
    out[i] = places[2 * i] * places[2 * i] + places[2 * i + 1] * places[2 * i + 1] < 1 ? 4.0 : 0.0;
}

MonteCarloSums MonteCarlo::block(double index, int samples, std::uint64_t run) const {
  if (sampler_ == Sampler::sobol) return sobol_block(index, samples, run);
  const int batch = BlockDraws::batch_size(unit_);
  const bool weighted = sampler_ == Sampler::importance;
  const auto room = static_cast<std::size_t>(batch + UniformLanes::lanes);
  std::vector<double> places(room * static_cast<std::size_t>(dimension())), found(room), weights(room), means(room);
  BlockDraws draws(*this, stream(index, run));
  MonteCarloSums sums;
  sums.samples = samples;
  for (int start = 0; start < samples; start += batch) {
    int n = std::min(batch, samples - start);
    draws.next(n, places.data(), weights.data());
    values(places.data(), n, found.data());
    if (weighted)
      for (int i = 0; i < n; ++i) found[static_cast<std::size_t>(i)] *= weights[static_cast<std::size_t>(i)];
    if (!std::isfinite(sum_of(found.data(), n))) n = drop_undefined(found.data(), weights.data(), n, unit_, sums.undefined);
    if (weighted) {
      sums.weights += sum_of(weights.data(), n);
      for (int i = 0; i < n; ++i)
        sums.squared_weights += weights[static_cast<std::size_t>(i)] * weights[static_cast<std::size_t>(i)];
    }
    sums.singles.merge(spread_of(found.data(), n));
    if (unit_ > 1) {
      for (int i = 0; i < n / unit_; ++i) means[static_cast<std::size_t>(i)] = sum_of(found.data() + i * unit_, unit_) / unit_;
      sums.units.merge(spread_of(means.data(), n / unit_));
    }
    if (options_.repeat > 0)
      for (int i = 0; i + dependent_batch <= n; i += dependent_batch)
        sums.batches.add(sum_of(found.data() + i, dependent_batch) / dependent_batch);
  }
  if (unit_ == 1) sums.units = sums.singles;
  return sums;
}

MonteCarloSums MonteCarlo::sobol_block(double index, int samples, std::uint64_t run) const {
  constexpr int most = 1024;
  const int rounds = samples / unit_;
  const auto first = static_cast<std::uint32_t>(index * (block_ / unit_));
  std::vector<double> places(static_cast<std::size_t>(most * dimension())), found(most), weights(most);
  MonteCarloSums sums;
  sums.samples = samples;
  const RandomStream seeds = RandomStream(options_.seed).split(run);
  for (int replicate = 0; replicate < unit_; ++replicate) {
    const ScrambledSobol sequence(seeds.split(static_cast<std::uint64_t>(replicate)));
    double sum = 0;
    for (int start = 0; start < rounds; start += most) {
      int n = std::min(most, rounds - start);
      sobol_places(sequence, first + static_cast<std::uint32_t>(start), n, places.data());
      values(places.data(), n, found.data());
      if (!std::isfinite(sum_of(found.data(), n))) n = drop_undefined(found.data(), weights.data(), n, 1, sums.undefined);
      sum += sum_of(found.data(), n);
      sums.singles.merge(spread_of(found.data(), n));
    }
    sums.replicates.push_back(sum);
  }
  return sums;
}

void MonteCarlo::sobol_places(const ScrambledSobol& sequence, std::uint32_t first, int count, double* places) const {
  if (dimension() == 2) {
    for (int i = 0; i < count; ++i) {
      places[2 * i] = 2 * sequence.x(first + static_cast<std::uint32_t>(i)) - 1;
      places[2 * i + 1] = 2 * sequence.y(first + static_cast<std::uint32_t>(i)) - 1;
    }
    return;
  }
  for (int i = 0; i < count; ++i) places[i] = sequence.x(first + static_cast<std::uint32_t>(i));
  if (const auto* interval = std::get_if<IntervalTarget>(&target_)) {
    for (int i = 0; i < count; ++i) places[i] = interval->from + (interval->to - interval->from) * places[i];
  } else {
    const Distribution& distribution = std::get<ExpectationTarget>(target_).distribution;
    for (int i = 0; i < count; ++i) places[i] = distribution.quantile(places[i]);
  }
}

MonteCarloSums MonteCarlo::chunk(double index) const {
  MonteCarloSums sums;
  for (int i = 0; i < blocks_in_chunk; ++i) sums.merge(block(index * blocks_in_chunk + i, block_));
  return sums;
}

MonteCarloEstimate MonteCarlo::estimate(const MonteCarloSums& sums) const {
  MonteCarloEstimate estimate{.samples = sums.samples, .undefined = sums.undefined};
  // [region estimate]
  Spread units = sums.units;
  if (sampler_ == Sampler::sobol)
    for (const double sum : sums.replicates) units.add(sum / ((sums.samples - sums.undefined) / unit_));
  if (units.count < 1 || sums.samples == sums.undefined) return estimate;
  estimate.value = scale_ * units.mean;
  if (const auto variance = sums.singles.sample_variance()) estimate.variance = scale_ * scale_ * *variance;
  if (const auto variance = units.sample_variance()) {
    estimate.standard_error = scale_ * std::sqrt(*variance / units.count);
    estimate.half_width = *estimate.standard_error * StudentT{std::min(units.count - 1, 1e6)}.tail_inverse(0.025);
  }
  // [endregion]
  estimate.effective = sums.samples - sums.undefined;
  if (sampler_ == Sampler::importance)
    estimate.effective = sums.squared_weights > 0 ? sums.weights * (sums.weights / sums.squared_weights) : 0;
  if (options_.repeat > 0) {
    estimate.effective.reset();
    constexpr int least_batches = 16;
    if (sums.batches.count >= least_batches) {
      const double error = std::sqrt(*sums.batches.sample_variance() / sums.batches.count);
      estimate.batch_error = scale_ * error;
      const double alone = *sums.singles.population_variance() / (error * error);
      estimate.effective = error > 0 ? std::min(sums.samples, alone) : sums.samples;
    }
  }
  return estimate;
}

Integral MonteCarlo::exact() const {
  if (const auto* interval = std::get_if<IntervalTarget>(&target_))
    return integrate_expression(interval->integrand, interval->from, interval->to);
  if (const auto* expected = std::get_if<ExpectationTarget>(&target_)) return expectation(expected->g, expected->distribution);
  return {.value = std::numbers::pi};
}

MonteCarlo::Draws MonteCarlo::draws(double first, int count) const {
  Draws all;
  const auto wide = static_cast<std::size_t>(dimension());
  const double last = first + count;
  for (double index = std::floor(first / block_); index * block_ < last; ++index) {
    std::vector<double> places(static_cast<std::size_t>(block_ + UniformLanes::lanes) * wide), weights(places.size()),
        found(places.size());
    if (sampler_ == Sampler::sobol) {
      const RandomStream seeds = RandomStream(options_.seed).split(0);
      const int rounds = block_ / unit_;
      std::vector<double> one(static_cast<std::size_t>(rounds) * wide);
      for (int replicate = 0; replicate < unit_; ++replicate) {
        const ScrambledSobol sequence(seeds.split(static_cast<std::uint64_t>(replicate)));
        sobol_places(sequence, static_cast<std::uint32_t>(index * rounds), rounds, one.data());
        for (int round = 0; round < rounds; ++round)
          std::copy_n(one.data() + static_cast<std::size_t>(round) * wide, wide,
                      places.data() + (static_cast<std::size_t>(round * unit_) + static_cast<std::size_t>(replicate)) * wide);
      }
    } else {
      BlockDraws source(*this, stream(index, 0));
      const int batch = BlockDraws::batch_size(unit_);
      for (int start = 0; start < block_; start += batch)
        source.next(std::min(batch, block_ - start), places.data() + static_cast<std::size_t>(start) * wide,
                    weights.data() + start);
    }
    values(places.data(), block_, found.data());
    const double from = std::max(0.0, first - index * block_), to = std::min<double>(block_, last - index * block_);
    all.places.insert(all.places.end(), places.begin() + static_cast<std::ptrdiff_t>(from * static_cast<double>(wide)),
                      places.begin() + static_cast<std::ptrdiff_t>(to * static_cast<double>(wide)));
    all.values.insert(all.values.end(), found.begin() + static_cast<std::ptrdiff_t>(from),
                      found.begin() + static_cast<std::ptrdiff_t>(to));
  }
  return all;
}

}  // namespace downhill
