#include "calculus/parse.hpp"

#include <cmath>

#include "calculus/function.hpp"
#include "core/catch.hpp"

using namespace downhill;

namespace {

double value_of(const std::string& text, double x = 3, double y = 5) {
  const auto expression = parse(text, {"x", "y"});
  INFO(text);
  REQUIRE(expression.ok());
  const double point[] = {x, y};
  return Function::compile(*expression).value(point);
}

struct Failure {
  const char* text;
  ErrorCode code;
  int position;
  const char* parameter;
  const char* expected;
};

}  // namespace

TEST_CASE("precedence and implicit products are those of the documentation", "[parse]") {
  CHECK(value_of("1 + 2 * 3") == 7);
  CHECK(value_of("10 - 4 - 3") == 3);
  CHECK(value_of("24 / 4 / 2") == 3);
  CHECK(value_of("1/2x") == 1.5);
  CHECK(value_of("2x/3y") == 10);
  CHECK(value_of("2^3^2") == 512);
  CHECK(value_of("-x^2") == -9);
  CHECK(value_of("2^-1") == 0.5);
  CHECK(value_of("2^-x^2") == std::pow(2.0, -9.0));
  CHECK(value_of("(-x)^2") == 9);
  CHECK(value_of("2*-x") == -6);
  CHECK(value_of("x - -2") == 5);
  CHECK(std::abs(value_of("2/-x*y") - (-10.0 / 3)) < 1e-14);
  CHECK(value_of("+x") == 3);
  CHECK(value_of("2x") == 6);
  CHECK(value_of("x y") == 15);
  CHECK(value_of("xy") == 15);
  CHECK(value_of("3(x+1)") == 12);
  CHECK(value_of("(x+1)(x-1)") == 8);
  CHECK(value_of("x(y+1)") == 18);
  CHECK(value_of("2x^2y") == 90);
  CHECK(value_of("x**2") == 9);
  CHECK(value_of("xsqrt(4)") == 6);
}

TEST_CASE("numbers read as they are written", "[parse]") {
  CHECK(value_of("0.1") == 0.1);
  CHECK(value_of(".5") == 0.5);
  CHECK(value_of("2.") == 2);
  CHECK(value_of("1e3") == 1000);
  CHECK(value_of("2e-3x") == 0.006);
  CHECK(value_of("123456789012345678901234567890") == 123456789012345678901234567890.0);
  CHECK(value_of("0.12345678901234567890") == 0.12345678901234567890);
  CHECK(value_of("1e300") == 1e300);
  CHECK(std::abs(value_of("2e") - (2 * std::exp(1.0))) < 1e-14);
  CHECK(value_of("2e^0") == 2);
  CHECK(std::abs(value_of("2e - 3") - (2 * std::exp(1.0) - 3)) < 1e-14);
}

TEST_CASE("other spellings are understood", "[parse]") {
  CHECK(value_of("x² − 2·x × 3 ÷ 2") == 0);
  CHECK(value_of("x⁻¹") == 1.0 / 3);
  CHECK(value_of("y¹⁰") == std::pow(5.0, 10.0));
  CHECK(value_of("π") == value_of("pi"));
  CHECK(value_of("√(x+1)") == 2);
  CHECK(value_of("x\u00a0+\u3000y") == 8);
  CHECK(value_of("ln(x)") == std::log(3.0));
  CHECK(value_of("arctan(x)") == std::atan(3.0));
  CHECK(value_of("pow(x, 2)") == 9);
  CHECK(std::abs(value_of("sin^2(x) + cos²(x)") - (1)) < 1e-14);
  CHECK(value_of("if(x ≤ 3, 1, 2)") == 1);
  CHECK(value_of("if(x ≠ 3, 1, 2)") == 2);
}

