#include "optimize/stationary.hpp"

#include <cmath>

#include "core/catch.hpp"
#include "core/optimize/compiled.hpp"
#include "foundation/random.hpp"
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
      // Where the second derivative says nothing, from where descent with ε = 1e-6 stops.
      {"x^10", 0.15, StationaryKind::minimum},
      {"-x^10", -0.15, StationaryKind::maximum},
      {"x^20", 0.4, StationaryKind::minimum},
      {"x^9", 0.12, StationaryKind::inflection},
      {"x^10 + 1000", 0.1, StationaryKind::minimum},
      {"x^6 - 6x^5 + 15x^4 - 20x^3 + 15x^2 - 6x + 1", 1, StationaryKind::minimum},  // (x − 1)⁶ multiplied out
      {"x^6 - 6x^5 + 15x^4 - 20x^3 + 15x^2 - 6x + 1", 1.04, StationaryKind::minimum},
      {"x^5 - 5x^4 + 10x^3 - 10x^2 + 5x - 1", 1, StationaryKind::inflection},
      {"x^5 - 5x^4 + 10x^3 - 10x^2 + 5x - 1", 1.02, StationaryKind::inflection},
      {"-cos(20pi x) + 0.1(x - 990)^2", 1000, StationaryKind::minimum},
      {"1000000 + (x - 3)^4", 3.005, StationaryKind::minimum},
      {"x^3 - 1e-9x", 5e-4, StationaryKind::minimum},    // its minimum at 1.8e-5 is 1e-14 deep
      {"x^3 + 1e-9x", 5e-4, StationaryKind::undecided},  // nowhere is the slope 0
      {"relu(x)^2", 1e-7, StationaryKind::minimum},
      {"relu(x)^2", -1, StationaryKind::plateau},
      {"|x|^1.5", 1e-13, StationaryKind::minimum},
      {"max(x^2, 0)", 0, StationaryKind::minimum},
      {"|x|^3", 0, StationaryKind::minimum},
      {"x|x|", 0, StationaryKind::inflection},
      {"e^(x^2)", 0, StationaryKind::minimum},
      {"cos(x)^(x + 1)", 0, StationaryKind::maximum},
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
      {"x^2 + 2y^2", StationaryKind::minimum},
      {"-x^2 - y^2", StationaryKind::maximum},
      {"x^2 - y^2", StationaryKind::saddle},
      {"x*y", StationaryKind::saddle},
      {"x^2 - 1e-6 y^2", StationaryKind::saddle},
      {"x^3 - 3x*y^2", StationaryKind::saddle},  // Hessian 0
      {"x^2 + y^3", StationaryKind::saddle},     // Hessian half decided
      {"x^4 + y^4", StationaryKind::minimum},
      {"x^2 + y^4", StationaryKind::minimum},
      {"(x + y)^2", StationaryKind::minimum},  // a whole line of minimisers
      {"0x + 0y", StationaryKind::plateau},
      {"x^4 - y^4", StationaryKind::saddle},
      {"x^4 + y^4 - 3x^2 y^2", StationaryKind::saddle},
      {"x^4 + y^4 - 1.9x^2 y^2", StationaryKind::minimum},
      {"(y - x^2) (y - 3x^2)", StationaryKind::saddle},  // Peano's: a minimum along every line
      {"-(y - x^2) (y - 3x^2)", StationaryKind::saddle},
      {"(y - x^2)^2 + x^6", StationaryKind::minimum},
      {"(y - x^2)^2 - x^6", StationaryKind::saddle},
      {"(y^2 - x^3) (y^2 - 3x^3)", StationaryKind::saddle},
      {"(x^2 + y^2 - 1)^2 + 4x^2 + 2y^2", StationaryKind::minimum},
  };
  const double origin[] = {0, 0};
  for (const Row& row : rows) {
    INFO(row.f << ": " << id_of(classify_stationary_point(compiled(row.f), origin)));
    CHECK(classify_stationary_point(compiled(row.f), origin) == row.kind);
  }
}

TEST_CASE("Where descent stops in the plane, the kind is that of the place it goes to") {
  struct Row {
    const char* f;
    double x, y;
    StationaryKind kind;
  };
  const Row rows[] = {
      {"(x + y - 1)^2", 0.5, 0.5000004, StationaryKind::minimum},  // valleys with a flat floor
      {"(x + y - 1)^2", 0.49999987, 0.5, StationaryKind::minimum},
      {"x^2 + 2x y + y^2", -0.5, 0.5000002, StationaryKind::minimum},
      {"(x - 3y)^2", -0.5, -0.16666667, StationaryKind::minimum},
      {"(x - 3y)^2", 0.1, 0.1 / 3, StationaryKind::minimum},
      {"-(x/3 + y/7 - 0.1)^2", 0.15, 0.35, StationaryKind::maximum},
      {"(x y - 1)^2", 2, 0.5, StationaryKind::minimum},
      {"x^4 + y^4", 0.0062, 0, StationaryKind::minimum},
      {"x^4 + y^4", 0.0062, 0.006, StationaryKind::minimum},
      {"x^4 - y^4", 0.0062, 0, StationaryKind::saddle},
      {"x^2 + y^4", 1e-8, 0.006, StationaryKind::minimum},
      {"(1 - x)^2 + 100(y - x^2)^2", 1.0000004, 1.0000008, StationaryKind::minimum},
      {"exp(-x^2 - y^2)", 5, 1, StationaryKind::plateau},
      {"x^2 + exp(y)", 0, -15, StationaryKind::plateau},
  };
  for (const Row& row : rows) {
    const double point[] = {row.x, row.y};
    const StationaryKind kind = classify_stationary_point(compiled(row.f), point);
    INFO(row.f << " at " << row.x << ", " << row.y << ": " << id_of(kind));
    CHECK(kind == row.kind);
  }
}

