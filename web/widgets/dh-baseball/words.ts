/** Scores, numbers and formulas of number baseball as they are read. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Explanation } from '../../controls/explain.ts';
import type { BaseballGuess, BaseballReading, BaseballScore } from '../../core/puzzles/types.ts';
import { alignedLatex, equalsLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import type { Turn } from './model.ts';

const DIGITS = 4;
/** Terms of a sum that stand in one line of an explanation. */
const IN_LINE = 2;

const equals = (value: number): string => `${equalsLatex(value, DIGITS)} ${numberLatex(value, DIGITS)}`;

/** "1 strike 2 balls", or that nothing is right. */
export function scoreWords({ strikes, balls }: BaseballScore, say: Say): string {
  if (strikes + balls === 0) return say('out');
  return [strikes > 0 && say('strikes', { strikes }), balls > 0 && say('balls', { balls })].filter(Boolean).join(' ');
}

/** The same for the eye: a full disc is a strike, a ring a ball. */
export const marks = ({ strikes, balls }: BaseballScore): TemplateResult =>
  html`<span class="marks" aria-hidden="true"
    >${Array.from({ length: strikes }, () => html`<i class="strike"></i>`)}${Array.from(
      { length: balls },
      () => html`<i></i>`,
    )}${strikes + balls === 0 ? '–' : nothing}</span
  >`;

/** What is wrong with what was typed; empty where nothing is. */
export function complaint({ input, digits }: BaseballReading, say: Say): string {
  return input === 'guess' || input === 'stop' ? '' : say(`input-${input}`, { digits });
}

const YES = /^(y|yes|예|네|응|ㅇ)$/i;
const NO = /^(n|no|아니요|아니오|아뇨|ㄴ)$/i;

/** The answer to "one more game?"; undefined for what is neither yes nor no. */
export function yesOrNo(text: string): boolean | undefined {
  if (YES.test(text.trim())) return true;
  return NO.test(text.trim()) ? false : undefined;
}

/** What an answer has told: log₂ of how many times fewer secrets fit. */
export const bitsOf = ({ before, after }: Turn): number => Math.log2(before / after);

export const explainTurn = (turn: Turn, say: Say): Explanation => ({
  title: say('told', { guess: turn.guess, bits: format(bitsOf(turn)) }),
  latex: `\\log_2 \\dfrac{${turn.before}}{${turn.after}} ${equals(bitsOf(turn))}`,
  text: say('explain-turn', { before: turn.before, after: turn.after }),
});

/** H of a guess with the numbers put in, one term for each answer that can be. */
export function explainGuess({ guess, bits, parts }: BaseballGuess, left: number, say: Say): Explanation {
  const terms = parts
    .filter(({ count }) => count > 0)
    .map(({ count }) => `\\tfrac{${count}}{${left}} \\log_2 \\tfrac{${left}}{${count}}`);
  const lines = [];
  for (let at = 0; at < terms.length; at += IN_LINE)
    lines.push(`${at === 0 ? '=' : '\\quad{} +'} ${terms.slice(at, at + IN_LINE).join(' + ')}`);
  return {
    title: say('guess-bits', { guess, bits: format(bits) }),
    latex: alignedLatex('H', ...lines, equals(bits)),
    text: say('explain-guess'),
  };
}

/** One answer: how likely it is, and what it would tell. */
export function explainPart(
  { count, ...score }: BaseballScore & { count: number },
  left: number,
  say: Say,
): Explanation {
  const title = say('part', { score: scoreWords(score, say), count });
  if (count === 0) return { title, text: say('explain-never') };
  return {
    title,
    latex:
      alignedLatex('p', `= \\dfrac{${count}}{${left}} ${equals(count / left)}`) +
      `,\\quad \\log_2 \\tfrac{1}{p} ${equals(Math.log2(left / count))}`,
    text: say('explain-part'),
  };
}