TEST_CASE("functions need no brackets round one product", "[parse]") {
  const auto [typed, bracketed] = GENERATE(values<std::pair<const char*, const char*>>({
      {"2sin x cos x", "2 sin(x) cos(x)"},
      {"sin 2x", "sin(2x)"},
      {"sin2x", "sin(2x)"},
      {"sinx", "sin(x)"},
      {"cos2x", "cos(2x)"},
      {"xsinx", "x sin(x)"},
      {"sinxcosx", "sin(x) cos(x)"},
      {"sin xy", "sin(x y)"},
      {"sin x^2", "sin(x^2)"},
      {"sin x²", "sin(x^2)"},
      {"sin x + y", "sin(x) + y"},
      {"sin x - y", "sin(x) - y"},
      {"sin -x", "sin(-x)"},
      {"sin x * y", "sin(x) * y"},
      {"sin x/y", "sin(x)/y"},
      {"sin(x)y", "sin(x) y"},
      {"-sin x^2", "-sin(x^2)"},
      {"ln x", "log(x)"},
      {"ln|x|", "log(|x|)"},
      {"ln |x| + y", "log(|x|) + y"},
      {"|ln x|", "|log(x)|"},
      {"|ln|x||", "abs(log(|x|))"},
      {"ln10", "log(10)"},
      {"xln(2)", "x log(2)"},
      {"xlnx", "x log(x)"},
      {"2^x ln 2", "2^x log(2)"},
      {"ln sin x", "log(sin(x))"},
      {"e^sin x", "e^sin(x)"},
      {"e^sin x cos x", "e^sin(x) cos(x)"},
      {"sin^2 x", "sin(x)^2"},
      {"sin^2x", "sin(x)^2"},
      {"sin²x + cos²x", "sin(x)^2 + cos(x)^2"},
      {"sin^{2} x", "sin(x)^2"},
      {"sin^-1(x/9)", "asin(x/9)"},
      {"sin⁻¹(x/9)", "asin(x/9)"},
      {"tan^(-1) x", "atan(x)"},
      {"cosh^-1 x", "acosh(x)"},
      {"sec^-1(x)", "acos(1/x)"},
      {"sec x", "1/cos(x)"},
      {"csc x", "1/sin(x)"},
      {"cosec x", "1/sin(x)"},
      {"cot x", "1/tan(x)"},
      {"sec^2 x", "1/cos(x)^2"},
      {"sech x", "1/cosh(x)"},
      {"csch x", "1/sinh(x)"},
      {"coth x", "1/tanh(x)"},
      {"log_2(x)", "log2(x)"},
      {"log_2 x", "log2(x)"},
      {"log_{10}(x)", "log10(x)"},
      {"log₂x", "log2(x)"},
      {"log_3(x)", "log(x)/log(3)"},
      {"log_y(x)", "log(x)/log(y)"},
      {"√x", "sqrt(x)"},
      {"√4", "2"},
      {"2√x", "2 sqrt(x)"},
      {"√x + 1", "sqrt(x) + 1"},
      {"√2x", "sqrt(2) x"},
      {"√(x+1)^2", "sqrt(x + 1)^2"},
      {"∛x", "cbrt(x)"},
      {"∛(x y)", "cbrt(x y)"},
      {"x^xlnx", "x^x log(x)"},
  }));
  INFO(typed << " as " << bracketed);
  CHECK(value_of(typed) == value_of(bracketed));
}

TEST_CASE("one thing may be typed as many characters", "[parse]") {
  const auto [typed, plain] = GENERATE(values<std::pair<const char*, const char*>>({
      {"２ｘ＋３", "2x + 3"},
      {"（ｘ＋１）＾２", "(x + 1)^2"},
      {"ｓｉｎ（ｘ）", "sin(x)"},
      {"１．５ｘ", "1.5x"},
      {"X^2 + Y", "x^2 + y"},
      {"Sin(X)", "sin(x)"},
      {"E^X", "e^x"},
      {"PI x", "pi x"},
      {"𝑥² + 𝑦", "x^2 + y"},
      {"[x + 1]{x - 1}", "(x + 1)(x - 1)"},
      {"x^{2}", "x^2"},
      {"e^{-x^{2}}", "e^(-x^2)"},
      {"½x", "x/2"},
      {"2½", "5/2"},
      {"¾", "3/4"},
      {"⅓x", "x/3"},
      {"x∙y", "x*y"},
      {"x•y", "x*y"},
      {"x⋅y", "x*y"},
      {"x・y", "x*y"},
      {"xㆍy", "x*y"},
      {"x⁄y", "x/y"},
      {"x∕y", "x/y"},
      {"x ÷ y", "x/y"},
      {"2 × 3", "6"},
      {"2(x−1)", "2(x - 1)"},
      {"x – y", "x - y"},
      {"∣x∣", "|x|"},
      {"｜x｜", "|x|"},
      {"x⁻¹⁰", "x^-10"},
      {"xʸ", "x^y"},
      {"eˣ⁺¹", "e^(x + 1)"},
      {"2π", "2pi"},
      {"2𝜋", "2pi"},
      {"x\u2003+\u200by", "x + y"},
      {"f(x) = 2x", "2x"},
      {"f′(x) = 2x", "2x"},
      {"f'(x)=2x", "2x"},
      {"f’(x) = 2x", "2x"},
      {"f″(x) = 2", "2"},
      {"f''(x) = 2", "2"},
      {"g(x, y) = x y", "x y"},
      {"z = x", "x"},
      {"y' = 2x", "2x"},
      {"y′ = 2x", "2x"},
      {"dy/dx = 2x", "2x"},
      {"dy / dx = 2x", "2x"},
      {"df/dx = 2x", "2x"},
      {"df(x)/dx = 2x", "2x"},
      {"d/dx f(x) = 2x", "2x"},
      {"∂f/∂x = 2x", "2x"},
      {"f_x = 2x", "2x"},
  }));
  INFO(typed << " as " << plain);
  CHECK(value_of(typed) == value_of(plain));
}

