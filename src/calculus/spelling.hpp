#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace downhill {

/// A typed text with one spelling for what has many: a minus is '-' whichever dash was typed, full-width and italic letters are
/// plain ones, spaces of all kinds are spaces. What has no letter of its own stands as one of the marks below, bytes that no
/// UTF-8 text contains.
struct Spelling {
  std::string text;
  std::vector<int> origin;  ///< for each byte of `text`, and its end: where it was in the typed text
};

/// An exponent set high: up to the closing bracket that follows it.
constexpr char raised_mark = '\xf8';
/// A vulgar fraction: the two characters that follow are its numbers above and below, less '0' each.
constexpr char fraction_mark = '\xf9';
constexpr char square_root_mark = '\xfa';
constexpr char cube_root_mark = '\xfb';

bool is_plain(std::string_view text);  ///< ASCII alone: it is its own spelling
Spelling spell(std::string_view typed);

/// How long the beginning is that only says what the formula is: `f(x) =`, `f′(x) =`, `y' =`, `dy/dx =`, `d/dx f(x) =`. 0 if
/// there is none; `y =` is none where y is one of the variables, since it is an equation there. `text` is spelt as above.
size_t heading_length(std::string_view text, const std::vector<std::string>& variables);

}  // namespace downhill
