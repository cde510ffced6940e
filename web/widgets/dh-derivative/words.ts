/** What the figure shows, in words. */
import { formatNumber } from '../../plot/format.ts';
import type { DerivativeStep } from '../../core/calculus/types.ts';
import { ALL_DIGITS } from '../../figures/data/right-digits.ts';
import { plainMath } from '../../controls/formula.ts';
import { numberWords } from '../../language/strings.ts';
import type { Comparison } from './comparison.ts';
import type { Derivation } from './derivation.ts';

export type Say = (key: string, values?: Record<string, string | number>) => string;

export const format = (value: number): string => formatNumber(value, { words: numberWords() });

/** Longer formulas stand in the figure alone. */
const SPEAKABLE = 60;

/** The rule and what it was about: Chain rule, sin. */
export function ruleName({ rule, function: outer }: DerivativeStep, say: Say): string {
  const name = say(`rule-${rule}`);
  return outer ? `${name}, ${outerName(outer, say)}` : name;
}

/** The outer function of a chain: `sin`, or the name of what is no function. */
export function outerName(outer: string, say: Say): string {
  return outer === 'power' || outer === 'exponential' ? say(`outer-${outer}`) : outer;
}

/** A step as a sentence, for those who do not see the formula. */
export function stepSentence({ rule, beforeText, afterText }: DerivativeStep, say: Say): string {
  return say(rule === 'simplify' ? 'simplified' : 'derived', {
    before: plainMath(beforeText),
    after: plainMath(afterText),
  });
}

/** To how many digits a way to the slope is right; those of a zero are counted after the point. */
export function rightness(digits: number, slope: number, say: Say): string {
  if (digits === ALL_DIGITS) return say('digits-all');
  if (digits === 0) return say('no-digits');
  return say(slope === 0 ? 'decimals-right' : 'digits-right', { digits });
}

/** One sentence on the step opened last, one on the point. */
export function sentence(derivation: Derivation, comparison: Comparison, derivative: string, say: Say): string {
  return `${aboutSteps(derivation, derivative, say)} ${aboutPoint(comparison, say)}`;
}

function aboutSteps(derivation: Derivation, derivative: string, say: Say): string {
  const { position, reached, current } = derivation;
  const counts = { step: position, steps: reached };
  if (!current) return say('not-begun', counts);
  if (position === reached)
    return derivative.length > SPEAKABLE
      ? say('finished-long', counts)
      : say('finished', { ...counts, derivative: plainMath(derivative) });
  const place = say('at-step', { ...counts, rule: ruleName(current, say) });
  const spoken = stepSentence(current, say);
  return spoken.length > 2 * SPEAKABLE ? place : `${place} ${spoken}`;
}

function aboutPoint({ x, value, symbolic, dual, central, slope, digits, place }: Comparison, say: Say): string {
  const facts = {
    x: format(x),
    slope: format(slope),
    symbolic: format(symbolic),
    central: format(central),
    digits: digits.central,
  };
  if (!place) {
    if (!Number.isFinite(dual)) return say('dual-fails', facts);
    if (digits.central === 0) return say('central-fails', facts);
    if (digits.central === ALL_DIGITS) return say('agree-all', facts);
    return say(slope === 0 ? 'agree-zero' : 'agree', facts);
  }
  if (!Number.isFinite(value))
    return say(Number.isFinite(symbolic) ? 'undefined-but-formula' : 'undefined-here', facts);
  const { kind, left, right } = place;
  if (kind !== 'kink') return say(kind === 'jump' || kind === 'edge' ? kind : 'no-slope', facts);
  if ([left.slope, right.slope].some(Number.isNaN)) return say('no-slope', facts);
  if (Math.abs(left.slope) === Infinity && left.slope === right.slope) return say('vertical', facts);
  const sides = { ...facts, left: format(left.slope), right: format(right.slope) };
  return say(Number.isFinite(central) ? 'kink-unnoticed' : 'kink', sides);
}
