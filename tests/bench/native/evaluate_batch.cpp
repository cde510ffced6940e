#include <vector>

#include "bench/native/bench.hpp"
#include "calculus/function.hpp"
#include "calculus/parse.hpp"

namespace downhill::bench {
namespace {

constexpr size_t count = 10000;

const Register evaluate_batch("evaluate-batch", count, [] {
  static const Function function = Function::compile(parse("sin(x^2) exp(-x)", {"x"}).value());
  static const std::vector<double> points = [] {
    std::vector<double> all(count);
    for (size_t i = 0; i < count; ++i) all[i] = 4 * static_cast<double>(i) / count;
    return all;
  }();
  static std::vector<double> values(count);
  function.values(points.data(), count, values.data());
  keep(values[count / 2]);
});

}  // namespace
}  // namespace downhill::bench
