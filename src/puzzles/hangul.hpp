#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace downhill {

/// The characters of a UTF-8 text with the byte each begins at. Bytes that are no UTF-8 count as U+FFFD, one each.
struct TextCharacter {
  char32_t code;
  int byte;
};
std::vector<TextCharacter> characters_of(std::string_view text);

std::string utf8(char32_t character);

/// The 24 simple letters of Hangul with ㅐ and ㅔ that a syllable or a compound letter is written with, in the order of
/// writing: 녕 is ㄴㅕㅇ, ㅘ is ㅗㅏ, ㄲ is ㄱㄱ. Empty for anything else.
std::u32string hangul_letters(char32_t character);

/// Where a doubled consonant between two vowels goes: ㅎㅏㄱㄱㅛ is 학교 apart and 하꾜 together. The letters do not say which.
enum class DoubledConsonant { apart, together };

/// Simple letters put together again as far as they go; what is left over stands by itself.
std::string hangul_text(std::u32string_view letters, DoubledConsonant doubled);

}  // namespace downhill
