#include "bench/native/bench.hpp"
#include "calculus/parse.hpp"
#include "probability/monte_carlo_run.hpp"

namespace downhill::bench {
namespace {

constexpr double samples = 1 << 20;

const Register monte_carlo("monte-carlo", samples, [] {
  static MonteCarloRun run(MonteCarlo::create(IntervalTarget{parse("exp(-x^2)", {"x"}).value(), -1, 1}, {}).value());
  run.seek(run.samples() + samples);
  keep(run.estimate().value);
});

}  // namespace
}  // namespace downhill::bench
