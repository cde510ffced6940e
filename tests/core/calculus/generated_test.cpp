#include <algorithm>
#include <cmath>

#include "calculus/differentiate.hpp"
#include "calculus/equivalence.hpp"
#include "calculus/evaluate.hpp"
#include "calculus/parse.hpp"
#include "calculus/print.hpp"
#include "calculus/simplify.hpp"
#include "core/calculus/generator.hpp"
#include "core/catch.hpp"

using namespace downhill;

// What must hold for any formula, tried on many generated ones. Rounding is judged by how much a value moves when the point
// moves by some ulps, so that ill-conditioned formulas need no wide tolerance; places near a kink, a jump or a pole show
// themselves the same way.

namespace {

constexpr int formulas = 600;
constexpr int points_each = 4;

struct Sample {
  Expression expression;
  std::string text;
};

std::vector<Sample> samples() {
  RandomStream random(2024);
  std::vector<Sample> list;
  for (int i = 0; i < formulas; ++i) {
    const std::string text = random_formula(random, 1 + i % 3);
    auto expression = parse(text, {"x", "y"});
    INFO(text);
    REQUIRE(expression.ok());
    list.push_back({*expression, text});
  }
  return list;
}

bool smooth_here(const Jet& jet) {
  const auto tame = [](double v) { return std::isfinite(v) && std::abs(v) < 1e6; };
  return tame(jet.value) && std::all_of(jet.gradient.begin(), jet.gradient.end(), tame) &&
         std::all_of(jet.hessian.begin(), jet.hessian.end(), tame);
}

bool close(double a, double b, double tolerance) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

}  // namespace

TEST_CASE("printing parses back to the same function", "[generated]") {
  RandomStream random(7);
  for (const Sample& sample : samples()) {
    const std::string printed = to_text(sample.expression);
    INFO(sample.text << "  printed  " << printed);
    const auto again = parse(printed, {"x", "y"});
    REQUIRE(again.ok());
    CHECK(to_text(*again) == printed);
    const Function before = Function::compile(sample.expression), after = Function::compile(*again);
    for (int i = 0; i < points_each; ++i) {
      const double point[] = {random.uniform(-3, 3), random.uniform(-3, 3)};
      const double a = before.value(point), b = after.value(point);
      CHECK((a == b || (std::isnan(a) && std::isnan(b))));  // the same tree, so the same bits
    }
  }
}

TEST_CASE("simplifying keeps the values, and is done once done", "[generated]") {
  RandomStream random(8);
  int compared = 0;
  for (const Sample& sample : samples()) {
    const Expression simple = simplify(sample.expression);
    INFO(sample.text << "  simplified  " << to_text(simple));
    CHECK(to_text(simplify(simple)) == to_text(simple));
    const auto again = parse(to_text(simple), {"x", "y"});
    REQUIRE(again.ok());
    CHECK(to_text(*again) == to_text(simple));
    const Function before = Function::compile(sample.expression), after = Function::compile(simple);
    for (int i = 0; i < points_each; ++i) {
      const double point[] = {random.uniform(-3, 3), random.uniform(-3, 3)};
      const Jet jet = before.second_order(point);
      if (!smooth_here(jet)) continue;
      ++compared;
      INFO("at " << point[0] << ", " << point[1]);
      CHECK(close(jet.value, after.value(point), 1e-9));
    }
  }
  CHECK(compared > 1000);
}

