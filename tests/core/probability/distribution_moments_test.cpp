#include <cmath>

#include "core/catch.hpp"
#include "core/probability/distribution_values.hpp"
#include "probability/distribution.hpp"

using namespace downhill;

namespace {

/// Central moments by the midpoint rule over the quantile function, E[h(X)] = ∫ h(Q(p)) dp, each tail in steps of log p.
struct NumericMoments {
  double mean = 0, variance = 0, third = 0, fourth = 0;

  explicit NumericMoments(const Distribution& distribution) {
    const auto expectation = [&](auto h) {
      double sum = 0;
      constexpr double step = 0.002;
      for (double s = -60; s < 0; s += step) {
        const double p = 0.5 * std::exp(s + step / 2);
        sum += (h(distribution.quantile(p)) + h(distribution.upper_quantile(p))) * p * step;
      }
      return sum;
    };
    mean = expectation([](double x) { return x; });
    const auto central = [&](int power) { return expectation([=, this](double x) { return std::pow(x - mean, power); }); };
    variance = central(2);
    third = central(3);
    fourth = central(4);
  }
};

Distribution make(const char* id, const OptionValues& options, std::vector<double> weights = {}) {
  return Distribution::create(id, options, std::move(weights)).value();
}

}  // namespace

TEST_CASE("Moments of continuous distributions agree with integrals over their quantile functions") {
  for (const Distribution& distribution :
       {make("uniform", {{"from", -1}, {"to", 5}}), make("normal", {{"mean", 2}, {"deviation", 3}}),
        make("exponential", {{"rate", 2}}), make("gamma", {{"shape", 0.3}, {"scale", 2}}), make("gamma", {{"shape", 7}}),
        make("beta", {{"alpha", 0.5}, {"beta", 3}}), make("beta", {{"alpha", 30}, {"beta", 4}}),
        make("student-t", {{"freedom", 9}}), make("laplace", {{"location", 1}, {"scale", 2}}),
        make("log-normal", {{"log-mean", 0.5}, {"log-deviation", 0.4}}), make("normal-mixture", {}),
        make("normal-mixture", {{"share", 0.9}}), make("drawn", {{"from", -2}, {"to", 6}}, {1, 3, 2.5, 2, 8})}) {
    INFO(distribution.scipy());
    const NumericMoments numeric(distribution);
    const Moments moments = distribution.moments();
    CHECK(*moments.mean == Approx(numeric.mean).epsilon(1e-5).margin(1e-5));
    CHECK(*moments.variance == Approx(numeric.variance).epsilon(1e-5));
    CHECK(*moments.skewness == Approx(numeric.third / std::pow(numeric.variance, 1.5)).epsilon(1e-4).margin(1e-4));
    CHECK(*moments.excess_kurtosis ==
          Approx(numeric.fourth / (numeric.variance * numeric.variance) - 3).epsilon(1e-3).margin(1e-3));
  }
}

TEST_CASE("Moments of discrete distributions agree with sums") {
  for (const Distribution& distribution :
       {make("bernoulli", {{"probability", 0.3}}), make("binomial", {{"trials", 40}, {"probability", 0.2}}),
        make("geometric", {{"probability", 0.35}}), make("poisson", {{"rate", 6.5}}),
        make("discrete-uniform", {{"from", -3}, {"to", 8}}), make("categorical", {}, {1, 0, 4, 2})}) {
    INFO(distribution.scipy());
    const auto central = [&](double centre, int power) {
      double sum = 0;
      for (double x = distribution.support().low; x <= std::min(distribution.support().high, 400.0); ++x)
        sum += std::pow(x - centre, power) * distribution.density(x);
      return sum;
    };
    CHECK(central(0, 0) == Approx(1).epsilon(1e-12));
    const double mean = central(0, 1), variance = central(mean, 2);
    const Moments moments = distribution.moments();
    CHECK(*moments.mean == Approx(mean).epsilon(1e-12));
    CHECK(*moments.variance == Approx(variance).epsilon(1e-12));
    CHECK(*moments.skewness == Approx(central(mean, 3) / std::pow(variance, 1.5)).epsilon(1e-10).margin(1e-12));
    CHECK(*moments.excess_kurtosis == Approx(central(mean, 4) / (variance * variance) - 3).epsilon(1e-10));
  }
}

TEST_CASE("A moment that does not exist is missing; one that is infinite is infinite") {
  const auto moments = [](double freedom) { return make("student-t", {{"freedom", freedom}}).moments(); };
  CHECK_FALSE(moments(1).mean.has_value());
  CHECK_FALSE(moments(1).variance.has_value());
  CHECK(moments(1.5).mean == 0.0);
  CHECK(moments(2).variance == infinity);
  CHECK_FALSE(moments(2).skewness.has_value());
  CHECK(*moments(2.5).variance == Approx(5));
  CHECK(moments(3.5).skewness == 0.0);
  CHECK(moments(4).excess_kurtosis == infinity);
  CHECK(*moments(5).excess_kurtosis == Approx(6));
  const Moments cauchy = make("cauchy", {}).moments();
  CHECK_FALSE((cauchy.mean || cauchy.variance || cauchy.skewness || cauchy.excess_kurtosis));
  const Moments certain = make("bernoulli", {{"probability", 1}}).moments();
  CHECK(certain.mean == 1.0);
  CHECK(certain.variance == 0.0);
  CHECK_FALSE(certain.skewness.has_value());
}

TEST_CASE("The density is the slope of the distribution function, and largest at the mode") {
  for (const DistributionEntry& entry : distributions()) {
    if (entry.discrete) continue;
    INFO(entry.id);
    const Distribution distribution =
        make(entry.id.c_str(), {}, entry.weighted ? std::vector<double>{1, 4, 2} : std::vector<double>{});
    const Support window = distribution.window();
    const double top = distribution.density(*distribution.mode());
    for (int i = 1; i < 50; ++i) {
      const double x = window.low + (window.high - window.low) * (i + 0.123) / 50, h = 1e-5 * (window.high - window.low);
      INFO("x = " << x);
      CHECK(distribution.density(x) <= top * (1 + 1e-12));
      CHECK((distribution.cdf(x + h) - distribution.cdf(x - h)) / (2 * h) ==
            Approx(distribution.density(x)).epsilon(1e-6).margin(1e-8));
    }
  }
}

TEST_CASE("The most probable value of a discrete distribution is its mode") {
  for (const DistributionValue& row : read_distribution_values()) {
    const auto distribution = Distribution::create(row.id, row.options, row.weights).value();
    if (!distribution.discrete()) continue;
    INFO(row.line);
    CHECK(distribution.density(row.x) <= distribution.density(*distribution.mode()) * (1 + 1e-12));
  }
}
