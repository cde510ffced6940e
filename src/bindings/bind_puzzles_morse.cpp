#include "bindings/catalog_out.hpp"
#include "puzzles/morse_key.hpp"
#include "puzzles/morse_timing.hpp"

namespace downhill {
namespace {

using emscripten::function;

val sign_out(const MorseSign& sign) {
  val out = val::object();
  out.set("text", std::string(sign.text));
  out.set("code", std::string(sign.code));
  out.set("units", morse_units(sign.code));
  return out;
}

val signs_out(std::span<const MorseSign> signs) { return list_out(signs, sign_out); }

val tables() {
  val out = val::object();
  out.set("alphabets", list_out(morse_alphabets(), [](const MorseAlphabet& alphabet) {
            val entry = named_out(alphabet);
            entry.set("letters", signs_out(alphabet.letters));
            return entry;
          }));
  out.set("digits", signs_out(morse_digits()));
  out.set("punctuation", signs_out(morse_punctuation()));
  out.set("proceduralSigns", signs_out(morse_procedural_signs()));
  return out;
}

val message_out(const MorseMessage& message) {
  val out = val::object();
  out.set("alphabet", message.alphabet->id);
  out.set("code", message.code());
  out.set("text", message.text());
  out.set("otherText", message.other_text());
  out.set("units", morse_units(message));
  out.set("words", list_out(message.words, signs_out));
  return out;
}

val message(const std::string& text) { return answer(morse_message(text), message_out); }

val read_code(const std::string& code, const std::string& id) {
  const auto alphabet = morse_alphabets().find(id, "alphabet");
  if (!alphabet) return failure(alphabet.error());
  return answer(read_morse(code, **alphabet), message_out);
}

std::string sendable(const std::string& text) { return sendable_text(text); }

val signal(const std::string& text, double speed, double effective) {
  const auto message = morse_message(text);
  if (!message) return failure(message.error());
  return answer(morse_timing(speed, effective), [&](const MorseTiming& timing) {
    std::vector<double> starts, lengths;
    std::vector<int> signs;
    for (const MorseMark& mark : morse_marks(*message, timing)) {
      starts.push_back(mark.start);
      lengths.push_back(mark.length);
      signs.push_back(mark.sign);
    }
    val out = val::object();
    out.set("dot", timing.dot);
    out.set("letterGap", timing.letter_gap);
    out.set("wordGap", timing.word_gap);
    out.set("ramp", morse_ramp);
    out.set("starts", copy_out(starts));
    out.set("lengths", copy_out(lengths));
    out.set("signs", copy_out(signs));
    return out;
  });
}

val wav(const std::string& text, double speed, double effective, double frequency) {
  const auto message = morse_message(text);
  if (!message) return failure(message.error());
  return answer(morse_timing(speed, effective), [&](const MorseTiming& timing) {
    const std::vector<std::uint8_t> file = morse_wav(morse_marks(*message, timing), frequency);
    return val(emscripten::typed_memory_view(file.size(), file.data())).call<val>("slice");
  });
}

val keying(const val& times, double expected_dot, const std::string& id) {
  return answer(morse_alphabets().find(id, "alphabet"), [&](const MorseAlphabet* alphabet) {
    const MorseKeying keying = read_keying(copy_in(times), expected_dot);
    val out = val::object();
    out.set("code", keying.code);
    out.set("text", keyed_text(keying.code, *alphabet));
    out.set("dot", keying.units.empty() ? val::null() : val(keying.units.back()));
    return out;
  });
}

}  // namespace

DOWNHILL_BINDINGS(puzzles_morse) {
  function("morseTables", &tables);
  function("morseMessage", &message);
  function("readMorse", &read_code);
  function("sendableText", &sendable);
  function("morseSignal", &signal);
  function("morseWav", &wav);
  function("readKeying", &keying);
}

}  // namespace downhill
