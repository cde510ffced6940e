#include "foundation/random.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/catch.hpp"

using namespace downhill;

TEST_CASE("splitmix64 gives the published numbers") {
  // Reference output for the seed 1234567, as in Vigna's splitmix64.c.
  std::uint64_t state = 1234567;
  for (const std::uint64_t expected : {6457827717110365317ull, 3203168211198807973ull, 9817491932198370423ull,
                                       4593380528125082431ull, 16408922859458223821ull})
    CHECK(splitmix64(state) == expected);
}

TEST_CASE("xoshiro256** gives the published numbers") {
  // Reference output of Blackman and Vigna's xoshiro256starstar.c for the state {1, 2, 3, 4}.
  RandomStream random = RandomStream::from_state({1, 2, 3, 4});
  for (const std::uint64_t expected :
       {11520ull, 0ull, 1509978240ull, 1215971899390074240ull, 1216172134540287360ull, 607988272756665600ull,
        16172922978634559625ull, 8476171486693032832ull, 10595114339597558777ull, 2904607092377533576ull})
    CHECK(random.bits() == expected);
}

TEST_CASE("The numbers of a seed are fixed for good, on every platform") {
  // Recorded once; links shared by readers depend on them, and the same test runs natively and as wasm.
  RandomStream random(2024);
  double sum = 0;
  for (int i = 0; i < 10000; ++i) sum += random.normal();
  RandomStream bits(2024);
  CHECK(bits.bits() == 1029197146548041518ull);
  CHECK(sum == -0x1.5320df74402eep+3);
}

TEST_CASE("A copied stream continues alike, and a split does not advance its parent") {
  RandomStream random(5);
  random.bits();
  RandomStream copy = random;
  const RandomStream child = random.split(3);
  for (int i = 0; i < 100; ++i) CHECK(random.bits() == copy.bits());
  RandomStream same(5);
  same.bits();
  CHECK(same.split(3).state() == child.state());
}

TEST_CASE("Split streams share no numbers with each other or their parent") {
  const std::uint64_t seed = 77;
  INFO("seed " << seed);
  RandomStream parent(seed);
  std::set<std::uint64_t> seen;
  std::size_t drawn = 0;
  for (std::uint64_t index = 0; index < 50; ++index) {
    RandomStream child = parent.split(index);
    for (int i = 0; i < 200; ++i, ++drawn) seen.insert(child.bits());
  }
  for (int i = 0; i < 200; ++i, ++drawn) seen.insert(parent.bits());
  CHECK(seen.size() == drawn);  // a repeat among 10,200 of 2⁶⁴ has a chance of 3e-12
}

TEST_CASE("portable_log is the logarithm to an ulp") {
  RandomStream random(9);
  for (int i = 0; i < 200000; ++i) {
    const double x =
        i % 2 ? random.uniform(0.4, 2.5) : std::ldexp(random.uniform(1, 2), static_cast<int>(random.below(2000)) - 1000);
    const double expected = std::log(x);
    const double ulp = std::nextafter(std::abs(expected), INFINITY) - std::abs(expected);
    if (std::abs(portable_log(x) - expected) > 1.5 * ulp) {
      INFO("x = " << x << ", log = " << expected);
      REQUIRE(portable_log(x) == expected);
    }
  }
  CHECK(portable_log(1.0) == 0.0);
}

TEST_CASE("portable_log reaches down to the smallest subnormal number") {
  for (const double x : {5e-324, 1e-320, 2.2250738585072009e-308, 0x1p-1022})
    CHECK(portable_log(x) == Approx(std::log(x)).epsilon(4e-16));
}

TEST_CASE("portable_exp and portable_log1p are right to a few ulp, and overflow as they should") {
  RandomStream random(10);
  for (int i = 0; i < 200000; ++i) {
    const double x = i % 2 ? random.uniform(-1, 1) : random.uniform(-700, 709);
    const double small = std::ldexp(random.uniform(-1, 1), -static_cast<int>(random.below(60)));
    if (std::abs(portable_exp(x) - std::exp(x)) > 4e-16 * std::exp(x)) {
      INFO("x = " << x);
      REQUIRE(portable_exp(x) == std::exp(x));
    }
    if (std::abs(portable_log1p(small) - std::log1p(small)) > 1e-15 * std::abs(std::log1p(small))) {
      INFO("x = " << small);
      REQUIRE(portable_log1p(small) == std::log1p(small));
    }
  }
  CHECK(portable_exp(0) == 1);
  CHECK(portable_exp(1000) == INFINITY);
  CHECK(portable_exp(-INFINITY) == 0);
  CHECK(std::isnan(portable_exp(NAN)));
}

TEST_CASE("A uniform number whose logarithm is to be taken is never 0 or 1, not even of bits that are all equal") {
  // The state {0, 0, x, 0} gives 64 zero bits; the complement of them gives the largest number.
  RandomStream zeros = RandomStream::from_state({1, 0, 0, 0});
  CHECK(zeros.inner_uniform() == 0x1p-53);
  RandomStream again = RandomStream::from_state({1, 0, 0, 0});
  CHECK(std::isfinite(again.normal()));
  CHECK(0x1p-53 + static_cast<double>(~std::uint64_t{0} >> 12) * 0x1p-52 < 1);
}

