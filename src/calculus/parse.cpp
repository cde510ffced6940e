#include "calculus/parse.hpp"

#include <cmath>
#include <optional>

#include "calculus/function.hpp"
#include "calculus/graph.hpp"
#include "calculus/lexer.hpp"

namespace downhill {
namespace {

using Kind = Token::Kind;

std::optional<Op> comparison_of(char symbol) {
  switch (symbol) {
    case '<':
      return Op::less;
    case 'l':
      return Op::less_equal;
    case '>':
      return Op::greater;
    case 'g':
      return Op::greater_equal;
    case 'e':
      return Op::equal;
    case 'n':
      return Op::not_equal;
    default:
      return std::nullopt;
  }
}

// Recursive descent, one method per line of the grammar in parse.hpp. A method returns the index of the node it read, or -1
// after it has filled in `error_`.
class Parser {
 public:
  Parser(std::string_view text, const std::vector<std::string>& variables) : lexer_(text, variables) { token_ = lexer_.next(); }

  Result<Expression> parse(Expression::Names variables) {
    const int root = sum();
    if (root >= 0 && token_.kind != Kind::end) fail_unexpected(is(')') ? "end" : "operator");
    if (failed_) return error_;
    return std::move(graph_).take(std::move(variables));
  }

 private:
  bool is(char symbol) const { return token_.kind == Kind::symbol && token_.symbol == symbol; }
  void advance() { token_ = lexer_.next(); }
  bool accept(char symbol) {
    if (!is(symbol)) return false;
    advance();
    return true;
  }

  int fail(Error error) {
    if (!failed_) error_ = std::move(error);
    failed_ = true;
    return -1;
  }

  int fail_unexpected(std::string expected) {
    const std::string found(lexer_.text_of(token_));
    if (token_.kind == Kind::unknown) return fail({ErrorCode::unknown_name, found, 0, token_.position, {}});
    if (token_.kind == Kind::overflow) return fail({ErrorCode::not_finite, found, HUGE_VAL, token_.position, {}});
    return fail({ErrorCode::unexpected_token, found, 0, token_.position, std::move(expected)});
  }

  bool expect(char symbol) {
    if (accept(symbol)) return true;
    fail_unexpected(std::string(1, symbol));
    return false;
  }

  bool enter() {
    if (++depth_ <= deepest_nesting) return true;
    fail({ErrorCode::expression_too_deep, {}, deepest_nesting, token_.position, {}});
    return false;
  }

  // Reads signs; true when they amount to a minus.
  bool minus_signs() {
    bool minus = false;
    while (is('-') || is('+')) {
      minus ^= is('-');
      advance();
    }
    return minus;
  }

  int negate_if(bool minus, int node) { return minus && node >= 0 ? graph_.make(Op::negate, node) : node; }

