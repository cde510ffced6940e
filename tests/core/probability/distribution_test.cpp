#include "probability/distribution.hpp"

#include <cmath>
#include <limits>

#include "core/catch.hpp"
#include "core/probability/distribution_values.hpp"

using namespace downhill;

namespace {

Distribution make(const char* id, const OptionValues& options = {}, std::vector<double> weights = {}) {
  if (weights.empty() && (*distributions().find(id, ""))->weighted) weights = {1, 4, 2, 3};
  return Distribution::create(id, options, std::move(weights)).value();
}

/// Relative, but for numbers below the smallest that have all their digits.
bool near(double value, double expected, double tolerance) {
  if (std::abs(expected) < 1e-290) return std::abs(value) < 1e-289;
  return std::abs(value - expected) <= tolerance * std::abs(expected);
}

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("Densities and both tails agree with 60-digit arithmetic to 1e-12 over the whole range of parameters") {
  const auto rows = read_distribution_values();
  REQUIRE(rows.size() > 800);
  for (const DistributionValue& row : rows) {
    INFO(row.line);
    const auto distribution = Distribution::create(row.id, row.options, row.weights);
    REQUIRE(distribution.ok());
    const double log_density = distribution->log_density(row.x);
    // An absolute error of the logarithm is a relative one of the density.
    const double scale = std::max(1.0, std::abs(row.log_density));
    if (log_density != row.log_density) CHECK(std::abs(log_density - row.log_density) <= 1e-12 * scale);
    CHECK(near(distribution->density(row.x), std::exp(row.log_density), 2e-12 * scale));
    CAPTURE(distribution->cdf(row.x), distribution->upper(row.x));
    CHECK(near(distribution->cdf(row.x), row.cdf, 1e-12));
    CHECK(near(distribution->upper(row.x), row.upper, 1e-12));
  }
}

TEST_CASE("Every distribution has rows in the table of values") {
  const auto rows = read_distribution_values();
  for (const DistributionEntry& entry : distributions()) {
    INFO(entry.id);
    CHECK(std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == entry.id; }));
  }
  CHECK(distributions().size() >= 17);
}

TEST_CASE("Quantiles undo the distribution function, from either tail") {
  for (const DistributionValue& row : read_distribution_values()) {
    INFO(row.line);
    const auto distribution = Distribution::create(row.id, row.options, row.weights).value();
    const double p = distribution.cdf(row.x), q = distribution.upper(row.x), density = distribution.density(row.x);
    if (distribution.discrete()) {
      // Where the other tail has taken all digits, several values share one p.
      if (p > 1e-300 && p < 0.9 && density > 1e-10 * p) CHECK(distribution.quantile(p) == row.x);
      if (q > 1e-300 && q < 0.9 && density > 1e-10 * q) CHECK(distribution.upper_quantile(q) == row.x);
    } else {
      // What a few units in the last place of p, and of x, make of x.
      const auto tolerance = [&](double tail) { return 100 * epsilon * std::abs(row.x) + 100 * epsilon * tail / density; };
      if (p > 1e-290 && p < 1 && density > 0) {
        CAPTURE(p, distribution.quantile(p));
        CHECK(std::abs(distribution.quantile(p) - row.x) <= tolerance(p));
      }
      if (q > 1e-290 && q < 1 && density > 0) {
        CAPTURE(q, distribution.upper_quantile(q));
        CHECK(std::abs(distribution.upper_quantile(q) - row.x) <= tolerance(q));
      }
    }
  }
}

