#include "probability/risk.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/catch.hpp"
#include "probability/joint_density.hpp"
#include "probability/quadrature.hpp"

using namespace downhill;

namespace {

using Shape = MixturePart::Shape;

const GuessLossEntry& loss(std::string_view id) { return **guess_losses().find(id, "loss"); }

/// ∫ f(y) p(y) dy by adaptive quadrature, split where p or f has a corner.
template <class F>
double integral(const Conditional& given, std::vector<double> corners, F f) {
  std::vector<double> places = std::move(corners);
  for (const MixturePart& part : given.parts) {
    const double reach = part.shape == Shape::uniform ? 1 : 12;
    for (int i = -12; i <= 12; ++i) places.push_back(part.centre + part.width * reach * i / 12);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  const Integrand many = [&](std::span<const double> y, double* out) {
    for (const double at : y) *out++ = f(at) * given.density(at);
  };
  return integrate(many, places).value;
}

/// What is known of y at places that occur, of every joint distribution with options drawn at random.
template <class Ask>
void for_many(std::uint64_t seed, Ask ask) {
  RandomStream random(seed);
  for (const JointEntry& entry : joint_densities())
    for (int round = 0; round < 6; ++round) {
      OptionValues options;
      for (const OptionSpec& option : entry.options) options[option.id] = random.uniform(option.minimum, option.maximum);
      const JointDensity joint = JointDensity::create(entry.id, options).value();
      const double x = joint.draw(random).x;
      INFO(entry.id << ", seed " << seed << ", round " << round << ", x " << x);
      ask(joint.given_x(x), random);
    }
}

Conditional coin(double one) { return {{{Shape::point, 1 - one, 0, 0}, {Shape::point, one, 1, 0}}}; }

}  // namespace

TEST_CASE("A risk is the integral of the loss over all that may come") {
  for_many(51, [](const Conditional& given, RandomStream& random) {
    for (int guesses = 0; guesses < 5; ++guesses) {
      const double guess = random.uniform(-4, 4);
      INFO("guess " << guess);
      CHECK(loss("squared").risk(given, guess) ==
            Approx(integral(given, {guess}, [=](double y) { return (y - guess) * (y - guess); })).epsilon(1e-9));
      CHECK(loss("absolute").risk(given, guess) ==
            Approx(integral(given, {guess}, [=](double y) { return std::abs(y - guess); })).epsilon(1e-9));
      CHECK(std::isnan(loss("cross-entropy").risk(given, guess)));
    }
  });
}

TEST_CASE("No guess has less risk than the best, and half of the probability lies on either side of a median") {
  for_many(52, [](const Conditional& given, RandomStream& random) {
    for (const auto* id : {"squared", "absolute"}) {
      const BestGuesses best = loss(id).best(given);
      INFO(id << " from " << best.from << " to " << best.to);
      CHECK(best.from <= best.to);
      const double least = loss(id).risk(given, best.middle());
      for (const double end : {best.from, best.to}) CHECK(loss(id).risk(given, end) == Approx(least).epsilon(1e-12));
      for (int i = 0; i < 20; ++i) {
        const double other = best.middle() + std::pow(10, random.uniform(-6, 1)) * (i % 2 == 0 ? 1 : -1);
        CHECK(loss(id).risk(given, other) >= least * (1 - 1e-13));
      }
    }
    const double median = loss("absolute").best(given).middle();
    CHECK(integral(given, {median}, [=](double y) { return y < median ? 1.0 : 0.0; }) == Approx(0.5).epsilon(1e-9));
    const double mean = loss("squared").best(given).middle();
    CHECK(mean == Approx(integral(given, {}, [](double y) { return y; })).epsilon(1e-9).margin(1e-9));
  });
}

TEST_CASE("Between two equal branches far apart every guess has the same absolute risk") {
  const Conditional given = JointDensity::create("two-branches", {{"height", 3}, {"noise", 0.05}}).value().given_x(3);
  const auto [from, to] = loss("absolute").best(given);
  CHECK(from < -2.4);
  CHECK(to > 2.4);
  CHECK(from == Approx(-to).epsilon(1e-9));
  CHECK(loss("absolute").risk(given, 2) == Approx(3).epsilon(1e-14));
  CHECK(loss("squared").best(given).middle() == Approx(0).margin(1e-15));
  CHECK(loss("squared").risk(given, 1) == Approx(1 + 9 + 0.0025).epsilon(1e-14));
}

TEST_CASE(
    "Of a number that is 0 or 1 the mean is the probability of 1, the median the likelier, and the cross-entropy is least "
    "there") {
  RandomStream random(53);
  for (int round = 0; round < 50; ++round) {
    const double p = random.uniform(0.001, 0.999);
    INFO("seed 53, p " << p);
    const Conditional given = coin(p);
    CHECK(loss("squared").best(given).middle() == p);
    CHECK(loss("squared").risk(given, p) == Approx(p * (1 - p)).epsilon(1e-12));
    CHECK(loss("absolute").best(given).middle() == (p > 0.5 ? 1 : 0));
    CHECK(loss("absolute").risk(given, 0.3) == Approx(p * 0.7 + (1 - p) * 0.3).epsilon(1e-13));
    CHECK(loss("cross-entropy").best(given).middle() == p);
    const double entropy = -p * std::log(p) - (1 - p) * std::log(1 - p);
    CHECK(loss("cross-entropy").risk(given, p) == Approx(entropy).epsilon(1e-12));
    for (int i = 0; i < 10; ++i) CHECK(loss("cross-entropy").risk(given, random.uniform(0, 1)) >= entropy * (1 - 1e-13));
  }
  const auto [from, to] = loss("absolute").best(coin(0.5));
  CHECK(from == 0);
  CHECK(to == 1);
  CHECK(loss("cross-entropy").risk(coin(0.2), 0) == INFINITY);
  CHECK(loss("cross-entropy").risk(coin(0), 0) == 0);
  CHECK(loss("cross-entropy").risk(coin(1), 1) == 0);
  CHECK(std::isnan(loss("cross-entropy").risk(coin(0.2), -0.01)));
  CHECK(std::isnan(loss("cross-entropy").risk(coin(0.2), 1.01)));
}

TEST_CASE("A class given a measurement is the ratio of the densities, and far out where both vanish") {
  RandomStream random(54);
  for (int round = 0; round < 50; ++round) {
    const OptionValues options{
        {"share", random.uniform(0.01, 0.99)}, {"gap", random.uniform(0, 4)}, {"deviation", random.uniform(0.3, 2)}};
    const JointDensity joint = JointDensity::create("class-and-measure", options).value();
    const double y = joint.draw(random).y;
    INFO("seed 54, round " << round << ", y " << y);
    const Conditional given = joint.given_y(y);
    REQUIRE(given.parts.size() == 2);
    CHECK(given.parts[0].share == Approx(joint.density(0, y) / joint.marginal_y(y)).epsilon(1e-12));
    CHECK(given.parts[1].share == Approx(joint.density(1, y) / joint.marginal_y(y)).epsilon(1e-12));
    for (const double far : {-1e6, 1e6}) CHECK(joint.given_y(far).parts[0].share + joint.given_y(far).parts[1].share == 1);
  }
  const JointDensity certain = JointDensity::create("class-and-measure", {{"share", 1}}).value();
  CHECK(certain.given_y(-3).mean() == 1);
  CHECK_FALSE(certain.given_y(NAN).possible());
  CHECK_FALSE(JointDensity::create("disc").value().given_y(0).possible());
}
