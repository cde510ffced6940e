#include "calculus/features.hpp"

#include <cmath>

#include "calculus/parse.hpp"
#include "core/catch.hpp"

using namespace downhill;

namespace {

struct Case {
  const char* text;
  std::vector<double> kinks, jumps, poles;
  std::vector<std::pair<double, double>> holes;
};

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

void check_list(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (size_t i = 0; i < found.size(); ++i) CHECK(near(found[i], expected[i]));
}

}  // namespace

TEST_CASE("places without a derivative or a value are found", "[features]") {
  const double pi = std::acos(-1.0), root = std::sqrt(2.0);
  const auto c = GENERATE_COPY(values<Case>({
      {"x^2 + 2x + 3", {}, {}, {}, {}},
      {"sin(x)", {}, {}, {}, {}},
      {"1/(x^2 + 1)", {}, {}, {}, {}},
      {"|x|", {0}, {}, {}, {}},
      {"|x|^3", {}, {}, {}, {}},
      {"|x^2 - 2|", {-root, root}, {}, {}, {}},
      {"|sin(x)|", {-pi, 0, pi}, {}, {}, {}},
      {"relu(x - 0.3)", {0.3}, {}, {}, {}},
      {"max(x, x^2)", {0, 1}, {}, {}, {}},
      {"if(x < 1, x, x^2)", {1}, {}, {}, {}},
      {"cbrt(x)", {0}, {}, {}, {}},
      {"sqrt(|x|)", {0}, {}, {}, {}},
      {"sign(x)", {}, {0}, {}, {}},
      {"x/|x|", {}, {0}, {}, {}},
      {"if(x < 1, 0, x)", {}, {1}, {}, {}},
      {"if(x == 2, 5, x)", {}, {2}, {}, {}},
      {"floor(x/2)", {}, {-4, -2, 0, 2, 4}, {}, {}},
      {"1/x", {}, {}, {0}, {}},
      {"1/x^2", {}, {}, {0}, {}},
      {"log(|x|)", {}, {}, {0}, {}},
      {"tan(x)", {}, {}, {-1.5 * pi, -0.5 * pi, 0.5 * pi, 1.5 * pi}, {}},
      {"log(x)", {}, {}, {0}, {{-5, 0}}},
      {"sqrt(x)", {}, {}, {}, {{-5, 0}}},
      {"sqrt(x^2 - 1)", {}, {}, {}, {{-1, 1}}},
      {"asin(x)", {}, {}, {}, {{-5, -1}, {1, 5}}},
      {"x^x", {}, {}, {}, {{-5, 0}}},
      {"sin(x)/x", {}, {}, {}, {{0, 0}}},
      {"(x^2 - 1)/(x - 1)", {}, {}, {}, {{1, 1}}},
      {"log(-1 - x^2)", {}, {}, {}, {{-5, 5}}},
  }));
  INFO(c.text);
  const auto expression = parse(c.text, {"x"});
  REQUIRE(expression.ok());
  const Features found = find_features(*expression, -5, 5);
  check_list(found.kinks, c.kinks);
  check_list(found.jumps, c.jumps);
  check_list(found.poles, c.poles);
  REQUIRE(found.holes.size() == c.holes.size());
  for (size_t i = 0; i < c.holes.size(); ++i) {
    CHECK(near(found.holes[i].from, c.holes[i].first));
    CHECK(near(found.holes[i].to, c.holes[i].second));
  }
}

TEST_CASE("an absurd interval or a formula full of features gives a bounded answer", "[features]") {
  const auto expression = parse("1/sin(100x) + |cos(37x)|", {"x"});
  REQUIRE(expression.ok());
  const Features found = find_features(*expression, -1000, 1000);
  CHECK(found.poles.size() <= 200);
  CHECK(found.kinks.size() <= 200);
  CHECK(find_features(*expression, 1, 1).poles.empty());
  CHECK(find_features(*expression, 0, HUGE_VAL).poles.empty());
}
