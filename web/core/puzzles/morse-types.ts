/** Morse code by ITU-R M.1677-1, with Korean letters: text and signs, when they sound, and what was tapped on a key. */
import type { Name } from '../types.ts';

export interface MorseCore {
  morseTables(): MorseTables;
  /** What a text is sent as. Throws, for `text`, unknown-name (parameter = the character, with its position) or unexpected-token for a letter of another alphabet. */
  morseMessage(text: string): MorseMessage;
  /** What dots and dashes say, in one of the alphabets. Throws unexpected-token or unknown-name (parameter = the marks), with a position; unknown-id. */
  readMorse(code: string, alphabet: string): MorseMessage;
  /** A text without what has no sign. */
  sendableText(text: string): string;
  /** When a text sounds, at so many words per minute and, with stretched gaps, effectively so many. Throws out-of-range (`speed`, `effective`). */
  morseSignal(text: string, speed: number, effective: number): MorseSignal;
  /** The same as a WAV file with a tone of so many hertz. Throws out-of-range. */
  morseWav(text: string, speed: number, effective: number, frequency: number): Uint8Array;
  /** Times on a key in ms: pressed, released, pressed … The length of a dot that is expected decides only while nothing else does. */
  readKeying(times: readonly number[], expectedDot: number, alphabet: string): MorseKeying;
}

export interface MorseSign {
  text: string;
  code: string;
  /** How long it sounds, in dots. */
  units: number;
}

export interface MorseTables {
  alphabets: { id: string; name: Name; letters: MorseSign[] }[];
  digits: MorseSign[];
  punctuation: MorseSign[];
  proceduralSigns: MorseSign[];
}

export interface MorseMessage {
  alphabet: string;
  /** One space between signs, two between words. */
  code: string;
  text: string;
  /** How doubled consonants could be read otherwise; as `text` where nothing is doubtful. */
  otherText: string;
  /** How long it sounds, in dots. */
  units: number;
  words: MorseSign[][];
}

/** In seconds. */
export interface MorseSignal {
  dot: number;
  letterGap: number;
  wordGap: number;
  /** How long a tone rises, and falls. */
  ramp: number;
  /** Mark by mark: when it begins, how long it sounds, to which sign of the message it belongs. */
  starts: Float64Array;
  lengths: Float64Array;
  signs: Int32Array;
}

export interface MorseKeying {
  code: string;
  /** With ▯ for marks that are no sign. */
  text: string;
  /** How long a dot was at the end, in ms; null before the first mark. */
  dot: number | null;
}
