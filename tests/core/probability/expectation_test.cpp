#include "probability/expectation.hpp"

#include <cmath>
#include <numbers>

#include "calculus/parse.hpp"
#include "core/catch.hpp"

using namespace downhill;
using Outcome = Integral::Outcome;

namespace {

Integral integral(const char* f, double from, double to) { return integrate_expression(parse(f, {"x"}).value(), from, to); }

Integral mean_of(const char* g, const char* id, const OptionValues& options = {}, std::vector<double> weights = {}) {
  return expectation(parse(g, {"x"}).value(), Distribution::create(id, options, std::move(weights)).value());
}

void check_integral(const char* f, double from, double to, double expected, double tolerance = 1e-12) {
  const Integral found = integral(f, from, to);
  INFO(f << " over [" << from << ", " << to << "]: " << found.value << " ± " << found.error << ", " << found.evaluations);
  CHECK(found.outcome == Outcome::settled);
  CHECK(std::abs(found.value - expected) <= tolerance * std::max(1.0, std::abs(expected)));
  CHECK(std::abs(found.value - expected) <= found.error + 1e-14);
}

void check_mean(const Integral& found, double expected, double tolerance = 1e-11) {
  INFO("found " << found.value << " ± " << found.error << ", " << found.evaluations << ", " << id_of(found.outcome));
  CHECK(found.outcome == Outcome::settled);
  CHECK(std::abs(found.value - expected) <= tolerance * std::max(1.0, std::abs(expected)));
}

}  // namespace

TEST_CASE("Integrals over intervals agree with closed forms") {
  const double pi = std::numbers::pi;
  check_integral("exp(-x^2)", -1, 1, 1.4936482656248540508);
  check_integral("x^2", -1, 2, 3);
  check_integral("1", 0, 1e-9, 1e-9);
  check_integral("sin(50x)", 0, 1, (1 - std::cos(50.0)) / 50);
  check_integral("|x - 0.3|", 0, 1, 0.29);
  check_integral("if(x < 0.7, 1, 3)", 0, 1, 1.6);
  check_integral("sqrt(1 - x^2)", -1, 1, pi / 2, 1e-9);
  check_integral("sin(x)/x", -1, 1, 1.8921661407343660298);
  check_integral("1/(1e-6 + x^2)", -1, 1, 2e3 * std::atan(1e3));
  check_integral("x^2", 2, -1, -3);
  CHECK(integral("x", 3, 3).value == 0);
}

TEST_CASE("Integrable singularities and infinite ends are integrated") {
  const double pi = std::numbers::pi;
  check_integral("1/sqrt(x)", 0, 4, 4, 1e-9);
  check_integral("log(x)", 0, 1, -1, 1e-9);
  check_integral("1/sqrt(|x|)", -1, 1, 4, 1e-9);
  check_integral("x^(-0.9)", 0, 1, 10, 1e-8);
  check_integral("exp(-x)", 0, INFINITY, 1);
  check_integral("exp(-x^2/2)", -INFINITY, INFINITY, std::sqrt(2 * pi));
  check_integral("1/(1 + x^2)", -INFINITY, INFINITY, pi, 1e-9);
  check_integral("exp(x)", -INFINITY, 1, std::numbers::e);
  check_integral("x^3 exp(-x)", 0, INFINITY, 6);
  check_integral("exp(-(x - 20)^2)", 0, INFINITY, std::sqrt(pi), 1e-9);
}

TEST_CASE("What diverges or has no value is said, never given as a number") {
  CHECK(integral("1/x", 0, 1).outcome == Outcome::divergent);
  CHECK(integral("1/x", 0, 1).value == INFINITY);
  CHECK(integral("1/x", 0, 1).at == 0);
  CHECK(integral("1/x", -1, 1).outcome == Outcome::divergent);
  CHECK(std::isnan(integral("1/x", -1, 1).value));
  CHECK(integral("-1/x^2", -1, 1).value == -INFINITY);
  CHECK(integral("1/x", 1, INFINITY).value == INFINITY);
  CHECK(integral("exp(x)", 0, INFINITY).value == INFINITY);
  const Integral gap = integral("log(x)", -1, 1);
  CHECK(gap.outcome == Outcome::undefined_part);
  CHECK((gap.at >= -1 && gap.at <= 0));
  CHECK(std::isnan(gap.value));
}

TEST_CASE("Expectations agree with the moments of every distribution") {
  for (const DistributionEntry& entry : distributions()) {
    INFO(entry.id);
    const std::vector<double> weights = entry.weighted ? std::vector<double>{1, 0, 4, 2} : std::vector<double>{};
    const Distribution distribution = Distribution::create(entry.id, {}, weights).value();
    const Moments moments = distribution.moments();
    check_mean(mean_of("1", entry.id.c_str(), {}, weights), 1);
    if (moments.mean) check_mean(mean_of("x", entry.id.c_str(), {}, weights), *moments.mean);
    if (moments.variance && std::isfinite(*moments.variance))
      check_mean(mean_of("x^2", entry.id.c_str(), {}, weights), *moments.variance + *moments.mean * *moments.mean, 1e-10);
  }
  check_mean(mean_of("x^4", "gamma", {{"shape", 0.01}}), 0.01 * 1.01 * 2.01 * 3.01);
  check_mean(mean_of("x", "beta", {{"alpha", 0.05}, {"beta", 0.02}}), 5.0 / 7);
  check_mean(mean_of("x", "poisson", {{"rate", 1e5}}), 1e5);
  check_mean(mean_of("x^2", "student-t", {{"freedom", 2.5}}), 5);
}

TEST_CASE("Expectations of other functions agree with closed forms") {
  check_mean(mean_of("exp(x)", "normal"), std::exp(0.5));
  check_mean(mean_of("|x|", "normal"), std::sqrt(2 / std::numbers::pi));
  check_mean(mean_of("if(x > 1, 1, 0)", "normal"), 0.15865525393145705);
  check_mean(mean_of("if(x > 9, 1, 0)", "normal"), 1.1285884059538405e-19, 1e-25);
  check_mean(mean_of("cos(x)", "normal"), std::exp(-0.5));
  check_mean(mean_of("exp(-x^2)", "uniform", {{"from", -1}}), 1.4936482656248540508 / 2);
  check_mean(mean_of("1/(x+1)", "poisson", {{"rate", 3}}), (1 - std::exp(-3.0)) / 3);
  check_mean(mean_of("2^x", "binomial", {{"trials", 10}}), std::pow(1.5, 10));
}

TEST_CASE("An expectation that does not exist is not made up") {
  const Integral cauchy = mean_of("x", "cauchy");
  CHECK(cauchy.outcome == Outcome::divergent);
  CHECK(std::isnan(cauchy.value));
  CHECK(mean_of("x^2", "cauchy").value == INFINITY);
  CHECK(mean_of("x^2", "student-t", {{"freedom", 2}}).value == INFINITY);
  CHECK(mean_of("2^x", "geometric", {{"probability", 0.5}}).value == INFINITY);
  CHECK(mean_of("exp(x^2)", "normal").value == INFINITY);
  CHECK(mean_of("log(x)", "normal").outcome == Outcome::undefined_part);
  CHECK(mean_of("log(x)", "poisson").value == -INFINITY);
  CHECK(mean_of("log(x - 2)", "poisson").outcome == Outcome::undefined_part);
}
