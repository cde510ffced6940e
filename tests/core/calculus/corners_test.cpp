#include <cmath>

#include "calculus/germ.hpp"
#include "calculus/scalar.hpp"
#include "core/calculus/compiled.hpp"
#include "core/calculus/generator.hpp"

using namespace downhill;

// Derivatives where an inner derivative is 0 or two branches meet.

namespace {

bool same(double a, double b, double tolerance = 1e-13) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  return a == b || std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

struct OnLine {
  const char* text;
  double x, slope, curvature;
};

struct InPlane {
  const char* text;
  double x, y;
  std::vector<double> gradient, hessian;
};

constexpr double none = undefined;

}  // namespace

TEST_CASE("second derivatives hold where a first derivative inside is 0", "[corners]") {
  const double log2 = std::log(2.0);
  const auto row = GENERATE_COPY(values<OnLine>({
      {"e^(x^2)", 0, 0, 2},
      {"2^(x^2)", 0, 0, 2 * log2},
      {"2^cos(x)", 0, 0, -2 * log2},
      {"cos(x)^(x + 1)", 0, 0, -1},
      {"(x^2 + 2)^(x^2)", 0, 0, 2 * log2},
      {"(x^2 + 2)^cos(x)", 0, 0, 2 - 2 * log2},
      {"(x^2 + 2)^3", 0, 0, 24},
      {"x^(x + 1)", 1, 2, 4},
      {"(x^2)^(x + 3)", 0, 0, 0},
      {"x^x", 1, 1, 2},
      {"exp(x^2)", 0, 0, 2},
      {"log(1 + x^2)", 0, 0, 2},
      {"log2(1 + x^2)", 0, 0, 2 / log2},
      {"log10(1 + x^2)", 0, 0, 2 / std::log(10.0)},
      {"sqrt(1 + x^2)", 0, 0, 1},
      {"cbrt(1 + x^2)", 0, 0, 2.0 / 3},
      {"sin(x^2)", 0, 0, 2},
      {"cos(x^2)", 0, 0, 0},
      {"tan(x^2)", 0, 0, 2},
      {"asin(x^2)", 0, 0, 2},
      {"acos(x^2)", 0, 0, -2},
      {"atan(x^2)", 0, 0, 2},
      {"sinh(x^2)", 0, 0, 2},
      {"cosh(1 + x^2)", 0, 0, 2 * std::sinh(1.0)},
      {"tanh(x^2)", 0, 0, 2},
      {"asinh(x^2)", 0, 0, 2},
      {"asinh(2 + x^2)", 0, 0, 2 / std::sqrt(5.0)},
      {"acosh(2 + x^2)", 0, 0, 2 / std::sqrt(3.0)},
      {"atanh(x^2)", 0, 0, 2},
      {"erf(x^2)", 0, 0, 4 / std::sqrt(std::acos(-1.0))},
      {"erfc(x^2)", 0, 0, -4 / std::sqrt(std::acos(-1.0))},
      {"sigmoid(x^2)", 0, 0, 0.5},
      {"softplus(x^2)", 0, 0, 1},
      {"gelu(x^2)", 0, 0, 1},
      {"atan2(x^2, 1)", 0, 0, 2},
      {"atan2(1, x^2)", 0, 0, -2},
      {"1/(1 + x^2)", 0, 0, -2},
      {"x^2 cos(x)", 0, 0, 2},
  }));
  INFO(row.text);
  const Jet jet = compile_formula(row.text, {"x"}).second_order(&row.x);
  CHECK(same(jet.gradient[0], row.slope));
  CHECK(same(jet.hessian[0], row.curvature));
}

