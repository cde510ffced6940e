#include <array>

#include "bindings/catalog_out.hpp"
#include "calculus/differentiate.hpp"
#include "calculus/node.hpp"
#include "optimize/curvature.hpp"
#include "optimize/landscape.hpp"
#include "optimize/optimizers.hpp"
#include "optimize/schedules.hpp"
#include "optimize/stationary.hpp"
#include "optimize/stopping.hpp"

namespace downhill {
namespace {

/// The ids of an enumeration whose enumerators count up from 0 to `last`.
template <class Enumeration>
val ids_up_to(Enumeration last) {
  val ids = val::array();
  for (int i = 0; i <= static_cast<int>(last); ++i) ids.set(i, std::string(id_of(static_cast<Enumeration>(i))));
  return ids;
}

val error_codes() {
  return strings_out(std::initializer_list<std::string_view>{
#define DOWNHILL_ID(name, id) id,
      DOWNHILL_ERROR_CODES(DOWNHILL_ID)
#undef DOWNHILL_ID
  });
}

val points_out(const std::vector<Landscape::Point>& points) {
  return list_out(points, [](const Landscape::Point& point) { return numbers_out(point); });
}

val landscape_out(const Landscape& landscape) {
  val out = val::object();
  out.set("id", landscape.id);
  out.set("name", name_out(landscape.name));
  out.set("expression", landscape.expression);
  out.set("variables", strings_out(landscape.variables));
  out.set("kind", landscape.kind);
  out.set("x", numbers_out(std::array{landscape.view.x_from, landscape.view.x_to}));
  out.set("y", numbers_out(std::array{landscape.view.y_from, landscape.view.y_to}));
  out.set("start", numbers_out(landscape.start));
  out.set("learningRate", landscape.learning_rate);
  out.set("minimisers", points_out(landscape.minimisers));
  out.set("minimum", landscape.minimum);
  out.set("otherMinimisers", points_out(landscape.other_minimisers));
  out.set("saddles", points_out(landscape.saddles));
  out.set("maximisers", points_out(landscape.maximisers));
  out.set("smoothAtMinimisers", landscape.smooth_at_minimisers);
  return out;
}

val catalog() {
  val out = val::object();
  out.set("errorCodes", error_codes());
  out.set("functions", list_out(function_names(), [](const FunctionName& name) { return val(std::string(name.name)); }));
  out.set("derivativeRules", strings_out(derivative_rules()));
  out.set("outcomes", ids_up_to(Outcome::limit_reached));
  out.set("stationaryKinds", ids_up_to(StationaryKind::undecided));
  out.set("regimes", ids_up_to(Regime::diverging));
  out.set("optimizers", list_out(optimizers(), choice_out<OptimizerEntry>));
  out.set("schedules", list_out(schedules(), choice_out<ScheduleEntry>));
  out.set("landscapes", list_out(landscapes(), landscape_out));
  return out;
}

}  // namespace

DOWNHILL_BINDINGS(optimize_catalog) { emscripten::function("catalog", &catalog); }

}  // namespace downhill
