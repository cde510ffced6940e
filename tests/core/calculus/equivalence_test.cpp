#include "calculus/equivalence.hpp"

#include <cmath>

#include "calculus/function.hpp"
#include "calculus/parse.hpp"
#include "core/catch.hpp"

using namespace downhill;

namespace {

struct Case {
  const char *left, *right;
  bool same;
};

Equivalence compare(const std::string& left, const std::string& right, uint64_t seed = 1) {
  const auto a = parse(left, {"x", "y"}), b = parse(right, {"x", "y"});
  INFO(left << " ~ " << right);
  REQUIRE((a.ok() && b.ok()));
  return equivalent(*a, *b, seed);
}

}  // namespace

TEST_CASE("equal functions are told from unequal ones", "[equivalence]") {
  const auto [left, right, same] = GENERATE(values<Case>({
      {"2x + 2", "2(x + 1)", true},
      {"2x + 2", "2x + 3", false},
      {"sin(2x)", "2 sin(x) cos(x)", true},
      {"sin(x)^2 + cos(x)^2", "1", true},
      {"sin(x)^2 + cos(x)^2 - 1", "0", true},
      {"1/cos(x)^2", "1 + tan(x)^2", true},
      {"(x + 1)^6", "x^6 + 6x^5 + 15x^4 + 20x^3 + 15x^2 + 6x + 1", true},
      {"x y + y", "y (x + 1)", true},
      {"x y", "x + y", false},
      {"exp(x^2)/exp(x^2)", "1", true},  // overflows far out, but is not undefined
      {"exp(1000x)", "exp(1001x)", false},
      {"1e-12x", "0", false},
      {"1e-12x", "2e-12x", false},
      {"x^3", "x^3 + 1e-9", false},
      {"1/3", "0.3333333333", false},
      {"sqrt(x^2)", "|x|", true},
      {"sqrt(x^2)", "x", false},
      {"sigmoid(x)", "1/(1 + exp(-x))", true},
      {"sigmoid(x) (1 - sigmoid(x))", "exp(-x)/(1 + exp(-x))^2", true},
      {"x^x (log(x) + 1)", "x^x + x^x log(x)", true},
      {"max(x, -x)", "|x|", true},
      {"relu(x)", "if(x < 0, 0, x)", true},
      {"floor(x) + 1", "ceil(x)", true},  // they differ at whole numbers only
      {"floor(x)", "x", false},
      // Different only where the formulas themselves point to.
      {"|x + 15|", "x + 15", false},
      {"ln(x + 15)", "ln(|x + 15|)", false},
      {"|x - 50|", "50 - x", false},
      {"|x - 1234567|", "1234567 - x", false},
      {"max(x, 1e5)", "1e5", false},
      {"max(0, 1e-6 - |x|)", "0", false},
      {"if(x < 300, x, 2x - 300)", "x", false},
      {"if(sin(x) > 0.9999, 1, 0)", "0", false},
      {"relu(x^2 - 1000)", "0", false},
      {"floor(x/100)", "if(x < 0, -1, 0)", false},
      {"|x - y + 40|", "x - y + 40", false},
      {"sqrt((x - 70)^2)", "70 - x", false},
      {"sqrt((x - 70)^2)", "|x - 70|", true},
      {"min(x, 200)", "x", false},
      {"max(x, y, -500)", "max(x, y)", false},
      // Domains that are far away, narrow, or both.
      {"0.5 (x - 8)^-0.5", "1/(2 sqrt(x - 8))", true},
      {"0.5 (x - 8)^-0.5", "1/sqrt(x - 8)", false},
      {"1/(x - 800)^0.5", "1/sqrt(x - 800)", true},
      {"sqrt(x - 8) + sqrt(8.1 - x)", "sqrt(8.1 - x) + sqrt(x - 8)", true},
      {"sqrt(x - 8) sqrt(8.1 - x)", "sqrt((x - 8) (8.1 - x))", true},
      {"sqrt(x - 8) sqrt(8.1 - x)", "2 sqrt((x - 8) (8.1 - x))", false},
      {"asin(x - 100)", "acos(x - 100)", false},
      {"acos(x - 100)", "pi/2 - asin(x - 100)", true},
      {"ln(ln(x - 20))", "ln(ln(x - 20)) + 1e-3", false},
      {"sqrt(-x - 1000)", "sqrt(-(x + 1000))", true},
  }));
  const uint64_t seed = GENERATE(1u, 2024u);
  const Equivalence result = compare(left, right, seed);
  INFO(left << " ~ " << right << ", seed " << seed);
  CHECK(result.decided);
  CHECK(result.equivalent == same);
  CHECK(result.counterexample.empty() == same);
}

TEST_CASE("a missing point does not count, a missing half of the line does", "[equivalence]") {
  CHECK(compare("x^2/x", "x").equivalent);
  CHECK(compare("x/|x|", "sign(x)").equivalent);
  CHECK(compare("sin(x)/tan(x)", "cos(x)").equivalent);
  const Equivalence logarithms = compare("log(x^2)", "2 log(x)");
  CHECK_FALSE(logarithms.equivalent);
  CHECK(logarithms.decided);
  CHECK(logarithms.counterexample[0] < 0);
  CHECK(std::isfinite(logarithms.left));
  CHECK(std::isnan(logarithms.right));
  CHECK_FALSE(compare("sqrt(x)^2", "x").equivalent);
  CHECK_FALSE(compare("log(x) - log(x)", "0").equivalent);
}

TEST_CASE("a counterexample is one", "[equivalence]") {
  const Equivalence result = compare("x^2 + y", "x^2 + 1.001y");
  REQUIRE(result.counterexample.size() == 2);
  const double* point = result.counterexample.data();
  CHECK(result.left == Function::compile(*parse("x^2 + y", {"x", "y"})).value(point));
  CHECK(result.right == Function::compile(*parse("x^2 + 1.001y", {"x", "y"})).value(point));
}

TEST_CASE("what is defined nowhere is decided by its form or not at all", "[equivalence]") {
  CHECK(compare("log(-1 - x^2)", "log(-x^2 - 1)").equivalent);
  const Equivalence hopeless = compare("log(-1 - x^2)", "log(-2 - x^2)");
  CHECK_FALSE(hopeless.equivalent);
  CHECK_FALSE(hopeless.decided);
}

TEST_CASE("the same seed gives the same verdict and place", "[equivalence]") {
  const Equivalence a = compare("x^2", "x^3", 5), b = compare("x^2", "x^3", 5), c = compare("x^2", "x^3", 6);
  CHECK(a.counterexample == b.counterexample);
  CHECK(a.counterexample != c.counterexample);
}
