#include <cmath>
#include <cstdlib>
#include <fstream>

#include "calculus/differentiate.hpp"
#include "core/calculus/compiled.hpp"

using namespace downhill;

// Against mpmath's values, which tests/data/elementary/make.py wrote down.

namespace {

struct Row {
  std::string function;
  double x, value, slope;
};

std::vector<Row> rows() {
  std::ifstream file("tests/data/elementary/values.csv");
  std::vector<Row> list;
  std::string line;
  for (std::getline(file, line); std::getline(file, line);) {
    const size_t name = line.find(','), value = line.find(',', name + 1), slope = line.find(',', value + 1);
    list.push_back({line.substr(0, name), std::strtod(&line[name + 1], nullptr), std::strtod(&line[value + 1], nullptr),
                    std::strtod(&line[slope + 1], nullptr)});
  }
  return list;
}

// Within so many units of the last place, or of the smallest number.
bool near(double actual, double expected, double units) {
  if (std::isnan(expected)) return std::isnan(actual);
  if (actual == expected) return true;
  return std::abs(actual - expected) <= units * (0x1p-52 * std::abs(expected) + 5e-324);
}

// How often rounding of x, by half a unit, comes back in the value: gelu's Φ(x) is made from x/√2.
double condition(const Row& row) {
  const double moved = std::abs(row.slope * row.x / row.value);
  return row.function == "gelu" && std::isfinite(moved) ? moved : 0;
}

}  // namespace

TEST_CASE("every elementary function is right over the whole range of doubles", "[elementary]") {
  const std::vector<Row> table = rows();
  REQUIRE(table.size() > 3000);
  std::string name;
  std::vector<Function> compiled;  // the function, then its derivative
  for (const Row& row : table) {
    if (row.function != name) {
      name = row.function;
      const Expression f = read_formula(name + "(x)", {"x"});
      compiled = {Function::compile(f), Function::compile(*differentiate_unsimplified(f, 0)),
                  Function::compile(*differentiate(f, 0))};
    }
    double value, slope;
    compiled[0].value_and_gradient(&row.x, value, &slope);
    INFO(row.function << " at " << row.x << ": " << value << " for " << row.value << ", slope " << slope << " for "
                      << row.slope);
    CHECK(near(value, row.value, 3 + 2 * condition(row)));
    const double block[] = {row.x, row.x};
    double values[2];
    compiled[0].values(block, 2, values);
    CHECK(near(values[1], row.value, 4 + 2 * condition(row)));
    // e^(−x²) multiplies the rounding of x² by x².
    const double exponent = std::min(row.x * row.x, 800.0);
    const double units = 6 + (name.starts_with("erf") || name == "gelu" ? 2 * exponent : 0);
    const bool zero_of_gelu = name == "gelu" && std::abs(row.x) < 2;  // where two terms cancel
    CHECK((near(slope, row.slope, units) || (zero_of_gelu && std::abs(slope - row.slope) < 4e-16)));
    const double jet = compiled[0].second_order(&row.x).gradient[0];
    CHECK((jet == slope || (std::isnan(jet) && std::isnan(slope))));
  }
}

TEST_CASE("a derivative that is a formula keeps its digits far out as well", "[elementary]") {
  for (const Row& row : rows()) {
    const bool wanted =
        row.function == "tanh" || row.function == "sigmoid" || row.function == "gelu" || row.function == "softplus";
    if (!wanted || std::abs(row.x) < 2 || std::abs(row.x) > 700) continue;
    const Expression f = read_formula(row.function + "(x)", {"x"});
    for (const auto& derivative : {differentiate_unsimplified(f, 0), differentiate(f, 0)}) {
      const double slope = Function::compile(*derivative).value(row.x);
      INFO(row.function << " at " << row.x << ": " << slope << " for " << row.slope);
      CHECK(near(slope, row.slope, 8 + 2 * row.x * row.x));
    }
  }
}
