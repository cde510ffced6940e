#include "calculus/bounded.hpp"

#include <cmath>

#include "core/calculus/compiled.hpp"
#include "foundation/random.hpp"

using namespace downhill;

TEST_CASE("rounding stays within the bound, and the bound is no larger than need be", "[bounded]") {
  struct Row {
    const char* text;
    long double (*exact)(long double);
    double most;  // of the bound, near 1
  };
  const Row rows[] = {
      {"x^6 - 6x^5 + 15x^4 - 20x^3 + 15x^2 - 6x + 1", [](long double x) { return powl(x - 1, 6); }, 6e-14},
      {"(x^2 - 2x) + 1", [](long double x) { return (x - 1) * (x - 1); }, 2e-15},
      {"(x - 1)^6", [](long double x) { return powl(x - 1, 6); }, 1e-17},
      {"exp(x) - 2.718281828459045", [](long double x) { return expl(x) - 2.718281828459045L; }, 4e-15},
      {"1 - cos(x - 1)", [](long double x) { return 2 * powl(sinl((x - 1) / 2), 2); }, 1e-15},
      {"log(x) / (x - 1.5)", [](long double x) { return logl(x) / (x - 1.5L); }, 1e-14},
  };
  RandomStream random(41);
  for (const Row& row : rows) {
    const Function f = compile_formula(row.text, {"x"});
    for (int i = 0; i < 500; ++i) {
      const double x = 1 + random.uniform(-0.1, 0.1);
      const Bounded result = bounded_value(f, &x);
      INFO(row.text << " at " << x << ": " << result.value << " ± " << result.error);
      CHECK(result.value == f.value(x));
      CHECK(std::abs(static_cast<long double>(result.value) - row.exact(x)) <= result.error + 1e-19);
      CHECK(result.error <= row.most);
    }
  }
}

TEST_CASE("derivatives have bounds as well, and a coordinate its blur", "[bounded]") {
  const Function f = compile_formula("x^6 - 6x^5 + 15x^4 - 20x^3 + 15x^2 - 6x + 1", {"x"});
  RandomStream random(42);
  for (int i = 0; i < 500; ++i) {
    const double x = 1 + random.uniform(-0.1, 0.1);
    const BoundedJet jet = bounded_jet(f, &x);
    INFO(x);
    CHECK(std::abs(jet.gradient[0].value - 6 * powl(x - 1, 5)) <= jet.gradient[0].error);
    CHECK(std::abs(jet.hessian[0].value - 30 * powl(x - 1, 4)) <= jet.hessian[0].error);
    CHECK(jet.hessian[0].error < 1e-12);
    const Jet plain = f.second_order(&x);
    CHECK(jet.gradient[0].value == plain.gradient[0]);
    CHECK(jet.hessian[0].value == plain.hessian[0]);
  }
  const double point[] = {0.3, 0.7};
  const Function valley = compile_formula("(x + y - 1)^2", {"x", "y"});
  CHECK(bounded_value(valley, point, 1e-10).error >= 4e-20);
  CHECK(bounded_value(valley, point, 1e-10).error <= 5e-20);
}

TEST_CASE("near a branch, an edge or a pole nothing is known", "[bounded]") {
  const double x = 1 + 0x1p-52;
  CHECK_FALSE(bounded_value(compile_formula("if(x < 1, 0, 1)", {"x"}), &x, 1e-12).known());
  CHECK(bounded_value(compile_formula("if(x < 1, 0, 1)", {"x"}), &x).known());
  CHECK_FALSE(bounded_value(compile_formula("1/(x - 1)", {"x"}), &x, 1e-12).known());
  CHECK_FALSE(bounded_value(compile_formula("log(x - 1)", {"x"}), &x, 1e-12).known());
  CHECK_FALSE(bounded_value(compile_formula("floor(x)", {"x"}), &x, 1e-12).known());
  CHECK_FALSE(bounded_value(compile_formula("exp(1000x)", {"x"}), &x).known());
  const double below = 0.5;
  const Bounded none = bounded_value(compile_formula("log(x - 1)", {"x"}), &below, 1e-12);
  CHECK((none.known() && !none.defined()));
}
