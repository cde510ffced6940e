#include "calculus/differentiate.hpp"

#include <algorithm>

#include "calculus/parse.hpp"
#include "calculus/print.hpp"
#include "core/catch.hpp"

using namespace downhill;

namespace {

Expression read(const std::string& text, const std::vector<std::string>& variables = {"x", "y"}) {
  auto expression = parse(text, variables);
  INFO(text);
  REQUIRE(expression.ok());
  return *expression;
}

std::string derivative_of(const std::string& text, int variable = 0) {
  const auto result = differentiate(read(text), variable);
  REQUIRE(result.ok());
  return to_text(*result);
}

using Pair = std::pair<const char*, const char*>;

}  // namespace

TEST_CASE("derivatives print as a person would write them", "[differentiate]") {
  const auto [text, expected] = GENERATE(values<Pair>({
      {"3", "0"},
      {"y", "0"},
      {"x", "1"},
      {"x^2 + 2x + 3", "2x + 2"},
      {"x^3", "3x^2"},
      {"5 - 3x - x^2", "-2x - 3"},
      {"2x - x^2", "2 - 2x"},
      {"x^2/2", "x"},
      {"x^3/2", "3x^2/2"},
      {"x/3", "1/3"},
      {"0.1x^2", "0.2x"},
      {"1/x", "-1/x^2"},
      {"x^-2", "-2/x^3"},
      {"sqrt(x)", "1/(2 sqrt(x))"},
      {"x sqrt(x)", "3 sqrt(x)/2"},
      {"x^(1/3)", "1/(3x^(2/3))"},
      {"cbrt(x)", "1/(3 cbrt(x)^2)"},
      {"sqrt(x^2 + 1)", "x/sqrt(x^2 + 1)"},
      {"(x + 1)^2 (x + 2)", "3x^2 + 8x + 5"},
      {"(x + 1)^3", "3(x + 1)^2"},
      {"(x^2 + 1)/(x - 1)", "(x^2 - 2x - 1)/(x - 1)^2"},
      {"x/(x + 1)", "1/(x + 1)^2"},
      {"exp(x)", "exp(x)"},
      {"exp(-x^2)", "-2x exp(-x^2)"},
      {"x exp(-x)", "exp(-x) - x exp(-x)"},
      {"x^2/exp(x)", "exp(-x) (2x - x^2)"},
      {"e^(2x)", "2e^(2x)"},
      {"2^x", "2^x log(2)"},
      {"x^x", "x^x (log(x) + 1)"},
      {"log(x)", "1/x"},
      {"log(x^2)", "2/x"},
      {"log(x)/x", "(1 - log(x))/x^2"},
      {"log10(x)", "1/(x log(10))"},
      {"sin(x^2)", "2x cos(x^2)"},
      {"cos(x)^3", "-3 cos(x)^2 sin(x)"},
      {"sin(x) cos(x)", "cos(x)^2 - sin(x)^2"},
      {"tan(x)", "1/cos(x)^2"},
      {"asin(x)", "1/sqrt(1 - x^2)"},
      {"acos(x)", "-1/sqrt(1 - x^2)"},
      {"atan(x)", "1/(x^2 + 1)"},
      {"sinh(2x)", "2 cosh(2x)"},
      {"tanh(x)", "1 - tanh(x)^2"},
      {"sigmoid(x)", "sigmoid(x) (1 - sigmoid(x))"},
      {"softplus(x)", "sigmoid(x)"},
      {"erf(x)", "2 exp(-x^2)/sqrt(pi)"},
      {"|x|", "x/|x|"},
      {"|x|^3", "3x |x|"},
      {"x/|x|", "0"},
      {"sign(x)", "0"},
      {"floor(x)", "0"},
      {"relu(x)", "if(x > 0, 1, 0)"},
      {"max(x, x^2)", "if(x > x^2, 1, 2x)"},
      {"if(x < 0, -x, x^2)", "if(x < 0, -1, 2x)"},
      {"x^2 y + sin(x y)", "2x y + y cos(x y)"},
      {"pi x^2", "2pi x"},
      {"sqrt(x)^2", "1"},
      // Simplified as a person would: powers of one base, sin² + cos², shared factors of fractions, powers of roots.
      {"(e^x-e^-x)/(e^x+e^-x)", "4/(e^x + e^(-x))^2"},
      {"(exp(x)-exp(-x))/(exp(x)+exp(-x))", "4/(exp(x) + exp(-x))^2"},
      {"e^x e^(2x)", "3e^(3x)"},
      {"(e^x)^2", "2e^(2x)"},
      {"e^x/e^(3x)", "-2e^(-2x)"},
      {"2^x*2^(2x)", "3 * 2^(3x) log(2)"},
      {"sin(x)/cos(x)", "1/cos(x)^2"},
      {"cos(x)/sin(x)", "-1/sin(x)^2"},
      {"1/tan(x)", "-1/sin(x)^2"},
      {"sin(x)^2 + cos(x)^2", "0"},
      {"sinh(x)/cosh(x)", "1/cosh(x)^2"},
      {"cosh(x)/sinh(x)", "-1/sinh(x)^2"},
      {"x sin(x)^2 + x cos(x)^2", "1"},
      {"(x^2-1)/(x-1)", "1"},
      {"(x^3+1)/(x+1)", "2x - 1"},
      {"(x^2+2x+1)/(x+1)", "1"},
      {"x^2/(x+1)^3", "(2x - x^2)/(x + 1)^4"},
      {"(sin(x)^2-1)/(sin(x)-1)", "cos(x)"},
      {"x/sqrt(x^2+1)", "1/(x^2 + 1)^(3/2)"},
      {"x sqrt(x^2+1)", "(2x^2 + 1)/sqrt(x^2 + 1)"},
      {"x sqrt(1-x)", "(2 - 3x)/(2 sqrt(1 - x))"},
      {"sqrt(x)/(x+1)", "(1 - x)/(2 sqrt(x) (x + 1)^2)"},
      {"asin(x) + x sqrt(1-x^2)", "2 sqrt(1 - x^2)"},
      {"1/sqrt(x)", "-1/(2x^(3/2))"},
      {"ln(sqrt(x))", "1/(2x)"},
      {"ln(x+sqrt(x^2+1))", "1/sqrt(x^2 + 1)"},
      {"e^ln(x)", "1"},
      {"e^(2 ln x)", "2x"},
      {"ln(x e^x)", "(x + 1)/x"},
  }));
  INFO(text);
  CHECK(derivative_of(text) == expected);
}