TEST_CASE("Values that other programs got wrong") {
  CHECK(make("poisson", {{"rate", 200}}).density(200) == Approx(0.0281977).epsilon(1e-5));
  CHECK(make("poisson", {{"rate", 200}}).cdf(200) == Approx(0.518794).epsilon(1e-5));
  CHECK(make("binomial", {{"trials", 1200}}).density(600) == Approx(0.0230281).epsilon(1e-5));
  CHECK(make("binomial", {{"trials", 30}}).density(15) == Approx(0.144464).epsilon(1e-5));
  CHECK(make("binomial", {{"trials", 10}, {"probability", 0.3}}).density(12) == 0);
  CHECK(make("student-t", {{"freedom", 3}}).cdf(-5) == Approx(0.00770).epsilon(1e-3));
  CHECK(make("student-t", {{"freedom", 3}}).cdf(-1) == Approx(0.19550).epsilon(1e-4));
  CHECK(make("beta", {{"alpha", 1}, {"beta", 4}}).density(0) == Approx(4).epsilon(1e-15));
  CHECK(make("beta", {{"alpha", 4}, {"beta", 1}}).density(1) == Approx(4).epsilon(1e-15));
  CHECK(make("beta", {{"alpha", 200}, {"beta", 4000}}).density(0.05) == Approx(89.8323).epsilon(1e-6));
  const Distribution gamma = make("gamma", {{"shape", 4}, {"scale", 2}});
  CHECK(gamma.cdf(1) == Approx(0.00175162).epsilon(1e-5));
  CHECK(gamma.cdf(-1) == 0);
  CHECK(make("normal").cdf(-10) == Approx(7.6199e-24).epsilon(1e-4));
  CHECK(make("normal").upper(10) == make("normal").cdf(-10));  // 1 − cdf(10) would be 0
  CHECK(make("normal").quantile(0) == -infinity);
  CHECK(make("normal").quantile(0.5) == 0);
}

TEST_CASE("At the walls: infinities, NaN, beyond the support") {
  for (const DistributionEntry& entry : distributions()) {
    INFO(entry.id);
    const Distribution distribution = make(entry.id.c_str());
    const Support support = distribution.support();
    CHECK(distribution.cdf(-infinity) == 0);
    CHECK(distribution.upper(-infinity) == 1);
    CHECK(distribution.cdf(infinity) == 1);
    CHECK(distribution.upper(infinity) == 0);
    for (const double x : {-infinity, infinity}) {
      CHECK(distribution.density(x) == 0);
      CHECK(distribution.log_density(x) == -infinity);
    }
    CHECK(std::isnan(distribution.density(not_a_number)));
    CHECK(std::isnan(distribution.log_density(not_a_number)));
    CHECK(std::isnan(distribution.cdf(not_a_number)));
    CHECK(std::isnan(distribution.upper(not_a_number)));
    for (const double p : {not_a_number, -0.1, 1.1}) {
      CHECK(std::isnan(distribution.quantile(p)));
      CHECK(std::isnan(distribution.upper_quantile(p)));
    }
    CHECK(distribution.quantile(0) == support.low);
    CHECK(distribution.quantile(1) == support.high);
    CHECK(distribution.upper_quantile(1) == support.low);
    CHECK(distribution.upper_quantile(0) == support.high);
    if (std::isfinite(support.low)) {
      CHECK(distribution.density(support.low - 1) == 0);
      CHECK(distribution.cdf(support.low - 1) == 0);
      CHECK(distribution.upper(support.low - 1) == 1);
    }
    if (entry.discrete) CHECK(distribution.density(support.low + 0.5) == 0);
    const Support window = distribution.window();
    CHECK((std::isfinite(window.low) && std::isfinite(window.high) && window.low < window.high));
    CHECK(distribution.scipy().starts_with("scipy.stats."));
  }
}

TEST_CASE("Tails and quantiles are monotone and never leave [0, 1]") {
  for (const DistributionValue& row : read_distribution_values()) {
    INFO(row.line);
    const auto distribution = Distribution::create(row.id, row.options, row.weights).value();
    const Support window = distribution.window();
    double before = 0, upper_before = 1;
    for (int i = 0; i <= 40; ++i) {
      const double x = window.low + (window.high - window.low) * i / 40;
      const double cdf = distribution.cdf(x), upper = distribution.upper(x);
      REQUIRE((cdf >= 0 && cdf <= 1 && upper >= 0 && upper <= 1));
      REQUIRE(cdf + upper == Approx(1).epsilon(1e-12));
      REQUIRE(cdf >= before * (1 - 1e-12));
      REQUIRE(upper <= upper_before * (1 + 1e-12));
      before = cdf;
      upper_before = upper;
    }
  }
}

