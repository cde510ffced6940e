#include "puzzles/morse_timing.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace downhill {
namespace {

constexpr double slowest = 5, fastest = 40;
constexpr int sample_rate = 16000;
constexpr double margin = 0.1;  // seconds of silence at the ends of a file
constexpr double loudness = 0.6;

double mark_units(char mark) { return mark == '-' ? dash_units : 1; }

/// Calls `each` with every mark, the units since the beginning, and the gaps passed, in order.
void walk(const MorseMessage& message, const MorseTiming& timing, auto each) {
  double time = 0;
  int index = 0;
  for (std::size_t word = 0; word < message.words.size(); ++word) {
    if (word > 0) time += timing.word_gap;
    for (std::size_t sign = 0; sign < message.words[word].size(); ++sign, ++index) {
      if (sign > 0) time += timing.letter_gap;
      const std::string_view code = message.words[word][sign].code;
      for (std::size_t mark = 0; mark < code.size(); ++mark) {
        if (mark > 0) time += timing.dot;
        const double length = mark_units(code[mark]) * timing.dot;
        each(MorseMark{time, length, index});
        time += length;
      }
    }
  }
}

/// Between 0 and 1: how loud a mark is so many seconds after its start. Half a wave of a cosine up, the same down.
double envelope(double time, double length) {
  const double edge = std::min({time, length - time, morse_ramp}) / morse_ramp;
  return edge <= 0 ? 0 : (1 - std::cos(std::numbers::pi * edge)) / 2;
}

class ByteWriter {
 public:
  explicit ByteWriter(std::size_t size) { bytes.reserve(size); }
  void text(std::string_view four) { bytes.insert(bytes.end(), four.begin(), four.end()); }
  void number(std::uint32_t value, int width) {
    for (int byte = 0; byte < width; ++byte) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * byte)));
  }

  std::vector<std::uint8_t> bytes;
};

}  // namespace

int morse_units(std::string_view code) {
  if (code.empty()) return 0;
  double units = static_cast<double>(code.size()) - 1;  // the gaps within
  for (const char mark : code) units += mark_units(mark);
  return static_cast<int>(units);
}

int morse_units(const MorseMessage& message) {
  int units = 0;
  walk(message, {1, letter_gap_units, word_gap_units},
       [&](const MorseMark& mark) { units = static_cast<int>(mark.start + mark.length); });
  return units;
}

Result<MorseTiming> morse_timing(double speed, double effective) {
  const auto refuse = [](const char* parameter, double value, double largest) {
    return Error{ErrorCode::out_of_range, parameter, value, -1, range_text(slowest, largest)};
  };
  if (!(speed >= slowest && speed <= fastest)) return refuse("speed", speed, fastest);
  if (!(effective >= slowest && effective <= speed)) return refuse("effective", effective, speed);
  // [region farnsworth]
  // PARIS has 50 units: 31 within its five signs, 4 gaps of 3 between them, and 7 to the next word. So a minute has 50 units
  // for each word, and a unit lasts 60 / (50 speed) seconds.
  const double dot = 60 / (50 * speed);
  // What a word lasts longer at the effective speed goes to the 19 units between signs and words, in equal parts.
  const double between = (60 / effective - 31 * dot) / 19;
  return MorseTiming{.dot = dot, .letter_gap = letter_gap_units * between, .word_gap = word_gap_units * between};
  // [endregion]
}

std::vector<MorseMark> morse_marks(const MorseMessage& message, const MorseTiming& timing) {
  std::vector<MorseMark> marks;
  walk(message, timing, [&](const MorseMark& mark) { marks.push_back(mark); });
  return marks;
}

std::vector<std::uint8_t> morse_wav(const std::vector<MorseMark>& marks, double frequency) {
  const double length = marks.empty() ? 0 : marks.back().start + marks.back().length;
  const auto count = static_cast<std::uint32_t>(std::ceil((length + 2 * margin) * sample_rate));
  std::vector<std::int16_t> samples(count, 0);
  for (const MorseMark& mark : marks) {
    const double start = mark.start + margin;
    const auto end = static_cast<std::size_t>((start + mark.length) * sample_rate);
    for (auto i = static_cast<std::size_t>(std::ceil(start * sample_rate)); i <= end && i < count; ++i) {
      const double time = static_cast<double>(i) / sample_rate - start;
      const double tone = std::sin(2 * std::numbers::pi * frequency * time);
      samples[i] = static_cast<std::int16_t>(std::lround(32767 * loudness * envelope(time, mark.length) * tone));
    }
  }
  ByteWriter file(44 + 2 * count);
  file.text("RIFF");
  file.number(36 + 2 * count, 4);
  file.text("WAVEfmt ");
  file.number(16, 4);  // what follows of the format
  file.number(1, 2);   // plain samples
  file.number(1, 2);   // one channel
  file.number(sample_rate, 4);
  file.number(2 * sample_rate, 4);  // bytes in a second
  file.number(2, 2);                // bytes of a sample
  file.number(16, 2);               // its bits
  file.text("data");
  file.number(2 * count, 4);
  for (const std::int16_t sample : samples) file.number(static_cast<std::uint16_t>(sample), 2);
  return std::move(file.bytes);
}

}  // namespace downhill