  int sum() {
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

  int term() {
    const bool minus = minus_signs();
    return negate_if(minus, product());
  }

  // Whether a factor may follow without a sign. A number may not: 2 3 is more likely a slip than a six.
  bool at_factor() const {
    return token_.kind == Kind::variable || token_.kind == Kind::constant || token_.kind == Kind::function || is('(') ||
           (is('|') && open_bars_ == 0);
  }

  int product() {
    int left = power();
    while (left >= 0) {
      Op op = Op::multiply;
      bool minus = false;
      if (is('*') || is('/')) {
        if (is('/')) op = Op::divide;
        advance();
        minus = minus_signs();
      } else if (!at_factor()) {
        break;
      }
      const int right = negate_if(minus, power());
      if (right < 0) return -1;
      left = graph_.make(op, left, right);
    }
    return left;
  }

  int power() {
    int base = primary();
    if (base < 0) return -1;
    if (token_.kind == Kind::superscript) {
      base = graph_.make(Op::power, base, exponent_node(token_.number));
      advance();
    }
    if (!is('^')) return base;
    advance();
    if (!enter()) return -1;
    const bool minus = minus_signs();
    const int exponent = negate_if(minus, power());
    --depth_;
    return exponent < 0 ? -1 : graph_.make(Op::power, base, exponent);
  }

  int exponent_node(const Number& number) {
    return number.negative() ? graph_.make(Op::negate, graph_.number(-number)) : graph_.number(number);
  }

  int primary() {
    const Token token = token_;
    switch (token.kind) {
      case Kind::number:
        advance();
        return graph_.number(token.number);
      case Kind::variable:
        advance();
        return graph_.variable(token.variable);
      case Kind::constant:
        advance();
        return graph_.make(token.op);
      case Kind::function:
        return call();
      default:
        break;
    }
    const bool bars = is('|');
    if (!bars && !is('(')) return fail_unexpected("operand");
    if (!enter()) return -1;
    advance();
    const int outer_bars = open_bars_;
    open_bars_ = bars ? outer_bars + 1 : 0;  // inside brackets, bars start anew
    const int inside = sum();
    open_bars_ = outer_bars;
    --depth_;
    if (inside < 0 || !expect(bars ? '|' : ')')) return -1;
    return bars ? graph_.make(Op::abs, inside) : inside;
  }

  int call() {
    const Token name = token_;
    const FunctionName& function = *name.function;
    advance();
    Number exponent(1);  // sin^2(x), sin²(x)
    if (is_function(function.op)) {
      if (token_.kind == Kind::superscript && !token_.number.negative()) {
        exponent = token_.number;
        advance();
      } else if (accept('^')) {
        if (token_.kind != Kind::number || !token_.number.integer()) return fail_unexpected("(");
        exponent = token_.number;
        advance();
      }
    }
    if (!enter() || !expect('(')) return -1;
    const int outer_bars = open_bars_;
    open_bars_ = 0;
    const int result = function.op == Op::choose ? choice(name) : arguments(name);
    open_bars_ = outer_bars;
    --depth_;
    if (result < 0 || exponent.is(1)) return result;
    return graph_.make(Op::power, result, graph_.number(exponent));
  }

  int arguments(const Token& name) {
    const FunctionName& function = *name.function;
    int result = -1, count = 0;
    if (!is(')')) {
      do {
        const int argument = sum();
        if (argument < 0) return -1;
        ++count;
        if (count == 1) {
          result = argument;
        } else if (count <= function.most_arguments) {
          result = graph_.make(function.op, result, argument);
        }
      } while (accept(','));
    }
    if (count < function.least_arguments || count > function.most_arguments) return fail_count(name, count);
    if (!expect(')')) return -1;
    return is_function(function.op) ? graph_.make(function.op, result) : result;
  }

  int choice(const Token& name) {
    const int left = sum();
    if (left < 0) return -1;
    const auto comparison = token_.kind == Kind::symbol ? comparison_of(token_.symbol) : std::nullopt;
    if (!comparison) return fail_unexpected("comparison");
    advance();
    const int right = sum();
    if (right < 0) return -1;
    const int condition = graph_.make(*comparison, left, right);
    int branches[2];
    for (int i = 0; i < 2; ++i) {
      if (is(')')) return fail_count(name, i + 1);
      if (!expect(',')) return -1;
      branches[i] = sum();
      if (branches[i] < 0) return -1;
    }
    if (is(',')) return fail_count(name, 4);
    if (!expect(')')) return -1;
    return graph_.make(Op::choose, condition, branches[0], branches[1]);
  }

  int fail_count(const Token& name, int count) {
    const FunctionName& function = *name.function;
    std::string expected = std::to_string(function.least_arguments);
    if (function.most_arguments > function.least_arguments) expected += "+";
    return fail({ErrorCode::wrong_argument_count, std::string(lexer_.text_of(name)), static_cast<double>(count), name.position,
                 std::move(expected)});
  }

  Lexer lexer_;
  Token token_;
  Graph graph_;
  int depth_ = 0;
  int open_bars_ = 0;  // |…| that are open since the last bracket
  bool failed_ = false;
  Error error_{ErrorCode::empty_expression, {}, 0, 0, {}};
};

}  // namespace

Result<Expression> parse(std::string_view text, Expression::Names variables) {
  if (text.size() > static_cast<size_t>(longest_text))
    return Error{
        ErrorCode::expression_too_long, {}, static_cast<double>(text.size()), longest_text, std::to_string(longest_text)};
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return Error{ErrorCode::empty_expression, {}, 0, 0, "operand"};
  return Parser(text, *variables).parse(variables);
}

Result<double> parse_number(std::string_view text) {
  const Result<Expression> expression = parse(text, std::vector<std::string>{});
  if (!expression) return expression.error();
  const double value = Function::compile(*expression).value(nullptr);
  if (!std::isfinite(value)) return Error{ErrorCode::not_finite, std::string(text), value, 0, {}};
  return value;
}

}  // namespace downhill
