#include <cmath>
#include <set>

#include "core/catch.hpp"
#include "core/optimize/compiled.hpp"
#include "optimize/descent.hpp"
#include "optimize/schedules.hpp"

using namespace downhill;

namespace {

double rate_at(const std::string& id, const OptionValues& options, long step) {
  return scheduled_rate(configure_schedule({id, options}).value(), 0.8, step);
}

}  // namespace

TEST_CASE("Every schedule keeps the contract of the registry") {
  std::set<std::string> ids;
  for (const ScheduleEntry& entry : schedules()) {
    INFO(entry.id);
    CHECK(ids.insert(entry.id).second);
    CHECK_FALSE(entry.name.ko.empty());
    CHECK_FALSE(entry.name.en.empty());
    for (const OptionSpec& option : entry.options) {
      INFO(option.id);
      CHECK(option.minimum < option.maximum);
      CHECK(option.default_value >= option.minimum);
      CHECK(option.default_value <= option.maximum);
      CHECK_FALSE(option.name.ko.empty());
      CHECK_FALSE(option.name.en.empty());
    }
    // No schedule asks for more than the rate that was set, or for less than none.
    const auto schedule = configure_schedule({entry.id, {}});
    REQUIRE(schedule);
    for (long step = 0; step < 30'000; step += 7) {
      const double rate = scheduled_rate(*schedule, 0.8, step);
      CHECK(rate >= 0);
      CHECK(rate <= 0.8);
    }
  }
}

TEST_CASE("Schedules at steps where the rate is known") {
  CHECK(rate_at("constant", {}, 12345) == 0.8);
  const OptionValues thirds{{"period", 10}, {"factor", 0.5}};
  CHECK(rate_at("step-decay", thirds, 9) == 0.8);
  CHECK(rate_at("step-decay", thirds, 10) == 0.4);
  CHECK(rate_at("step-decay", thirds, 35) == 0.1);
  CHECK(rate_at("exponential-decay", thirds, 0) == 0.8);
  CHECK(rate_at("exponential-decay", thirds, 5) == Approx(0.8 * std::sqrt(0.5)).epsilon(1e-15));
  CHECK(rate_at("exponential-decay", thirds, 30) == Approx(0.1).epsilon(1e-15));
  const OptionValues wave{{"duration", 100}, {"end", 0.25}};
  CHECK(rate_at("cosine-decay", wave, 0) == 0.8);
  CHECK(rate_at("cosine-decay", wave, 50) == Approx(0.5).epsilon(1e-15));  // halfway between 0.8 and 0.2
  CHECK(rate_at("cosine-decay", wave, 100) == 0.2);
  CHECK(rate_at("cosine-decay", wave, 1'000'000) == 0.2);
  CHECK(rate_at("warm-up", {{"duration", 4}}, 0) == 0.2);
  CHECK(rate_at("warm-up", {{"duration", 4}}, 2) == Approx(0.6).epsilon(1e-15));
  CHECK(rate_at("warm-up", {{"duration", 4}}, 3) == 0.8);
  CHECK(rate_at("warm-up", {{"duration", 4}}, 99) == 0.8);
}

TEST_CASE("A schedule that is not there, or an option out of its range, is refused by name") {
  const auto unknown = configure_schedule({"sawtooth", {}});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == ErrorCode::unknown_id);
  CHECK(unknown.error().parameter == "schedule");
  const auto outside = configure_schedule({"warm-up", {{"duration", 0}}});
  REQUIRE_FALSE(outside);
  CHECK(outside.error().code == ErrorCode::out_of_range);
  CHECK(outside.error().parameter == "duration");
}

TEST_CASE("A descent takes its rates from the schedule") {
  auto descent = Descent::create(compiled("x^2", {"x"}), {.optimizer_options = {{"learning-rate", 0.4}},
                                                          .schedule = {"step-decay", {{"period", 2}, {"factor", 0.5}}},
                                                          .start = {1},
                                                          .tolerance = 0,
                                                          .step_limit = 5});
  REQUIRE(descent);
  descent->step_to(5);
  CHECK(descent->trace().rates == std::vector<double>{0.4, 0.4, 0.2, 0.2, 0.1, 0.1});
  // x ← x (1 − 2η): factors 0.2, 0.2, 0.6, 0.6, 0.8.
  CHECK(descent->trace().points.back() == Approx(0.2 * 0.2 * 0.6 * 0.6 * 0.8).epsilon(1e-14));
}
