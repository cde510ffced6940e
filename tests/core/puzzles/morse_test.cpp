#include "puzzles/morse.hpp"

#include <map>
#include <set>

#include "core/catch.hpp"
#include "foundation/random.hpp"
#include "puzzles/hangul.hpp"

using namespace downhill;

namespace {

const MorseAlphabet& alphabet(std::string_view id) { return **morse_alphabets().find(id, "alphabet"); }

std::string sent(std::string_view text) { return morse_message(text).value().code(); }

std::string read(std::string_view code, std::string_view id = "latin") { return read_morse(code, alphabet(id)).value().text(); }

/// A text of syllables with their letters, none of them doubled and no two vowels that could run together.
std::string random_syllables(RandomStream& random) {
  std::string text;
  const auto length = 1 + random.below(6);
  for (std::size_t i = 0; i < length; ++i) text += utf8(static_cast<char32_t>(U'가' + random.below(11172)));
  return text;
}

}  // namespace

TEST_CASE("Letters, digits and marks of ITU-R M.1677-1", "[morse]") {
  CHECK(sent("SOS") == "... --- ...");
  CHECK(sent("Hello, World?") == ".... . .-.. .-.. --- --..--  .-- --- .-. .-.. -.. ..--..");
  CHECK(sent("1906") == ".---- ----. ----- -....");
  CHECK(sent("É 5%") == "..-..  ..... ----- -..-. -----");
  CHECK(sent("2×3") == "..--- -..- ...--");
  CHECK(sent("  a \t b\n") == ".-  -...");
  CHECK(sent("“it’s” – ok") == ".-..-. .. - .----. ... .-..-.  -....-  --- -.-");
  CHECK(sent("") == "");
  CHECK(read(".... .  .- .-.-.-") == "HE A.");
  CHECK(read("–··· / •  _") == "B E T");
  CHECK(read("") == "");
}

TEST_CASE("Procedural signs are one sign, in both directions", "[morse]") {
  CHECK(read("...---...") == "<SOS>");
  CHECK(sent("<sos>") == "...---...");
  CHECK(sent("<AR>") == sent("+"));
  CHECK(sent("<BT>") == sent("="));
  CHECK(sent("<KN>") == sent("("));
  CHECK(read("........") == "<HH>");
  CHECK(read("...-.-", "korean") == "<SK>");
  CHECK(read("...-- ...-. .-... -.-.-") == "3<SN><AS><KA>");
}

TEST_CASE("No two signs of an alphabet sound alike, and each is read as what was sent", "[morse]") {
  for (const MorseAlphabet& each : morse_alphabets()) {
    std::set<std::string_view> codes;
    std::size_t signs = 0;
    for (const auto& table : {each.letters, morse_digits(), morse_punctuation(), morse_procedural_signs()}) {
      for (const MorseSign& sign : table) {
        CAPTURE(each.id, sign.text);
        CHECK(sent(sign.text) == sign.code);
        CHECK(read(sign.code, each.id) == sign.text);
        CHECK(sign.code.find_first_not_of(".-") == std::string_view::npos);
        codes.insert(sign.code);
        ++signs;
      }
    }
    CHECK(codes.size() == signs);
  }
  CHECK(alphabet("latin").letters.size() == 27);
  // The Korean table is the Latin one with other letters: SKATS spells it so.
  const std::string_view skats = "LFBVMWGKPCXZOJEITSANHRDUQY";
  for (std::size_t i = 0; i < skats.size(); ++i) CHECK(alphabet("korean").letters[i].code == sent(skats.substr(i, 1)));
}

TEST_CASE("Any message is read as it was sent", "[morse]") {
  RandomStream random(11);
  const std::string characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:?'-/()=+@";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const auto length = 1 + random.below(20);
    for (std::size_t i = 0; i < length; ++i)
      text += !text.empty() && text.back() != ' ' && i + 1 < length && random.below(5) == 0
                  ? ' '
                  : characters[random.below(characters.size())];
    CAPTURE(round, text);
    REQUIRE(read(sent(text)) == text);
  }
}

TEST_CASE("What has no sign is refused at its place", "[morse]") {
  const auto error = [](std::string_view text) { return morse_message(text).error(); };
  CHECK(error("HELLO!").code == ErrorCode::unknown_name);
  CHECK(error("HELLO!").position == 5);
  CHECK(error("HELLO!").parameter == "!");
  CHECK(error("안녕★").position == 6);
  CHECK(error("안녕★").parameter == "★");
  CHECK(error("A <XYZ>").parameter == "<XYZ>");
  CHECK(error("A <B").parameter == "<");
  CHECK(error("SOS 안녕").code == ErrorCode::unexpected_token);
  CHECK(error("SOS 안녕").position == 4);
  CHECK(error("\xFF").code == ErrorCode::unknown_name);
  CHECK(morse_message("안녕 <SOS> 119?").ok());
}

