#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calculus/graph.hpp"
#include "calculus/lexer.hpp"
#include "calculus/parse.hpp"

namespace downhill {

/// Recursive descent, one method per line of the grammar in parse.hpp. A method returns the index of the node it read, or -1
/// after it has filled in `error_`. What concerns calls is in parse_call.cpp, what was read in one of two ways in doubts.cpp.
class Parser {
 public:
  Parser(std::string_view text, const std::vector<std::string>& variables) : lexer_(text, variables) { token_ = lexer_.next(); }

  Result<Formula> parse(Expression::Names variables);
  bool reads();  ///< whether the text is a formula

 private:
  using Kind = Token::Kind;

  bool is(char symbol) const { return token_.kind == Kind::symbol && token_.symbol == symbol; }
  bool at_bracket() const { return is('(') || is('[') || is('{'); }
  bool at_name() const { return token_.kind == Kind::variable || token_.kind == Kind::constant; }
  bool at_factor() const;
  bool adjacent() const { return token_.position == last_.end(); }  ///< to the token before
  void advance();
  bool accept(char symbol);
  bool expect(char symbol);
  bool enter();
  int fail(Error error);
  int fail_unexpected(std::string expected);

  bool minus_signs();
  int negate_if(bool minus, int node) { return minus && node >= 0 ? graph_.make(Op::negate, node) : node; }
  int sum();
  int term();
  int product();
  int power();
  int primary();
  int bracketed(char bracket);

  /// What stands between a function's name and its argument.
  struct Modifier {
    int exponent = 1;  ///< -1 for the inverse
    int end = 0;       ///< of the exponent in the text
    int base = -1;     ///< of a logarithm
  };
  static std::optional<Op> inverse_of(Op op);
  int call();
  bool read_exponent(Op op, Modifier& modifier);
  bool read_base(Modifier& modifier);
  int bare_argument(const Token& name);
  int arguments(const Token& name, char end);
  int choice(const Token& name, char end);
  int fail_count(const Token& name, int count);
  int applied(const FunctionName& function, const Modifier& modifier, int argument);

  std::string typed(int from, int to) const { return std::string(lexer_.typed(from, to)); }
  std::string operand_at(int from) const { return typed(from, lexer_.end_of_operand(from)); }
  void doubt(DoubtKind kind, int from, int to, std::string taken, std::string otherwise);
  void doubt_quotient(int start, int divisor);
  void doubt_exponent(int base, int caret, int exponent);
  void doubt_odd_root(int base, int caret, int base_node, int exponent_node);
  void doubt_minus_after_e(const Token& number);
  void doubt_scientific(const Token& number);
  void doubt_argument(const Token& name, int argument, int first_factor);
  void doubt_base(const Token& name);
  void doubt_inverse(const Token& name, int argument, bool brackets);
  bool never_negative(int node) const;

  Lexer lexer_;
  Token token_, last_;
  Graph graph_;
  int depth_ = 0;
  int open_bars_ = 0;  // |…| that are open since the last bracket
  bool failed_ = false;
  Error error_{ErrorCode::empty_expression, {}, 0, 0, {}};
  std::vector<Doubt> doubts_;
};

}  // namespace downhill
