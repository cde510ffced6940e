#include "bindings/descent_options.hpp"
#include "bindings/expression_handle.hpp"
#include "bindings/rate_sweep_out.hpp"
#include "many_runs/basins.hpp"
#include "many_runs/swarm.hpp"

namespace downhill {
namespace {

using emscripten::class_;
using emscripten::function;

val sweep_rates(ExpressionHandle& f, const val& problem, const val& rates) {
  return answer(rate_sweep(f.function(), descent_options_in(problem), copy_in(rates)), rate_sweep_out);
}

StartGrid grid_in(const val& given) {
  StartGrid grid{};
  read(given["x"], "0", grid.x_from);
  read(given["x"], "1", grid.x_to);
  read(given["x"], "2", grid.columns);
  read(given["y"], "0", grid.y_from);
  read(given["y"], "1", grid.y_to);
  read(given["y"], "2", grid.rows);
  return grid;
}

val find_ends(ExpressionHandle& f, const val& problem, const val& grid, int first_row, int last_row) {
  return answer(basin_rows(f.function(), descent_options_in(problem), grid_in(grid), first_row, last_row),
                [](const BasinRows& rows) {
                  val out = val::object();
                  out.set("ends", copy_out(rows.ends));
                  out.set("outcomes", outcomes_out(rows.outcomes));
                  out.set("steps", copy_out(rows.steps));
                  return out;
                });
}

val find_basins(ExpressionHandle& f, const val& given, const val& known, double radius) {
  BasinRows rows;
  read(given, "ends", rows.ends);
  for (const int outcome : emscripten::convertJSArrayToNumberVector<int>(given["outcomes"]))
    rows.outcomes.push_back(static_cast<Outcome>(outcome));
  const Basins basins = group_ends(f.function(), rows, copy_in(known), radius);
  val out = val::object();
  out.set("ends", copy_out(basins.ends));
  out.set("kinds", list_out(basins.kinds, [](StationaryKind kind) { return val(std::string(id_of(kind))); }));
  out.set("labels", copy_out(basins.labels));
  return out;
}

val create_swarm(ExpressionHandle& sample_loss, const val& given) {
  std::vector<double> inputs, outputs;
  read(given, "inputs", inputs);
  read(given, "outputs", outputs);
  auto loss = FiniteSum::create(sample_loss.expression(), std::move(inputs), std::move(outputs));
  if (!loss) return failure(loss.error());
  SwarmOptions options;
  read(given, "optimizer", options.optimizer);
  read(given, "options", options.optimizer_options);
  read(given, "schedule", options.schedule);
  read(given, "runs", options.runs);
  read(given, "from", options.from);
  read(given, "to", options.to);
  read(given, "batchSize", options.batch_size);
  read(given, "sharedBatches", options.shared_batches);
  read(given, "seed", options.seed);
  return answer(Swarm::create(*std::move(loss), options), [](Swarm&& swarm) { return val(std::move(swarm)); });
}

val seek(Swarm& swarm, double step) {
  swarm.step_to(whole_in(val(step)));
  val out = val::object();
  out.set("step", swarm.state().step);
  out.set("positions", copy_out(swarm.state().positions));
  out.set("batch", copy_out(swarm.next_batch()));
  return out;
}

val losses(const Swarm& swarm, const val& parameters) {
  const std::vector<double> w = copy_in(parameters);
  std::vector<double> values(w.size());
  swarm.loss().values(w, swarm.loss().all(), values.data());
  return copy_out(values);
}

val batch_losses(Swarm& swarm, const val& parameters) {
  const std::vector<double> w = copy_in(parameters);
  std::vector<double> values(w.size());
  swarm.loss().values(w, swarm.next_batch(), values.data());
  return copy_out(values);
}

}  // namespace

DOWNHILL_BINDINGS(many_runs) {
  function("sweepRates", &ByAddress<&sweep_rates>::call);
  function("findEnds", &ByAddress<&find_ends>::call);
  function("findBasins", &ByAddress<&find_basins>::call);
  function("createSwarm", &ByAddress<&create_swarm>::call);
  class_<Swarm>("SwarmHandle").function("seek", &seek).function("losses", &losses).function("batchLosses", &batch_losses);
}

}  // namespace downhill
