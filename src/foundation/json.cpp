#include "foundation/json.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace downhill {
namespace {

constexpr int deepest = 16;

/// Reads by descent; the first thing that makes no sense stops it for good.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool read_all(JsonValue& value) {
    if (!read(value, 0)) return false;
    skip_blanks();
    return at_ == text_.size();
  }
  int position() const { return static_cast<int>(at_); }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_blanks() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool take(char wanted) {
    skip_blanks();
    if (peek() != wanted) return false;
    ++at_;
    return true;
  }

  bool read(JsonValue& value, int depth) {
    skip_blanks();
    value.position = position();
    switch (peek()) {
      case '{':
        return depth < deepest && read_object(value, depth);
      case '[':
        return depth < deepest && read_list(value, depth);
      case '"':
        value.kind = JsonValue::Kind::text;
        return read_text(value.text);
      case 't':
        return read_word("true", JsonValue::Kind::boolean, value);
      case 'f':
        return read_word("false", JsonValue::Kind::boolean, value);
      case 'n':
        return read_word("null", JsonValue::Kind::null, value);
      default:
        return read_number(value);
    }
  }

  bool read_word(std::string_view word, JsonValue::Kind kind, JsonValue& value) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    value.kind = kind;
    value.text = word;
    return true;
  }

  bool read_text(std::string_view& out) {
    const std::size_t first = ++at_;
    for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) return false;
      if (text_[at_] == '\\') ++at_;
    }
    if (at_ >= text_.size()) return false;
    out = text_.substr(first, at_++ - first);
    return true;
  }

  bool read_digits() {
    const std::size_t first = at_;
    while (peek() >= '0' && peek() <= '9') ++at_;
    return at_ > first;
  }

  bool read_number(JsonValue& value) {
    const std::size_t first = at_;
    if (peek() == '-') ++at_;
    if (peek() == '0')
      ++at_;
    else if (!read_digits())
      return false;
    if (peek() == '.') {
      ++at_;
      if (!read_digits()) return false;
    }
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      if (!read_digits()) return false;
    }
    value.kind = JsonValue::Kind::number;
    value.text = text_.substr(first, at_ - first);
    return true;
  }

  bool read_list(JsonValue& value, int depth) {
    value.kind = JsonValue::Kind::list;
    ++at_;
    if (take(']')) return true;
    do {
      if (!read(value.items.emplace_back(), depth + 1)) return false;
    } while (take(','));
    return take(']');
  }

  bool read_object(JsonValue& value, int depth) {
    value.kind = JsonValue::Kind::object;
    ++at_;
    if (take('}')) return true;
    do {
      skip_blanks();
      if (peek() != '"' || !read_text(value.keys.emplace_back()) || !take(':')) return false;
      if (!read(value.items.emplace_back(), depth + 1)) return false;
    } while (take(','));
    return take('}');
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i] == key) return &items[i];
  return nullptr;
}

Result<JsonValue> parse_json(std::string_view text, std::string_view parameter) {
  JsonValue value;
  Reader reader(text);
  if (!reader.read_all(value)) return Error{ErrorCode::malformed, std::string(parameter), 0, reader.position(), ""};
  return value;
}

double to_double(const JsonValue& number) { return std::strtod(std::string(number.text).c_str(), nullptr); }
float to_float(const JsonValue& number) { return std::strtof(std::string(number.text).c_str(), nullptr); }

std::string json_number(double number) {
  if (!std::isfinite(number)) return "null";
  char text[32];
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, number);
    if (std::strtod(text, nullptr) == number) break;
  }
  return text;
}

std::string json_number(float number) {
  if (!std::isfinite(number)) return "null";
  char text[32];
  for (int digits = 6; digits <= 9; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, static_cast<double>(number));
    if (std::strtof(text, nullptr) == number) break;
  }
  return text;
}

}  // namespace downhill
