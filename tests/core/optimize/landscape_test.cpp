#include "optimize/landscape.hpp"

#include <cmath>
#include <set>

#include "core/catch.hpp"
#include "core/optimize/compiled.hpp"
#include "foundation/random.hpp"
#include "optimize/descent.hpp"

using namespace downhill;

namespace {

bool inside(const Landscape::Box& box, const Landscape::Point& p) {
  return p[0] >= box.x_from && p[0] <= box.x_to && p[1] >= box.y_from && p[1] <= box.y_to;
}

double gradient_norm(const Function& f, const Landscape::Point& p) {
  double value, gradient[2];
  f.value_and_gradient(p.data(), value, gradient);
  return std::hypot(gradient[0], gradient[1]);
}

}  // namespace

TEST_CASE("Every landscape parses and is what it says") {
  std::set<std::string> ids;
  for (const Landscape& landscape : landscapes()) {
    INFO(landscape.id);
    CHECK(ids.insert(landscape.id).second);
    CHECK((landscape.kind == "convex" || landscape.kind == "valley" || landscape.kind == "multimodal" ||
           landscape.kind == "saddle"));
    REQUIRE(parse(landscape.expression, landscape.variables));
    const Function f = compiled(landscape.expression, landscape.variables);
    CHECK(inside(landscape.view, landscape.start));
    CHECK(landscape.minimisers.empty() == (landscape.kind == "saddle"));
    if (landscape.kind == "multimodal" && landscape.smooth_at_minimisers && landscape.id != "rastrigin")
      CHECK(landscape.minimisers.size() + landscape.other_minimisers.size() > 1);

    // Rounding the coordinates to 16 digits leaves a gradient of about curvature × 1e-15.
    for (const auto& p : landscape.minimisers) {
      CHECK(inside(landscape.view, p));
      CHECK(f.value(p.data()) == Approx(landscape.minimum).epsilon(1e-14).margin(1e-14));
      if (!landscape.smooth_at_minimisers) continue;
      CHECK(gradient_norm(f, p) < 1e-12);
      CHECK(classify_stationary_point(f, p.data()) == StationaryKind::minimum);
    }
    for (const auto& p : landscape.other_minimisers) {
      CHECK(inside(landscape.view, p));
      CHECK(gradient_norm(f, p) < 1e-12);
      CHECK(f.value(p.data()) > landscape.minimum);
      CHECK(classify_stationary_point(f, p.data()) == StationaryKind::minimum);
    }
    for (const auto& p : landscape.saddles) {
      CHECK(inside(landscape.view, p));
      CHECK(gradient_norm(f, p) < 1e-12);
      CHECK(classify_stationary_point(f, p.data()) == StationaryKind::saddle);
    }
    for (const auto& p : landscape.maximisers) {
      CHECK(inside(landscape.view, p));
      CHECK(gradient_norm(f, p) < 1e-12);
      CHECK(classify_stationary_point(f, p.data()) == StationaryKind::maximum);
    }
  }
}

TEST_CASE("No point in view lies below a landscape's minimum") {
  const std::uint64_t seed = 6;
  INFO("seed " << seed);
  RandomStream random(seed);
  for (const Landscape& landscape : landscapes()) {
    if (landscape.minimisers.empty()) continue;
    INFO(landscape.id);
    const Function f = compiled(landscape.expression, landscape.variables);
    double lowest = INFINITY;
    for (int i = 0; i < 20000; ++i) {
      const double p[] = {random.uniform(landscape.view.x_from, landscape.view.x_to),
                          random.uniform(landscape.view.y_from, landscape.view.y_to)};
      lowest = std::min(lowest, f.value(p));
    }
    CHECK(lowest >= landscape.minimum);
  }
}

TEST_CASE("Convex landscapes are convex, the others are not") {
  const std::uint64_t seed = 60;
  INFO("seed " << seed);
  RandomStream random(seed);
  for (const Landscape& landscape : landscapes()) {
    INFO(landscape.id);
    const Function f = compiled(landscape.expression, landscape.variables);
    std::vector<double> points;
    for (int i = 0; i < 500; ++i) {
      points.push_back(random.uniform(landscape.view.x_from, landscape.view.x_to));
      points.push_back(random.uniform(landscape.view.y_from, landscape.view.y_to));
    }
    CHECK((curvature(f, points.data(), 500).smallest >= 0) == (landscape.kind == "convex"));
  }
}

TEST_CASE("From its start, descent on a landscape with a minimum ends well at the suggested rate") {
  for (const Landscape& landscape : landscapes()) {
    INFO(landscape.id);
    auto descent = Descent::create(compiled(landscape.expression, landscape.variables),
                                   {.optimizer_options = {{"learning-rate", landscape.learning_rate}},
                                    .start = landscape.start,
                                    .tolerance = 1e-4,
                                    .step_limit = 100000});
    REQUIRE(descent);
    const double before = descent->state().value;
    descent->step_to(100000);
    CHECK(descent->state().value < before);
    INFO(id_of(descent->state().outcome) << " after " << descent->state().step);
    if (landscape.kind == "saddle")
      CHECK(descent->state().outcome == Outcome::diverged);  // there is no bottom
    else if (landscape.smooth_at_minimisers)
      CHECK(descent->state().outcome == Outcome::converged);
  }
}
