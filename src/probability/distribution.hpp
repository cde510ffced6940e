#pragma once

#include <variant>

#include "probability/distribution_model.hpp"
#include "probability/distributions/bernoulli.hpp"
#include "probability/distributions/beta.hpp"
#include "probability/distributions/binomial.hpp"
#include "probability/distributions/categorical.hpp"
#include "probability/distributions/cauchy.hpp"
#include "probability/distributions/discrete_uniform.hpp"
#include "probability/distributions/drawn.hpp"
#include "probability/distributions/exponential.hpp"
#include "probability/distributions/gamma.hpp"
#include "probability/distributions/geometric.hpp"
#include "probability/distributions/laplace.hpp"
#include "probability/distributions/log_normal.hpp"
#include "probability/distributions/normal.hpp"
#include "probability/distributions/normal_mixture.hpp"
#include "probability/distributions/poisson.hpp"
#include "probability/distributions/student_t.hpp"
#include "probability/distributions/uniform.hpp"

namespace downhill {

/// Every distribution there is, in the order they are listed to the reader. A new one is one line here.
using DistributionModel =
    std::variant<Bernoulli, Binomial, Geometric, Poisson, DiscreteUniform, Categorical,  //
                 Uniform, Normal, Exponential, Gamma, Beta, StudentT, Cauchy, Laplace, LogNormal, NormalMixture, Drawn>;

/// What the catalog says about a distribution.
struct DistributionEntry {
  std::string id;
  Name name;
  bool discrete;
  bool weighted;  ///< it takes a list of weights as well
  std::string_view formula;
  std::vector<ParameterSpec> parameters;
  Result<DistributionModel> (*from)(const OptionValues&, std::vector<double> shares);
};

const Registry<DistributionEntry>& distributions();

/// Weights as shares that sum to 1. Errors, all of `parameter`: wrong_dimension (none, or more than 100,000), not_finite,
/// out_of_range (a negative one), no_probability (all are 0).
Result<std::vector<double>> shares_of(std::vector<double> weights, const char* parameter);

/// A distribution with its parameters: an immutable value, cheap to copy. Good for any number: NaN gives NaN, what lies beyond
/// the support has density 0.
class Distribution {
 public:
  /// Errors: unknown_id ("distribution"), those of validate_options, those of shares_of ("weights"), and out_of_range where two
  /// parameters do not go together.
  static Result<Distribution> create(std::string_view id, const OptionValues& options = {}, std::vector<double> weights = {});

  const OptionValues& options() const { return options_; }
  const std::vector<double>& shares() const;
  bool discrete() const;
  /// Whether the density is made of level pieces on a bounded support.
  bool flat() const;
  Support support() const;
  /// What is worth showing: all but 1/1000 of the probability on each side, or less where tails are very long.
  Support window() const;
  Moments moments() const;
  /// The most probable value; none where the density has no bound.
  std::optional<double> mode() const;
  std::string scipy() const;

  /// The density, or the mass: 0 between the values of a discrete distribution.
  double density(double x) const;
  double log_density(double x) const;
  /// P(X ≤ x).
  double cdf(double x) const;
  /// P(X > x), by its own formula.
  double upper(double x) const;
  /// P(low ≤ X ≤ high), from the tail that keeps more digits; 0 if low > high.
  double probability(double low, double high) const;
  /// The least x with P(X ≤ x) ≥ p: for a discrete distribution a value that occurs. For p = 0 the lower end of the support.
  double quantile(double p) const;
  /// The least x with P(X > x) ≤ q.
  double upper_quantile(double q) const;
  /// One draw, the same bits from the same stream on every platform.
  double draw(RandomStream& random) const;

 private:
  Distribution(DistributionModel model, OptionValues options) : model_(std::move(model)), options_(std::move(options)) {}

  DistributionModel model_;
  OptionValues options_;
};

}  // namespace downhill
