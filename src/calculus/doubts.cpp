#include "calculus/derivative_rules.hpp"
#include "calculus/parser.hpp"

// Places that were read in one of two ways, and both ways to write them without doubt.

namespace downhill {

void Parser::doubt(DoubtKind kind, int from, int to, std::string taken, std::string otherwise) {
  doubts_.push_back({kind, from, to - from, std::move(taken), std::move(otherwise)});
}

// 1/2x, at the x
void Parser::doubt_quotient(int start, int divisor) {
  const int here = token_.position, end = lexer_.end_of_operand(here);
  const std::string above = typed(start, divisor), factor = typed(divisor, here), rest = typed(here, end);
  doubt(DoubtKind::quotient, start, end, "(" + above + factor + ") * " + rest, above + "(" + factor + rest + ")");
}

// e^2x, at the x
void Parser::doubt_exponent(int base, int caret, int exponent) {
  const int here = token_.position, end = lexer_.end_of_operand(here);
  doubt(DoubtKind::exponent, base, end, typed(base, here) + " * " + typed(here, end),
        typed(base, caret) + "^(" + typed(exponent, end) + ")");
}

// x^(1/3), after it
void Parser::doubt_odd_root(int base, int caret, int base_node, int exponent_node) {
  const auto exponent = exact_number(graph_, exponent_node);
  if (!exponent || !exponent->exact() || exponent->integer() || exponent->denominator() % 2 == 0) return;
  if (exponent->shown_as_decimal() || never_negative(base_node)) return;
  std::string root;
  if (exponent->denominator() == 3) {
    std::string inside = typed(base, caret);
    while (!inside.empty() && inside.back() == ' ') inside.pop_back();
    const bool bracketed = inside.front() == '(' && lexer_.end_of_operand(base) >= base + static_cast<int>(inside.size());
    root = bracketed ? "cbrt" + inside : "cbrt(" + inside + ")";
    const Number times = Number::fraction(exponent->numerator(), 1);
    if (!times.is(1)) root += "^(" + to_text(times) + ")";
  }
  doubt(DoubtKind::odd_root, base, last_.end(), typed(base, last_.end()), std::move(root));
}

bool Parser::never_negative(int node) const {
  const Node base = graph_[node];
  switch (base.op) {
    case Op::number:
      return !base.number.negative();
    case Op::pi:
    case Op::euler:
    case Op::exp:
    case Op::abs:
    case Op::sqrt:
      return true;
    default:
      return false;
  }
}

// 2e-x, at the minus
void Parser::doubt_minus_after_e(const Token& number) {
  if (!is('-') || !adjacent()) return;
  const int after = token_.end(), end = lexer_.end_of_operand(after);
  if (end == after) return;
  const std::string factor = typed(number.position, token_.position), rest = typed(after, end);
  doubt(DoubtKind::euler, number.position, end, factor + " - " + rest, factor + "^(-" + rest + ")");
}

// 2e3x, at the x
void Parser::doubt_scientific(const Token& number) {
  if (!at_factor() || !adjacent()) return;
  const std::string digits(lexer_.text_of(number));
  const size_t e = digits.find_first_of("eE");
  if (e == digits.npos) return;
  const std::string rest = operand_at(token_.position), exponent = digits.substr(e + 1) + rest;
  const bool sign = exponent[0] == '-' || exponent[0] == '+';
  doubt(DoubtKind::scientific, number.position, token_.position + static_cast<int>(rest.size()),
        to_text(number.number) + " * " + rest, digits.substr(0, e) + (sign ? "e " : "e * ") + exponent);
}

// log2x, at the x
void Parser::doubt_base(const Token& name) {
  const std::string written(lexer_.text_of(name));
  if (!adjacent() || name.with_base || written.find('_') != written.npos) return;
  const Op op = name.function->op;
  if (op != Op::log2 && op != Op::log10) return;
  const std::string rest = operand_at(token_.position);
  doubt(DoubtKind::base, name.position, token_.position + static_cast<int>(rest.size()), written + "(" + rest + ")",
        "log(" + written.substr(3) + rest + ")");
}

// sin^-1(x), after it
void Parser::doubt_inverse(const Token& name, int argument, bool brackets) {
  std::string inside = typed(argument, last_.end());
  inside.erase(0, inside.find_first_not_of(' '));
  if (!brackets) inside = "(" + inside + ")";
  const std::string inverse(name_of(*inverse_of(name.function->op)));
  doubt(DoubtKind::inverse, name.position, last_.end(), inverse + (name.function->reciprocal ? "(1/" + inside + ")" : inside),
        "1/" + std::string(name.function->name) + inside);
}

// sin x y, sin x/2, sin x(x + 1), √2x: after the argument, whose first factor ended at `first`.
void Parser::doubt_argument(const Token& name, int argument, int first) {
  std::string head = name.radical ? std::string(name.function->name) : typed(name.position, argument);
  while (!head.empty() && head.back() == ' ') head.pop_back();
  const int here = last_.end();
  const std::string inside = typed(argument, here);
  const auto called = [&](const std::string& what) { return head + "(" + what + ")"; };
  if (const std::string rest = typed(first, here); !rest.empty() && rest.front() == ' ')
    return doubt(DoubtKind::argument, name.position, here, called(inside), called(typed(argument, first)) + " *" + rest);
  if (name.radical && inside.find('^') != inside.npos)
    return doubt(DoubtKind::argument, name.position, here, called(inside),
                 called(inside.substr(0, inside.find('^'))) + inside.substr(inside.find('^')));
  if (!adjacent() || !(is('/') || at_bracket() || (name.radical && at_name()))) return;
  const int rest_start = is('/') ? token_.end() : here, end = lexer_.end_of_operand(rest_start);
  if (end == rest_start) return;
  const std::string sign = is('/') ? "/" : " * ", rest = typed(rest_start, end);
  doubt(DoubtKind::argument, name.position, end, called(inside) + sign + rest, called(inside + (is('/') ? "/" : "") + rest));
}

}  // namespace downhill
