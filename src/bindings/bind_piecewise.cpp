#include "bindings/conversions.hpp"
#include "neural/bends.hpp"
#include "neural/written_networks.hpp"

namespace downhill {
namespace {

val hinges(const val& x, const val& y) {
  return answer(hinge_network(copy_in(x), copy_in(y)),
                [](const std::vector<double>& parameters) { return copy_out(parameters); });
}

val folds(int depth) { return copy_out(fold_network(depth)); }

val bend_out(const Bend& bend) {
  val out = val::object();
  out.set("x", bend.x);
  out.set("layer", bend.layer);
  out.set("unit", bend.unit);
  out.set("change", bend.change);
  return out;
}

val find_bends(const val& layers, const val& parameters, double from, double to) {
  std::vector<LayerSpec> specs;
  for (const val& layer : emscripten::vecFromJSArray<val>(layers)) {
    LayerSpec& spec = specs.emplace_back();
    read(layer, "units", spec.units);
    read(layer, "activation", spec.activation);
  }
  return answer(bends_of(specs, copy_in(parameters), from, to), [](const std::optional<std::vector<Bend>>& bends) {
    val out = val::object();
    if (bends) out.set("bends", list_out(*bends, bend_out));
    return out;
  });
}

}  // namespace

DOWNHILL_BINDINGS(piecewise) {
  emscripten::function("hingeNetwork", &hinges);
  emscripten::function("foldNetwork", &folds);
  emscripten::function("findBends", &find_bends);
}

}  // namespace downhill
