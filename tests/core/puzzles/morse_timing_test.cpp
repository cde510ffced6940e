#include "puzzles/morse_timing.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/catch.hpp"
#include "foundation/random.hpp"
#include "puzzles/morse_key.hpp"

using namespace downhill;

namespace {

MorseTiming timing(double speed, double effective) { return morse_timing(speed, effective).value(); }
MorseMessage message(std::string_view text) { return morse_message(text).value(); }

double length(const std::vector<MorseMark>& marks) { return marks.back().start + marks.back().length; }

/// The times on a key of somebody who sends a text with dots of a length, each time off by a factor of up to `unsteady`.
std::vector<double> tapped(std::string_view text, double dot, double unsteady, RandomStream& random) {
  const auto marks = morse_marks(message(text), {dot, 3 * dot, 7 * dot});
  std::vector<double> times;
  const auto off = [&](double time) { return time * std::pow(unsteady, 2 * random.uniform() - 1); };
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (i > 0) times.push_back(off(marks[i].start - marks[i - 1].start - marks[i - 1].length));
    times.push_back(off(marks[i].length));
  }
  return times;
}

std::uint32_t number(const std::vector<std::uint8_t>& bytes, std::size_t at, int width) {
  std::uint32_t value = 0;
  for (int i = width - 1; i >= 0; --i) value = value << 8 | bytes[at + static_cast<std::size_t>(i)];
  return value;
}

}  // namespace

TEST_CASE("Units of signs and messages", "[morse]") {
  CHECK(morse_units(".") == 1);
  CHECK(morse_units("-----") == 19);
  CHECK(morse_units(message("PARIS")) == 43);
  CHECK(morse_units(message("E E")) == 1 + 7 + 1);
  CHECK(morse_units(message("EE")) == 1 + 3 + 1);
  CHECK(morse_units(message("")) == 0);
  const auto marks = morse_marks(message("E E"), timing(12, 12));
  CHECK(marks[1].start - marks[0].start - marks[0].length == Approx(0.7));
}

TEST_CASE("Twenty words a minute, and Farnsworth spacing", "[morse]") {
  const MorseTiming standard = timing(20, 20);
  CHECK(standard.dot == Approx(0.06));
  CHECK(standard.letter_gap == Approx(0.18));
  CHECK(standard.word_gap == Approx(0.42));
  const MorseTiming slow = timing(20, 5);
  CHECK(slow.dot == Approx(0.06));
  CHECK(1000 * slow.letter_gap == Approx(1601.1).margin(0.05));
  CHECK(1000 * slow.word_gap == Approx(3735.8).margin(0.05));
  CHECK(length(morse_marks(message("PARIS"), slow)) + slow.word_gap == Approx(12.0).epsilon(1e-12));
}

TEST_CASE("PARIS fits into a minute as often as the effective speed says", "[morse]") {
  RandomStream random(2);
  for (int round = 0; round < 200; ++round) {
    const double speed = 5 + 35 * random.uniform(), effective = 5 + (speed - 5) * random.uniform();
    CAPTURE(round, speed, effective);
    const MorseTiming each = timing(speed, effective);
    CHECK((length(morse_marks(message("PARIS"), each)) + each.word_gap) * effective == Approx(60));
    CHECK(each.dot == Approx(1.2 / speed));
    CHECK(each.word_gap / each.letter_gap == Approx(7.0 / 3));
  }
}

TEST_CASE("Speeds out of range are refused", "[morse]") {
  CHECK(morse_timing(4, 4).error().parameter == "speed");
  CHECK(morse_timing(41, 5).error().parameter == "speed");
  CHECK(morse_timing(NAN, 5).error().parameter == "speed");
  CHECK(morse_timing(20, 21).error().parameter == "effective");
  CHECK(morse_timing(20, 21).error().expected == "[5, 20]");
}

