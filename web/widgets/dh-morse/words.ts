/** Signs, times and numbers as they are read. */
import type { Explanation } from '../../controls/explain.ts';
import type { MorseMessage, MorseSign, MorseSignal } from '../../core/puzzles/morse-types.ts';
import { alignedLatex, equalsLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { durationOf } from './model.ts';

/** To a tenth of a millisecond. */
const rounded = (seconds: number): number => Math.round(seconds * 10_000) / 10;

export const milliseconds = (seconds: number): string => format(rounded(seconds), 6);

const time = (seconds: number): string => `${numberLatex(rounded(seconds))}\\,\\text{ms}`;
const equalsTime = (seconds: number): string => `${equalsLatex(seconds * 1000)} ${time(seconds)}`;

/** Dots and dashes that are large enough to be told apart. */
export const drawnCode = (code: string): string => code.replaceAll('.', '·').replaceAll('-', '–');

/** How many dots, dashes and gaps a message has. */
function counted({ words }: MorseMessage) {
  const signs = words.flat();
  const marks = signs.map(({ code }) => code).join('');
  return {
    dots: marks.replaceAll('-', '').length,
    dashes: marks.replaceAll('.', '').length,
    within: marks.length - signs.length,
    letterGaps: signs.length - words.length,
    wordGaps: Math.max(words.length - 1, 0),
  };
}

export function explainSign(sign: MorseSign, dot: number, say: Say): Explanation {
  const terms = [...sign.code].map((mark) => (mark === '-' ? '3' : '1')).join(' + 1 + ');
  return {
    title: say('sign-units', { sign: sign.text, units: sign.units }),
    latex: alignedLatex(
      terms,
      `= ${sign.units}`,
      `\\to\\; ${sign.units} \\cdot ${time(dot)} ${equalsTime(sign.units * dot)}`,
    ),
    text: say('explain-sign'),
  };
}

export function explainUnits(message: MorseMessage, say: Say): Explanation {
  const { dots, dashes, within, letterGaps, wordGaps } = counted(message);
  return {
    title: say('so-many-units', { units: message.units }),
    latex: alignedLatex(
      `${dots} \\cdot 1 + ${dashes} \\cdot 3`,
      `+\\; ${within} \\cdot 1 + ${letterGaps} \\cdot 3 + ${wordGaps} \\cdot 7`,
      `= ${message.units}`,
    ),
    text: say('explain-units', { dots, dashes, within, letters: letterGaps, words: wordGaps }),
  };
}

export function explainDuration(message: MorseMessage, signal: MorseSignal, say: Say): Explanation {
  const { dots, dashes, within, letterGaps, wordGaps } = counted(message);
  const inside = dots + 3 * dashes + within;
  return {
    title: say('so-many-seconds', { seconds: format(durationOf(signal)) }),
    latex: alignedLatex(
      `${inside} \\cdot ${time(signal.dot)}`,
      `+\\; ${letterGaps} \\cdot ${time(signal.letterGap)}`,
      `+\\; ${wordGaps} \\cdot ${time(signal.wordGap)}`,
      equalsTime(durationOf(signal)),
    ),
    text: say('explain-duration'),
  };
}

export function explainDot(speed: number, { dot }: MorseSignal, say: Say): Explanation {
  return {
    title: say('dot-is', { dot: milliseconds(dot) }),
    latex: `\\dfrac{${time(60)}}{50 \\cdot ${numberLatex(speed)}} ${equalsTime(dot)}`,
    text: say('explain-dot'),
  };
}
