#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calculus/expression.hpp"
#include "calculus/function.hpp"
#include "probability/distribution.hpp"
#include "probability/quadrature.hpp"
#include "probability/sample_moments.hpp"
#include "probability/sobol.hpp"

namespace downhill {

// What a simulation is to find out: exactly one of these.

/// ∫ f over [from, to].
struct IntervalTarget {
  Expression integrand;
  double from, to;
};
/// E[g(X)].
struct ExpectationTarget {
  Expression g;
  Distribution distribution;
};
/// π: four times the share of points of a square that fall into its circle.
struct DartsTarget {};

using MonteCarloTarget = std::variant<IntervalTarget, ExpectationTarget, DartsTarget>;

/// How draws are made.
enum class Sampler { plain, antithetic, stratified, importance, sobol };

struct SamplerEntry {
  std::string id;
  Name name;
  Sampler sampler;
};

const Registry<SamplerEntry>& samplers();

struct MonteCarloOptions {
  std::string method = "plain";
  int strata = 16;      ///< of stratified, in [2, 4096]: each is drawn from once a round; darts take the largest square number
  int replicates = 32;  ///< of sobol, in [2, 64]: independent scrambles, whose spread tells the error
  double repeat = 0;    ///< of plain, in [0, 0.99]: the chance that a draw is the last one again. Dependent on purpose
  std::uint64_t seed = 1;
  std::optional<Distribution> proposal = {};  ///< of importance: where to draw from
};

/// What draws add up to; the sums of parts can be merged. As numbers it has `numbers()` of them, `fixed_numbers` and one more
/// for each replicate.
struct MonteCarloSums {
  static constexpr int fixed_numbers = 13;

  Spread units;    ///< of what is independent: single draws, antithetic pairs, rounds over all strata
  Spread singles;  ///< of single draws
  Spread batches;  ///< of the means of consecutive draws, where these depend on each other
  double samples = 0, weights = 0, squared_weights = 0;
  double undefined = 0;            ///< draws without a finite value, which are left out
  std::vector<double> replicates;  ///< the sum of each

  void merge(const MonteCarloSums& other);
  void append_to(std::vector<double>& numbers) const;
  static MonteCarloSums from_numbers(const double* numbers, int replicates);
};

struct MonteCarloEstimate {
  double samples = 0;
  double value = std::numeric_limits<double>::quiet_NaN();
  std::optional<double> standard_error = {};  ///< from the spread of independent units, of which there must be two
  std::optional<double> half_width = {};      ///< of the 95 % interval, by Student's t
  std::optional<double> variance = {};        ///< of the integrand over single draws
  std::optional<double> effective = {};       ///< how many independent plain draws these are worth
  std::optional<double> batch_error = {};     ///< of dependent draws: the error by the means of batches
  double undefined = 0;
};

/// A simulation, an immutable value. Draws come in blocks, each from a stream of its own that only depends on the seed and the
/// number of the block; blocks are merged in their order within chunks, and chunks in theirs. So it makes no difference who
/// computes which.
class MonteCarlo {
 public:
  static constexpr int blocks_in_chunk = 128;

  /// Errors: unknown_id ("method", "proposal"), out_of_range ("strata", "replicates", "repeat", "to"), not_finite ("from",
  /// "to"), wrong_dimension ("variables"), not_covered ("proposal"; value = a place where it is never drawn).
  static Result<MonteCarlo> create(MonteCarloTarget target, const MonteCarloOptions& options);

  /// Samples in an independent unit; n counts evaluations of the integrand and is a multiple of it.
  int unit() const { return unit_; }
  double block_samples() const { return block_; }
  double chunk_samples() const { return static_cast<double>(block_) * blocks_in_chunk; }
  int replicates() const { return sampler_ == Sampler::sobol ? options_.replicates : 0; }

  /// The first `samples` of a block, a multiple of the unit. `run`: which of many repetitions; 0 is the simulation itself.
  MonteCarloSums block(double index, int samples, std::uint64_t run = 0) const;
  MonteCarloSums chunk(double index) const;
  MonteCarloEstimate estimate(const MonteCarloSums& sums) const;
  /// The value by sum or quadrature, to hold estimates against.
  Integral exact() const;

  /// Draws number `first` and following: places (two coordinates each for darts) and values of the integrand there.
  struct Draws {
    std::vector<double> places, values;
  };
  Draws draws(double first, int count) const;

 private:
  friend class BlockDraws;

  MonteCarlo(MonteCarloTarget target, MonteCarloOptions options, Sampler sampler);
  RandomStream stream(double block, std::uint64_t run) const;
  MonteCarloSums sobol_block(double index, int samples, std::uint64_t run) const;
  int dimension() const { return std::holds_alternative<DartsTarget>(target_) ? 2 : 1; }
  void sobol_places(const ScrambledSobol& sequence, std::uint32_t first, int count, double* places) const;
  void values(const double* places, int count, double* out) const;

  MonteCarloTarget target_;
  MonteCarloOptions options_;
  Sampler sampler_;
  std::shared_ptr<const Function> integrand_;  // none for darts
  int unit_ = 1, block_ = 1;
  int side_ = 1;      // strata along one side of the square of darts
  double scale_ = 1;  // what the mean of the integrand is multiplied with
};

}  // namespace downhill
