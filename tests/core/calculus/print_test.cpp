#include "calculus/print.hpp"

#include "calculus/parse.hpp"
#include "calculus/simplify.hpp"
#include "core/catch.hpp"

using namespace downhill;

namespace {

Expression read(const std::string& text, const std::vector<std::string>& variables = {"x", "y"}) {
  auto expression = parse(text, variables);
  INFO(text);
  REQUIRE(expression.ok());
  return *expression;
}

using Pair = std::pair<const char*, const char*>;

}  // namespace

TEST_CASE("text is set as it would be typed", "[print]") {
  const auto [typed, printed] = GENERATE(values<Pair>({
      {"x^2+2*x+3", "x^2 + 2x + 3"},
      {"2*3*x", "2 * 3x"},
      {"x*2", "x * 2"},
      {"x*y", "x y"},
      {"x*(y+1)", "x (y + 1)"},
      {"3*(x+1)", "3(x + 1)"},
      {"x*(y*2)", "x (y * 2)"},
      {"x/2*y", "x/2 * y"},
      {"x/(2*y)", "x/(2y)"},
      {"x/y/2", "x/y/2"},
      {"x/(y/2)", "x/(y/2)"},
      {"x-(y-1)", "x - (y - 1)"},
      {"x-(-y)", "x - (-y)"},
      {"(-x)*y", "(-x) y"},
      {"-(x*y)", "-x y"},
      {"-(x+y)", "-(x + y)"},
      {"(-x)^2", "(-x)^2"},
      {"-x^2", "-x^2"},
      {"(x^2)^3", "(x^2)^3"},
      {"x^y^2", "x^y^2"},
      {"x^(-2)", "x^(-2)"},
      {"x^(1/3)", "x^(1/3)"},
      {"2*sin(x)^2", "2 sin(x)^2"},
      {"abs(x)*|y|", "|x| |y|"},
      {"||x|-1|", "abs(|x| - 1)"},
      {"pow(x,2)", "x^2"},
      {"max(x,y,1)", "max(x, y, 1)"},
      {"max(x,max(y,1))", "max(x, max(y, 1))"},
      {"if(x<=0,-x,x)", "if(x <= 0, -x, x)"},
      {"2*pi*x", "2pi x"},
      {"0.50*x", "0.5x"},
      {"1e300*x", "1e+300x"},
      {"1e-7*x", "1e-7x"},
      {"1e-100*x", "1e-100x"},
  }));
  INFO(typed);
  CHECK(to_text(read(typed)) == printed);
}

TEST_CASE("a number before a variable that looks like an exponent keeps its distance", "[print]") {
  const Expression expression = read("2*e1", {"e1"});
  CHECK(to_text(expression) == "2 e1");
  CHECK(to_text(read("2 e1", {"e1"})) == "2 e1");
}

TEST_CASE("LaTeX has fractions, roots, upright functions and cases", "[print]") {
  const auto [typed, latex] = GENERATE(values<Pair>({
      {"x^2+2x+3", "x^{2} + 2 x + 3"},
      {"2x/3", "\\frac{2 x}{3}"},
      {"1/2 x", "\\frac{1}{2} x"},
      {"1/(x+1)", "\\frac{1}{x + 1}"},
      {"x/2/y", "\\frac{x}{2 y}"},
      {"x/(2/y)", "\\frac{x}{\\frac{2}{y}}"},
      {"(x+1)y/2", "\\frac{\\left(x + 1\\right) y}{2}"},
      {"2*3", "2 \\cdot 3"},
      {"(x+1)^2", "\\left(x + 1\\right)^{2}"},
      {"sin(x)^2", "\\sin^{2}\\left(x\\right)"},
      {"exp(-x)", "e^{-x}"},
      {"exp(x)^2", "\\left(e^{x}\\right)^{2}"},
      {"sqrt(x+1)", "\\sqrt{x + 1}"},
      {"cbrt(x)", "\\sqrt[3]{x}"},
      {"|x|", "\\left\\lvert x\\right\\rvert"},
      {"floor(x)", "\\left\\lfloor x\\right\\rfloor"},
      {"asin(x)", "\\arcsin\\left(x\\right)"},
      {"sigmoid(x)", "\\operatorname{sigmoid}\\left(x\\right)"},
      {"pi x", "\\pi x"},
      {"max(x,y)", "\\max\\left(x, y\\right)"},
      {"if(x<0,-x,x)", "\\begin{cases} -x & x < 0 \\\\ x & x \\ge 0 \\end{cases}"},
      {"1e300", "1 \\cdot 10^{300}"},
      {"1e-20", "1 \\cdot 10^{-20}"},
      {"1e-7x", "1 \\cdot 10^{-7} x"},
      {"2.5e-7x", "2.5 \\cdot 10^{-7} x"},
      {"1e100", "1 \\cdot 10^{100}"},
  }));
  INFO(typed);
  CHECK(to_latex(read(typed)) == latex);
}

