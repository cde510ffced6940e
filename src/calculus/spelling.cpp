#include "calculus/spelling.hpp"

#include <algorithm>
#include <array>

namespace downhill {
namespace {

struct Pair {
  char32_t from;
  std::string_view to;
};

constexpr std::array pairs = {
    Pair{U'−', "-"},      Pair{U'–', "-"},      Pair{U'—', "-"},      Pair{U'‐', "-"},      Pair{U'‑', "-"},
    Pair{U'‒', "-"},      Pair{U'﹣', "-"},     Pair{U'×', "*"},      Pair{U'·', "*"},      Pair{U'⋅', "*"},
    Pair{U'∗', "*"},      Pair{U'∙', "*"},      Pair{U'•', "*"},      Pair{U'✕', "*"},      Pair{U'✖', "*"},
    Pair{U'⨯', "*"},      Pair{U'・', "*"},     Pair{U'･', "*"},      Pair{U'ㆍ', "*"},     Pair{U'÷', "/"},
    Pair{U'∕', "/"},      Pair{U'⁄', "/"},      Pair{U'∣', "|"},      Pair{U'│', "|"},      Pair{U'❘', "|"},
    Pair{U'≤', "<="},     Pair{U'≦', "<="},     Pair{U'⩽', "<="},     Pair{U'≥', ">="},     Pair{U'≧', ">="},
    Pair{U'⩾', ">="},     Pair{U'≠', "!="},     Pair{U'′', "'"},      Pair{U'’', "'"},      Pair{U'ʹ', "'"},
    Pair{U'‘', "'"},      Pair{U'´', "'"},      Pair{U'″', "''"},     Pair{U'”', "''"},     Pair{U'、', ","},
    Pair{U'〔', "("},     Pair{U'〕', ")"},     Pair{U'【', "["},     Pair{U'】', "]"},     Pair{U'∂', "d"},
    Pair{U'√', "\xfa"},   Pair{U'∛', "\xfb"},   Pair{U'ℯ', "e"},      Pair{U'ℎ', "h"},      Pair{U'𝜋', "π"},
    Pair{U'½', "12"},     Pair{U'⅓', "13"},     Pair{U'⅔', "23"},     Pair{U'¼', "14"},     Pair{U'¾', "34"},
    Pair{U'⅕', "15"},     Pair{U'⅖', "25"},     Pair{U'⅗', "35"},     Pair{U'⅘', "45"},     Pair{U'⅙', "16"},
    Pair{U'⅚', "56"},     Pair{U'⅐', "17"},     Pair{U'⅛', "18"},     Pair{U'⅜', "38"},     Pair{U'⅝', "58"},
    Pair{U'⅞', "78"},     Pair{U'⅑', "19"},     Pair{U'\u00a0', " "}, Pair{U'\u3000', " "}, Pair{U'\u202f', " "},
    Pair{U'\u205f', " "}, Pair{U'\u200b', " "}, Pair{U'\u200c', " "}, Pair{U'\u200d', " "}, Pair{U'\u2060', " "},
    Pair{U'\ufeff', " "}, Pair{U'\u2061', " "}, Pair{U'\u2062', " "}, Pair{U'\u2063', " "},
};

constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺⁽⁾ˣʸⁿ⸍";
constexpr std::string_view raised_as = "0123456789-+()xyn/";
constexpr std::u32string_view lowered = U"₀₁₂₃₄₅₆₇₈₉";

// The character at `at` and its length; a byte that begins none is a character of its own.
struct Character {
  char32_t code;
  size_t length;
};
Character character_at(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
  const auto follows = [&](size_t i) { return (byte(i) & 0xc0u) == 0x80u; };
  const unsigned first = byte(0);
  if (first >= 0xc2 && first < 0xe0 && follows(1)) return {((first & 0x1fu) << 6) | (byte(1) & 0x3fu), 2};
  if (first >= 0xe0 && first < 0xf0 && follows(1) && follows(2))
    return {((first & 0x0fu) << 12) | ((byte(1) & 0x3fu) << 6) | (byte(2) & 0x3fu), 3};
  if (first >= 0xf0 && first < 0xf5 && follows(1) && follows(2) && follows(3))
    return {((first & 0x07u) << 18) | ((byte(1) & 0x3fu) << 12) | ((byte(2) & 0x3fu) << 6) | (byte(3) & 0x3fu), 4};
  return {first, 1};
}

// Letters that are one of the alphabet in another dress: full-width, or italic and bold as mathematics sets them.
char plain_letter(char32_t code) {
  if (code >= 0xff01 && code <= 0xff5e) return static_cast<char>(code - 0xff01 + '!');
  if (code >= 0x1d400 && code <= 0x1d49b) {  // bold, italic, bold italic: 52 letters each
    const char32_t letter = (code - 0x1d400) % 52;
    return static_cast<char>(letter < 26 ? 'A' + letter : 'a' + (letter - 26));
  }
  return 0;
}

}  // namespace

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Spelling spell(std::string_view typed) {
  Spelling out;
  bool high = false, low = false;
  for (size_t at = 0; at < typed.size();) {
    const auto [code, length] = character_at(typed, at);
    const auto put = [&](std::string_view piece) {
      out.text += piece;
      out.origin.resize(out.text.size(), static_cast<int>(at));
    };
    const size_t power = raised.find(code), index = lowered.find(code);
    const bool is_raised = power != raised.npos, is_lowered = index != lowered.npos;
    if (high && !is_raised) put(")");
    if (!high && is_raised) put(std::string{raised_mark, '('});
    if (!low && is_lowered) put("_");
    high = is_raised;
    low = is_lowered;
    const auto pair = std::find_if(pairs.begin(), pairs.end(), [code = code](const Pair& p) { return p.from == code; });
    if (is_raised) {
      put(raised_as.substr(power, 1));
    } else if (is_lowered) {
      put(std::string(1, static_cast<char>('0' + index)));
    } else if (const char letter = plain_letter(code)) {
      put(std::string(1, letter));
    } else if (code >= 0x2000 && code <= 0x200a) {  // spaces of every width
      put(" ");
    } else if (pair != pairs.end()) {
      const bool fraction = pair->to.size() == 2 && pair->to[0] >= '1' && pair->to[0] <= '9';
      put(fraction ? fraction_mark + std::string(pair->to) : std::string(pair->to));
    } else {
      put(length == 1 && code >= 0xf8 ? "\x7f" : typed.substr(at, length));
    }
    at += length;
  }
  if (high) {
    out.text += ')';
    out.origin.push_back(static_cast<int>(typed.size()));
  }
  out.origin.push_back(static_cast<int>(typed.size()));
  return out;
}

size_t heading_length(std::string_view text, const std::vector<std::string>& variables) {
  const size_t sign = text.find('=');
  if (sign == text.npos || sign == 0 || sign + 1 == text.size() || text[sign + 1] == '=' ||
      std::string_view("<>!").find(text[sign - 1]) != std::string_view::npos)
    return 0;
  std::string head;
  for (const char c : text.substr(0, sign))
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') head += c;
  size_t at = 0;
  const auto letter = [&] {
    const bool found = at < head.size() && ((head[at] >= 'a' && head[at] <= 'z') || (head[at] >= 'A' && head[at] <= 'Z'));
    at += found;
    return found;
  };
  const auto accept = [&](std::string_view piece) {
    const bool found = head.compare(at, piece.size(), piece) == 0;
    if (found) at += piece.size();
    return found;
  };
  const auto of_variables = [&] {  // (x) or (x, y)
    if (!accept("(")) return true;
    while (letter() && accept(",")) continue;
    return accept(")");
  };
  if (accept("d/d")) {
    if (!letter() || (letter() && !of_variables())) return 0;
  } else if (head.size() > 3 && head[0] == 'd' && head.find("/d") != std::string::npos) {
    at = 1;
    if (!letter() || !of_variables() || !accept("/d") || !letter()) return 0;
  } else {
    if (!letter()) return 0;
    if (std::find(variables.begin(), variables.end(), head) != variables.end()) return 0;
    if (accept("_") && !letter()) return 0;
    while (accept("'")) continue;
    if (!of_variables()) return 0;
  }
  return at == head.size() ? sign + 1 : 0;
}

}  // namespace downhill
