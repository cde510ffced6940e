#include "calculus/lexer.hpp"

#include <array>
#include <cstdlib>

namespace downhill {
namespace {

struct Spelling {
  std::string_view text;
  char symbol;
};

// Longer spellings before their own beginnings.
constexpr std::array spellings = {
    Spelling{"**", '^'}, Spelling{"<=", 'l'}, Spelling{">=", 'g'}, Spelling{"==", 'e'}, Spelling{"!=", 'n'},
    Spelling{"−", '-'},  Spelling{"–", '-'},  Spelling{"×", '*'},  Spelling{"·", '*'},  Spelling{"⋅", '*'},
    Spelling{"∗", '*'},  Spelling{"÷", '/'},  Spelling{"≤", 'l'},  Spelling{"≥", 'g'},  Spelling{"≠", 'n'},
};
constexpr std::array<std::string_view, 10> superscript_digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::string_view superscript_minus = "⁻";
// No-break, thin, narrow no-break and ideographic space, and the zero-width space that copying from web pages brings.
constexpr std::array<std::string_view, 5> wide_spaces = {"\u00a0", "\u2009", "\u202f", "\u3000", "\u200b"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }  // part of a character beyond ASCII

}  // namespace

Token Lexer::next() {
  skip_space();
  Token token;
  token.position = static_cast<int>(position_);
  if (position_ == text_.size()) return token;
  const char c = text_[position_];
  if (is_digit(c) || (c == '.' && position_ + 1 < text_.size() && is_digit(text_[position_ + 1]))) {
    read_number(token);
  } else if (is_letter(c)) {
    read_name(token);
  } else if (!read_symbol(token) && !read_superscript(token)) {
    if (is_wide(c)) {
      read_name(token);
    } else {
      token.kind = Token::Kind::symbol;
      token.symbol = c;
      ++position_;
    }
  }
  token.length = static_cast<int>(position_) - token.position;
  return token;
}

void Lexer::skip_space() {
  for (bool found = true; found && position_ < text_.size();) {
    const char c = text_[position_];
    found = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (found) ++position_;
    if (!is_wide(c)) continue;
    for (const std::string_view space : wide_spaces) {
      if (!starts_with(space)) continue;
      position_ += space.size();
      found = true;
      break;
    }
  }
}

bool Lexer::read_symbol(Token& token) {
  for (const Spelling& spelling : spellings) {
    if (!starts_with(spelling.text)) continue;
    token.kind = Token::Kind::symbol;
    token.symbol = spelling.symbol;
    position_ += spelling.text.size();
    return true;
  }
  return false;
}

bool Lexer::read_superscript(Token& token) {
  const size_t start = position_;
  const bool minus = starts_with(superscript_minus);
  if (minus) position_ += superscript_minus.size();
  int value = 0, digits = 0;
  for (bool found = true; found && digits < 6;) {
    found = false;
    for (int digit = 0; digit < 10 && !found; ++digit) {
      if (!starts_with(superscript_digits[digit])) continue;
      position_ += superscript_digits[digit].size();
      value = 10 * value + digit;
      ++digits;
      found = true;
    }
  }
  if (digits == 0) {
    position_ = start;
    return false;
  }
  token.kind = Token::Kind::superscript;
  token.number = Number(minus ? -value : value);
  return true;
}

void Lexer::read_number(Token& token) {
  const size_t start = position_;
  int64_t digits = 0;
  int places = 0, count = 0;
  bool point = false;
  for (; position_ < text_.size(); ++position_) {
    const char c = text_[position_];
    if (c == '.' && !point) {
      point = true;
    } else if (is_digit(c)) {
      if (count < 18) digits = 10 * digits + (c - '0');
      if (count > 0 || c != '0') ++count;
      if (point) ++places;
    } else {
      break;
    }
  }
  // An exponent needs its digits at once: 2e3 is 2000, but 2e is two times e, and so is the beginning of 2e^x.
  bool exponent = false;
  if (position_ < text_.size() && (text_[position_] == 'e' || text_[position_] == 'E')) {
    size_t ahead = position_ + 1;
    if (ahead < text_.size() && (text_[ahead] == '+' || text_[ahead] == '-')) ++ahead;
    if (ahead < text_.size() && is_digit(text_[ahead])) {
      exponent = true;
      for (position_ = ahead; position_ < text_.size() && is_digit(text_[position_]);) ++position_;
    }
  }
  token.kind = Token::Kind::number;
  if (!exponent && count <= 15 && places <= 15) {
    token.number = point ? Number::decimal(digits, places) : Number::fraction(digits, 1);
  } else {
    token.number = Number::real(std::strtod(std::string(text_.substr(start, position_ - start)).c_str(), nullptr));
    if (!token.number.finite()) token.kind = Token::Kind::overflow;
  }
}

void Lexer::read_name(Token& token) {
  const size_t start = position_;
  while (position_ < text_.size()) {
    const char c = text_[position_];
    if (is_wide(c)) {  // an operator or exponent beyond ASCII ends a name
      Token ignored;
      const size_t here = position_;
      const bool operation = read_symbol(ignored) || read_superscript(ignored);
      if (operation) position_ = here;
      bool space = false;
      for (const std::string_view wide : wide_spaces) space = space || starts_with(wide);
      if (operation || space) break;
    } else if (!is_letter(c) && !(is_digit(c) && position_ > start)) {
      break;
    }
    ++position_;
  }
  const std::string_view name = text_.substr(start, position_ - start);
  if (resolve(name, token)) return;
  // Not a name: perhaps names written side by side, such as xy or xsin(x). Only the last may be a function.
  size_t first = 0;
  Token part;
  for (size_t from = 0; from < name.size();) {
    size_t length = name.size() - from;
    while (length > 0 &&
           !(resolve(name.substr(from, length), part) && (part.kind != Token::Kind::function || from + length == name.size())))
      --length;
    if (length == 0) {
      token.kind = Token::Kind::unknown;
      return;
    }
    if (from == 0) first = length;
    from += length;
  }
  resolve(name.substr(0, first), token);
  position_ = start + first;
}

bool Lexer::resolve(std::string_view name, Token& token) const {
  for (size_t i = 0; i < variables_.size(); ++i) {
    if (variables_[i] != name) continue;
    token.kind = Token::Kind::variable;
    token.variable = static_cast<int>(i);
    return true;
  }
  if (name == "e" || name == "pi" || name == "π") {
    token.kind = Token::Kind::constant;
    token.op = name == "e" ? Op::euler : Op::pi;
    return true;
  }
  for (const FunctionName& entry : function_names()) {
    if (entry.name != name) continue;
    token.kind = Token::Kind::function;
    token.function = &entry;
    return true;
  }
  return false;
}

}  // namespace downhill
