#include "optimize/descent.hpp"

#include "bench/native/bench.hpp"
#include "calculus/parse.hpp"

namespace downhill::bench {
namespace {

constexpr long steps = 1000;

const Register descent("descent", steps, [] {
  static const Function function = Function::compile(parse("x^2 + 2x + 3", {"x"}).value());
  Descent run =
      Descent::create(function,
                      {.optimizer_options = {{"learning-rate", 1e-4}}, .start = {3}, .tolerance = 0, .step_limit = steps})
          .value();
  run.step_to(steps);
  keep(run.state().value);
});

}  // namespace
}  // namespace downhill::bench
