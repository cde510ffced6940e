#include <cstdint>

#include "bindings/expression_handle.hpp"
#include "calculus/equivalence.hpp"

namespace downhill {
namespace {

val compare(ExpressionHandle& left, Address other, double seed) {
  ExpressionHandle& right = *reinterpret_cast<ExpressionHandle*>(other);
  const Equivalence result = equivalent(left.expression(), right.expression(), static_cast<uint64_t>(seed));
  val out = val::object();
  out.set("equivalent", result.equivalent);
  out.set("decided", result.decided);
  out.set("counterexample", numbers_out(result.counterexample));
  out.set("left", result.left);
  out.set("right", result.right);
  return out;
}

}  // namespace

DOWNHILL_BINDINGS(equivalence) { emscripten::function("compare", &ByAddress<&compare>::call); }

}  // namespace downhill
