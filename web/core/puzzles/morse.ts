/** Morse code, directly over the module. */
import { CoreError } from '../error.ts';
import { requireFinite, unwrap } from '../handle.ts';
import type { MorseModule } from './module.ts';
import type { MorseCore, MorseKeying, MorseMessage, MorseSignal, MorseTables } from './morse-types.ts';

/** A tone that can be heard, in hertz. */
const TONES = [100, 2000] as const;

export function morseMethods(module: MorseModule): MorseCore {
  return {
    morseTables: () => module.morseTables() as MorseTables,
    // Decomposed letters, as some systems hand them over, are composed first.
    morseMessage(text) {
      const composed = text.normalize('NFC');
      return unwrap(module.morseMessage(composed), composed) as MorseMessage;
    },
    readMorse: (code, alphabet) => unwrap(module.readMorse(code, alphabet), code) as MorseMessage,
    sendableText: (text) => module.sendableText(text.normalize('NFC')),
    morseSignal(text, speed, effective) {
      const composed = text.normalize('NFC');
      return unwrap(module.morseSignal(composed, speed, effective), composed) as MorseSignal;
    },

    morseWav(text, speed, effective, frequency) {
      if (!(frequency >= TONES[0] && frequency <= TONES[1]))
        throw new CoreError({ code: 'out-of-range', parameter: 'frequency', value: frequency, expected: `[${TONES}]` });
      const composed = text.normalize('NFC');
      return unwrap(module.morseWav(composed, speed, effective, frequency), composed) as Uint8Array;
    },

    readKeying(times, expectedDot, alphabet) {
      for (const time of [...times, expectedDot]) {
        requireFinite('taps', time);
        if (time <= 0) throw new CoreError({ code: 'out-of-range', parameter: 'taps', value: time });
      }
      return unwrap(module.readKeying(times, expectedDot, alphabet)) as MorseKeying;
    },
  };
}
