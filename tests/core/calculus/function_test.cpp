#include "calculus/function.hpp"

#include <cmath>
#include <complex>

#include "calculus/block_math.hpp"
#include "calculus/differences.hpp"
#include "calculus/evaluate.hpp"
#include "calculus/parse.hpp"
#include "core/catch.hpp"

using namespace downhill;

namespace {

Function compiled(const std::string& text, const std::vector<std::string>& variables = {"x"}) {
  const auto expression = parse(text, variables);
  INFO(text);
  REQUIRE(expression.ok());
  return Function::compile(*expression);
}

double slope_at(const std::string& text, double x) {
  double value, gradient;
  compiled(text).value_and_gradient(&x, value, &gradient);
  return gradient;
}

// In units of the last place of `expected`.
double ulps(double actual, double expected) {
  if (actual == expected || (std::isnan(actual) && std::isnan(expected))) return 0;
  return std::abs(actual - expected) / (std::abs(expected) * 0x1p-53 + 5e-324);
}

}  // namespace

TEST_CASE("the product of dual numbers is the product rule", "[dual]") {
  const Dual<double> x(3, 1), y(5, 2);
  CHECK((x * y).value == 15);
  CHECK((x * y).slope == 1 * 5 + 3 * 2);
  CHECK(std::abs((x / y).slope - (1 * 5 - 3 * 2) / 25.0) < 1e-16);
}

TEST_CASE("constants, one variable alone, and no variable at all compile", "[function]") {
  double value, gradient[2];
  const double point[] = {4, 7};
  compiled("3", {"x", "y"}).value_and_gradient(point, value, gradient);
  CHECK((value == 3 && gradient[0] == 0 && gradient[1] == 0));
  compiled("y", {"x", "y"}).value_and_gradient(point, value, gradient);
  CHECK((value == 7 && gradient[0] == 0 && gradient[1] == 1));
  CHECK(compiled("2 pi", {}).value(nullptr) == 2 * std::acos(-1.0));
  CHECK(compiled("2", {}).second_order(nullptr).value == 2);
}

TEST_CASE("a quadratic has its exact gradient and Hessian", "[function]") {
  const double point[] = {1.5, -2};
  const Jet jet = compiled("x^2 + 3 x y - 2y^2 + x", {"x", "y"}).second_order(point);
  CHECK(jet.value == 2.25 - 9 - 8 + 1.5);
  CHECK(jet.gradient == std::vector<double>{2 * 1.5 + 3 * -2 + 1, 3 * 1.5 - 4 * -2});
  CHECK(jet.hessian == std::vector<double>{2, 3, 3, -4});
}

TEST_CASE("there is no derivative where there is none", "[function]") {
  CHECK(std::isnan(slope_at("|x|", 0)));
  CHECK(slope_at("|x|", -2) == -1);
  CHECK(std::isnan(slope_at("sign(x)", 0)));
  CHECK(slope_at("sign(x)", 2) == 0);
  CHECK(std::isnan(slope_at("floor(x)", 2)));
  CHECK(slope_at("floor(x)", 2.5) == 0);
  CHECK(std::isnan(slope_at("relu(x)", 0)));
  CHECK(std::isnan(slope_at("max(x, -x)", 0)));
  CHECK(slope_at("max(x, x)", 1) == 1);
  CHECK(std::isnan(slope_at("if(x < 0, -x, x)", 0)));
  CHECK(std::isnan(slope_at("if(x < 0, 0, x + 1)", 0)));
  CHECK(slope_at("if(x < 1, x^2, 2x - 1)", 1) == 2);  // both branches meet with one slope
  CHECK(slope_at("if(floor(x) == 1, x^2, 0)", 1.5) == 3);
  CHECK(std::isnan(slope_at("log(x)", -1)));
  CHECK(std::isinf(slope_at("sqrt(x)", 0)));
  CHECK(slope_at("x^2", 0) == 0);
  CHECK(slope_at("(-2)^2 x", 0) == 4);
  CHECK(std::isnan(compiled("x + if(x < 0, -x^2, x^2)").second_order(std::vector<double>{0}.data()).hessian[0]));
}