TEST_CASE("in one variable y = begins an answer", "[parse]") {
  CHECK(parse("y = x^2", {"x"}).ok());
  CHECK(parse("y=x^2", {"x"}).ok());
  CHECK_FALSE(parse("x = 3", {"x"}).ok());
  CHECK_FALSE(parse("y == x^2", {"x"}).ok());
  CHECK_FALSE(parse("x + 1 = 2", {"x"}).ok());
}

TEST_CASE("what could be meant otherwise is told, with both ways to write it", "[parse]") {
  struct Row {
    const char* text;
    DoubtKind kind;
    int position, length;
    const char *taken, *otherwise;
  };
  const auto row = GENERATE(values<Row>({
      {"1/2x", DoubtKind::quotient, 0, 4, "(1/2) * x", "1/(2x)"},
      {"3 + 1/2(x + 1)", DoubtKind::quotient, 4, 10, "(1/2) * (x + 1)", "1/(2(x + 1))"},
      {"x − 1/2x", DoubtKind::quotient, 6, 4, "(1/2) * x", "1/(2x)"},
      {"2e^2x", DoubtKind::exponent, 1, 4, "e^2 * x", "e^(2x)"},
      {"x^-2y", DoubtKind::exponent, 0, 5, "x^-2 * y", "x^(-2y)"},
      {"sin 2x y", DoubtKind::argument, 0, 8, "sin(2x y)", "sin(2x) * y"},
      {"sin x/2", DoubtKind::argument, 0, 7, "sin(x)/2", "sin(x/2)"},
      {"sin^2 x/2", DoubtKind::argument, 0, 9, "sin^2(x)/2", "sin^2(x/2)"},
      {"ln x(x+1)", DoubtKind::argument, 0, 9, "ln(x) * (x+1)", "ln(x(x+1))"},
      {"√2x", DoubtKind::argument, 0, 5, "sqrt(2) * x", "sqrt(2x)"},
      {"√x^2", DoubtKind::argument, 0, 6, "sqrt(x^2)", "sqrt(x)^2"},
      {"2e-x", DoubtKind::euler, 0, 4, "2e - x", "2e^(-x)"},
      {"2e3x", DoubtKind::scientific, 0, 4, "2000 * x", "2e * 3x"},
      {"2e-3x", DoubtKind::scientific, 0, 5, "0.002 * x", "2e -3x"},
      {"sin^-1(x)", DoubtKind::inverse, 0, 9, "asin(x)", "1/sin(x)"},
      {"log2x", DoubtKind::base, 0, 5, "log2(x)", "log(2x)"},
      {"x^(1/3)", DoubtKind::odd_root, 0, 7, "x^(1/3)", "cbrt(x)"},
      {"(-8)^(2/3)", DoubtKind::odd_root, 0, 10, "(-8)^(2/3)", "cbrt(-8)^(2)"},
      {"x^(1/5)", DoubtKind::odd_root, 0, 7, "x^(1/5)", ""},
  }));
  INFO(row.text);
  const std::vector<std::string> names = {"x", "y"};
  const auto formula = parse_formula(row.text, std::make_shared<const std::vector<std::string>>(names));
  REQUIRE(formula.ok());
  REQUIRE(formula->doubts.size() == 1);
  const Doubt& doubt = formula->doubts[0];
  CHECK(id_of(doubt.kind) == id_of(row.kind));
  CHECK(doubt.position == row.position);
  CHECK(doubt.length == row.length);
  CHECK(doubt.taken == row.taken);
  CHECK(doubt.otherwise == row.otherwise);
  const auto put_in = [&](const std::string& way) {
    std::string text = row.text;
    return text.replace(static_cast<size_t>(row.position), static_cast<size_t>(row.length), "(" + way + ")");
  };
  // As taken it has the same value; otherwise another, except for roots, which differ where there is none.
  CHECK((std::isnan(value_of(row.text)) || value_of(put_in(doubt.taken)) == Approx(value_of(row.text))));
  if (row.kind != DoubtKind::odd_root && row.text != std::string("√x^2"))
    CHECK(value_of(put_in(doubt.otherwise)) != Approx(value_of(row.text)));
}

