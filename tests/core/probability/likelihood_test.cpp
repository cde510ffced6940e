#include "probability/likelihood.hpp"

#include <cmath>

#include "core/catch.hpp"
#include "foundation/random.hpp"
#include "probability/distribution.hpp"
#include "probability/information.hpp"
#include "probability/sums.hpp"

using namespace downhill;

TEST_CASE("Entropy, cross-entropy and divergence by hand, in bits") {
  const std::vector<double> p{0.5, 0.25, 0.25}, q{0.25, 0.25, 0.5};
  const Information found(p, q, bit);
  CHECK(found.entropy == Approx(1.5).epsilon(1e-15));
  CHECK(found.cross_entropy == Approx(1.75).epsilon(1e-15));
  CHECK(found.divergence == Approx(0.25).epsilon(1e-14));
  CHECK(found.reverse_divergence == Approx(0.25).epsilon(1e-14));
  CHECK(Information(p, q, 1).entropy == Approx(1.5 * std::log(2.0)));
  CHECK(entropy(std::vector<double>(8, 0.125)) / bit == Approx(3));
}

TEST_CASE("What is impossible costs nothing if it does not happen, and infinitely much if it does") {
  const std::vector<double> never{0, 1}, sure{1, 0};
  CHECK(Information(never, never, bit).cross_entropy == 0);
  CHECK(Information(never, never, bit).divergence == 0);
  CHECK(Information(never, sure, bit).cross_entropy == INFINITY);
  CHECK(Information(never, sure, bit).divergence == INFINITY);
  const Information one_way(never, std::vector<double>{0.5, 0.5}, bit);
  CHECK(one_way.divergence == 1);
  CHECK(one_way.reverse_divergence == INFINITY);
  CHECK(std::isfinite(divergence_term(1e-300, 1)));
  CHECK(divergence_term(1, 5e-324) == Approx(744.44).epsilon(1e-4));
}

TEST_CASE("Divergence is never negative, and is cross-entropy less entropy") {
  RandomStream random(3);
  for (int round = 0; round < 500; ++round) {
    std::vector<double> p(5), q(5);
    for (double& share : p) share = random.uniform();
    for (double& share : q) share = random.uniform();
    const Information found(*shares_of(p, "p"), *shares_of(q, "q"), 1);
    REQUIRE(found.divergence >= 0);
    REQUIRE(found.divergence == Approx(found.cross_entropy - found.entropy).epsilon(1e-9).margin(1e-13));
    REQUIRE(Information(*shares_of(p, "p"), *shares_of(p, "p"), 1).divergence == 0);
  }
}

TEST_CASE("Each noise has its loss and its centre") {
  const std::vector<double> data{1, 2, 4, 13};
  const LikelihoodFit gaussian = maximum_likelihood("gaussian", data).value();
  CHECK(gaussian.centre == 5);
  CHECK(gaussian.scale == Approx(std::sqrt(22.5)));
  const LikelihoodFit laplace = maximum_likelihood("laplace", data).value();
  CHECK(laplace.centre == 3);
  CHECK(laplace.from == 2);
  CHECK(laplace.to == 4);
  CHECK(laplace.scale == Approx(13.0 / 4 + 1.0 / 4));
  const LikelihoodFit uniform = maximum_likelihood("uniform", data).value();
  CHECK(uniform.centre == 7);
  CHECK(uniform.scale == 6);
  CHECK(uniform.negative_log_likelihood == Approx(std::log(12.0)));
  CHECK(maximum_likelihood("laplace", {5, 1, 2}).value().centre == 2);
  CHECK(maximum_likelihood("gaussian", {3, 3}).value().negative_log_likelihood == -INFINITY);
}

