#pragma once

#include <cstdint>
#include <vector>

#include "probability/distribution.hpp"

namespace downhill {

/// Many sums of n draws each, brought to one scale, and held against the standard normal distribution.
struct Sums {
  std::vector<double> standardised;  ///< in the order drawn
  bool exact;  ///< by the mean and deviation of the distribution; else, where it has none, by median and quartiles of the means
  double distance;                               ///< the largest between their distribution function and Φ (Kolmogorov)
  std::vector<double> sorted, normal_quantiles;  ///< what a Q–Q plot shows
};

/// Errors: out_of_range ("terms" in [1, 10,000], "count" in [2, 100,000]; and "terms" · "count" above 10⁸).
Result<Sums> sums_of(const Distribution& distribution, int terms, int count, std::uint64_t seed);

/// Estimators over every sample of size n from a population, drawn with replacement: each sample has the same chance, so means
/// over all of them are exact.
struct AllSamples {
  struct Estimator {
    std::string_view id;         ///< mean, variance-n, variance-n-1
    std::vector<double> values;  ///< for each sample; empty where it is not defined
    double truth;                ///< what it estimates
    double expectation = 0, variance = 0;

    double bias() const { return expectation - truth; }
    double mean_squared_error() const { return variance + bias() * bias(); }
  };
  double population_mean, population_variance;
  std::vector<Estimator> estimators;
};

/// Errors: wrong_dimension and not_finite ("population"), out_of_range ("n"; also where there were more than 200,000 samples).
Result<AllSamples> all_samples(const std::vector<double>& population, int n);

}  // namespace downhill
