#include <cmath>
#include <cstring>

#include "core/catch.hpp"
#include "probability/distribution.hpp"
#include "probability/special.hpp"

using namespace downhill;

namespace {

struct Sampled {
  const char* id;
  OptionValues options;
  std::vector<double> weights;
  std::uint64_t first_draws;  ///< the fingerprint of the first thousand draws, recorded once
};

/// Every kind of draw, at both ends of its parameters.
std::vector<Sampled> sampled() {
  return {{"bernoulli", {{"probability", 0.3}}, {}, 0x668fe00151041bfcull},
          {"binomial", {{"trials", 10}, {"probability", 0.3}}, {}, 0xef8f13f97a425b03ull},
          {"binomial", {{"trials", 100'000}, {"probability", 0.7}}, {}, 0xd12c6f0d12542e92ull},
          {"geometric", {{"probability", 0.2}}, {}, 0xe51865c7303fd8a0ull},
          {"geometric", {{"probability", 1e-4}}, {}, 0xd7723c9c88282350ull},
          {"poisson", {{"rate", 0.5}}, {}, 0x64d14c33dac3e99dull},
          {"poisson", {{"rate", 3000}}, {}, 0xa09a502ec45f8291ull},
          {"discrete-uniform", {}, {}, 0xabf3f4f605f30376ull},
          {"categorical", {}, {3, 0, 1, 6}, 0x399b696982ea3311ull},
          {"uniform", {{"from", -2}, {"to", 5}}, {}, 0x3d18febb23c38cd3ull},
          {"normal", {{"mean", 3}, {"deviation", 2}}, {}, 0xd43470fde897bef0ull},
          {"exponential", {{"rate", 4}}, {}, 0xf7c6309f572b44fdull},
          {"gamma", {{"shape", 0.05}}, {}, 0x3b4552c06cb8d3b8ull},
          {"gamma", {{"shape", 0.8}, {"scale", 3}}, {}, 0xcb14ba656683e917ull},
          {"gamma", {{"shape", 40}}, {}, 0x15e3c10f87b9d8baull},
          {"beta", {{"alpha", 0.02}, {"beta", 0.02}}, {}, 0x41514b59775fef98ull},
          {"beta", {{"alpha", 2}, {"beta", 5}}, {}, 0xf605261298026924ull},
          {"student-t", {{"freedom", 0.3}}, {}, 0x32bb9ea689e7fd8eull},
          {"student-t", {{"freedom", 12}}, {}, 0x88b4c36d0099ed8dull},
          {"cauchy", {{"location", 1}, {"scale", 2}}, {}, 0x5714e9a39ea6ed5eull},
          {"laplace", {{"location", -1}, {"scale", 0.5}}, {}, 0xcbfbb930a203e72eull},
          {"log-normal", {{"log-deviation", 1.5}}, {}, 0xa70e5417f05fcc6ull},
          {"normal-mixture", {}, {}, 0xd4509cb96b96fab6ull},
          {"drawn", {{"from", -1}, {"to", 1}}, {2, 0, 0, 5, 1}, 0xcb1fe1a2efcaee4dull}};
}

Distribution make(const Sampled& one) { return Distribution::create(one.id, one.options, one.weights).value(); }

/// The bits of a thousand draws mixed into one number.
std::uint64_t fingerprint(const Distribution& distribution) {
  RandomStream random(2026);
  std::uint64_t hash = 0;
  for (int i = 0; i < 1000; ++i) {
    const double x = distribution.draw(random) + 0.0;  // one zero
    std::uint64_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    hash ^= bits;
    hash = splitmix64(hash);
  }
  return hash;
}

/// The chance that draws of the distribution are at least as far from it as these, by χ² over cells of about equal probability.
double chance(const Distribution& distribution, const std::vector<double>& draws) {
  constexpr int cells = 40;
  std::vector<double> edges;  // cell i holds edges[i − 1] < x ≤ edges[i]
  for (int i = 1; i < cells; ++i) {
    const double edge = distribution.quantile(static_cast<double>(i) / cells);
    if (edges.empty() || edge > edges.back()) edges.push_back(edge);
  }
  std::vector<double> counts(edges.size() + 1);
  for (const double x : draws)
    counts[static_cast<std::size_t>(std::lower_bound(edges.begin(), edges.end(), x) - edges.begin())] += 1;
  double chi_squared = 0;
  int used = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double share = (i < edges.size() ? distribution.cdf(edges[i]) : 1) - (i > 0 ? distribution.cdf(edges[i - 1]) : 0);
    const double expected = share * static_cast<double>(draws.size());
    if (expected < 5) {
      if (expected == 0 && counts[i] > 0) return 0;
      continue;
    }
    chi_squared += (counts[i] - expected) * (counts[i] - expected) / expected;
    ++used;
  }
  return gamma_tails((used - 1) / 2.0, chi_squared / 2).upper;
}

std::vector<double> draws_of(const Distribution& distribution, std::uint64_t seed, int count) {
  RandomStream random(seed);
  std::vector<double> draws(static_cast<std::size_t>(count));
  for (double& x : draws) x = distribution.draw(random);
  return draws;
}

}  // namespace

TEST_CASE("Draws follow their distribution: goodness of fit, in halves and whole") {
  // A right sampler falls below the limit of one test with a chance of 1e-6: of all of these together, below 1e-4; and the seed
  // is fixed.
  const std::uint64_t seed = 515;
  for (const Sampled& one : sampled()) {
    const Distribution distribution = make(one);
    INFO(distribution.scipy() << ", seed " << seed);
    const std::vector<double> draws = draws_of(distribution, seed, 200'000);
    CHECK(chance(distribution, draws) > 1e-6);
    CHECK(chance(distribution, {draws.begin(), draws.begin() + 5000}) > 1e-6);
    const Support support = distribution.support();
    for (const double x : draws) REQUIRE((std::isfinite(x) && x >= support.low && x <= support.high));
  }
}

TEST_CASE("The goodness of fit sees a distribution that is a little off") {
  const auto near = [](const char* id, const OptionValues& one, const OptionValues& other) {
    return chance(Distribution::create(id, one).value(), draws_of(Distribution::create(id, other).value(), 3, 200'000));
  };
  CHECK(near("normal", {}, {{"mean", 0.02}}) < 1e-6);
  CHECK(near("normal", {}, {{"deviation", 1.02}}) < 1e-6);
  CHECK(near("poisson", {{"rate", 4}}, {{"rate", 4.05}}) < 1e-6);
  CHECK(near("student-t", {{"freedom", 12}}, {{"freedom", 8}}) < 1e-6);
}

TEST_CASE("Draws far out in the tail are as frequent as they should be") {
  const int count = 1'000'000;
  for (const char* id : {"normal", "exponential", "student-t", "laplace", "gamma", "log-normal"}) {
    INFO(id);
    const Distribution distribution = Distribution::create(id).value();
    const double edge = distribution.upper_quantile(1e-4);
    int beyond = 0;
    for (const double x : draws_of(distribution, 99, count)) beyond += x > edge;
    CHECK(std::abs(beyond - 100) < 5 * 10);  // Poisson with mean 100: five deviations
  }
}

TEST_CASE("The draws of a seed are fixed for good, bit for bit on every platform") {
  for (const Sampled& one : sampled()) {
    INFO(one.id << " " << make(one).scipy());
    CHECK(fingerprint(make(one)) == one.first_draws);
  }
}

TEST_CASE("Draws from the least and the largest random bits are finite") {
  // A state whose first output is 0, and one whose first output is 2⁶⁴ − 1 (5⁻¹ and 9⁻¹ modulo 2⁶⁴ undo the scrambling).
  const std::uint64_t ninth = 0x8e38e38e38e38e39ull, fifth = 0xcccccccccccccccdull;
  const std::uint64_t ones = std::rotr(~std::uint64_t{0} * ninth, 7) * fifth;
  RandomStream largest = RandomStream::from_state({1, ones, 2, 3});
  REQUIRE(largest.bits() == ~std::uint64_t{0});
  for (const Sampled& one : sampled()) {
    INFO(one.id);
    RandomStream low = RandomStream::from_state({1, 0, 2, 3}), high = RandomStream::from_state({1, ones, 2, 3});
    CHECK(std::isfinite(make(one).draw(low)));
    CHECK(std::isfinite(make(one).draw(high)));
  }
}
