#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/registry.hpp"

namespace downhill {

/// A letter, digit, punctuation mark or procedural sign with its dots and dashes. Procedural signs stand in angle brackets,
/// `<SOS>`.
struct MorseSign {
  std::string_view text;
  std::string_view code;
};

/// Letters that share the signs of Morse code: what arrives does not tell which of them it was.
struct MorseAlphabet {
  std::string id;
  Name name;
  std::span<const MorseSign> letters;
};

/// `latin`: Recommendation ITU-R M.1677-1. `korean`: the Korean table, known as SKATS where it is spelled with Latin letters.
const Registry<MorseAlphabet>& morse_alphabets();

/// What both alphabets have: digits, punctuation and the procedural signs of ITU-R M.1677-1, with SOS.
std::span<const MorseSign> morse_digits();
std::span<const MorseSign> morse_punctuation();
std::span<const MorseSign> morse_procedural_signs();

/// A message, word by word, sign by sign. Syllables of Hangul are taken apart.
struct MorseMessage {
  const MorseAlphabet* alphabet;
  std::vector<std::vector<MorseSign>> words;

  /// One space between signs, two between words.
  std::string code() const;
  /// As it is read, with syllables put together; `doubtful` where a doubled consonant may be read otherwise.
  std::string text() const;
  /// The other reading; the same where nothing is doubtful.
  std::string other_text() const;
};

/// What a text is sent as. Small letters, typographic quotes and dashes count as their plain forms, % as 0/0.
/// Errors: unknown_name (parameter = the character, or the brackets with what is in them, position = its byte) for what has no
/// sign, unexpected_token (the same) for a letter of another alphabet than those before it.
Result<MorseMessage> morse_message(std::string_view text);

/// What dots and dashes say: one space, or none between the marks of a sign; two or more spaces, a line break or / between
/// words. Look-alikes such as · and – count as dots and dashes. Errors: unexpected_token (parameter = the character, position =
/// its byte) for what is neither, unknown_name (parameter = the marks, position = their first byte) for marks that are no sign.
Result<MorseMessage> read_morse(std::string_view code, const MorseAlphabet& alphabet);

/// The same for what was tapped: marks that are no sign are read as ▯.
std::string keyed_text(std::string_view code, const MorseAlphabet& alphabet);

/// A text without what has no sign: what is left can be sent. Spaces at the ends are left out, several become one.
std::string sendable_text(std::string_view text);

}  // namespace downhill
