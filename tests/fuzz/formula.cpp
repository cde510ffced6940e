#include "fuzz/formula.hpp"

#include <cmath>
#include <vector>

#include "calculus/differentiate.hpp"
#include "calculus/function.hpp"
#include "calculus/parse.hpp"
#include "calculus/print.hpp"
#include "calculus/simplify.hpp"

namespace downhill {
namespace {

const std::vector<std::string> variables = {"x", "y"};
const double points[] = {0.5, 1.25, -1.5, 0, 3, -2, 1e-9, 1e9};
constexpr size_t count = std::size(points) / 2;

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// The printed form must be read again, and as the same function.
std::string print_and_parse(const Expression& expression) {
  const std::string text = to_text(expression);
  if (text.size() > longest_text) return {};
  const Result<Expression> again = parse(text, variables);
  if (!again) {
    if (again.error().code == ErrorCode::expression_too_deep) return {};
    return "printed as " + text + ", which is not read again: " + std::string(id_of(again.error().code));
  }
  const Function one = Function::compile(expression), other = Function::compile(*again);
  for (const double* point = points; point != std::end(points); point += 2) {
    if (!same(one.value(point), other.value(point))) return "printed as " + text + ", which has another value";
  }
  return {};
}

void evaluate(const Expression& expression) {
  const Function function = Function::compile(expression);
  double values[count], value, gradient[2];
  function.values(points, count, values);
  for (const double* point = points; point != std::end(points); point += 2) {
    function.value_and_gradient(point, value, gradient);
    function.second_order(point);
  }
}

}  // namespace

std::string try_formula(std::string_view text) {
  const Result<Formula> read = parse_formula(text, std::make_shared<const std::vector<std::string>>(variables));
  if (!read) {
    const Error& error = read.error();
    if (error.position < 0 || error.position > static_cast<int>(text.size())) {
      return "an error without a place in the text: " + std::string(id_of(error.code));
    }
    return {};
  }
  for (const Doubt& doubt : read->doubts) {
    if (doubt.position < 0 || doubt.length <= 0 || doubt.position + doubt.length > static_cast<int>(text.size()))
      return "a doubt without a place in the text: " + std::string(id_of(doubt.kind));
    for (const std::string& way : {doubt.taken, doubt.otherwise})
      if (!way.empty() && !parse(way, variables)) return "a doubt that is to be written " + way + ", which is not read";
  }
  const Expression* const parsed = &read->expression;
  if (const std::string problem = print_and_parse(*parsed); !problem.empty()) return problem;
  const Expression simple = simplify(*parsed);
  evaluate(*parsed);
  evaluate(simple);
  to_latex(simple);
  for (int variable = 0; variable < 2; ++variable) {
    const Result<Derivative> derivative = differentiate_with_steps(*parsed, variable);
    if (!derivative) continue;
    evaluate(derivative->result);
    if (const std::string problem = print_and_parse(derivative->result); !problem.empty()) return "derivative: " + problem;
  }
  return {};
}

}  // namespace downhill