TEST_CASE("A WAV file has the tone where the marks are, and no clicks", "[morse]") {
  const auto marks = morse_marks(message("fake"), timing(30, 30));
  const auto file = morse_wav(marks, 600);
  CHECK(std::string(file.begin(), file.begin() + 4) == "RIFF");
  CHECK(std::string(file.begin() + 8, file.begin() + 16) == "WAVEfmt ");
  const std::uint32_t rate = number(file, 24, 4), bytes = number(file, 40, 4);
  REQUIRE(file.size() == 44 + bytes);
  CHECK(number(file, 4, 4) == 36 + bytes);
  std::vector<double> samples;
  for (std::size_t at = 44; at < file.size(); at += 2)
    samples.push_back(static_cast<std::int16_t>(number(file, at, 2)) / 32767.0);
  CHECK(static_cast<double>(samples.size()) / rate == Approx(length(marks) + 0.2).margin(1e-3));

  const auto loudest = [&](double from, double to) {
    double most = 0;
    for (auto i = static_cast<std::size_t>(from * rate) + 1; i < static_cast<std::size_t>(to * rate); ++i)
      most = std::max(most, std::abs(samples[i]));
    return most;
  };
  CHECK(loudest(0, 0.1) == 0);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const double start = 0.1 + marks[i].start, end = start + marks[i].length;
    CAPTURE(i);
    CHECK(loudest(start + 0.006, end - 0.006) == Approx(0.6).epsilon(0.01));
    CHECK(loudest(end, i + 1 < marks.size() ? 0.1 + marks[i + 1].start : end + 0.1) == 0);
    CHECK(loudest(start, start + 0.001) < 0.05);
    CHECK(loudest(end - 0.001, end) < 0.05);
  }
  // From one sample to the next never more than the tone itself goes.
  const double step = 0.6 * 2 * std::numbers::pi * 600 / rate;
  for (std::size_t i = 1; i < samples.size(); ++i) REQUIRE(std::abs(samples[i] - samples[i - 1]) < 1.1 * step);
  CHECK(morse_wav({}, 600).size() == 44 + 2 * 3200);
}

TEST_CASE("Tapping is read at any speed, whatever was expected", "[morse]") {
  RandomStream random(4);
  const std::string text = "THE QUICK BROWN FOX 73";
  for (int round = 0; round < 300; ++round) {
    const double dot = 30 * std::pow(12.0, random.uniform()), expected = 30 * std::pow(8.0, random.uniform());
    CAPTURE(round, dot, expected);
    REQUIRE(read_keying(tapped(text, dot, 1.0, random), expected).code == message(text).code());
    REQUIRE(read_keying(tapped(text, dot, 1.12, random), expected).code == message(text).code());
  }
}

TEST_CASE("Whoever becomes faster is followed", "[morse]") {
  RandomStream random(6);
  std::vector<double> times;
  std::string code;
  for (double dot = 200; dot > 50; dot *= 0.9) {
    const auto word = tapped("PARIS", dot, 1.05, random);
    if (!times.empty()) {
      times.push_back(7 * dot);
      code += "  ";
    }
    times.insert(times.end(), word.begin(), word.end());
    code += message("PARIS").code();
  }
  const MorseKeying keying = read_keying(times, 60);
  CHECK(keying.code == code);
  CHECK(keying.units.front() == Approx(200).epsilon(0.1));
  CHECK(keying.units.back() < 65);
}

TEST_CASE("Dots, dashes and gaps by their length", "[morse]") {
  const auto read = [](std::vector<double> times, double expected) { return read_keying(times, expected).code; };
  CHECK(read({}, 60) == "");
  // One mark alone is told by the expected speed: a dash from two dots on.
  CHECK(read({100}, 60) == ".");
  CHECK(read({200}, 60) == "-");
  // Marks as long as the gaps between them are dots, however slow.
  CHECK(read({240, 240, 240, 240, 240}, 60) == "...");
  CHECK(read({720, 240, 720, 240, 720}, 60) == "---");
  // Beside dots of 40 ms, at 30 words a minute, a mark of 81 is a dash.
  CHECK(read({40, 40, 81, 40, 40, 40, 40}, 40) == ".-..");
  CHECK(read({40, 40, 70, 40, 40, 40, 40}, 40) == "....");
  CHECK(read({40, 280, 40}, 40) == ".  .");
  CHECK(read({40, 120, 40}, 40) == ". .");
  CHECK(read({100, 100, 100, 100, 100, 100, 300, 100, 300, 100, 300, 100, 100, 100, 100, 100, 100}, 60) == "...---...");
}
