#include <emscripten/emscripten.h>

#include <cmath>
#include <cstdint>

#include "bindings/expression_handle.hpp"
#include "calculus/differences.hpp"
#include "calculus/differentiate.hpp"
#include "calculus/features.hpp"
#include "calculus/parse.hpp"

namespace downhill {
namespace {

using emscripten::function;

/// The names that formulas may use, until they are others.
Expression::Names& names() {
  static Expression::Names current = std::make_shared<const std::vector<std::string>>();
  return current;
}

/// `lines`: one name a line.
void set_names(const std::string& lines) {
  std::vector<std::string> list(lines.empty() ? 0 : 1);
  for (const char c : lines) {
    if (c == '\n') {
      list.emplace_back();
    } else {
      list.back() += c;
    }
  }
  names() = std::make_shared<const std::vector<std::string>>(std::move(list));
}

/// What went wrong when the last answer was the address 0.
Error& last_error() {
  static Error error;
  return error;
}

/// A number for JavaScript rather than a value of its own: reading formulas takes no longer than the crossing.
template <class T, class Hold>
Address address_or_zero(Result<T> result, Hold held) {
  if (result) return address_of(held(std::move(result).value()));
  last_error() = result.error();
  return 0;
}

val expression_failure() { return failure(last_error()); }

Address parse_expression(const std::string& text) {
  return address_or_zero(parse_formula(text, names()), [](Formula&& typed) { return ExpressionHandle(std::move(typed)); });
}

val doubts(ExpressionHandle& handle) {
  return list_out(handle.doubts(), [](const Doubt& doubt) {
    val out = val::object();
    out.set("kind", std::string(id_of(doubt.kind)));
    out.set("position", doubt.position);
    out.set("length", doubt.length);
    out.set("taken", doubt.taken);
    out.set("otherwise", doubt.otherwise);
    return out;
  });
}

val read_number(const std::string& text) {
  return answer(parse_number(text), [](double number) { return val(number); });
}

/// Where the facade leaves numbers for the module and finds its answers without their being copied through JavaScript values:
/// room for `count` doubles, as an index into the memory seen as doubles. What stood there may be lost.
size_t workspace(size_t count) {
  static std::vector<double> room;
  room.clear();
  room.shrink_to_fit();
  room.resize(count);
  return reinterpret_cast<std::uintptr_t>(room.data()) / sizeof(double);
}

/// A coordinate of point number `index` of `count` that divide [from, to] evenly; both ends are met exactly.
double along(double from, double to, int index, int count) {
  if (index == count - 1) return to;
  return from + (to - from) * index / (count - 1);
}

val sample(ExpressionHandle& handle, double from, double to, int count) {
  std::vector<double> points(static_cast<size_t>(count)), values(points.size());
  for (int i = 0; i < count; ++i) points[static_cast<size_t>(i)] = along(from, to, i, count);
  handle.values(points.data(), points.size(), values.data());
  return copy_out(values);
}

val sample_grid(ExpressionHandle& handle, double x_from, double x_to, int columns, double y_from, double y_to, int rows) {
  const auto width = static_cast<size_t>(columns);
  std::vector<double> points(2 * width), values(width * static_cast<size_t>(rows));
  for (int i = 0; i < columns; ++i) points[2 * static_cast<size_t>(i)] = along(x_from, x_to, i, columns);
  for (int row = 0; row < rows; ++row) {
    for (size_t i = 0; i < width; ++i) points[2 * i + 1] = along(y_from, y_to, row, rows);
    handle.values(points.data(), width, values.data() + static_cast<size_t>(row) * width);
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

std::string text(ExpressionHandle& handle) { return handle.text(); }
std::string latex(ExpressionHandle& handle) { return handle.latex(); }

}  // namespace

// Numbers in, a number out, and asked for most often: exported as they are, because a call through Embind takes as long as one
// of them.
extern "C" {

/// The values at points in the workspace, put behind them.
EMSCRIPTEN_KEEPALIVE void expressionEvaluate(ExpressionHandle* handle, size_t place, size_t count) {
  double* const points = reinterpret_cast<double*>(place * sizeof(double));
  handle->values(points, count, points + count * static_cast<size_t>(handle->dimension()));
}

EMSCRIPTEN_KEEPALIVE Address expressionDerivative(ExpressionHandle* handle, int variable) {
  return address_or_zero(differentiate_unsimplified(handle->expression(), variable), [handle](Expression&& raw) {
    return ExpressionHandle::derivative_of(std::move(raw), handle->domain());
  });
}

EMSCRIPTEN_KEEPALIVE void expressionDelete(ExpressionHandle* handle) { delete handle; }

}  // extern "C"

DOWNHILL_BINDINGS(calculus) {
  function("expressionNames", &set_names);
  function("parseExpression", &parse_expression);
  function("expressionFailure", &expression_failure);
  function("workspace", &workspace);
  function("readNumber", &read_number);
  function("expressionDoubts", &ByAddress<&doubts>::call);
  function("expressionText", &ByAddress<&text>::call);
  function("expressionLatex", &ByAddress<&latex>::call);
  function("expressionSample", &ByAddress<&sample>::call);
  function("expressionGrid", &ByAddress<&sample_grid>::call);
  function("expressionJet", &ByAddress<&jet>::call);
  function("expressionSteps", &ByAddress<&derivative_steps>::call);
  function("expressionDerivativeLine", &ByAddress<&derivative_line>::call);
  function("expressionFeatures", &ByAddress<&features>::call);
  function("expressionDifferences", &ByAddress<&differences>::call);
}

}  // namespace downhill