TEST_CASE("A kind that is claimed is the right one, or none is claimed", "[stationary]") {
  // ±(x − a)ⁿ, multiplied out or not, with a level added: the kind is known for every n.
  RandomStream random(31);
  int claimed = 0;
  for (int i = 0; i < 300; ++i) {
    const int power = 2 + static_cast<int>(random.below(9));
    const double a = 0.25 * static_cast<double>(random.below(17)) - 2,
                 level = random.below(2) == 0 ? 0 : random.uniform(-100, 100);
    const bool downward = random.below(2) == 0, multiplied_out = random.below(2) == 0;
    std::string text = downward ? "-(" : "(";
    if (multiplied_out) {  // by Horner's scheme would be too kind: term by term
      double binomial = 1;
      for (int k = 0; k <= power; ++k) {
        text += (k > 0 ? " + " : "") + std::string("(") + std::to_string(binomial * std::pow(-a, k)) + ") * x^" +
                std::to_string(power - k);
        binomial = binomial * (power - k) / (k + 1);
      }
    } else {
      text += "(x - (" + std::to_string(a) + "))^" + std::to_string(power);
    }
    text += ") + (" + std::to_string(level) + ")";
    // Where the slope is about 1e-7 at most.
    const double x = a + random.uniform(-1, 1) * std::pow(1e-7 / power, 1.0 / (power - 1));
    const StationaryKind kind = classify_stationary_point(compiled(text, {"x"}), &x);
    INFO(text << " at " << x << ": " << id_of(kind));
    if (multiplied_out && a != std::round(a)) continue;  // rounded coefficients make it another function
    claimed += kind != StationaryKind::undecided;
    if (kind == StationaryKind::undecided || kind == StationaryKind::plateau) continue;
    const bool even = power % 2 == 0;
    CHECK(kind == (!even ? StationaryKind::inflection : downward ? StationaryKind::maximum : StationaryKind::minimum));
  }
  CHECK(claimed > 150);
}

TEST_CASE("Turned valleys keep their kind", "[stationary]") {
  RandomStream random(32);
  for (int i = 0; i < 200; ++i) {
    const double angle = random.uniform(0, 6.28), c = random.uniform(-3, 3);
    const int power = 2 * (1 + static_cast<int>(random.below(3)));
    const std::string cos = std::to_string(std::cos(angle)), sin = std::to_string(std::sin(angle)), shift = std::to_string(c);
    const std::string across = "(" + cos + " x + " + sin + " y - " + shift + ")";
    const std::string along = "(" + cos + " y - " + sin + " x)";
    const double u = c + random.uniform(-1, 1) * 0.5 * std::pow(1e-7, 1.0 / (power - 1)), v = random.uniform(-2, 2);
    const double point[] = {std::cos(angle) * u - std::sin(angle) * v, std::sin(angle) * u + std::cos(angle) * v};
    const std::string valley = across + "^" + std::to_string(power);
    const StationaryKind kind = classify_stationary_point(compiled(valley), point);
    INFO(valley << " at " << point[0] << ", " << point[1] << ": " << id_of(kind));
    CHECK((kind == StationaryKind::minimum || kind == StationaryKind::undecided));
    if (power == 2) CHECK(kind == StationaryKind::minimum);
    const double bottom[] = {std::cos(angle) * u, std::sin(angle) * u};
    CHECK(classify_stationary_point(compiled("(" + valley + " - " + along + "^2)"), bottom) != StationaryKind::minimum);
    CHECK(classify_stationary_point(compiled("(" + valley + " + " + along + "^2)"), bottom) == StationaryKind::minimum);
  }
}

TEST_CASE("More than two variables") {
  const double origin[] = {0, 0, 0};
  CHECK(classify_stationary_point(compiled("x^2 + y^2 + z^2", {"x", "y", "z"}), origin) == StationaryKind::minimum);
  CHECK(classify_stationary_point(compiled("x^2 + y^2 - z^2", {"x", "y", "z"}), origin) == StationaryKind::saddle);
  CHECK(classify_stationary_point(compiled("x^2 + y^2 + z^4", {"x", "y", "z"}), origin) == StationaryKind::minimum);
  CHECK(classify_stationary_point(compiled("x^4 + y^4 + z^4", {"x", "y", "z"}), origin) == StationaryKind::minimum);
  CHECK(classify_stationary_point(compiled("x^4 + y^4 - z^4", {"x", "y", "z"}), origin) == StationaryKind::saddle);
  CHECK(classify_stationary_point(compiled("(x + y + z)^2", {"x", "y", "z"}), origin) == StationaryKind::minimum);
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