TEST_CASE("what can be meant in one way only raises no doubt", "[parse]") {
  const char* text = GENERATE(
      values<const char*>({"2x",        "2x^2 y", "1/2 x",  "1/(2x)",  "x/2 + y", "sin 2x cos x", "sin x / 2", "sin(x)/2",
                           "e^(2x)",    "2e",     "2e - x", "2e + 1",  "1e-3",    "2e3",          "x^0.2",     "2^(1/3)",
                           "|x|^(1/3)", "√x",     "√(x+1)", "log2(x)", "log_2 x", "ln 2"}));
  INFO(text);
  const auto formula =
      parse_formula(text, std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"x", "y"}));
  REQUIRE(formula.ok());
  CHECK(formula->doubts.empty());
}

TEST_CASE("conventions at the edges", "[parse]") {
  CHECK(parse_number("0^0").value() == 1);
  CHECK_FALSE(parse_number("0 log(0)").ok());
  CHECK(std::isnan(value_of("(-8)^(1/3)")));
  CHECK(parse_number("(-8)^(1/3)").error().code == ErrorCode::not_finite);
  CHECK(parse_number("(-8)^(1/3)").error().expected == "cbrt(-8)");
  CHECK(parse_number("1/0").error().expected == "");
  CHECK(parse_number("cbrt(-8)").value() == -2);
}

TEST_CASE("bars stand for the absolute value", "[parse]") {
  CHECK(value_of("|x|", -3) == 3);
  CHECK(value_of("2|x - 1|", -3) == 8);
  CHECK(value_of("|x||y|", -3, -5) == 15);
  CHECK(value_of("x|y|", 3, -5) == 15);
  CHECK(value_of("|(|x| - y)|", -3, 5) == 2);
  CHECK(value_of("|x|^2", -3) == 9);
}

TEST_CASE("functions of several arguments", "[parse]") {
  CHECK(value_of("min(x, y)") == 3);
  CHECK(value_of("max(x, y, 7, 1)") == 7);
  CHECK(value_of("atan2(y, x)") == std::atan2(5.0, 3.0));
  CHECK(value_of("if(x < y, 1, 2)") == 1);
  CHECK(value_of("if(x >= y, 1, if(x == 3, 2, 4))") == 2);
  CHECK(std::isnan(value_of("min(x, log(-1))")));
}

TEST_CASE("a variable may be named like a constant or a function", "[parse]") {
  const auto expression = parse("2e + sin", {"e", "sin"});
  REQUIRE(expression.ok());
  const double point[] = {10, 1};
  CHECK(Function::compile(*expression).value(point) == 21);
}