TEST_CASE("A quantile of a discrete distribution is the least value that reaches p") {
  for (const DistributionEntry& entry : distributions()) {
    if (!entry.discrete) continue;
    INFO(entry.id);
    const Distribution distribution = make(entry.id.c_str());
    for (int i = 1; i < 200; ++i) {
      const double p = i / 200.0;
      INFO("p = " << p);
      const double x = distribution.quantile(p), y = distribution.upper_quantile(p);
      CHECK(distribution.cdf(x) >= p);
      if (x > distribution.support().low) CHECK(distribution.cdf(x - 1) < p);
      CHECK(distribution.upper(y) <= p);
      if (y > distribution.support().low) CHECK(distribution.upper(y - 1) > p);
    }
  }
}

TEST_CASE("The probability of an interval holds both its ends and keeps the digits of a far tail") {
  const Distribution die = make("discrete-uniform");
  CHECK(die.probability(2, 4) == Approx(0.5));
  CHECK(die.probability(1.5, 4.5) == Approx(0.5));
  CHECK(die.probability(4, 2) == 0);
  CHECK(die.probability(3, 3) == Approx(1.0 / 6));
  const Distribution normal = make("normal");
  CHECK(normal.probability(-1, 1) == Approx(0.68268949213708590).epsilon(1e-14));
  CHECK(normal.probability(10, 11) == Approx(7.6198530241605261e-24 - 1.9106595744986566e-28).epsilon(1e-12));
  CHECK(normal.probability(3, 3) == 0);
  CHECK(normal.probability(-infinity, infinity) == 1);
  CHECK(std::isnan(normal.probability(not_a_number, 1)));
}

TEST_CASE("What cannot be a distribution is refused with its parameter and range") {
  const auto refused = [](const char* id, const OptionValues& options, std::vector<double> weights = {}) {
    const auto result = Distribution::create(id, options, std::move(weights));
    REQUIRE_FALSE(result.ok());
    return result.error();
  };
  Error error = refused("normal", {{"deviation", 0}});
  CHECK(error.code == ErrorCode::out_of_range);
  CHECK(error.parameter == "deviation");
  CHECK(error.value == 0);
  CHECK(error.expected == "[1e-06, 1000000]");
  error = refused("normal", {{"deviation", not_a_number}});
  CHECK(error.code == ErrorCode::not_finite);
  error = refused("binomial", {{"trials", 2.5}});
  CHECK(error.code == ErrorCode::not_an_integer);
  error = refused("uniform", {{"from", 3}, {"to", 3}});
  CHECK(error.code == ErrorCode::out_of_range);
  CHECK(error.parameter == "to");
  CHECK(error.expected == "> 3");
  CHECK(refused("discrete-uniform", {{"from", 3}, {"to", 2}}).parameter == "to");
  CHECK(refused("gaussian", {}).code == ErrorCode::unknown_id);
  CHECK(refused("normal", {{"sigma", 1}}).code == ErrorCode::unknown_id);
  CHECK(refused("categorical", {}).code == ErrorCode::wrong_dimension);
  CHECK(refused("categorical", {}, {0, 0}).code == ErrorCode::no_probability);
  CHECK(refused("categorical", {}, {1, -1}).value == -1);
  CHECK(refused("drawn", {}, {1, infinity}).code == ErrorCode::not_finite);
  CHECK(Distribution::create("categorical", {}, {1e308, 1e308}).value().density(0) == 0.5);
  CHECK(Distribution::create("categorical", {}, {5e-324, 5e-324}).value().density(1) == 0.5);
}
