#include "puzzles/morse.hpp"

#include <algorithm>
#include <optional>

#include "puzzles/hangul.hpp"

namespace downhill {
namespace {

constexpr MorseSign latin_letters[] = {
    {"A", ".-"},   {"B", "-..."}, {"C", "-.-."}, {"D", "-.."},  {"E", "."},    {"F", "..-."},  {"G", "--."},
    {"H", "...."}, {"I", ".."},   {"J", ".---"}, {"K", "-.-"},  {"L", ".-.."}, {"M", "--"},    {"N", "-."},
    {"O", "---"},  {"P", ".--."}, {"Q", "--.-"}, {"R", ".-."},  {"S", "..."},  {"T", "-"},     {"U", "..-"},
    {"V", "...-"}, {"W", ".--"},  {"X", "-..-"}, {"Y", "-.--"}, {"Z", "--.."}, {"É", "..-.."},
};
constexpr MorseSign korean_letters[] = {
    {"ㄱ", ".-.."}, {"ㄴ", "..-."}, {"ㄷ", "-..."}, {"ㄹ", "...-"}, {"ㅁ", "--"},   {"ㅂ", ".--"}, {"ㅅ", "--."},
    {"ㅇ", "-.-"},  {"ㅈ", ".--."}, {"ㅊ", "-.-."}, {"ㅋ", "-..-"}, {"ㅌ", "--.."}, {"ㅍ", "---"}, {"ㅎ", ".---"},
    {"ㅏ", "."},    {"ㅑ", ".."},   {"ㅓ", "-"},    {"ㅕ", "..."},  {"ㅗ", ".-"},   {"ㅛ", "-."},  {"ㅜ", "...."},
    {"ㅠ", ".-."},  {"ㅡ", "-.."},  {"ㅣ", "..-"},  {"ㅐ", "--.-"}, {"ㅔ", "-.--"},
};
constexpr MorseSign digits[] = {
    {"1", ".----"}, {"2", "..---"}, {"3", "...--"}, {"4", "....-"}, {"5", "....."},
    {"6", "-...."}, {"7", "--..."}, {"8", "---.."}, {"9", "----."}, {"0", "-----"},
};
constexpr MorseSign punctuation[] = {
    {".", ".-.-.-"}, {",", "--..--"}, {":", "---..."},  {"?", "..--.."}, {"'", ".----."}, {"-", "-....-"}, {"/", "-..-."},
    {"(", "-.--."},  {")", "-.--.-"}, {"\"", ".-..-."}, {"=", "-...-"},  {"+", ".-.-."},  {"@", ".--.-."},
};
constexpr MorseSign procedural_signs[] = {
    {"<SOS>", "...---..."}, {"<KA>", "-.-.-"}, {"<AS>", ".-..."}, {"<SN>", "...-."}, {"<SK>", "...-.-"}, {"<HH>", "........"},
};
/// Written otherwise, but sent like a sign of the tables.
constexpr MorseSign other_names[] = {{"×", "-..-"}, {"<AR>", ".-.-."}, {"<BT>", "-...-"}, {"<KN>", "-.--."}};

using Signs = std::span<const MorseSign>;

std::optional<MorseSign> find(Signs signs, auto same) {
  const auto found = std::find_if(signs.begin(), signs.end(), same);
  if (found == signs.end()) return std::nullopt;
  return *found;
}

/// The sign of a text as it will be read, among what any alphabet has.
std::optional<MorseSign> common_sign(std::string_view text) {
  const auto same = [&](const MorseSign& sign) { return sign.text == text; };
  for (const Signs signs : {Signs(digits), Signs(punctuation), Signs(procedural_signs)})
    if (const auto sign = find(signs, same)) return sign;
  const auto other = find(other_names, same);
  if (!other) return std::nullopt;
  const auto same_code = [&](const MorseSign& sign) { return sign.code == other->code; };
  const auto read = find(punctuation, same_code);
  return read ? read : find(latin_letters, same_code);
}

/// Several ways to write the same, as one.
char32_t plain(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - U'a' + U'A';
  if (c >= 0xFF01 && c <= 0xFF5E) return plain(c - 0xFF01 + U'!');  // full-width
  switch (c) {
    case U'é':
      return U'É';
    case U'\u2018':
    case U'\u2019':
    case U'\u2032':
      return U'\'';
    case U'\u201C':
    case U'\u201D':
      return U'"';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2212':
      return U'-';
    case U'\t':
    case U'\n':
    case U'\r':
    case U'\u00A0':
    case U'\u3000':
      return U' ';
    default:
      return c;
  }
}

struct Piece {
  std::string text;  ///< as the reader wrote it
  int byte;
  std::vector<MorseSign> signs;             ///< what it is sent as: none for a space, and for what cannot be sent
  const MorseAlphabet* alphabet = nullptr;  ///< of a letter
  bool space = false;
};

void find_signs(Piece& piece, char32_t character) {
  const std::u32string hangul = hangul_letters(character);
  for (const MorseAlphabet& alphabet : morse_alphabets()) {
    for (const char32_t letter : hangul.empty() ? std::u32string(1, character) : hangul) {
      const std::string text = utf8(letter);
      const auto sign = find(alphabet.letters, [&](const MorseSign& each) { return each.text == text; });
      if (!sign) break;
      piece.signs.push_back(*sign);
      piece.alphabet = &alphabet;
    }
  }
}

/// A text in pieces: characters, and what stands in angle brackets.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  const std::vector<TextCharacter> characters = characters_of(text);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t character = plain(characters[i].code);
    Piece piece{.text = utf8(characters[i].code), .byte = characters[i].byte, .signs = {}, .space = character == U' '};
    if (character == U'<') {
      std::string name = "<";
      std::size_t end = i + 1;
      for (; end < characters.size() && characters[end].code != U'>' && characters[end].code != U' '; ++end)
        name += utf8(plain(characters[end].code));
      if (end < characters.size() && characters[end].code == U'>') {
        piece.text = name + ">";
        i = end;
      }
      if (const auto sign = common_sign(piece.text)) piece.signs = {*sign};
    } else if (character == U'%') {
      for (const std::string_view part : {"0", "/", "0"}) piece.signs.push_back(*common_sign(part));
    } else if (const auto sign = common_sign(utf8(character))) {
      piece.signs = {*sign};
    } else {
      find_signs(piece, character);
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

std::optional<MorseSign> sign_of(std::string_view code, const MorseAlphabet& alphabet) {
  for (const Signs signs : {alphabet.letters, Signs(digits), Signs(punctuation), Signs(procedural_signs)})
    if (const auto sign = find(signs, [&](const MorseSign& each) { return each.code == code; })) return sign;
  return std::nullopt;
}

/// Letters are put together to syllables between signs of other kinds.
std::string word_text(const std::vector<MorseSign>& word, DoubledConsonant doubled) {
  std::string text;
  std::u32string letters;
  const auto finish = [&] {
    text += hangul_text(letters, doubled);
    letters.clear();
  };
  for (const MorseSign& sign : word) {
    const std::u32string letter = hangul_letters(characters_of(sign.text)[0].code);
    if (letter.empty()) {
      finish();
      text += sign.text;
    } else {
      letters += letter;
    }
  }
  finish();
  return text;
}

std::string all_words(const MorseMessage& message, std::string_view between, auto write) {
  std::string out;
  for (const auto& word : message.words) {
    if (!out.empty()) out += between;
    out += write(word);
  }
  return out;
}

}  // namespace

const Registry<MorseAlphabet>& morse_alphabets() {
  static const Registry<MorseAlphabet> alphabets{
      {"latin", {.ko = "로마자", .en = "Latin letters"}, latin_letters},
      {"korean", {.ko = "한글", .en = "Korean letters"}, korean_letters},
  };
  return alphabets;
}

Signs morse_digits() { return digits; }
Signs morse_punctuation() { return punctuation; }
Signs morse_procedural_signs() { return procedural_signs; }

std::string MorseMessage::code() const {
  return all_words(*this, "  ", [](const std::vector<MorseSign>& word) {
    std::string out;
    for (const MorseSign& sign : word) (out += out.empty() ? "" : " ") += sign.code;
    return out;
  });
}

std::string MorseMessage::text() const {
  return all_words(*this, " ", [](const auto& word) { return word_text(word, DoubledConsonant::apart); });
}

std::string MorseMessage::other_text() const {
  return all_words(*this, " ", [](const auto& word) { return word_text(word, DoubledConsonant::together); });
}

Result<MorseMessage> morse_message(std::string_view text) {
  MorseMessage message{nullptr, {}};
  bool new_word = true;
  for (const Piece& piece : pieces_of(text)) {
    const auto refuse = [&](ErrorCode code) { return Error{.code = code, .parameter = piece.text, .position = piece.byte}; };
    if (piece.space) {
      new_word = true;
      continue;
    }
    if (piece.signs.empty()) return refuse(ErrorCode::unknown_name);
    if (piece.alphabet && message.alphabet && piece.alphabet != message.alphabet) return refuse(ErrorCode::unexpected_token);
    if (piece.alphabet) message.alphabet = piece.alphabet;
    if (new_word) message.words.emplace_back();
    new_word = false;
    message.words.back().insert(message.words.back().end(), piece.signs.begin(), piece.signs.end());
  }
  if (!message.alphabet) message.alphabet = &*morse_alphabets().begin();
  return message;
}

Result<MorseMessage> read_morse(std::string_view code, const MorseAlphabet& alphabet) {
  MorseMessage message{&alphabet, {}};
  std::string marks;
  int first = 0, spaces = 2;  // spaces since the last sign; two begin a word
  const auto finish = [&]() -> std::optional<Error> {
    if (marks.empty()) return std::nullopt;
    const auto sign = sign_of(marks, alphabet);
    if (!sign) return Error{.code = ErrorCode::unknown_name, .parameter = marks, .position = first};
    if (spaces >= 2) message.words.emplace_back();
    message.words.back().push_back(*sign);
    marks.clear();
    spaces = 0;
    return std::nullopt;
  };
  for (const auto& [character, byte] : characters_of(code)) {
    const bool dot = std::u32string_view(U".·•∙․").find(character) != std::u32string_view::npos;
    const bool dash = plain(character) == U'-' || character == U'_' || character == U'ㅡ';
    const bool line = character == U'/' || character == U'|' || character == U'\n';
    if (dot || dash) {
      if (marks.empty()) first = byte;
      marks += dot ? '.' : '-';
    } else if (line || plain(character) == U' ') {
      if (auto error = finish()) return *error;
      spaces += line ? 2 : 1;
    } else {
      return Error{.code = ErrorCode::unexpected_token, .parameter = utf8(character), .position = byte};
    }
  }
  if (auto error = finish()) return *error;
  return message;
}

std::string keyed_text(std::string_view code, const MorseAlphabet& alphabet) {
  MorseMessage message{&alphabet, {{}}};
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t end = std::min(code.find(' ', at), code.size());
    if (end == at)
      message.words.emplace_back();
    else
      message.words.back().push_back(sign_of(code.substr(at, end - at), alphabet).value_or(MorseSign{"▯", ""}));
    at = end + 1;
  }
  return message.text();
}

std::string sendable_text(std::string_view text) {
  std::string kept;
  bool space = false;
  const MorseAlphabet* alphabet = nullptr;
  for (const Piece& piece : pieces_of(text)) {
    const bool foreign = piece.alphabet && alphabet && piece.alphabet != alphabet;
    if (piece.space) space = true;
    if (piece.signs.empty() || foreign) continue;
    if (piece.alphabet) alphabet = piece.alphabet;
    if (space && !kept.empty()) kept += ' ';
    space = false;
    kept += piece.text;
  }
  return kept;
}

}  // namespace downhill
