#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calculus/node.hpp"
#include "calculus/spelling.hpp"

namespace downhill {

/// A word of the formula language. `+ - * / ^ ( ) , |` and the comparisons are symbols, whatever character they were typed as.
struct Token {
  enum class Kind : uint8_t { number, variable, constant, function, symbol, unknown, overflow, end };
  Kind kind = Kind::end;
  char symbol = 0;         ///< for symbols; "<=", ">=", "==", "!=" are 'l', 'g', 'e', 'n', a raised exponent begins with 'r'
  bool radical = false;    ///< for functions: a root sign, which covers one operand only
  bool with_base = false;  ///< for functions: log_, whose base follows
  int position = 0;        ///< byte offset in the text as it was typed
  int length = 0;          ///< in bytes
  int variable = -1;       ///< index, for variables
  Op op = Op::number;      ///< for constants: pi or euler
  const FunctionName* function = nullptr;
  Number number;  ///< for numbers

  int end() const { return position + length; }
};

/// Cuts a text into tokens, one at a time.
///
/// Names stand for themselves first; then for a variable, constant or function in small letters (`X`, `Sin`); then for several
/// written side by side: `xy`, `xsin(x)`, `sinx`, `cos2x`, `xln10`. In these a function's argument may be glued to it, but not
/// the constant e: `sine` is not sin(e).
class Lexer {
 public:
  Lexer(std::string_view text, const std::vector<std::string>& variables);
  Lexer(const Lexer&) = delete;
  Lexer& operator=(const Lexer&) = delete;

  Token next();
  std::string_view text_of(const Token& token) const { return typed_.substr(token.position, token.length); }
  /// The text as it was typed.
  std::string_view typed(int from, int to) const { return typed_.substr(from, to - from); }
  /// Where the operand ends that begins at `from` of the typed text: a run of letters and digits, or all up to the closing
  /// bracket or bar.
  int end_of_operand(int from) const;

 private:
  bool starts_with(std::string_view piece) const { return text_.substr(position_, piece.size()) == piece; }
  int typed_position(size_t at) const { return origin_.empty() ? static_cast<int>(at) : origin_[at]; }
  void read_number(Token& token);
  void read_name(Token& token);
  void read_root(Token& token);
  void read_symbol(Token& token);
  bool resolve(std::string_view name, Token& token) const;
  bool resolve_exactly(std::string_view name, Token& token) const;
  size_t first_of_several(std::string_view run) const;

  std::string_view typed_;
  std::string spelt_;        // of typed_, if that is not its own spelling
  std::vector<int> origin_;  // of its bytes
  std::string_view text_;    // what is read: typed_ or spelt_
  std::vector<std::string> spelt_variables_;
  const std::vector<std::string>* variables_;
  size_t position_ = 0;
};

}  // namespace downhill
