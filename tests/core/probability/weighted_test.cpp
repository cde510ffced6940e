#include "probability/weighted.hpp"

#include <cmath>

#include "calculus/parse.hpp"
#include "core/catch.hpp"
#include "probability/expectation.hpp"

using namespace downhill;

namespace {

const std::vector<double> values{-2, 0.5, 1, 4, 9};
const std::vector<double> weights{3, 1, 4, 1, 5};

/// Σ pᵢ (xᵢ − place)ᵏ in a longer format.
long double about(long double place, int power) {
  long double sum = 0, total = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum += weights[i] * std::pow(values[i] - place, static_cast<long double>(power));
    total += weights[i];
  }
  return sum / total;
}

}  // namespace

TEST_CASE("Moments and powers of weighted values are the sums that define them") {
  for (const double place : {-3.0, 0.0, 1.25, 20.0}) {
    INFO("about " << place);
    const auto beam = weighted(values, weights, place);
    REQUIRE(beam);
    const long double mean = about(0, 1), variance = about(mean, 2);
    CHECK(*beam->moments.mean == Approx(static_cast<double>(mean)).epsilon(1e-14));
    CHECK(*beam->moments.variance == Approx(static_cast<double>(variance)).epsilon(1e-14));
    CHECK(*beam->moments.skewness == Approx(static_cast<double>(about(mean, 3) / std::pow(variance, 1.5L))).epsilon(1e-13));
    CHECK(*beam->moments.excess_kurtosis ==
          Approx(static_cast<double>(about(mean, 4) / (variance * variance) - 3)).epsilon(1e-13));
    const PowersAbout closed = powers_about(beam->moments, place);
    for (int k = 1; k <= 4; ++k) {
      const auto at = static_cast<std::size_t>(k - 1);
      CHECK(*beam->powers[at] == Approx(static_cast<double>(about(place, k))).epsilon(1e-13));
      CHECK(*closed[at] == Approx(*beam->powers[at]).epsilon(1e-12));
    }
  }
}

TEST_CASE("Values far from 0 keep the digits of mean and variance") {
  const auto beam = weighted({1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}, {1, 1, 1, 1}, 0);
  CHECK(*beam->moments.mean == 1e9 + 10);
  CHECK(*beam->moments.variance == 22.5);
}

TEST_CASE("Of one value the powers are those of its distance, and its shape is not defined") {
  const auto beam = weighted({3, 5}, {2, 0}, 1);
  CHECK(*beam->moments.mean == 3);
  CHECK(*beam->moments.variance == 0);
  CHECK_FALSE((beam->moments.skewness || beam->moments.excess_kurtosis));
  const PowersAbout closed = powers_about(beam->moments, 1);
  for (std::size_t k = 0; k < 4; ++k) CHECK(*closed[k] == *beam->powers[k]);
}

TEST_CASE("Powers of distances from any place agree with the expectation of a typed power") {
  for (const auto* id : {"normal", "exponential", "binomial", "beta", "gamma", "drawn", "poisson", "uniform"}) {
    const auto distribution = Distribution::create(id, {}, {1, 2, 4});
    REQUIRE(distribution);
    const PowersAbout powers = powers_about(distribution->moments(), 0.75);
    for (int k = 1; k <= 4; ++k) {
      INFO(id << ", power " << k);
      const auto g = parse("(x-0.75)^" + std::to_string(k), {"x"});
      REQUIRE(g);
      const Integral integral = expectation(*g, *distribution);
      CHECK(*powers[static_cast<std::size_t>(k - 1)] == Approx(integral.value).epsilon(1e-9));
    }
  }
}

TEST_CASE("Heavy tails have no powers, or infinite ones") {
  const auto of = [](const char* id, const OptionValues& options) {
    return powers_about(Distribution::create(id, options)->moments(), 1);
  };
  const PowersAbout none = of("cauchy", {});
  CHECK((!none[0] && none[1] == infinity && !none[2] && none[3] == infinity));
  const PowersAbout two = of("student-t", {{"freedom", 2}});
  CHECK((two[0] == -1.0 && two[1] == infinity && !two[2] && two[3] == infinity));
  const PowersAbout three = of("student-t", {{"freedom", 3}});
  CHECK((three[1] == 4.0 && !three[2] && three[3] == infinity));
}

TEST_CASE("Weighted values that make no sense are refused by name") {
  CHECK(weighted({1}, {1, 2}, 0).error().parameter == "values");
  CHECK(weighted({1, NAN}, {1, 2}, 0).error().code == ErrorCode::not_finite);
  CHECK(weighted({1, 2}, {0, 0}, 0).error().code == ErrorCode::no_probability);
  CHECK(weighted({1, 2}, {1, -1}, 0).error().parameter == "weights");
  CHECK(weighted({1, 2}, {1, 1}, INFINITY).error().parameter == "place");
}