TEST_CASE("symbolic, dual and difference derivatives agree", "[generated]") {
  RandomStream random(9);
  int compared = 0;
  for (const Sample& sample : samples()) {
    const Function f = Function::compile(sample.expression);
    for (int variable = 0; variable < 2; ++variable) {
      const auto raw = differentiate_unsimplified(sample.expression, variable);
      const auto simple = differentiate(sample.expression, variable);
      REQUIRE(raw.ok());
      REQUIRE(simple.ok());
      const Function slope_raw = Function::compile(*raw), slope_simple = Function::compile(*simple);
      for (int i = 0; i < points_each; ++i) {
        double point[] = {random.uniform(-3, 3), random.uniform(-3, 3)};
        const Jet jet = f.second_order(point);
        if (!smooth_here(jet) || is_steep(sample.expression, point)) continue;
        const double exact = jet.gradient[variable];
        INFO(sample.text << "  d" << variable << "  " << to_text(*simple) << "  at " << point[0] << ", " << point[1]);
        CHECK(close(exact, slope_raw.value(point), 1e-9));
        CHECK(close(exact, slope_simple.value(point), 1e-9));
        // Central difference with an error bound from itself: two steps sizes must agree before it is asked.
        const double here = point[variable];
        const auto central = [&](double h) {
          point[variable] = here + h;
          const double right = f.value(point);
          point[variable] = here - h;
          const double left = f.value(point);
          point[variable] = here;
          return (right - left) / (2 * h);
        };
        const double coarse = central(2e-4), fine = central(1e-4);
        if (!close(coarse, fine, 1e-6)) continue;
        ++compared;
        CHECK(close(exact, fine, 1e-5));
      }
    }
  }
  CHECK(compared > 1500);
}

TEST_CASE("second derivatives by dual numbers agree with the derivative's derivative", "[generated]") {
  RandomStream random(10);
  int compared = 0;
  for (const Sample& sample : samples()) {
    const Function f = Function::compile(sample.expression);
    const auto first = differentiate(sample.expression, 0);
    REQUIRE(first.ok());
    const Function slope = Function::compile(*first);
    for (int i = 0; i < points_each; ++i) {
      const double point[] = {random.uniform(-3, 3), random.uniform(-3, 3)};
      const Jet jet = f.second_order(point);
      if (!smooth_here(jet)) continue;
      double value, gradient[2];
      slope.value_and_gradient(point, value, gradient);
      if (std::isnan(gradient[0]) || std::isnan(gradient[1])) continue;
      ++compared;
      INFO(sample.text << "  at " << point[0] << ", " << point[1]);
      CHECK(close(jet.hessian[0], gradient[0], 1e-8));
      CHECK(close(jet.hessian[1], gradient[1], 1e-8));
      CHECK(jet.hessian[1] == jet.hessian[2]);
    }
  }
  CHECK(compared > 1000);
}

TEST_CASE("a batch gives what single points give", "[generated]") {
  RandomStream random(11);
  for (const Sample& sample : samples()) {
    const Function f = Function::compile(sample.expression);
    const size_t count = 300;  // more than one block, and not a whole number of them
    std::vector<double> points(2 * count), values(count);
    for (double& coordinate : points) coordinate = random.uniform(-4, 4);
    f.values(points.data(), count, values.data());
    for (size_t i = 0; i < count; ++i) {
      const double single = f.value(&points[2 * i]);
      if (values[i] == single || (std::isnan(values[i]) && std::isnan(single))) continue;
      const Jet jet = f.second_order(&points[2 * i]);
      if (!smooth_here(jet)) continue;
      INFO(sample.text << "  at " << points[2 * i] << ", " << points[2 * i + 1]);
      CHECK(close(values[i], single, 1e-11));
    }
  }
}

TEST_CASE("a formula is equivalent to its simplified self and not to itself plus one", "[generated]") {
  int decided = 0;
  const auto all = samples();
  for (size_t i = 0; i < all.size(); i += 4) {
    const Sample& sample = all[i];
    INFO(sample.text);
    const auto shifted = parse("(" + sample.text + ") + x + 1", {"x", "y"});
    REQUIRE(shifted.ok());
    const Equivalence different = equivalent(sample.expression, *shifted, 3);
    CHECK_FALSE(different.equivalent);
    const Equivalence same = equivalent(sample.expression, sample.expression, 3);
    CHECK(same.equivalent);
    decided += different.decided;
  }
  CHECK(decided > 100);
}
