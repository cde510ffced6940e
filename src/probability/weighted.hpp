#pragma once

#include <array>
#include <vector>

#include "probability/distribution.hpp"

namespace downhill {

/// Expected powers of the distance from a place c: E[(X − c)ᵏ] for k = 1 to 4. Infinite where it is infinite, missing where it
/// does not exist or is not known.
using PowersAbout = std::array<std::optional<double>, 4>;

/// By the binomial theorem from the moments about the mean.
PowersAbout powers_about(const Moments& moments, double place);

/// Values with a weight each: what a beam carries.
struct Weighted {
  std::vector<double> shares;                ///< the weights, made to sum to 1
  Moments moments;                           ///< skewness and kurtosis are missing where all the weight is at one value
  std::array<std::vector<double>, 4> terms;  ///< share · (value − place)ᵏ, value by value
  PowersAbout powers;                        ///< their sums
};

/// Errors: those of shares_of ("weights"), wrong_dimension and not_finite ("values"), not_finite ("place").
Result<Weighted> weighted(const std::vector<double>& values, std::vector<double> weights, double place);

}  // namespace downhill
