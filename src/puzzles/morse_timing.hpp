#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "puzzles/morse.hpp"

namespace downhill {

/// A unit is the length of a dot. A dash has three, between the marks of a sign there is one, between signs there are three,
/// between words seven.
constexpr int dash_units = 3, letter_gap_units = 3, word_gap_units = 7;

/// How long a sign sounds, from its first mark to its last, in units.
int morse_units(std::string_view code);

/// The same for a message, with the gaps between signs and words.
int morse_units(const MorseMessage& message);

/// In seconds: a dot, and the silences between signs and between words.
struct MorseTiming {
  double dot, letter_gap, word_gap;
};

/// Times at so many words per minute, where a word is PARIS with the gap after it, 50 units. With an `effective` speed below
/// `speed` signs keep the pace of `speed`, and the gaps are stretched until as many words fit into a minute as `effective` says
/// (Farnsworth spacing; Bloom, A Standard for Morse Timing Using the Farnsworth Technique, ARRL 1990). Errors: out_of_range
/// (`speed`, 5 to 40; `effective`, 5 to `speed`).
Result<MorseTiming> morse_timing(double speed, double effective);

/// A tone, in seconds from the beginning, and which sign of the message it belongs to.
struct MorseMark {
  double start, length;
  int sign;
};

std::vector<MorseMark> morse_marks(const MorseMessage& message, const MorseTiming& timing);

/// A tone rises and falls over so many seconds, so that it begins and ends without a click.
constexpr double morse_ramp = 0.006;

/// A WAV file of the marks: a pure tone, one channel of 16 bits, with a tenth of a second of silence at both ends.
std::vector<std::uint8_t> morse_wav(const std::vector<MorseMark>& marks, double frequency);

}  // namespace downhill
