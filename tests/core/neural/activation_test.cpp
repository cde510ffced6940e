#include <cmath>
#include <limits>
#include <set>

#include "core/catch.hpp"
#include "foundation/random.hpp"
#include "neural/activations.hpp"

using namespace downhill;

namespace {

template <class Scalar>
Scalar value(const ActivationEntry& entry, Scalar x) {
  Scalar out;
  entry.kernel<Scalar>().values(&x, &out, 1);
  return out;
}

template <class Scalar>
Scalar slope(const ActivationEntry& entry, Scalar x) {
  Scalar out;
  entry.kernel<Scalar>().slopes(&x, &out, 1);
  return out;
}

const ActivationEntry& activation(std::string_view id) { return **activations().find(id, "activation"); }

}  // namespace

TEST_CASE("Every activation keeps the contract of the registry") {
  std::set<std::string> ids;
  for (const ActivationEntry& entry : activations()) {
    INFO(entry.id);
    CHECK(ids.insert(entry.id).second);
    CHECK_FALSE(entry.name.ko.empty());
    CHECK_FALSE(entry.name.en.empty());
    CHECK_FALSE(entry.latex.empty());
    CHECK_FALSE(entry.slope_latex.empty());
    for (const double x : {-1e4, -30.0, -1.0, 0.0, 1.0, 30.0, 1e4}) {
      CHECK(value(entry, x) >= entry.range.from);
      CHECK(value(entry, x) <= entry.range.to);
    }
    const double none = std::numeric_limits<double>::quiet_NaN();
    CHECK(std::isnan(value(entry, none)));
    CHECK(std::isnan(value(entry, static_cast<float>(none))));
  }
}

TEST_CASE("The slope of every activation is that of its value, at many points") {
  const std::uint64_t seed = 3;
  INFO("seed " << seed);
  RandomStream random(seed);
  for (const ActivationEntry& entry : activations()) {
    INFO(entry.id);
    for (int i = 0; i < 2000; ++i) {
      const double x = random.uniform(-12, 12), h = 1e-5;
      const bool near_kink =
          std::any_of(entry.kinks.begin(), entry.kinks.end(), [&](double k) { return std::abs(x - k) <= h; });
      if (near_kink) continue;
      INFO("x " << x);
      const double quotient = (value(entry, x + h) - value(entry, x - h)) / (2 * h);
      CHECK(slope(entry, x) == Approx(quotient).epsilon(1e-7).margin(1e-10));
      CHECK(slope(entry, static_cast<float>(x)) == Approx(slope(entry, x)).epsilon(1e-5).margin(1e-6));
      CHECK(value(entry, static_cast<float>(x)) == Approx(value(entry, x)).epsilon(1e-5).margin(1e-6));

      // What backpropagation uses, from the value, agrees to the rounding of the value.
      double delta = 3;
      const double y = value(entry, x);
      entry.in_double.pull_back(&x, &y, &delta, 1);
      CHECK(delta == Approx(3 * slope(entry, x)).epsilon(1e-12).margin(1e-14));
    }
  }
}

TEST_CASE("At a kink the slope is the one to the left, and a difference quotient gives the mean of both sides") {
  int kinks = 0;
  for (const ActivationEntry& entry : activations()) {
    INFO(entry.id);
    for (const double kink : entry.kinks) {
      ++kinks;
      CHECK(slope(entry, kink) == slope(entry, kink - 1e-9));
      CHECK(slope(entry, kink) != slope(entry, kink + 1e-9));
      const double quotient = (value(entry, kink + 1e-6) - value(entry, kink - 1e-6)) / 2e-6;
      CHECK(quotient == Approx((slope(entry, kink - 1e-9) + slope(entry, kink + 1e-9)) / 2));
    }
  }
  CHECK(kinks == 2);
  CHECK(slope(activation("relu"), 0.0) == 0);
}

TEST_CASE("Values far out keep their digits") {
  // 4 e^(−2x) and x Φ(x) worked out with 40 digits.
  CHECK(slope(activation("tanh"), 20.0) == Approx(1.6993417021166355e-17).epsilon(1e-14));
  CHECK(slope(activation("tanh"), -20.0) == Approx(1.6993417021166355e-17).epsilon(1e-14));
  CHECK(slope(activation("sigmoid"), 40.0) == Approx(4.248354255291589e-18).epsilon(1e-14));
  CHECK(value(activation("sigmoid"), -700.0) == Approx(9.859676543759770e-305).epsilon(1e-13));
  CHECK(value(activation("softplus"), -700.0) == Approx(9.859676543759770e-305).epsilon(1e-13));
  CHECK(value(activation("softplus"), 1e4) == 1e4);
  CHECK(value(activation("gelu"), -10.0) == Approx(-7.619853024160527e-23).epsilon(1e-13));
  CHECK(value(activation("elu"), -1e-9) == Approx(-9.999999995e-10).epsilon(1e-15));
  CHECK(value(activation("tanh"), 1e-12) == Approx(1e-12).epsilon(1e-15));
  CHECK(value(activation("tanh"), 1000.0) == 1);
}
