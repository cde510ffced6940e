#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calculus/node.hpp"

namespace downhill {

/// A word of the formula language. `+ - * / ^ ( ) , |` and the comparisons are symbols, whatever character they were typed as.
struct Token {
  enum class Kind : uint8_t { number, variable, constant, function, symbol, superscript, unknown, overflow, end };
  Kind kind = Kind::end;
  char symbol = 0;     ///< for symbols; "<=", ">=", "==", "!=" are 'l', 'g', 'e', 'n'
  int position = 0;    ///< byte offset in the text
  int length = 0;      ///< in bytes
  int variable = -1;   ///< index, for variables
  Op op = Op::number;  ///< for constants: pi or euler
  const FunctionName* function = nullptr;
  Number number;  ///< for numbers and superscripts
};

/// Cuts a text into tokens, one at a time.
class Lexer {
 public:
  Lexer(std::string_view text, const std::vector<std::string>& variables) : text_(text), variables_(variables) {}

  Token next();
  std::string_view text_of(const Token& token) const { return text_.substr(token.position, token.length); }

 private:
  // The first byte settles most cases.
  bool starts_with(std::string_view piece) const {
    return position_ < text_.size() && text_[position_] == piece[0] && text_.substr(position_, piece.size()) == piece;
  }
  void skip_space();
  bool read_symbol(Token& token);
  bool read_superscript(Token& token);
  void read_number(Token& token);
  void read_name(Token& token);
  bool resolve(std::string_view name, Token& token) const;

  std::string_view text_;
  const std::vector<std::string>& variables_;
  size_t position_ = 0;
};

}  // namespace downhill
