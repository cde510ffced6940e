#include "calculus/parser.hpp"

// Calls of functions: with brackets or without, sin^2, sin^-1, log_3, and `if`.

namespace downhill {
namespace {

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

}  // namespace

// The function that undoes another, where it has a name.
std::optional<Op> Parser::inverse_of(Op op) {
  switch (op) {
    case Op::sin:
      return Op::asin;
    case Op::cos:
      return Op::acos;
    case Op::tan:
      return Op::atan;
    case Op::sinh:
      return Op::asinh;
    case Op::cosh:
      return Op::acosh;
    case Op::tanh:
      return Op::atanh;
    default:
      return std::nullopt;
  }
}

int Parser::call() {
  const Token name = token_;
  const FunctionName& function = *name.function;
  advance();
  if (!enter()) return -1;
  Modifier modifier;
  if (is_function(function.op) && !read_exponent(function.op, modifier)) return -1;
  if (name.with_base && !read_base(modifier)) return -1;
  const bool brackets = at_bracket();
  if (!is_function(function.op) && !brackets) return fail_unexpected("(");
  if (!brackets) doubt_base(name);
  int result;
  if (brackets) {
    const char end = is('(') ? ')' : is('[') ? ']' : '}';
    advance();
    const int outer_bars = open_bars_;
    open_bars_ = 0;
    result = function.op == Op::choose ? choice(name, end) : arguments(name, end);
    open_bars_ = outer_bars;
  } else {
    result = bare_argument(name);
  }
  --depth_;
  if (result < 0 || !is_function(function.op)) return result;
  if (modifier.exponent == -1) doubt_inverse(name, modifier.end, brackets);
  return applied(function, modifier, result);
}

// sin^2(x), sin²(x), sin^-1(x). A whole number only: in anything else it is not clear what the exponent belongs to.
bool Parser::read_exponent(Op op, Modifier& modifier) {
  if (!is('^') && !is('r')) return true;
  advance();
  const char bracket = is('(') ? ')' : is('{') ? '}' : 0;
  if (bracket) advance();
  const bool minus = accept('-');
  const Number exponent = token_.kind == Kind::number ? token_.number : Number::fraction(1, 2);
  const bool inverse = minus && exponent.is(1) && inverse_of(op);
  if (!exponent.integer() || exponent.numerator() > 1000 || (minus && !inverse)) {
    fail_unexpected("(");
    return false;
  }
  advance();
  modifier.exponent = minus ? -1 : static_cast<int>(exponent.numerator());
  if (bracket && !expect(bracket)) return false;
  modifier.end = last_.end();
  return true;
}

// log_3, log_{10}, log_a
bool Parser::read_base(Modifier& modifier) {
  modifier.base = primary();
  return modifier.base >= 0;
}

int Parser::applied(const FunctionName& function, const Modifier& modifier, int argument) {
  if (modifier.exponent == -1) {  // arcsec(x) is arccos(1/x)
    const int inside = function.reciprocal ? graph_.make(Op::divide, graph_.number(1), argument) : argument;
    return graph_.make(*inverse_of(function.op), inside);
  }
  Op op = function.op;
  bool quotient = modifier.base >= 0;
  if (quotient && (graph_.is(modifier.base, 2) || graph_.is(modifier.base, 10))) {
    op = graph_.is(modifier.base, 2) ? Op::log2 : Op::log10;
    quotient = false;
  }
  int result = graph_.make(op, argument);
  if (function.reciprocal) result = graph_.make(Op::divide, graph_.number(1), result);
  if (quotient) result = graph_.make(Op::divide, result, graph_.make(Op::log, modifier.base));
  return modifier.exponent == 1 ? result : graph_.make(Op::power, result, graph_.number(modifier.exponent));
}

// sin 2x, ln|x|, ln sin x, √2
int Parser::bare_argument(const Token& name) {
  const int start = token_.position;
  const bool minus = !name.radical && minus_signs();
  if (token_.kind != Kind::number && !at_name() && token_.kind != Kind::function && !is('|')) return fail_unexpected("(");
  const bool one_factor = name.radical || token_.kind == Kind::function || is('|');
  int argument = token_.kind == Kind::function ? call() : power();
  int first = last_.end();
  for (bool glued = true; argument >= 0 && !one_factor && at_name();) {
    glued = glued && adjacent();
    const int factor = power();
    if (factor < 0) return -1;
    if (glued) first = last_.end();
    argument = graph_.make(Op::multiply, argument, factor);
  }
  if (argument >= 0) doubt_argument(name, start, first);
  return negate_if(minus, argument);
}

int Parser::arguments(const Token& name, char end) {
  const FunctionName& function = *name.function;
  int result = -1, count = 0;
  if (!is(end)) {
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
  return expect(end) ? result : -1;
}

int Parser::choice(const Token& name, char end) {
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
    if (is(end)) return fail_count(name, i + 1);
    if (!expect(',')) return -1;
    branches[i] = sum();
    if (branches[i] < 0) return -1;
  }
  if (is(',')) return fail_count(name, 4);
  if (!expect(end)) return -1;
  return graph_.make(Op::choose, condition, branches[0], branches[1]);
}

int Parser::fail_count(const Token& name, int count) {
  const FunctionName& function = *name.function;
  std::string expected = std::to_string(function.least_arguments);
  if (function.most_arguments > function.least_arguments) expected += "+";
  return fail({ErrorCode::wrong_argument_count, std::string(lexer_.text_of(name)), static_cast<double>(count), name.position,
               std::move(expected)});
}

}  // namespace downhill