TEST_CASE("LaTeX names of variables", "[print]") {
  CHECK(to_latex(read("x1 + x_2", {"x1", "x_2"})) == "x_{1} + x_{2}");
  CHECK(to_latex(read("rate", {"rate"})) == "\\mathrm{rate}");
  CHECK(to_latex(read("η", {"η"})) == "η");
}

TEST_CASE("simplifying collects, cancels and folds what is exact", "[simplify]") {
  const auto [typed, simple] = GENERATE(values<Pair>({
      {"x + x", "2x"},
      {"x - x", "0"},
      {"3 + x^2 + 2x", "x^2 + 2x + 3"},
      {"x x x", "x^3"},
      {"x^2/x", "x"},
      {"2/4", "1/2"},
      {"0.1 + 0.2", "0.3"},
      {"x/2 + x/3", "5x/6"},
      {"1e300 * 1e300 x", "1e+300 * 1e+300x"},
      {"2^100", "2^100"},
      {"2^10", "1024"},
      {"sqrt(4x)", "2 sqrt(x)"},
      {"sqrt(8)", "sqrt(8)"},
      {"sqrt(x^2)", "|x|"},
      {"sqrt(x)^2", "sqrt(x)^2"},
      {"sqrt(x) sqrt(x)", "sqrt(x)^2"},
      {"(x^2)^(3/2)", "|x|^3"},
      {"|x|^2", "x^2"},
      {"x^2/|x|", "|x|"},
      {"|-3x|", "3|x|"},
      {"exp(x) exp(-x)", "1"},
      {"exp(x)^2", "exp(2x)"},
      {"log(exp(x))", "x"},
      {"exp(log(x))", "exp(log(x))"},
      {"e^ln(x)", "e^log(x)"},  // they have no value for negative x
      {"ln(x) - ln(x)", "0"},
      {"e^x e^-x", "1"},
      {"e^x e^x", "e^(2x)"},
      {"(e^x)^2 e", "e e^(2x)"},
      {"2^x*2^y", "2^(x + y)"},
      {"x^y x^y", "(x^y)^2"},  // of any sign: not put together
      {"tan(x) cos(x)", "sin(x)"},
      {"tan(x)/sin(x)", "1/cos(x)"},
      {"3 sin(2x)^2 + 3 cos(2x)^2 + x", "x + 3"},
      {"cosh(x)^2 - sinh(x)^2", "1"},
      {"cos(x)^2 - sin(x)^2", "cos(x)^2 - sin(x)^2"},
      {"(x^2 - 1)/(x + 1)", "x - 1"},
      {"(x^2 - 1)/(x^2 - 2x + 1)", "(x + 1)/(x - 1)"},
      {"(2x^2 + 3x + 1)/(4x + 2)", "(x + 1)/2"},
      {"(x - 1)/(1 - x)", "-1"},
      {"(x^2 + 1)/(x + 1)", "(x^2 + 1)/(x + 1)"},
      {"sqrt(x + 1) (x + 1)", "(x + 1)^(3/2)"},
      {"cos(-x) + sin(-x)", "cos(x) - sin(x)"},
      {"(x + 1) - (1 + x)", "0"},
      {"2(x + 1) - 2x", "2"},
      {"(x + 1)(x - 1) - x^2", "-1"},
      {"(x + x^2)/x", "x + 1"},
      {"0/x", "0"},
      {"1/0", "1/0"},
      {"-(x - 1)", "1 - x"},
      {"x y + y x", "2x y"},
      {"y^2 + x y + x^2", "x^2 + x y + y^2"},
  }));
  INFO(typed);
  CHECK(to_text(simplify(read(typed))) == simple);
}