TEST_CASE("What is no Morse code is refused at its place", "[morse]") {
  const auto error = [](std::string_view code) { return read_morse(code, alphabet("latin")).error(); };
  CHECK(error(".- x").code == ErrorCode::unexpected_token);
  CHECK(error(".- x").position == 3);
  CHECK(error(".- x").parameter == "x");
  CHECK(error(".-  .-.-  -").code == ErrorCode::unknown_name);
  CHECK(error(".-  .-.-  -").position == 4);
  CHECK(error(".-  .-.-  -").parameter == ".-.-");
  CHECK(error("가").parameter == "가");
}

TEST_CASE("A sentence is cleaned of what cannot be sent", "[morse]") {
  CHECK(sendable_text("  Hello,   world!! ") == "Hello, world");
  CHECK(sendable_text("★") == "");
  CHECK(sendable_text("A # B") == "A B");
  CHECK(sendable_text("SOS 안녕") == "SOS");
  RandomStream random(3);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i)
      text += utf8(static_cast<char32_t>(random.below(3) == 0 ? 0xAC00 + random.below(20000) : 32 + random.below(95)));
    CAPTURE(round, text);
    REQUIRE(morse_message(sendable_text(text)).ok());
  }
}

TEST_CASE("Syllables are taken apart and put together again", "[morse]") {
  CHECK(sent("안녕") == "-.- . ..-. ..-. ... -.-");
  CHECK(read("-.- . ..-. ..-. ... -.-", "korean") == "안녕");
  CHECK(hangul_letters(U'녕') == U"ㄴㅕㅇ");
  CHECK(hangul_letters(U'까') == U"ㄱㄱㅏ");
  CHECK(hangul_letters(U'뷁') == U"ㅂㅜㅔㄹㄱ");
  CHECK(hangul_letters(U'ㅘ') == U"ㅗㅏ");
  CHECK(hangul_letters(U'A').empty());
  for (const std::string text :
       {"모스 부호", "있습니다", "닭이 울어요", "값을 치르다", "의사와 왜", "안까", "119에 전화", "ㅋㅋ"})
    CHECK(read(sent(text), "korean") == text);
  // The same code read as Latin letters.
  CHECK(read(sent("안녕")) == "KEFFSK");
}

TEST_CASE("A doubled consonant between vowels has two readings", "[morse]") {
  const auto both = [](std::string_view text) {
    const MorseMessage message = read_morse(sent(text), alphabet("korean")).value();
    return std::pair(message.text(), message.other_text());
  };
  CHECK(both("학교") == std::pair<std::string, std::string>("학교", "하꾜"));
  CHECK(both("아빠") == std::pair<std::string, std::string>("압바", "아빠"));
  CHECK(both("안녕") == std::pair<std::string, std::string>("안녕", "안녕"));
}

TEST_CASE("Whatever is put together has the letters it was made from", "[morse]") {
  RandomStream random(7);
  int same = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_syllables(random);
    const MorseMessage message = read_morse(sent(text), alphabet("korean")).value();
    CAPTURE(round, text, message.text(), message.other_text());
    REQUIRE(sent(message.text()) == sent(text));
    REQUIRE(sent(message.other_text()) == sent(text));
    same += message.text() == text;
  }
  CHECK(same > 0);
}

TEST_CASE("Every syllable by itself is read as it is", "[morse]") {
  for (char32_t syllable = U'가'; syllable <= U'힣'; ++syllable) {
    const std::string text = utf8(syllable);
    const MorseMessage message = read_morse(sent(text), alphabet("korean")).value();
    CAPTURE(text);
    REQUIRE(message.text() == text);
    REQUIRE(message.other_text() == text);
  }
}

TEST_CASE("What was tapped is read as far as it goes", "[morse]") {
  CHECK(keyed_text("... --- ...", alphabet("latin")) == "SOS");
  CHECK(keyed_text("...---...", alphabet("latin")) == "<SOS>");
  CHECK(keyed_text(".-.-  -", alphabet("latin")) == "▯ T");
  CHECK(keyed_text("-.- .", alphabet("korean")) == "아");
  CHECK(keyed_text("", alphabet("latin")) == "");
}