TEST_CASE("mixed second derivatives hold where a first derivative is 0", "[corners]") {
  const double log2 = std::log(2.0);
  const auto row = GENERATE_COPY(values<InPlane>({
      {"e^(x*y)", 0, 1, {1, 0}, {1, 1, 1, 0}},
      {"2^(x*y)", 0, 0, {0, 0}, {0, log2, log2, 0}},
      {"(x*y + 2)^3", 0, 0, {0, 0}, {0, 12, 12, 0}},
      {"(x*y + 2)^(x + y)", 0, 0, {log2, log2}, {log2 * log2, log2 * log2, log2 * log2, log2 * log2}},
      {"x^y", 0, 1, {1, none}, {0, none, none, none}},
      {"x^y", 0, 3, {0, 0}, {0, 0, 0, 0}},
      {"x^y", 2, 0, {0, log2}, {0, 0.5, 0.5, log2 * log2}},
      {"sin(x*y)", 0, 0, {0, 0}, {0, 1, 1, 0}},
      {"atan2(x*y, 1)", 0, 0, {0, 0}, {0, 1, 1, 0}},
      {"y exp(x*y)", 0, 0, {0, 1}, {0, 0, 0, 0}},
  }));
  INFO(row.text);
  const double point[] = {row.x, row.y};
  const Jet jet = compile_formula(row.text, {"x", "y"}).second_order(point);
  for (size_t i = 0; i < 4; ++i) {
    INFO(i << ": " << jet.hessian[i]);
    if (!std::isnan(row.hessian[i])) CHECK(same(jet.hessian[i], row.hessian[i]));
    if (i < 2 && !std::isnan(row.gradient[i])) CHECK(same(jet.gradient[i], row.gradient[i]));
  }
}

TEST_CASE("where branches meet there is the derivative that both sides share", "[corners]") {
  const auto row = GENERATE(values<OnLine>({
      {"max(x^2, 0)", 0, 0, 2},
      {"max(0, x^2)", 0, 0, 2},
      {"min(-x^2, 0)", 0, 0, -2},
      {"min(0, -x^2)", 0, 0, -2},
      {"min(x^2, 0)", 0, 0, 0},
      {"max(x^2, -x^2, 0)", 0, 0, 2},
      {"max(x^2 + x, x)", 0, 1, 2},
      {"max(x, x)", 1, 1, 0},
      {"relu(x^2)", 0, 0, 2},
      {"relu(-x^2)", 0, 0, 0},
      {"relu(x)^2", 0, 0, none},
      {"relu(x)^3", 0, 0, 0},
      {"relu(x)", 0, none, none},
      {"|x|", 0, none, none},
      {"|x^2|", 0, 0, 2},
      {"|-x^2|", 0, 0, 2},
      {"|x^3|", 0, 0, 0},
      {"x|x|", 0, 0, none},
      {"|x|^3", 0, 0, 0},
      {"|x|^2", 0, 0, 2},
      {"|sin(x)| sin(x)", 0, 0, none},
      {"sqrt(x^4)", 0, 0, 2},
      {"sqrt(x^2)", 0, none, none},
      {"sqrt(x^4 + x^6)", 0, 0, 2},
      {"(x^2)^1.5", 0, 0, 0},
      {"cbrt(x)^3", 0, 1, 0},
      {"cbrt(x^3)", 0, 1, 0},
      {"cbrt(x^6)", 0, 0, 2},
      {"x cbrt(x)", 0, 0, HUGE_VAL},
      {"acos(cos(x))^2", 0, 0, 2},
      {"acos(cos(x))", 0, none, none},
      {"acosh(cosh(x))^2", 0, 0, 2},
      {"(asin(1 - x^2) - pi/2)^2", 0, 0, 4},
      {"x^2 sign(x)", 0, 0, none},
      {"x^3 sign(x)", 0, 0, 0},
      {"x^2 floor(x)", 0, 0, none},
      {"floor(x^2 + 0.5)", 0, 0, 0},
      {"floor(x)", 2, none, none},
      {"if(x < 1, x^2, 2x - 1)", 1, 2, none},
      {"if(x < 0, -x^2, x^2)", 0, 0, none},
      {"if(x < 0, x^3, x^4)", 0, 0, 0},
      {"if(x^2 <= 0, 5, x)", 0, none, none},
      {"if(x == 0, 0, x)", 0, 1, 0},
      {"if(x == x, x^2, 0)", 3, 6, 2},
      {"if(floor(x) == 1, x^2, 0)", 1.5, 3, 2},
  }));
  INFO(row.text);
  const Function f = compile_formula(row.text, {"x"});
  const Jet jet = f.second_order(&row.x);
  double value, slope;
  f.value_and_gradient(&row.x, value, &slope);
  CHECK(same(slope, row.slope));
  CHECK(same(jet.gradient[0], row.slope));
  CHECK(same(jet.hessian[0], row.curvature));
}