TEST_CASE("The normal quantile agrees with tabulated values") {
  // 50-digit inversion of the error function, rounded.
  struct Row {
    double p, z;
  };
  for (const auto& [p, z] :
       {Row{1e-300, -37.047096299361199}, Row{1e-100, -21.273453560965324}, Row{1e-30, -11.464024688443616},
        Row{1.2345e-11, -6.6751971654992526}, Row{1e-05, -4.2648907939228246}, Row{0.001, -3.0902323061678135},
        Row{0.025, -1.9599639845400542}, Row{0.07499, -1.4396021182393162}, Row{0.0751, -1.43882539275254},
        Row{0.25, -0.67448975019608174}, Row{0.4, -0.25334710313579974}, Row{0.5000001, 2.5066282733116483e-7},
        Row{0.6, 0.25334710313579974}, Row{0.9, 1.2815515655446006}, Row{0.975, 1.9599639845400539},
        Row{0.99, 2.3263478740408408}, Row{0.9999, 3.7190164854557084}}) {
    INFO("p = " << p);
    CHECK(normal_quantile(p) == Approx(z).epsilon(4e-16).margin(0));
  }
  CHECK(normal_quantile(0.5) == 0.0);
  for (const double p : {1e-9, 1e-3, 0.07, 0.3, 0.4999}) {
    INFO("p = " << p);
    CHECK(normal_quantile(1 - p) == Approx(-normal_quantile(p)).epsilon(1e-15 + 1e-16 / p));  // 1 − p is rounded
  }
}

TEST_CASE("uniform() and normal() have the right moments") {
  const std::uint64_t seed = 31415;
  INFO("seed " << seed);
  RandomStream random(seed);
  const int n = 400000;
  double uniform_sum = 0, uniform_squares = 0, sum = 0, squares = 0, cubes = 0, fourths = 0;
  for (int i = 0; i < n; ++i) {
    const double u = random.uniform();
    REQUIRE((u >= 0 && u < 1));
    uniform_sum += u;
    uniform_squares += u * u;
    const double z = random.normal();
    sum += z;
    squares += z * z;
    cubes += z * z * z;
    fourths += z * z * z * z;
  }
  // Five standard errors each: a right generator fails with a chance below 1e-6, and the seed is fixed.
  const double root = std::sqrt(static_cast<double>(n));
  CHECK(std::abs(uniform_sum / n - 0.5) < 5 * std::sqrt(1.0 / 12) / root);
  CHECK(std::abs(uniform_squares / n - 1.0 / 3) < 5 * std::sqrt(4.0 / 45) / root);
  CHECK(std::abs(sum / n) < 5 / root);
  CHECK(std::abs(squares / n - 1) < 5 * std::sqrt(2.0) / root);
  CHECK(std::abs(cubes / n) < 5 * std::sqrt(15.0) / root);
  CHECK(std::abs(fourths / n - 3) < 5 * std::sqrt(96.0) / root);
}

TEST_CASE("below(n) is uniform, by chi-squared") {
  const std::uint64_t seed = 8;
  for (const std::size_t n : {2u, 3u, 7u, 100u}) {
    INFO("seed " << seed << ", n " << n);
    RandomStream random(seed);
    std::vector<double> counts(n);
    const double draws = 20000.0 * static_cast<double>(n);
    for (int i = 0; i < static_cast<int>(draws); ++i) {
      const std::size_t k = random.below(n);
      REQUIRE(k < n);
      counts[k] += 1;
    }
    double chi_squared = 0;
    for (const double count : counts) chi_squared += (count - 20000) * (count - 20000) / 20000;
    const double freedom = static_cast<double>(n - 1);
    CHECK(chi_squared < freedom + 5 * std::sqrt(2 * freedom) + 10);
  }
}

TEST_CASE("below(n) has no bias where 2³² mod n is large") {
  // For n = 3 · 2³⁰ a generator that skips the rejection returns multiples of 3 twice as often as the others.
  RandomStream random(12);
  int multiples = 0;
  for (int i = 0; i < 90000; ++i) multiples += random.below(3221225472u) % 3 == 0;
  CHECK(std::abs(multiples - 30000) < 5 * std::sqrt(90000 * (1.0 / 3) * (2.0 / 3)));
}

TEST_CASE("A permutation holds every number once, and all orders are equally likely") {
  const std::uint64_t seed = 4;
  INFO("seed " << seed);
  RandomStream random(seed);
  std::vector<int> order = permutation(1000, random);
  CHECK_FALSE(std::is_sorted(order.begin(), order.end()));
  std::sort(order.begin(), order.end());
  for (int i = 0; i < 1000; ++i) REQUIRE(order[static_cast<std::size_t>(i)] == i);

  double counts[6] = {};
  for (int i = 0; i < 60000; ++i) {
    const std::vector<int> p = permutation(3, random);
    counts[p[0] * 2 + (p[1] > p[2])] += 1;
  }
  double chi_squared = 0;
  for (const double count : counts) chi_squared += (count - 10000) * (count - 10000) / 10000;
  CHECK(chi_squared < 35);  // 5 degrees of freedom: chance 1.5e-6
  CHECK(permutation(0, random).empty());
}
