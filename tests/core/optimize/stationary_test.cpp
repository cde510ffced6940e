#include "optimize/stationary.hpp"

#include "core/catch.hpp"
#include "core/optimize/compiled.hpp"
#include "optimize/curvature.hpp"

using namespace downhill;

TEST_CASE("Stationary points on a line are told apart") {
  struct Row {
    const char* f;
    double x;
    StationaryKind kind;
  };
  const Row rows[] = {
      {"x^2", 0, StationaryKind::minimum},
      {"x^2", 4e-7, StationaryKind::minimum},  // where descent with ε = 1e-6 stops
      {"x^2 + 2x + 3", -1, StationaryKind::minimum},
      {"x^4", 0, StationaryKind::minimum},  // second derivative 0: says nothing
      {"x^4", 0.006, StationaryKind::minimum},
      {"x^6 + 1000", 0.01, StationaryKind::minimum},  // changes below rounding nearby
      {"-x^2", 0, StationaryKind::maximum},
      {"cos(x)", 0, StationaryKind::maximum},
      {"-x^4", 0, StationaryKind::maximum},
      {"x^3", 0, StationaryKind::inflection},
      {"x^3", 5e-4, StationaryKind::inflection},  // second derivative positive, yet no minimum
      {"x^5", 0, StationaryKind::inflection},
      {"x - sin(x)", 0, StationaryKind::inflection},
      {"5 + 0x", 2, StationaryKind::plateau},
      {"tanh(x)", 9, StationaryKind::plateau},
      {"exp(x)", -15, StationaryKind::plateau},
      {"1e-8(x - 30)^2", 0, StationaryKind::plateau},  // the gradient is small, the minimum far away
  };
  for (const Row& row : rows) {
    INFO(row.f << " at " << row.x << ": " << id_of(classify_stationary_point(compiled(row.f, {"x"}), &row.x)));
    CHECK(classify_stationary_point(compiled(row.f, {"x"}), &row.x) == row.kind);
  }
}

TEST_CASE("Stationary points in the plane are told apart") {
  struct Row {
    const char* f;
    StationaryKind kind;
  };
  const Row rows[] = {
      {"x^2 + 2y^2", StationaryKind::minimum},    {"-x^2 - y^2", StationaryKind::maximum},
      {"x^2 - y^2", StationaryKind::saddle},      {"x*y", StationaryKind::saddle},
      {"x^2 - 1e-6 y^2", StationaryKind::saddle}, {"x^3 - 3x*y^2", StationaryKind::saddle},  // Hessian 0
      {"x^2 + y^3", StationaryKind::saddle},                                                 // Hessian half decided
      {"x^4 + y^4", StationaryKind::minimum},     {"x^2 + y^4", StationaryKind::minimum},
      {"(x + y)^2", StationaryKind::minimum},  // a whole line of minimisers
      {"0x + 0y", StationaryKind::plateau},
  };
  const double origin[] = {0, 0};
  for (const Row& row : rows) {
    INFO(row.f << ": " << id_of(classify_stationary_point(compiled(row.f), origin)));
    CHECK(classify_stationary_point(compiled(row.f), origin) == row.kind);
  }
}

TEST_CASE("More than two variables") {
  const double origin[] = {0, 0, 0};
  CHECK(classify_stationary_point(compiled("x^2 + y^2 + z^2", {"x", "y", "z"}), origin) == StationaryKind::minimum);
  CHECK(classify_stationary_point(compiled("x^2 + y^2 - z^2", {"x", "y", "z"}), origin) == StationaryKind::saddle);
  CHECK(classify_stationary_point(compiled("x^2 + y^2 + z^4", {"x", "y", "z"}), origin) == StationaryKind::minimum);
}

TEST_CASE("The curvature of a quadratic is exact and recognised") {
  const double point[] = {0.3, -2};
  const Curvature bowl = curvature(compiled("x^2 + 2y^2"), point, 1);
  CHECK(bowl.quadratic);
  CHECK(bowl.smallest == Approx(2).epsilon(1e-14));
  CHECK(bowl.largest == Approx(4).epsilon(1e-14));
  // Eigenvalues of [[4, 2], [2, 4]]: 2 and 6.
  const Curvature tilted = curvature(compiled("2x^2 + 2x*y + 2y^2 + 7x - 1"), point, 1);
  CHECK(tilted.quadratic);
  CHECK(tilted.smallest == Approx(2).epsilon(1e-14));
  CHECK(tilted.largest == Approx(6).epsilon(1e-14));
}

TEST_CASE("A function that bends differently elsewhere is no quadratic") {
  const double start[] = {0.0};
  CHECK_FALSE(curvature(compiled("x^4 + x^2", {"x"}), start, 1).quadratic);
  CHECK_FALSE(curvature(compiled("x^2 + 0.001sin(x)", {"x"}), start, 1).quadratic);
  // Along 0, 1, 2 the second derivative 12x² of x⁴ runs from 0 to 48.
  const double trace[] = {0, 1, 2};
  const Curvature quartic = curvature(compiled("x^4", {"x"}), trace, 3);
  CHECK_FALSE(quartic.quadratic);
  CHECK(quartic.smallest == 0);
  CHECK(quartic.largest == Approx(48));
}

TEST_CASE("The regimes of the learning rate meet at 1/L and 2/L") {
  const double L = 3;
  CHECK(regime_of(0.2, L) == Regime::monotone);
  CHECK(regime_of(1.0 / 3, L) == Regime::one_step);
  CHECK(regime_of(0.5, L) == Regime::alternating);
  CHECK(regime_of(2.0 / 3, L) == Regime::bouncing);
  CHECK(regime_of(0.7, L) == Regime::diverging);
}
