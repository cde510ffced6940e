/** Scores, numbers and formulas of number baseball as they are read. */
import type { Explanation } from '../../controls/explain.ts';
import type { BaseballGuess, BaseballReading, BaseballScore } from '../../core/puzzles/types.ts';
import { alignedLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { isRight } from './model.ts';
import type { Turn } from './model.ts';

const DIGITS = 4;

/** "1 strike, 2 balls", or that nothing is right. */
export function scoreWords({ strikes, balls }: BaseballScore, say: Say): string {
  if (strikes + balls === 0) return say('out');
  return [strikes > 0 && say('strikes', { strikes }), balls > 0 && say('balls', { balls })].filter(Boolean).join(' ');
}

/** What is wrong with what was typed; empty where nothing is. */
export function complaint({ input, digits }: BaseballReading, say: Say): string {
  return input === 'guess' || input === 'stop' ? '' : say(`input-${input}`, { digits, count: digits.length });
}

/** What one answer has told: log₂ of how many times fewer candidates there are. */
export const bitsOf = ({ before, after }: Turn): number => Math.log2(before / after);

export const explainTurn = (turn: Turn, say: Say): Explanation => ({
  title: say('told', { guess: turn.guess, bits: format(bitsOf(turn)) }),
  latex: `\\log_2 \\dfrac{${turn.before}}{${turn.after}} = ${numberLatex(bitsOf(turn), DIGITS)}`,
});

/** H of a guess with the numbers put in, one term for each answer that can be. */
export function explainGuess(guess: BaseballGuess, left: number, say: Say): Explanation {
  const terms = guess.parts
    .filter(({ count }) => count > 0)
    .map(({ count }) => `\\tfrac{${count}}{${left}} \\log_2 \\tfrac{${left}}{${count}}`);
  const lines = [];
  for (let at = 0; at < terms.length; at += 3) lines.push(`${at === 0 ? '=' : '\\quad +'} ${terms.slice(at, at + 3).join(' + ')}`);
  return {
    title: say('guess-bits', { guess: guess.guess, bits: format(guess.bits) }),
    latex: alignedLatex('H', ...lines, `= ${numberLatex(guess.bits, DIGITS)}`),
  };
}

/** The part of one answer: how likely it is, and what it would tell. */
export const explainPart = (part: BaseballScore & { count: number }, left: number, say: Say): Explanation => ({
  title: say('part', { score: scoreWords(part, say), count: part.count }),
  latex: alignedLatex(
    'p',
    `= \\dfrac{${part.count}}{${left}} = ${numberLatex(part.count / left, DIGITS)}`,
    `\\log_2 \\tfrac{1}{p} &= ${numberLatex(Math.log2(left / part.count), DIGITS)}`.replace('&=', '='),
  ),
});

/** Marks for the eye beside the words: ● a strike, ○ a ball. */
export const marks = (score: BaseballScore): string =>
  isRight(score) ? '●●●' : '●'.repeat(score.strikes) + '○'.repeat(score.balls) || '–';