TEST_CASE("the other variables rest", "[differentiate]") {
  CHECK(derivative_of("x^2 + 2y^2", 1) == "4y");
  CHECK(derivative_of("(1 - x)^2 + 100(y - x^2)^2", 1) == "200(y - x^2)");
  CHECK(derivative_of("x^y", 1) == "x^y log(x)");
}

TEST_CASE("the steps go from the outside in and end with simplifying", "[differentiate]") {
  const auto derivative = differentiate_with_steps(read("x^2 + x sin(2x) + 3", {"x"}), 0);
  REQUIRE(derivative.ok());
  struct Expected {
    const char *rule, *function, *before, *after;
    int depth;
  };
  const Expected expected[] = {
      {"sum", "", "x^2 + x sin(2x) + 3", "(x^2)′ + (x sin(2x))′ + (3)′", 0},
      {"power", "", "x^2", "2x", 1},
      {"product", "", "x sin(2x)", "(x)′ sin(2x) + x (sin(2x))′", 1},
      {"variable", "", "x", "1", 2},
      {"chain", "sin", "sin(2x)", "cos(2x) (2x)′", 2},
      {"constant-multiple", "", "2x", "2(x)′", 3},
      {"constant", "", "3", "0", 1},
      {"simplify", "", "2x + (1 sin(2x) + x (cos(2x) (2 * 1))) + 0", "2x + sin(2x) + 2x cos(2x)", 0},
  };
  std::vector<std::string> seen;
  REQUIRE(derivative->steps.size() == std::size(expected));
  for (size_t i = 0; i < std::size(expected); ++i) {
    const DerivativeStep& step = derivative->steps[i];
    INFO(i);
    CHECK(step.rule == expected[i].rule);
    CHECK(step.function == expected[i].function);
    CHECK(step.before_text == expected[i].before);
    CHECK(step.after_text == expected[i].after);
    CHECK(step.depth == expected[i].depth);
  }
  CHECK(derivative->steps[4].after_latex == "\\cos\\left(2 x\\right) \\left(2 x\\right)'");
}

TEST_CASE("every rule is used by some formula and named in the list", "[differentiate]") {
  std::vector<std::string> used;
  for (const char* text : {"x^2 + 2x + 3", "x sin(x)", "sin(x^2)", "1/x", "2^x", "x^x", "relu(x)", "exp(x)"}) {
    const auto derivative = differentiate_with_steps(read(text), 0);
    REQUIRE(derivative.ok());
    for (const DerivativeStep& step : derivative->steps) used.push_back(step.rule);
  }
  const auto rules = derivative_rules();
  for (const std::string& rule : used) CHECK(std::count(rules.begin(), rules.end(), rule) == 1);
  for (const std::string_view rule : rules) {
    INFO(rule);
    CHECK(std::count(used.begin(), used.end(), rule) > 0);
  }
}

