#include "calculus/lexer.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace downhill {
namespace {

struct Symbol {
  std::string_view text;
  char symbol;
};
constexpr std::array long_symbols = {Symbol{"**", '^'}, Symbol{"<=", 'l'}, Symbol{">=", 'g'}, Symbol{"==", 'e'},
                                     Symbol{"!=", 'n'}};

constexpr size_t longest_run = 100;  // of names side by side
constexpr size_t longest_name = 16;  // of a variable or function within such a run

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_mark(char c) { return static_cast<unsigned char>(c) >= 0xf8; }
bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80 && !is_mark(c); }  // part of a character beyond ASCII
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr std::string_view logarithm_to_base = "log_";

}  // namespace

Lexer::Lexer(std::string_view text, const std::vector<std::string>& variables)
    : typed_(text), text_(text), variables_(&variables) {
  if (!is_plain(text)) {
    Spelling spelling = spell(text);
    spelt_ = std::move(spelling.text);
    origin_ = std::move(spelling.origin);
    text_ = spelt_;
    for (const std::string& variable : variables) spelt_variables_.push_back(spell(variable).text);
    variables_ = &spelt_variables_;
  }
  position_ = heading_length(text_, *variables_);
}

Token Lexer::next() {
  while (position_ < text_.size() && is_space(text_[position_])) ++position_;
  Token token;
  token.position = typed_position(position_);
  if (position_ == text_.size()) return token;
  const char c = text_[position_];
  if (is_digit(c) || c == fraction_mark || (c == '.' && position_ + 1 < text_.size() && is_digit(text_[position_ + 1]))) {
    read_number(token);
  } else if (is_letter(c) || is_wide(c)) {
    read_name(token);
  } else if (c == square_root_mark || c == cube_root_mark) {
    read_root(token);
  } else {
    read_symbol(token);
  }
  token.length = typed_position(position_) - token.position;
  return token;
}

void Lexer::read_symbol(Token& token) {
  token.kind = Token::Kind::symbol;
  for (const Symbol& spelling : long_symbols) {
    if (!starts_with(spelling.text)) continue;
    token.symbol = spelling.symbol;
    position_ += spelling.text.size();
    return;
  }
  const char c = text_[position_++];
  token.symbol = c == raised_mark ? 'r' : c;
}

void Lexer::read_root(Token& token) {
  const Op op = text_[position_++] == square_root_mark ? Op::sqrt : Op::cbrt;
  const auto names = function_names();
  token.kind = Token::Kind::function;
  token.radical = true;
  token.function = &*std::find_if(names.begin(), names.end(), [op](const FunctionName& name) { return name.op == op; });
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
  token.kind = Token::Kind::number;
  if (!point && count <= 15 && position_ < text_.size() && text_[position_] == fraction_mark) {  // ½, 2½
    token.number = Number::fraction(digits, 1) + Number::fraction(text_[position_ + 1] - '0', text_[position_ + 2] - '0');
    position_ += 3;
    return;
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
  if (!exponent && count <= 15 && places <= 15) {
    token.number = point ? Number::decimal(digits, places) : Number::fraction(digits, 1);
  } else {
    token.number = Number::real(std::strtod(std::string(text_.substr(start, position_ - start)).c_str(), nullptr));
    if (!token.number.finite()) token.kind = Token::Kind::overflow;
  }
}

void Lexer::read_name(Token& token) {
  const size_t start = position_;
  while (position_ < text_.size() && (is_letter(text_[position_]) || is_wide(text_[position_]) || is_digit(text_[position_])))
    ++position_;
  const std::string_view run = text_.substr(start, position_ - start);
  if (resolve(run, token)) return;
  const size_t first = first_of_several(run);
  if (first == 0) {
    token.kind = Token::Kind::unknown;
    return;
  }
  resolve(run.substr(0, first), token);
  position_ = start + first;
}

// The length of the first of several names written side by side; 0 if the run is not made of names. From the back: whether what
// begins at a place can be read, on its own or as a function's argument, and if so how long its first piece is.
size_t Lexer::first_of_several(std::string_view run) const {
  if (run.size() > longest_run) return 0;
  std::array<std::array<size_t, 2>, longest_run + 1> first{};
  for (size_t from = run.size(); from-- > 0;) {
    for (const bool argument : {false, true}) {
      const auto continues = [&](size_t length, bool as_argument) {
        return from + length == run.size() || first[from + length][as_argument] > 0;
      };
      size_t digits = 0;
      while (from + digits < run.size() && is_digit(run[from + digits])) ++digits;
      size_t& best = first[from][argument];
      if (digits > 0) {
        best = argument && continues(digits, false) ? digits : 0;
        continue;
      }
      Token piece;
      for (size_t length = std::min(run.size() - from, longest_name); length > 0 && best == 0; --length) {
        if (!resolve(run.substr(from, length), piece)) continue;
        const bool function = piece.kind == Token::Kind::function;
        const bool last = from + length == run.size();
        if (function && !last && !is_function(piece.function->op)) continue;
        if (argument && piece.kind == Token::Kind::constant && piece.op == Op::euler) continue;
        if (continues(length, function)) best = length;
      }
    }
  }
  return first[0][false];
}

bool Lexer::resolve(std::string_view name, Token& token) const {
  if (resolve_exactly(name, token)) return true;
  if (name == logarithm_to_base) {
    token.with_base = true;
    return resolve_exactly("log", token);
  }
  // log_2 and x₁ without the mark of an index, and everything in small letters.
  std::string plain;
  for (const char c : name)
    if (c != '_') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return plain != name && resolve_exactly(plain, token);
}

bool Lexer::resolve_exactly(std::string_view name, Token& token) const {
  for (size_t i = 0; i < variables_->size(); ++i) {
    if ((*variables_)[i] != name) continue;
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

int Lexer::end_of_operand(int from) const {
  size_t at = static_cast<size_t>(from);
  if (!origin_.empty()) at = static_cast<size_t>(std::lower_bound(origin_.begin(), origin_.end(), from) - origin_.begin());
  if (at < text_.size() && text_[at] == '|') {
    const size_t bar = text_.find('|', at + 1);
    return typed_position(bar == text_.npos ? text_.size() : bar + 1);
  }
  for (int depth = 0; at < text_.size(); ++at) {
    const char c = text_[at];
    const bool opens = c == '(' || c == '[' || c == '{', closes = c == ')' || c == ']' || c == '}';
    if (closes && depth == 0) break;
    depth += opens - closes;
    if (depth == 0 && !closes && !is_letter(c) && !is_digit(c) && c != '.' && !is_wide(c) && !is_mark(c)) break;
  }
  return typed_position(at);
}

}  // namespace downhill
