#include "probability/weighted.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "foundation/power.hpp"

namespace downhill {
namespace {

// [region moments]
/// Mean, and from it the moments about it.
Moments moments_of(const std::vector<double>& values, const std::vector<double>& shares) {
  double mean = 0, rest = 0;
  for (std::size_t i = 0; i < values.size(); ++i) mean += shares[i] * values[i];
  // What rounding has left over: the mean of values far from 0 keeps its digits.
  for (std::size_t i = 0; i < values.size(); ++i) rest += shares[i] * (values[i] - mean);
  mean += rest;
  std::array<double, 5> about{};
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t k = 2; k <= 4; ++k) about[k] += shares[i] * power(values[i] - mean, static_cast<std::int64_t>(k));
  const double variance = about[2], deviation = std::sqrt(variance);
  if (!(variance > 0)) return {.mean = mean, .variance = variance, .skewness = {}, .excess_kurtosis = {}};
  return {mean, variance, about[3] / (variance * deviation), about[4] / (variance * variance) - 3};
}
// [endregion]

}  // namespace

PowersAbout powers_about(const Moments& moments, double place) {
  // Without a mean |X − c| has none either, and squares are larger still.
  if (!moments.mean) return {std::nullopt, infinity, std::nullopt, infinity};
  const double d = *moments.mean - place;
  PowersAbout about{d};
  if (!moments.variance) return about;
  const double v = *moments.variance;
  about[1] = v + d * d;
  if (v == 0) return {d, d * d, power(d, 3), power(d, 4)};
  // A fourth power is never less than a square less 1.
  if (std::isinf(v) || (moments.excess_kurtosis && std::isinf(*moments.excess_kurtosis))) about[3] = infinity;
  if (std::isinf(v) || !moments.skewness) return about;
  const double third = *moments.skewness * v * std::sqrt(v);
  about[2] = third + 3 * d * v + power(d, 3);
  if (!about[3] && moments.excess_kurtosis)
    about[3] = (*moments.excess_kurtosis + 3) * v * v + 4 * d * third + 6 * d * d * v + power(d, 4);
  return about;
}

Result<Weighted> weighted(const std::vector<double>& values, std::vector<double> weights, double place) {
  if (values.size() != weights.size())
    return Error{ErrorCode::wrong_dimension, "values", static_cast<double>(values.size()), -1, std::to_string(weights.size())};
  for (const double value : values)
    if (!std::isfinite(value)) return Error{ErrorCode::not_finite, "values", value, -1, ""};
  if (!std::isfinite(place)) return Error{ErrorCode::not_finite, "place", place, -1, ""};
  auto shares = shares_of(std::move(weights), "weights");
  if (!shares) return shares.error();
  Weighted beam{.shares = *std::move(shares), .moments = {}, .terms = {}, .powers = {}};
  beam.moments = moments_of(values, beam.shares);
  for (std::size_t k = 0; k < beam.terms.size(); ++k) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      beam.terms[k].push_back(beam.shares[i] * power(values[i] - place, static_cast<std::int64_t>(k) + 1));
      sum += beam.terms[k].back();
    }
    beam.powers[k] = sum;
  }
  return beam;
}

}  // namespace downhill