TEST_CASE("in the plane a corner has derivatives only where all directions fit together", "[corners]") {
  const auto row = GENERATE(values<InPlane>({
      {"max((x + y)^2, 0)", 0, 0, {0, 0}, {2, 2, 2, 2}},
      {"|x^2 + x*y + y^2|", 0, 0, {0, 0}, {2, 1, 1, 2}},
      {"|x*y|", 0, 0, {0, 0}, {0, none, none, 0}},
      {"|x^2 - y^2|", 0, 0, {0, 0}, {2, none, none, 2}},
      {"sqrt(|x*y|)", 0, 0, {none, none}, {none, none, none, none}},
      {"x^0.3 y^0.7", 0, 0, {none, none}, {none, none, none, none}},
      {"sqrt(x^2 + y^2)", 0, 0, {none, none}, {none, none, none, none}},
      {"(x^2 + y^2)^1.5", 0, 0, {0, 0}, {0, 0, 0, 0}},
      {"|x| y", 0, 2, {none, 0}, {none, none, none, 0}},
      {"y + max(x, -x)", 0, 1, {none, 1}, {none, none, none, 0}},
      {"if(y < 0, x, 2x)", 3, 0, {2, none}, {0, none, none, none}},
  }));
  INFO(row.text);
  const double point[] = {row.x, row.y};
  const Jet jet = compile_formula(row.text, {"x", "y"}).second_order(point);
  for (size_t i = 0; i < 4; ++i) {
    INFO(i << ": " << jet.hessian[i]);
    CHECK(same(jet.hessian[i], row.hessian[i]));
    if (i < 2) CHECK(same(jet.gradient[i], row.gradient[i]));
  }
}

TEST_CASE("a condition without a value chooses no branch", "[corners]") {
  for (const char* text : {"if(log(x) < 0, 1, 2)", "if(log(x) <= 0, 1, 2)", "if(0 > log(x), 1, 2)", "if(sqrt(x) >= 0, 1, 2)",
                           "if(log(x) == 0, 1, 2)", "if(log(x) != 0, 1, 2)", "max(log(x), 1)", "min(1, log(x))"}) {
    INFO(text);
    const Function f = compile_formula(text, {"x"});
    const double points[] = {-1, -1, -1};
    double values[3], slope;
    f.values(points, 3, values);
    for (const double value : values) CHECK(std::isnan(value));
    CHECK(std::isnan(f.value(-1)));
    f.value_and_gradient(points, values[0], &slope);
    CHECK(std::isnan(values[0]));
    CHECK(std::isnan(slope));
  }
}

// On smooth ground the germ is Taylor's series, and so an independent second opinion on the dual numbers.
TEST_CASE("germs and dual numbers agree where both have an answer", "[corners]") {
  RandomStream random(12);
  int compared = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string text = random_formula(random, 1 + i % 3);
    const Function f = compile_formula(text, {"x", "y"});
    const double point[] = {random.uniform(-3, 3), random.uniform(-3, 3)};
    const Jet jet = f.second_order(point);
    const auto tame = [](double v) { return std::isfinite(v) && std::abs(v) < 1e6; };
    const double direction[] = {1, 0};
    const double slope = two_sided_slope(f, point, direction), curvature = two_sided_curvature(f, point, direction);
    if (!tame(jet.value) || !tame(jet.gradient[0]) || !tame(jet.hessian[0]) || std::isnan(curvature)) continue;
    ++compared;
    INFO(text << " at " << point[0] << ", " << point[1]);
    CHECK(same(slope, jet.gradient[0], 1e-9));
    CHECK(same(curvature, jet.hessian[0], 1e-8));
  }
  CHECK(compared > 200);
}