TEST_CASE("a mistake is reported with its place and what would have been right", "[parse]") {
  const auto [text, code, position, parameter, expected] = GENERATE(values<Failure>({
      {"", ErrorCode::empty_expression, 0, "", "operand"},
      {"  ", ErrorCode::empty_expression, 0, "", "operand"},
      {"x +", ErrorCode::unexpected_token, 3, "", "operand"},
      {"x + * y", ErrorCode::unexpected_token, 4, "*", "operand"},
      {"(x + 1", ErrorCode::unexpected_token, 6, "", ")"},
      {"x + 1)", ErrorCode::unexpected_token, 5, ")", "end"},
      {"|x + 1", ErrorCode::unexpected_token, 6, "", "|"},
      {"x 2", ErrorCode::unexpected_token, 2, "2", "operator"},
      {"y = x", ErrorCode::unexpected_token, 2, "=", "operator"},
      {"x < 2", ErrorCode::unexpected_token, 2, "<", "operator"},
      {"sin * x", ErrorCode::unexpected_token, 4, "*", "("},
      {"max x", ErrorCode::unexpected_token, 4, "x", "("},
      {"sin^x(2)", ErrorCode::unexpected_token, 4, "x", "("},
      {"sin^-2(x)", ErrorCode::unexpected_token, 5, "2", "("},
      {"ln^-1(x)", ErrorCode::unexpected_token, 4, "1", "("},
      {"sine(x)", ErrorCode::unknown_name, 0, "sine", ""},
      {"x2", ErrorCode::unknown_name, 0, "x2", ""},
      {"(x + 1]", ErrorCode::unexpected_token, 6, "]", ")"},
      {"x^{2", ErrorCode::unexpected_token, 4, "", "}"},
      {"２ｘ＋", ErrorCode::unexpected_token, 9, "", "operand"},
      {"x × ÷ 2", ErrorCode::unexpected_token, 5, "÷", "operand"},
      {"√", ErrorCode::unexpected_token, 3, "", "("},
      {"sin", ErrorCode::unexpected_token, 3, "", "("},
      {"x + foo(2)", ErrorCode::unknown_name, 4, "foo", ""},
      {"xz", ErrorCode::unknown_name, 0, "xz", ""},
      {"x + 기울기", ErrorCode::unknown_name, 4, "기울기", ""},
      {"sin(x, y)", ErrorCode::wrong_argument_count, 0, "sin", "1"},
      {"1 + min(x)", ErrorCode::wrong_argument_count, 4, "min", "2+"},
      {"exp()", ErrorCode::wrong_argument_count, 0, "exp", "1"},
      {"if(x < 1, 2)", ErrorCode::wrong_argument_count, 0, "if", "3"},
      {"if(x < 1, 2, 3, 4)", ErrorCode::wrong_argument_count, 0, "if", "3"},
      {"if(x, 1, 2)", ErrorCode::unexpected_token, 4, ",", "comparison"},
      {"1e999", ErrorCode::not_finite, 0, "1e999", ""},
      {"x $ 2", ErrorCode::unexpected_token, 2, "$", "operator"},
      {"f(x", ErrorCode::unknown_name, 0, "f", ""},
      {"x^", ErrorCode::unexpected_token, 2, "", "operand"},
  }));
  INFO(text);
  const auto result = parse(text, {"x", "y"});
  REQUIRE_FALSE(result.ok());
  CHECK(id_of(result.error().code) == id_of(code));
  CHECK(result.error().position == position);
  CHECK(result.error().parameter == parameter);
  CHECK(result.error().expected == expected);
}

TEST_CASE("length and depth are bounded", "[parse]") {
  const auto repeated = [](const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
  };
  const auto code_of = [](const std::string& text) {
    const auto result = parse(text, {"x"});
    return result.ok() ? std::string_view("ok") : id_of(result.error().code);
  };
  CHECK(code_of(repeated("x", longest_text + 1)) == "expression-too-long");
  CHECK(code_of(repeated("(", 101) + "x" + repeated(")", 101)) == "expression-too-deep");
  CHECK(code_of(repeated("(", 100) + "x" + repeated(")", 100)) == "ok");
  CHECK(code_of(repeated("sin(", 101) + "x" + repeated(")", 101)) == "expression-too-deep");
  CHECK(code_of(repeated("x^", 101) + "x") == "expression-too-deep");
  CHECK(code_of(repeated("x^-", 101) + "x") == "expression-too-deep");
  CHECK(code_of(repeated("x^", 100) + "x") == "ok");
  CHECK(code_of(repeated("-", 1999) + "x") == "ok");
  CHECK(code_of("x" + repeated("+x", 999)) == "ok");
  CHECK(code_of("x" + repeated("/x", 999)) == "ok");
  CHECK(code_of(repeated("|", 2000)) == "expression-too-deep");
}

TEST_CASE("a number may be typed as a formula", "[parse]") {
  CHECK(parse_number("1/3").value() == 1.0 / 3);
  CHECK(parse_number("sqrt(2)").value() == std::sqrt(2.0));
  CHECK(std::abs(parse_number("e^-2").value() - (std::exp(-2.0))) < 1e-14);
  CHECK(parse_number("1/0").error().code == ErrorCode::not_finite);
  CHECK(parse_number("log(-1)").error().code == ErrorCode::not_finite);
  CHECK(parse_number("x").error().code == ErrorCode::unknown_name);
}
