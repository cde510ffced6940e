#include "calculus/parse.hpp"

#include <algorithm>
#include <cmath>

#include "calculus/function.hpp"
#include "calculus/parser.hpp"

namespace downhill {
namespace {

char closing(char bracket) { return bracket == '(' ? ')' : bracket == '[' ? ']' : bracket == '{' ? '}' : bracket; }

}  // namespace

Result<Formula> Parser::parse(Expression::Names variables) {
  const int root = sum();
  if (root >= 0 && token_.kind != Kind::end) fail_unexpected(is(')') || is(']') || is('}') ? "end" : "operator");
  if (failed_) return error_;
  for (Doubt& doubt : doubts_) {  // what ends in the middle of a call, as in 1/2sin x, is not shown as a formula
    for (std::string* way : {&doubt.taken, &doubt.otherwise})
      if (!Parser(*way, *variables).reads()) way->clear();
  }
  return Formula{std::move(graph_).take(std::move(variables)), std::move(doubts_)};
}

bool Parser::reads() { return sum() >= 0 && token_.kind == Kind::end; }

void Parser::advance() {
  last_ = token_;
  token_ = lexer_.next();
}

bool Parser::accept(char symbol) {
  if (!is(symbol)) return false;
  advance();
  return true;
}

bool Parser::expect(char symbol) {
  if (accept(symbol)) return true;
  fail_unexpected(std::string(1, symbol));
  return false;
}

bool Parser::enter() {
  if (++depth_ <= deepest_nesting) return true;
  fail({ErrorCode::expression_too_deep, {}, deepest_nesting, token_.position, {}});
  return false;
}

int Parser::fail(Error error) {
  if (!failed_) error_ = std::move(error);
  failed_ = true;
  return -1;
}

int Parser::fail_unexpected(std::string expected) {
  const std::string found(lexer_.text_of(token_));
  if (token_.kind == Kind::unknown) return fail({ErrorCode::unknown_name, found, 0, token_.position, {}});
  if (token_.kind == Kind::overflow) return fail({ErrorCode::not_finite, found, HUGE_VAL, token_.position, {}});
  return fail({ErrorCode::unexpected_token, found, 0, token_.position, std::move(expected)});
}

// Reads signs; true when they amount to a minus.
bool Parser::minus_signs() {
  bool minus = false;
  while (is('-') || is('+')) {
    minus ^= is('-');
    advance();
  }
  return minus;
}

int Parser::sum() {
  int left = term();
  while (left >= 0 && (is('+') || is('-'))) {
    const Op op = is('+') ? Op::add : Op::subtract;
    advance();
    const int right = term();
    if (right < 0) return -1;
    left = graph_.make(op, left, right);
  }
  return left;
}

int Parser::term() {
  const bool minus = minus_signs();
  return negate_if(minus, product());
}

// Whether a factor may follow without a sign. A number may not: 2 3 is more likely a slip than a six.
bool Parser::at_factor() const {
  return at_name() || token_.kind == Kind::function || at_bracket() || (is('|') && open_bars_ == 0);
}

int Parser::product() {
  const int start = token_.position;
  int divisor = -1;  // where the last operand began, if it was divided by
  int left = power();
  while (left >= 0) {
    Op op = Op::multiply;
    bool minus = false;
    if (is('*') || is('/')) {
      if (is('/')) op = Op::divide;
      advance();
      divisor = op == Op::divide ? token_.position : -1;
      minus = minus_signs();
    } else if (at_factor()) {
      if (divisor >= 0 && adjacent()) doubt_quotient(start, divisor);
      divisor = -1;
    } else {
      break;
    }
    const int right = negate_if(minus, power());
    if (right < 0) return -1;
    left = graph_.make(op, left, right);
  }
  return left;
}

int Parser::power() {
  const int start = token_.position;
  int base = primary();
  while (base >= 0 && accept('r')) {
    const int exponent = bracketed('(');
    base = exponent < 0 ? -1 : graph_.make(Op::power, base, exponent);
  }
  if (base < 0 || !is('^')) return base;
  const int caret = token_.position;
  advance();
  if (!enter()) return -1;
  const int exponent_start = token_.position;
  const bool minus = minus_signs();
  const int exponent = negate_if(minus, power());
  --depth_;
  if (exponent < 0) return -1;
  if (at_name() && adjacent() && last_.kind == Kind::number) doubt_exponent(start, caret, exponent_start);
  doubt_odd_root(start, caret, base, exponent);
  return graph_.make(Op::power, base, exponent);
}

int Parser::primary() {
  const Token before = last_, token = token_;
  switch (token.kind) {
    case Kind::number:
      advance();
      doubt_scientific(token);
      return graph_.number(token.number);
    case Kind::variable:
      advance();
      return graph_.variable(token.variable);
    case Kind::constant:
      advance();
      if (token.op == Op::euler && before.kind == Kind::number && before.end() == token.position) doubt_minus_after_e(before);
      return graph_.make(token.op);
    case Kind::function:
      return call();
    default:
      break;
  }
  if (is('|')) return bracketed('|');
  return at_bracket() ? bracketed(token.symbol) : fail_unexpected("operand");
}

// ( … ), or within other brackets or bars.
int Parser::bracketed(char bracket) {
  if (!enter() || !expect(bracket)) return -1;
  const int outer_bars = open_bars_;
  open_bars_ = bracket == '|' ? outer_bars + 1 : 0;  // inside brackets, bars start anew
  const int inside = sum();
  open_bars_ = outer_bars;
  --depth_;
  if (inside < 0 || !expect(closing(bracket))) return -1;
  return bracket == '|' ? graph_.make(Op::abs, inside) : inside;
}

Result<Formula> parse_formula(std::string_view text, Expression::Names variables) {
  if (text.size() > static_cast<size_t>(longest_text))
    return Error{
        ErrorCode::expression_too_long, {}, static_cast<double>(text.size()), longest_text, std::to_string(longest_text)};
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return Error{ErrorCode::empty_expression, {}, 0, 0, "operand"};
  return Parser(text, *variables).parse(variables);
}

Result<Expression> parse(std::string_view text, Expression::Names variables) {
  Result<Formula> formula = parse_formula(text, std::move(variables));
  if (!formula) return formula.error();
  return std::move(formula->expression);
}

Result<double> parse_number(std::string_view text) {
  const Result<Formula> formula = parse_formula(text, std::make_shared<const std::vector<std::string>>());
  if (!formula) return formula.error();
  const double value = Function::compile(formula->expression).value(nullptr);
  if (std::isfinite(value)) return value;
  const auto root = std::find_if(formula->doubts.begin(), formula->doubts.end(),
                                 [](const Doubt& doubt) { return doubt.kind == DoubtKind::odd_root; });
  return Error{ErrorCode::not_finite, std::string(text), value, 0,
               root == formula->doubts.end() ? std::string() : root->otherwise};
}

}  // namespace downhill
