#include "bench/native/bench.hpp"
#include "calculus/differentiate.hpp"
#include "calculus/function.hpp"
#include "calculus/parse.hpp"

namespace downhill::bench {
namespace {

const std::string texts[] = {"x^2 + 2x + 3", "sin(x^2) exp(-x)", "(1 - x)^2 + x^4/4", "log(1 + x^2) - cos(3x)"};

const Register typed_formula("typed-formula", std::size(texts), [] {
  for (const std::string& text : texts) {
    const Expression formula = parse(text, {"x"}).value();
    const Function function = Function::compile(formula);
    const Function derivative = Function::compile(differentiate_unsimplified(formula, 0).value());
    keep(function.value(0.5) + derivative.value(0.5));
  }
});

}  // namespace
}  // namespace downhill::bench
