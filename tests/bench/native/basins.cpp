#include "many_runs/basins.hpp"

#include "bench/native/bench.hpp"
#include "calculus/parse.hpp"

namespace downhill::bench {
namespace {

const Register basins("basins", 400 * 300, [] {
  static const Function function = Function::compile(parse("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", {"x", "y"}).value());
  const BasinRows rows =
      basin_rows(function, {.optimizer_options = {{"learning-rate", 0.01}}, .tolerance = 1e-3, .step_limit = 300},
                 {-5, 5, 400, -5, 5, 300}, 0, 300)
          .value();
  keep(rows.ends[0]);
});

}  // namespace
}  // namespace downhill::bench
