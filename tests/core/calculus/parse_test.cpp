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
      {"sin x", ErrorCode::unexpected_token, 4, "x", "("},
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
