#include <algorithm>

#include "bindings/descent_options.hpp"
#include "bindings/expression_handle.hpp"

namespace downhill {
namespace {

using emscripten::class_;
using emscripten::function;

val create_descent(ExpressionHandle& function, const val& problem) {
  return answer(Descent::create(function.function(), descent_options_in(problem)),
                [](Descent&& descent) { return val(std::move(descent)); });
}

val progress(const Descent& descent) {
  const DescentState& state = descent.state();
  val out = val::object();
  out.set("step", state.step);
  out.set("outcome", std::string(id_of(state.outcome)));
  out.set("stationary", std::string(id_of(state.stationary)));
  return out;
}

val seek(Descent& descent, double step) {
  descent.step_to(whole_in(val(step)));
  return progress(descent);
}

val state(const Descent& descent) {
  const DescentState& now = descent.state();
  val out = progress(descent);
  out.set("point", numbers_out(now.point));
  out.set("value", now.value);
  out.set("gradient", numbers_out(now.gradient));
  out.set("gradientNorm", now.gradient_norm);
  out.set("rate", now.rate);
  const size_t dimension = now.point.size();
  val memory = val::array();
  for (size_t first = 0; first < now.memory.size(); first += dimension)
    memory.call<void>("push", numbers_out(std::span(now.memory).subspan(first, dimension)));
  out.set("memory", memory);
  return out;
}

val trace(const Descent& descent, double from) {
  const DescentTrace& trace = descent.trace();
  const auto first = static_cast<size_t>(std::clamp(from, 0.0, static_cast<double>(trace.rows())));
  const auto tail = [&](const std::vector<double>& numbers, size_t width) {
    return copy_out(std::span(numbers).subspan(first * width));
  };
  const auto dimension = static_cast<size_t>(trace.dimension);
  val out = val::object();
  out.set("points", tail(trace.points, dimension));
  out.set("values", tail(trace.values, 1));
  out.set("gradients", tail(trace.gradients, dimension));
  out.set("gradientNorms", tail(trace.gradient_norms, 1));
  out.set("rates", tail(trace.rates, 1));
  return out;
}

val curvature_out(const Descent& descent) {
  const Curvature found = descent.curvature();
  val out = val::object();
  out.set("quadratic", found.quadratic);
  out.set("smallest", found.smallest);
  out.set("largest", found.largest);
  return out;
}

}  // namespace

DOWNHILL_BINDINGS(optimize) {
  function("createDescent", &ByAddress<&create_descent>::call);
  class_<Descent>("DescentHandle")
      .function("progress", &progress)
      .function("seek", &seek)
      .function("state", &state)
      .function("trace", &trace)
      .function("curvature", &curvature_out);
}

}  // namespace downhill