TEST_CASE("No centre and no scale is likelier than the one found, by the densities themselves") {
  const std::uint64_t seed = 19;
  INFO("seed " << seed);
  RandomStream random(seed);
  for (const NoiseEntry& entry : noises()) {
    INFO(entry.id);
    std::vector<double> data(25);
    for (double& y : data) y = 3 + 2 * random.normal();
    const LikelihoodFit fit = maximum_likelihood(entry.id, data).value();
    const auto negative = [&](double centre, double scale) {
      const Distribution noise =
          entry.id == "gaussian"  ? Distribution::create("normal", {{"mean", centre}, {"deviation", scale}}).value()
          : entry.id == "laplace" ? Distribution::create("laplace", {{"location", centre}, {"scale", scale}}).value()
                                  : Distribution::create("uniform", {{"from", centre - scale}, {"to", centre + scale}}).value();
      double sum = 0;
      for (const double y : data) sum -= noise.log_density(y);
      return sum / static_cast<double>(data.size());
    };
    const double reserve = entry.id == "uniform" ? 1e-12 : 0;  // the outermost data lie on the edge itself
    CHECK(negative(fit.centre, fit.scale + reserve) == Approx(fit.negative_log_likelihood).epsilon(1e-9));
    for (int i = 0; i < 200; ++i) {
      const double centre = fit.centre + 0.3 * random.normal(), scale = fit.scale * std::exp(0.2 * random.normal());
      REQUIRE(negative(centre, scale) >= fit.negative_log_likelihood - 1e-9);
      const LikelihoodCurve curve = likelihood_curve(entry.id, data, {centre}, scale).value();
      if (std::isfinite(curve.log_likelihood[0]))
        REQUIRE(curve.log_likelihood[0] == Approx(-negative(centre, scale) * 25).epsilon(1e-9));
    }
  }
}

TEST_CASE("Likelihood without data or noise is refused") {
  CHECK(maximum_likelihood("poisson", {1}).error().parameter == "noise");
  CHECK(maximum_likelihood("gaussian", {}).error().code == ErrorCode::wrong_dimension);
  CHECK(maximum_likelihood("gaussian", {1, NAN}).error().code == ErrorCode::not_finite);
  CHECK(likelihood_curve("gaussian", {1}, {0}, 0).error().parameter == "scale");
}

TEST_CASE("Sums come close to the normal distribution, but for those of a distribution without variance") {
  const auto distance = [](const char* id, const OptionValues& options, int terms) {
    return sums_of(Distribution::create(id, options).value(), terms, 20'000, 5).value().distance;
  };
  // Kolmogorov's distance of 20,000 exact normal draws exceeds 0.0138 with a chance of 1e-3.
  CHECK(distance("normal", {}, 3) < 0.014);
  CHECK(distance("uniform", {}, 12) < 0.014);
  CHECK(distance("exponential", {}, 1) > 0.1);
  CHECK(distance("exponential", {}, 4) > distance("exponential", {}, 64));
  CHECK(distance("exponential", {}, 400) < 0.02);
  CHECK(distance("cauchy", {}, 400) > 0.05);
  CHECK(sums_of(Distribution::create("normal").value(), 0, 10, 1).error().parameter == "terms");
  CHECK(sums_of(Distribution::create("normal").value(), 10'000, 20'000, 1).error().parameter == "count");
}

TEST_CASE("A sum of one toss of a coin lies half a step from the normal distribution") {
  const Sums tosses = sums_of(Distribution::create("bernoulli").value(), 1, 20'000, 8).value();
  CHECK(tosses.exact);
  CHECK(tosses.distance == Approx(0.3413).margin(0.02));  // Φ(1) − ½
  CHECK(tosses.sorted.front() == -1);
  CHECK(tosses.normal_quantiles.front() == Approx(-tosses.normal_quantiles.back()));
  CHECK_FALSE(sums_of(Distribution::create("cauchy").value(), 3, 100, 1).value().exact);
}

TEST_CASE("Over all samples the variance with n is too small by 1/n, and with n − 1 exactly right") {
  const std::vector<double> population{1, 2, 6};
  for (int n = 2; n <= 7; ++n) {
    INFO("n = " << n);
    const AllSamples all = all_samples(population, n).value();
    CHECK(all.estimators[0].values.size() == static_cast<std::size_t>(std::lround(std::pow(3, n))));
    CHECK(std::abs(all.estimators[0].bias()) < 1e-12);
    CHECK(all.estimators[0].variance == Approx(all.population_variance / n));
    CHECK(all.estimators[1].bias() == Approx(-all.population_variance / n));
    CHECK(std::abs(all.estimators[2].bias()) < 1e-12);
  }
  CHECK(all_samples(population, 1).value().estimators[2].values.empty());
  CHECK(all_samples(population, 12).error().parameter == "n");
  CHECK(all_samples({}, 2).error().parameter == "population");
}
