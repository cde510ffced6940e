#include "probability/sample_moments.hpp"

#include <cmath>
#include <vector>

#include "core/catch.hpp"
#include "foundation/random.hpp"

using namespace downhill;

namespace {

SampleMoments moments_of(const std::vector<double>& values) {
  SampleMoments moments;
  for (const double x : values) moments.add(x);
  return moments;
}

/// Central moments by two passes in long double.
long double central(const std::vector<double>& values, int power) {
  long double mean = 0, sum = 0;
  for (const double x : values) mean += x;
  mean /= static_cast<long double>(values.size());
  for (const double x : values) sum += std::pow(x - mean, static_cast<long double>(power));
  return sum / static_cast<long double>(values.size());
}

}  // namespace

TEST_CASE("Large numbers close together keep their variance") {
  const std::vector<double> values{1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
  CHECK(*moments_of(values).population_variance() == 22.5);
  CHECK(*moments_of(values).sample_variance() == 30);
  Spread spread;
  for (const double x : values) spread.add(x);
  CHECK(*spread.population_variance() == 22.5);
  CHECK(*spread.sample_variance() == 30);
}

TEST_CASE("What is not defined is missing, not NaN") {
  const SampleMoments none;
  CHECK_FALSE((none.mean() || none.minimum() || none.population_variance() || none.sample_variance() || none.skewness()));
  const SampleMoments one = moments_of({3});
  CHECK(one.mean() == 3.0);
  CHECK(one.population_variance() == 0.0);
  CHECK_FALSE(one.sample_variance().has_value());
  const SampleMoments equal = moments_of({0.1, 0.1, 0.1});
  CHECK(equal.sample_variance() == 0.0);
  CHECK_FALSE(equal.skewness().has_value());
  CHECK_FALSE(equal.excess_kurtosis().has_value());
  CHECK_FALSE(Spread{}.population_variance().has_value());
}

TEST_CASE("Moments agree with two passes in a longer format") {
  const std::uint64_t seed = 11;
  INFO("seed " << seed);
  RandomStream random(seed);
  std::vector<double> values(5000);
  for (double& x : values) x = 1e6 + std::exp(random.normal());
  const SampleMoments moments = moments_of(values);
  const double variance = static_cast<double>(central(values, 2));
  CHECK(*moments.population_variance() == Approx(variance).epsilon(1e-12));
  CHECK(*moments.skewness() == Approx(static_cast<double>(central(values, 3)) / std::pow(variance, 1.5)).epsilon(1e-9));
  CHECK(*moments.excess_kurtosis() ==
        Approx(static_cast<double>(central(values, 4)) / (variance * variance) - 3).epsilon(1e-9));
  CHECK(*moments.minimum() == *std::min_element(values.begin(), values.end()));
  CHECK(*moments.maximum() == *std::max_element(values.begin(), values.end()));
}

TEST_CASE("Merged parts give what one pass gives, however they are cut") {
  const std::uint64_t seed = 12;
  INFO("seed " << seed);
  RandomStream random(seed);
  std::vector<double> x(3000), y(3000);
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = 100 + random.normal();
    y[i] = 3 * x[i] + random.normal();
  }
  const SampleMoments whole = moments_of(x);
  SampleCovariance all;
  for (std::size_t i = 0; i < x.size(); ++i) all.add(x[i], y[i]);
  for (int round = 0; round < 20; ++round) {
    SampleMoments merged;
    SampleCovariance pairs;
    Spread spread;
    for (std::size_t from = 0; from < x.size();) {
      const std::size_t to = std::min(x.size(), from + random.below(700));
      SampleMoments part;
      SampleCovariance part_pairs;
      Spread part_spread;
      for (std::size_t i = from; i < to; ++i) {
        part.add(x[i]);
        part_pairs.add(x[i], y[i]);
        part_spread.add(x[i]);
      }
      merged.merge(part);
      pairs.merge(part_pairs);
      spread.merge(part_spread);
      from = to;
    }
    CHECK(merged.count() == whole.count());
    CHECK(*merged.mean() == Approx(*whole.mean()).epsilon(1e-14));
    CHECK(*merged.sample_variance() == Approx(*whole.sample_variance()).epsilon(1e-12));
    CHECK(*merged.skewness() == Approx(*whole.skewness()).epsilon(1e-9).margin(1e-12));
    CHECK(*merged.excess_kurtosis() == Approx(*whole.excess_kurtosis()).epsilon(1e-9).margin(1e-12));
    CHECK(pairs.products() == Approx(all.products()).epsilon(1e-12));
    CHECK(*pairs.correlation() == Approx(*all.correlation()).epsilon(1e-12));
    CHECK(spread.squares == Approx(*whole.population_variance() * whole.count()).epsilon(1e-12));
  }
}

TEST_CASE("A correlation stays within [-1, 1] and is missing where a column is constant") {
  SampleCovariance constant;
  for (int i = 0; i < 5; ++i) constant.add(0.1, i);
  CHECK_FALSE(constant.correlation().has_value());
  CHECK(constant.squares_x() == 0);
  RandomStream random(13);
  for (int round = 0; round < 2000; ++round) {
    SampleCovariance line;
    const double slope = random.normal(), offset = 1e3 * random.normal();
    for (int i = 0; i < 4; ++i) {
      const double x = random.normal();
      line.add(x, offset + slope * x);
    }
    REQUIRE(std::abs(*line.correlation()) <= 1);
    REQUIRE(std::abs(*line.correlation()) > 1 - 1e-6);
  }
}

TEST_CASE("The ellipse of a cloud lies along its axes") {
  SampleCovariance cloud;  // (3, 3), (-3, -3) along the diagonal, (1, -1), (-1, 1) across
  for (const auto& [x, y] : {std::pair(3.0, 3.0), {-3.0, -3.0}, {1.0, -1.0}, {-1.0, 1.0}}) cloud.add(x, y);
  const auto ellipse = cloud.ellipse();
  CHECK(ellipse.longest == Approx(3));
  CHECK(ellipse.shortest == Approx(1));
  CHECK(ellipse.angle == Approx(std::atan(1.0)));
  SampleCovariance line;
  for (int i = 0; i < 9; ++i) line.add(i, 1e6 + 2 * i);
  CHECK(line.ellipse().shortest == Approx(0).margin(1e-6));
  CHECK(std::tan(line.ellipse().angle) == Approx(2));
}
