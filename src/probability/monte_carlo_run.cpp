#include "probability/monte_carlo_run.hpp"

#include <algorithm>
#include <cmath>

namespace downhill {
namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_checkpoints = 1024;
constexpr double recorded_in_decade = 24;

double rounded_up(double x, double step) { return std::ceil(x / step) * step; }

}  // namespace

void MonteCarloHistory::add(const MonteCarloEstimate& estimate) {
  samples.push_back(estimate.samples);
  values.push_back(estimate.value);
  standard_errors.push_back(estimate.standard_error.value_or(not_defined));
  half_widths.push_back(estimate.half_width.value_or(not_defined));
}

MonteCarloRun::MonteCarloRun(MonteCarlo simulation) : simulation_(std::move(simulation)) { checkpoints_.push_back({}); }

double MonteCarloRun::most_samples() const {
  constexpr double most = 1e12, sobol_points = 0x1p32;
  return simulation_.replicates() > 0 ? std::min(most, sobol_points * simulation_.unit()) : most;
}

double MonteCarloRun::next_recorded(double samples) const {
  const double chunk = simulation_.chunk_samples(), block = simulation_.block_samples();
  // The place on the axis, found by its number so that it does not depend on the way there.
  for (double k = std::floor(recorded_in_decade * std::log10(std::max(1.0, samples)));; ++k) {
    double n = std::ceil(std::pow(10, k / recorded_in_decade) - 1e-9);
    n = rounded_up(n, n > chunk ? chunk : n > block ? block : simulation_.unit());
    if (n > samples) return n;
  }
}

MonteCarloSums MonteCarloRun::sums() const {
  MonteCarloSums sums = chunks_;
  sums.merge(blocks_);
  const double block = simulation_.block_samples(), index = std::floor(samples_ / block), rest = samples_ - index * block;
  if (rest > 0) sums.merge(simulation_.block(index, static_cast<int>(rest)));
  return sums;
}

void MonteCarloRun::record() {
  if (samples_ <= recorded_) return;
  recorded_ = samples_;
  history_.add(estimate());
}

void MonteCarloRun::end_chunk(const MonteCarloSums& chunk) {
  chunks_.merge(chunk);
  blocks_ = {};
  const auto index = static_cast<std::size_t>(chunks_.samples / simulation_.chunk_samples());
  if (index == checkpoints_.size() && index < most_checkpoints) checkpoints_.push_back(chunks_);
}

void MonteCarloRun::seek(double samples) {
  samples = std::min(rounded_up(std::max(0.0, samples), simulation_.unit()), most_samples());
  const double block = simulation_.block_samples(), chunk = simulation_.chunk_samples();
  if (samples < samples_) {
    const double index = std::min(std::floor(samples / chunk), static_cast<double>(checkpoints_.size() - 1));
    chunks_ = checkpoints_[static_cast<std::size_t>(index)];
    blocks_ = {};
    samples_ = index * chunk;
  }
  while (samples_ < samples) {
    const double index = std::floor(samples_ / block), end = (index + 1) * block;
    const double noted = next_recorded(std::max(samples_, recorded_));
    const double next = std::min({samples, noted, end});
    if (next == end) {
      blocks_.merge(simulation_.block(index, static_cast<int>(block)));
      if (std::fmod(index + 1, MonteCarlo::blocks_in_chunk) == 0) end_chunk(blocks_);
    }
    samples_ = next;
    if (samples_ == noted) record();
  }
}

void MonteCarloRun::absorb(const MonteCarloSums& chunk) {
  const double noted = next_recorded(std::max(samples_, recorded_));
  samples_ += simulation_.chunk_samples();
  end_chunk(chunk);
  if (samples_ == noted) record();
}

MonteCarloHistory repeat_runs(const MonteCarlo& simulation, double samples, std::uint64_t first, std::uint64_t last) {
  MonteCarloHistory all;
  const double block = simulation.block_samples();
  samples = rounded_up(samples, simulation.unit());
  for (std::uint64_t run = first; run < last; ++run) {
    MonteCarloSums sums;
    for (double done = 0; done < samples; done += block)
      sums.merge(simulation.block(done / block, static_cast<int>(std::min(block, samples - done)), run + 1));
    all.add(simulation.estimate(sums));
  }
  return all;
}

RepeatSummary summarise_repeats(const std::vector<double>& values, const std::vector<double>& half_widths, double exact) {
  Spread estimates;
  RepeatSummary summary;
  double squares = 0;
  // Where nothing scatters an estimate is off by rounding alone.
  const double rounding = 16 * std::numeric_limits<double>::epsilon() * std::abs(exact);
  for (std::size_t run = 0; run < values.size(); ++run) {
    if (!std::isfinite(values[run]) || !std::isfinite(half_widths[run])) continue;
    const double error = values[run] - exact;
    estimates.add(values[run]);
    squares += error * error;
    if (std::abs(error) <= half_widths[run] + rounding) ++summary.held;
  }
  summary.runs = estimates.count;
  if (estimates.count == 0) return summary;
  summary.mean = estimates.mean;
  if (const auto variance = estimates.sample_variance()) summary.deviation = std::sqrt(*variance);
  if (std::isfinite(exact)) summary.error = std::sqrt(squares / estimates.count);
  return summary;
}

std::optional<PowerLaw> fit_power_law(const std::vector<double>& x, const std::vector<double>& y) {
  SampleCovariance line;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x[i] > 0 && y[i] > 0 && std::isfinite(x[i]) && std::isfinite(y[i])) line.add(std::log(x[i]), std::log(y[i]));
  if (!(line.squares_x() > 0)) return std::nullopt;
  const double exponent = line.products() / line.squares_x();
  return PowerLaw{exponent, std::exp(line.mean_y() - exponent * line.mean_x())};
}

}  // namespace downhill
