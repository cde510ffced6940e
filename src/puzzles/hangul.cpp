#include "puzzles/hangul.hpp"

#include <algorithm>
#include <optional>

namespace downhill {
namespace {

// In the order in which Unicode counts syllables; a syllable without a final consonant has the first final.
constexpr std::u32string_view onsets = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view vowels = U"ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr std::u32string_view finals = U" ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
constexpr char32_t first_syllable = U'가', last_syllable = U'힣';

struct Compound {
  char32_t whole, first, second;
};
constexpr Compound compounds[] = {
    {U'ㄲ', U'ㄱ', U'ㄱ'}, {U'ㄸ', U'ㄷ', U'ㄷ'}, {U'ㅃ', U'ㅂ', U'ㅂ'}, {U'ㅆ', U'ㅅ', U'ㅅ'}, {U'ㅉ', U'ㅈ', U'ㅈ'},
    {U'ㄳ', U'ㄱ', U'ㅅ'}, {U'ㄵ', U'ㄴ', U'ㅈ'}, {U'ㄶ', U'ㄴ', U'ㅎ'}, {U'ㄺ', U'ㄹ', U'ㄱ'}, {U'ㄻ', U'ㄹ', U'ㅁ'},
    {U'ㄼ', U'ㄹ', U'ㅂ'}, {U'ㄽ', U'ㄹ', U'ㅅ'}, {U'ㄾ', U'ㄹ', U'ㅌ'}, {U'ㄿ', U'ㄹ', U'ㅍ'}, {U'ㅀ', U'ㄹ', U'ㅎ'},
    {U'ㅄ', U'ㅂ', U'ㅅ'}, {U'ㅒ', U'ㅑ', U'ㅣ'}, {U'ㅖ', U'ㅕ', U'ㅣ'}, {U'ㅘ', U'ㅗ', U'ㅏ'}, {U'ㅙ', U'ㅗ', U'ㅐ'},
    {U'ㅚ', U'ㅗ', U'ㅣ'}, {U'ㅝ', U'ㅜ', U'ㅓ'}, {U'ㅞ', U'ㅜ', U'ㅔ'}, {U'ㅟ', U'ㅜ', U'ㅣ'}, {U'ㅢ', U'ㅡ', U'ㅣ'},
};

bool is_vowel(char32_t letter) { return vowels.find(letter) != vowels.npos; }

/// The letter that a list has for one or two simple ones.
std::optional<char32_t> joined(std::u32string_view letters, std::u32string_view list) {
  if (letters.size() > 2 || letters.empty()) return std::nullopt;
  char32_t letter = letters[0];
  if (letters.size() == 2) {
    const auto* found = std::find_if(std::begin(compounds), std::end(compounds), [&](const Compound& compound) {
      return compound.first == letters[0] && compound.second == letters[1];
    });
    if (found == std::end(compounds)) return std::nullopt;
    letter = found->whole;
  }
  if (list.find(letter) == list.npos) return std::nullopt;
  return letter;
}

void append_letters(char32_t letter, std::u32string& to) {
  for (const auto& [whole, first, second] : compounds) {
    if (letter == whole) {
      to += {first, second};
      return;
    }
  }
  to += letter;
}

/// One syllable that is being written.
struct Syllable {
  char32_t onset, vowel;