TEST_CASE("a function with many registers takes them from the heap", "[function]") {
  std::string text = "x";
  for (int i = 0; i < 60; ++i) text = "sin(x + " + std::to_string(i) + ") + (" + text + ")";
  const auto expression = parse(text, {"x"});
  REQUIRE(expression.ok());
  double expected = 0.3;
  for (int i = 0; i < 60; ++i) expected = std::sin(0.3 + i) + expected;
  CHECK(Function::compile(*expression).value(0.3) == expected);
  std::vector<double> points(1000, 0.3), values(1000);
  Function::compile(*expression).values(points.data(), points.size(), values.data());
  CHECK(std::abs(values[999] - expected) < 1e-13);
}

TEST_CASE("block functions stay within 2 ulp of the standard ones and share their special values", "[function]") {
  std::vector<double> xs = {0.0,
                            -0.0,
                            1e-320,
                            -1e-320,
                            1e-200,
                            5e-324,
                            709.7,
                            710,
                            -745,
                            -746,
                            1e5,
                            1e9,
                            1e300,
                            -1e300,
                            HUGE_VAL,
                            -HUGE_VAL,
                            undefined,
                            0.625,
                            -0.625,
                            1.5707963267948966,
                            3.141592653589793,
                            22,
                            -22};
  for (int i = 0; i < 4000; ++i) xs.push_back(-40 + 0.02003 * i);
  for (int i = 0; i < 1000; ++i) xs.push_back(std::exp(-30 + 0.04 * i));
  const int count = static_cast<int>(xs.size());
  std::vector<double> out(xs.size());
  const auto worst = [&](auto block, auto single) {
    block(xs.data(), out.data(), count);
    double most = 0;
    for (int i = 0; i < count; ++i) {
      const double expected = single(xs[i]);
      INFO(xs[i] << ": " << out[i] << " for " << expected);
      CHECK(std::isnan(out[i]) == std::isnan(expected));
      CHECK(std::isinf(out[i]) == std::isinf(expected));
      if (std::isfinite(expected)) most = std::max(most, ulps(out[i], expected));
    }
    return most;
  };
  CHECK(worst(exp_block, [](double x) { return std::exp(x); }) <= 4);
  CHECK(worst(log_block, [](double x) { return std::log(x); }) <= 4);
  CHECK(worst(sin_block, [](double x) { return std::sin(x); }) <= 4);
  CHECK(worst(cos_block, [](double x) { return std::cos(x); }) <= 4);
  CHECK(worst(tanh_block, [](double x) { return std::tanh(x); }) <= 6);
  CHECK(worst(sigmoid_block, [](double x) { return sigmoid(x); }) <= 6);
}

TEST_CASE("difference quotients err as theory says", "[differences]") {
  const Function f = compiled("sin(x) exp(x)");
  const double x = 0.7, exact = std::exp(x) * (std::sin(x) + std::cos(x));
  const double h[] = {1e-1, 1e-2, 1e-8, 1e-13, 1e-100};
  const DifferenceErrors errors = difference_errors(f, x, h, 5);
  CHECK(std::abs(errors.exact - exact) < 1e-15);
  CHECK((errors.forward[0] / errors.forward[1] > 9 && errors.forward[0] / errors.forward[1] < 11));    // of order h
  CHECK((errors.central[0] / errors.central[1] > 95 && errors.central[0] / errors.central[1] < 105));  // of order h²
  CHECK((errors.complex[0] / errors.complex[1] > 95 && errors.complex[0] / errors.complex[1] < 105));
  CHECK(errors.forward[3] > 100 * errors.forward[2]);  // below √ε rounding takes over
  CHECK(errors.complex[3] < 1e-15);                    // not so here
  CHECK(errors.complex[4] < 1e-15);
  CHECK(std::isnan(difference_errors(compiled("log(x)"), -1, h, 1).forward[0]));
  CHECK(std::isnan(complex_step(compiled("erf(x)"), 0.5, 1e-3)));
}

TEST_CASE("the complex step agrees with dual numbers for every function that has it", "[differences]") {
  for (const FunctionName& name : function_names()) {
    if (!is_function(name.op) || name.op == Op::erf || name.op == Op::erfc || name.op == Op::gelu) continue;
    const double x = name.op == Op::acosh ? 1.7 : 0.3;
    const std::string text = std::string(name.name) + "(x) + x^3 + 2^x + atan2(x, 2 - x) + min(x, 2x)";
    INFO(text);
    CHECK(std::abs(complex_step(compiled(text), x, 1e-40) - slope_at(text, x)) < 1e-13);
  }
}
