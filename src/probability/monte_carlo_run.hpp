#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "probability/monte_carlo.hpp"

namespace downhill {

/// One estimate after n samples, for each of several n. NaN stands for what is not defined.
struct MonteCarloHistory {
  std::vector<double> samples, values, standard_errors, half_widths;

  void add(const MonteCarloEstimate& estimate);
};

/// A simulation that goes on: after n samples it stands where any other run of the same simulation does, whatever the steps.
class MonteCarloRun {
 public:
  explicit MonteCarloRun(MonteCarlo simulation);

  const MonteCarlo& simulation() const { return simulation_; }
  /// More samples than there are streams for.
  double most_samples() const;

  /// Goes to n samples, forward or back; rounded up to a whole unit.
  void seek(double samples);
  double samples() const { return samples_; }
  MonteCarloEstimate estimate() const { return simulation_.estimate(sums()); }
  /// Estimates at n that lie evenly on a logarithmic axis, 24 for each power of ten, as far as the run ever went. Beyond a
  /// block n is a multiple of that, beyond a chunk of that.
  const MonteCarloHistory& history() const { return history_; }
  /// Takes in the sums of the chunk that comes next; the run must stand at its start.
  void absorb(const MonteCarloSums& chunk);

 private:
  MonteCarloSums sums() const;
  double next_recorded(double samples) const;
  void record();
  void end_chunk(const MonteCarloSums& chunk);

  MonteCarlo simulation_;
  double samples_ = 0;
  MonteCarloSums chunks_, blocks_;           // of whole chunks; of whole blocks since
  std::vector<MonteCarloSums> checkpoints_;  // before each of the first chunks, to go back to
  double recorded_ = 0;
  MonteCarloHistory history_;
};

/// The same simulation with `samples` repeated: runs first to last − 1, each with a stream of its own. samples ≤ 10⁸.
MonteCarloHistory repeat_runs(const MonteCarlo& simulation, double samples, std::uint64_t first, std::uint64_t last);

/// How repeated runs did against the exact value. Runs without an interval are left out.
struct RepeatSummary {
  double runs = 0, held = 0;                               ///< how many there are, and how many intervals hold the value
  double mean = std::numeric_limits<double>::quiet_NaN();  ///< of the estimates
  std::optional<double> deviation = {};                    ///< of the estimates, divided by n − 1
  std::optional<double> error = {};                        ///< root mean square of estimate − value
};

RepeatSummary summarise_repeats(const std::vector<double>& values, const std::vector<double>& half_widths, double exact);

/// y = factor · x^exponent, the least squares line through the logarithms. Pairs that are not finite and positive are left out.
struct PowerLaw {
  double exponent, factor;
};

/// None with fewer than two different x.
std::optional<PowerLaw> fit_power_law(const std::vector<double>& x, const std::vector<double>& y);

}  // namespace downhill