  std::string with(char32_t final) const {
    const auto code = (onsets.find(onset) * vowels.size() + vowels.find(vowel)) * finals.size() + finals.find(final);
    return utf8(static_cast<char32_t>(first_syllable + code));
  }
};

/// How the consonants between two vowels part: so many to the syllable before, so many to the one that begins.
struct Parting {
  std::size_t final, onset;
};

Parting part(std::u32string_view consonants, bool after_syllable, bool before_vowel, DoubledConsonant doubled) {
  const std::size_t count = consonants.size();
  const auto fits = [&](std::size_t final, std::size_t onset) {
    return (onset == 0 || joined(consonants.substr(count - onset), onsets)) &&
           (final == 0 || (after_syllable && joined(consonants.substr(0, final), finals)));
  };
  const std::size_t near = doubled == DoubledConsonant::apart ? 1 : 2;
  if (before_vowel) {
    // Without a letter left over, if there is such a way.
    for (const std::size_t onset : {near, 3 - near})
      if (onset <= count && fits(count - onset, onset)) return {count - onset, onset};
  }
  const std::size_t onset = before_vowel && count > 0 ? 1 : 0;
  for (std::size_t final = std::min<std::size_t>(2, count - onset); final > 0; --final)
    if (fits(final, onset)) return {final, onset};
  return {0, onset};
}

}  // namespace

std::vector<TextCharacter> characters_of(std::string_view text) {
  std::vector<TextCharacter> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const std::size_t length = byte(at) < 0x80 ? 1 : byte(at) >= 0xF0 ? 4 : byte(at) >= 0xE0 ? 3 : byte(at) >= 0xC0 ? 2 : 0;
    char32_t code = length == 1 ? byte(at) : length == 0 ? 0 : byte(at) & (0x7F >> length);
    bool whole = length > 0 && at + length <= text.size();
    for (std::size_t next = 1; whole && next < length; ++next) {
      whole = (byte(at + next) & 0xC0) == 0x80;
      code = code << 6 | (byte(at + next) & 0x3F);
    }
    out.push_back({whole ? code : U'\uFFFD', static_cast<int>(at)});
    at += whole ? length : 1;
  }
  return out;
}

std::string utf8(char32_t character) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | (character >> shift & 0x3F)); };
  if (character < 0x80) return {static_cast<char>(character)};
  if (character < 0x800) return {static_cast<char>(0xC0 | character >> 6), tail(0)};
  if (character < 0x10000) return {static_cast<char>(0xE0 | character >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | character >> 18), tail(12), tail(6), tail(0)};
}

std::u32string hangul_letters(char32_t character) {
  std::u32string letters;
  if (character >= first_syllable && character <= last_syllable) {
    const auto code = static_cast<std::size_t>(character - first_syllable);
    append_letters(onsets[code / finals.size() / vowels.size()], letters);
    append_letters(vowels[code / finals.size() % vowels.size()], letters);
    if (code % finals.size() > 0) append_letters(finals[code % finals.size()], letters);
  } else if (character >= U'ㄱ' && character <= U'ㅣ') {
    append_letters(character, letters);
  }
  return letters;
}

std::string hangul_text(std::u32string_view letters, DoubledConsonant doubled) {
  std::string text;
  std::optional<Syllable> open;
  const auto alone = [&](std::u32string_view rest) {
    for (const char32_t letter : rest) text += utf8(letter);
  };
  for (std::size_t at = 0; at < letters.size();) {
    std::size_t vowel = at;
    while (vowel < letters.size() && !is_vowel(letters[vowel])) ++vowel;
    const std::u32string_view consonants = letters.substr(at, vowel - at);
    const auto [final, onset] = part(consonants, open.has_value(), vowel < letters.size(), doubled);
    if (open) text += open->with(final == 0 ? U' ' : *joined(consonants.substr(0, final), finals));
    alone(consonants.substr(final, consonants.size() - final - onset));
    open.reset();
    at = vowel;
    if (vowel == letters.size()) break;
    const std::size_t both = joined(letters.substr(vowel, 2), vowels) && vowel + 1 < letters.size() ? 2 : 1;
    const char32_t sound = *joined(letters.substr(vowel, both), vowels);
    if (onset > 0)
      open = Syllable{*joined(consonants.substr(consonants.size() - onset), onsets), sound};
    else
      text += utf8(sound);
    at = vowel + both;
  }
  if (open) text += open->with(U' ');
  return text;
}

}  // namespace downhill
