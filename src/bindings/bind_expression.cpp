#include <cmath>

#include "bindings/expression_handle.hpp"
#include "calculus/differences.hpp"
#include "calculus/differentiate.hpp"
#include "calculus/equivalence.hpp"
#include "calculus/features.hpp"
#include "calculus/parse.hpp"

namespace downhill {
namespace {

using emscripten::class_;
using emscripten::function;

val parse_expression(const std::string& text, const val& variables) {
  return answer(parse(text, strings_in(variables)),
                [](Expression&& parsed) { return val(ExpressionHandle(std::move(parsed))); });
}

val read_number(const std::string& text) {
  return answer(parse_number(text), [](double number) { return val(number); });
}

val evaluate(ExpressionHandle& handle, const val& points) {
  const std::vector<double> coordinates = copy_in(points);
  const auto dimension = static_cast<size_t>(handle.dimension());
  std::vector<double> values(dimension == 0 ? 1 : coordinates.size() / dimension);
  handle.function().values(coordinates.data(), values.size(), values.data());
  return copy_out(values);
}

/// A coordinate of point number `index` of `count` that divide [from, to] evenly; both ends are met exactly.
double along(double from, double to, int index, int count) {
  if (index == count - 1) return to;
  return from + (to - from) * index / (count - 1);
}

val sample(ExpressionHandle& handle, double from, double to, int count) {
  std::vector<double> points(static_cast<size_t>(count)), values(points.size());
  for (int i = 0; i < count; ++i) points[static_cast<size_t>(i)] = along(from, to, i, count);
  handle.function().values(points.data(), points.size(), values.data());
  return copy_out(values);
}

val sample_grid(ExpressionHandle& handle, double x_from, double x_to, int columns, double y_from, double y_to, int rows) {
  const auto width = static_cast<size_t>(columns);
  std::vector<double> points(2 * width), values(width * static_cast<size_t>(rows));
  for (int i = 0; i < columns; ++i) points[2 * static_cast<size_t>(i)] = along(x_from, x_to, i, columns);
  for (int row = 0; row < rows; ++row) {
    for (size_t i = 0; i < width; ++i) points[2 * i + 1] = along(y_from, y_to, row, rows);
    handle.function().values(points.data(), width, values.data() + static_cast<size_t>(row) * width);
  }
  return copy_out(values);
}

val jet(ExpressionHandle& handle, const val& point) {
  const Jet exact = handle.function().second_order(copy_in(point).data());
  val out = val::object();
  out.set("value", exact.value);
  out.set("gradient", numbers_out(exact.gradient));
  out.set("hessian", numbers_out(exact.hessian));
  return out;
}

val derivative(ExpressionHandle& handle, int variable) {
  return answer(differentiate_unsimplified(handle.expression(), variable),
                [](Expression&& raw) { return val(ExpressionHandle::derivative(std::move(raw))); });
}

val step_out(const DerivativeStep& step) {
  val out = val::object();
  out.set("rule", step.rule);
  out.set("function", step.function);
  out.set("beforeText", step.before_text);
  out.set("beforeLatex", step.before_latex);
  out.set("afterText", step.after_text);
  out.set("afterLatex", step.after_latex);
  out.set("depth", step.depth);
  return out;
}

val derivative_steps(ExpressionHandle& handle, int variable) {
  return answer(differentiate_with_steps(handle.expression(), variable),
                [](const Derivative& derivative) { return list_out(derivative.steps, step_out); });
}

val derivative_line(ExpressionHandle& handle, int variable, int steps) {
  return answer(derivative_after(handle.expression(), variable, steps), [](const DerivativeLine& line) {
    val out = val::object();
    out.set("text", line.text);
    out.set("latex", line.latex);
    return out;
  });
}

val features(ExpressionHandle& handle, double from, double to) {
  const Features found = find_features(handle.expression(), from, to);
  val out = val::object();
  out.set("kinks", copy_out(found.kinks));
  out.set("jumps", copy_out(found.jumps));
  out.set("poles", copy_out(found.poles));
  out.set("holes", list_out(found.holes, [](const Hole& hole) {
            val ends = val::object();
            ends.set("from", hole.from);
            ends.set("to", hole.to);
            return ends;
          }));
  return out;
}

val differences(ExpressionHandle& handle, double x, const val& step_sizes) {
  const std::vector<double> h = copy_in(step_sizes);
  const DifferenceErrors errors = difference_errors(handle.function(), x, h.data(), h.size());
  val out = val::object();
  out.set("exact", errors.exact);
  out.set("forward", copy_out(errors.forward));
  out.set("central", copy_out(errors.central));
  out.set("complex", copy_out(errors.complex));
  return out;
}

val compare(ExpressionHandle& left, ExpressionHandle& right, double seed) {
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

EMSCRIPTEN_BINDINGS(expression) {
  function("parseExpression", &parse_expression);
  function("readNumber", &read_number);
  function("compare", &compare);
  class_<ExpressionHandle>("ExpressionHandle")
      .function("text", &ExpressionHandle::text)
      .function("latex", &ExpressionHandle::latex)
      .function("evaluate", &evaluate)
      .function("sample", &sample)
      .function("grid", &sample_grid)
      .function("jet", &jet)
      .function("derivative", &derivative)
      .function("steps", &derivative_steps)
      .function("derivativeLine", &derivative_line)
      .function("features", &features)
      .function("differences", &differences);
}

}  // namespace downhill
