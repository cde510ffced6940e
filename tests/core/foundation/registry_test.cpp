#include "foundation/registry.hpp"

#include <limits>

#include "core/catch.hpp"

using namespace downhill;

namespace {

struct Thing {
  std::string id;
  int size = 0;
};

const std::vector<OptionSpec> specs{
    {.id = "rate", .minimum = 0, .maximum = 1, .default_value = 0.25},
    {.id = "count", .minimum = 1, .maximum = 10, .default_value = 3, .integer = true},
};

}  // namespace

TEST_CASE("A registry keeps its order and finds by id") {
  const Registry<Thing> things{{"pebble", 1}, {"boulder", 9}};
  CHECK(things.size() == 2);
  CHECK(things.begin()->id == "pebble");
  const auto found = things.find("boulder", "thing");
  REQUIRE(found);
  CHECK((*found)->size == 9);
  const auto missing = things.find("cliff", "thing");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::unknown_id);
  CHECK(missing.error().parameter == "thing");
  CHECK(missing.error().expected == "pebble, boulder");
}

TEST_CASE("validate_options fills in defaults") {
  const auto values = validate_options(specs, {{"count", 7}});
  REQUIRE(values);
  CHECK(*values == OptionValues{{"rate", 0.25}, {"count", 7}});
  CHECK(validate_options(specs, {{"rate", 0}, {"count", 10}}));  // both ends of a range belong to it
}

TEST_CASE("validate_options names the option, the value and the range") {
  struct Row {
    OptionValues given;
    ErrorCode code;
    std::string parameter, expected;
  };
  const Row rows[] = {
      {{{"rate", 1.5}}, ErrorCode::out_of_range, "rate", "[0, 1]"},
      {{{"rate", -1e-9}}, ErrorCode::out_of_range, "rate", "[0, 1]"},
      {{{"rate", std::numeric_limits<double>::quiet_NaN()}}, ErrorCode::not_finite, "rate", "[0, 1]"},
      {{{"rate", std::numeric_limits<double>::infinity()}}, ErrorCode::not_finite, "rate", "[0, 1]"},
      {{{"count", 2.5}}, ErrorCode::not_an_integer, "count", "[1, 10]"},
      {{{"speed", 1}}, ErrorCode::unknown_id, "speed", "rate, count"},
  };
  for (const Row& row : rows) {
    const auto values = validate_options(specs, row.given);
    REQUIRE_FALSE(values);
    INFO(row.parameter << ": " << id_of(values.error().code));
    CHECK(values.error().code == row.code);
    CHECK(values.error().parameter == row.parameter);
    CHECK(values.error().expected == row.expected);
  }
}