TEST_CASE("no simplify step when there is nothing to simplify", "[differentiate]") {
  const auto derivative = differentiate_with_steps(read("sin(x)"), 0);
  REQUIRE(derivative.ok());
  REQUIRE(derivative->steps.size() == 1);
  CHECK(derivative->steps[0].rule == "function");
  CHECK(derivative->steps[0].after_text == "cos(x)");
}

TEST_CASE("the whole derivative grows step by step, the next piece marked", "[differentiate]") {
  const Expression f = read("sin(x^2) - x^2", {"x"});
  const char* const lines[][2] = {
      {"(sin(x^2) - x^2)′", "\\piece{\\left(\\sin\\left(x^{2}\\right) - x^{2}\\right)'}"},
      {"(sin(x^2))′ - (x^2)′", "\\piece{\\left(\\sin\\left(x^{2}\\right)\\right)'} - \\left(x^{2}\\right)'"},
      // The same piece in two places is marked, and worked out, in both.
      {"cos(x^2) (x^2)′ - (x^2)′", "\\cos\\left(x^{2}\\right) \\piece{\\left(x^{2}\\right)'} - \\piece{\\left(x^{2}\\right)'}"},
      {"cos(x^2) (2x) - 2x", "\\cos\\left(x^{2}\\right) \\left(2 x\\right) - 2 x"},
      {"2x cos(x^2) - 2x", "2 x \\cos\\left(x^{2}\\right) - 2 x"},
  };
  for (int steps = 0; steps < 5; ++steps) {
    INFO(steps);
    const auto line = derivative_after(f, 0, steps);
    REQUIRE(line.ok());
    CHECK(line->text == lines[steps][0]);
    CHECK(line->latex == lines[steps][1]);
  }
}

TEST_CASE("after the last rule the whole derivative is what simplifying starts from", "[differentiate]") {
  for (const char* text : {"x^2 + x sin(2x) + 3", "x^x/(1 + x)", "max(x, x^2) exp(-x)", "if(x < 0, x^3, 2^x) - log(x)", "5"}) {
    INFO(text);
    const Expression f = read(text, {"x"});
    const auto derivative = differentiate_with_steps(f, 0);
    REQUIRE(derivative.ok());
    const DerivativeStep& last = derivative->steps.back();
    const int rules = static_cast<int>(derivative->steps.size()) - (last.rule == "simplify" ? 1 : 0);
    const auto line = derivative_after(f, 0, rules), end = derivative_after(f, 0, rules + 1);
    REQUIRE(line.ok());
    REQUIRE(end.ok());
    CHECK(line->text == (last.rule == "simplify" ? last.before_text : to_text(derivative->result)));
    CHECK(end->text == to_text(derivative->result));
    CHECK(end->latex == to_latex(derivative->result));
  }
}

TEST_CASE("derivatives of derivatives end in an error, not in a flood", "[differentiate]") {
  Expression expression = read("x^x^x sin(exp(x)/x)");
  for (int order = 1; order <= 30; ++order) {
    const auto next = differentiate(expression, 0);
    if (!next.ok()) {
      CHECK(next.error().parameter == "derivative");
      CHECK(order > 2);
      return;
    }
    CHECK(to_text(*next).size() < 200000);
    expression = *next;
  }
  FAIL("the thirtieth derivative still fits");
}

TEST_CASE("deep nests and long chains are differentiated or refused", "[differentiate]") {
  const auto repeated = [](const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
  };
  const std::string texts[] = {
      repeated("sin(", 100) + "x" + repeated(")", 100),
      repeated("x^", 100) + "x",
      "x" + repeated("*(x+1)", 300),
      "x" + repeated("+x", 999),
      "x" + repeated("/x", 999),
      repeated("sqrt(1+", 100) + "x" + repeated(")", 100),
      "1" + repeated("/(1+x", 99) + repeated(")", 99),
  };
  for (const std::string& text : texts) {
    INFO(text.substr(0, 40));
    const auto result = differentiate_with_steps(read(text, {"x"}), 0);
    if (result.ok()) {
      CHECK(to_text(result->result).size() < 500000);
      CHECK(to_latex(result->result).size() < 1000000);
    } else {
      CHECK(result.error().parameter == "derivative");
    }
  }
}
