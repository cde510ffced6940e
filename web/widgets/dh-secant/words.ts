/** What the two points say about the slope, in words with their numbers. */
import { formatNumber } from '../../plot/format.ts';
import { numberWords, say as shared } from '../../language/strings.ts';
import type { Pair } from './pair.ts';
import type { Sweep } from './sweep.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;

export const format = (value: number, digits = 4): string => formatNumber(value, { digits, words: numberWords() });

/** Half of the stretch, in powers of ten, over which the forward difference is about as exact as it gets. */
const AROUND = 0.75;
/** An error that is smaller, as part of the derivative, is none to speak of. */
const NEGLIGIBLE = 1e-12;

export function sentence(pair: Pair, { best }: Sweep, h: number, say: Say): string {
  const { x, second, value, secondValue, slope, exact, errors, place, secondOverflows } = pair;
  const facts = {
    x: format(x),
    h: format(h),
    second: format(second),
    slope: format(slope, slopeDigits(slope, exact)),
    exact: format(exact),
    error: format(errors.forward, 2),
  };
  if (Number.isNaN(value) || place?.kind === 'gap') return say('no-point', facts);
  if (place?.kind === 'overflow') return say(Number.isFinite(value) ? 'slope-overflows' : 'point-overflows', facts);
  if (secondOverflows) return say('second-overflows', facts);
  if (!Number.isFinite(value) || !Number.isFinite(secondValue)) return say('no-secant', facts);
  if (place) return say('no-derivative', { ...facts, place: shared(`place-${place.kind}`) });
  if (!Number.isFinite(errors.forward)) return say('slopes', facts);
  const secant = say('secant', facts);
  if (second === x && exact !== 0) return `${secant} ${say('lost', facts)}`;
  const regime = regimeOf(errors.forward, exact, h, best);
  return regime ? `${secant} ${say(regime)}` : secant;
}

function regimeOf(error: number, exact: number, h: number, best: number): string | undefined {
  const apart = Math.log10(h / best);
  if (apart > AROUND) return error > 0 ? 'truncation' : undefined;
  if (apart > -AROUND) return 'best';
  return error > NEGLIGIBLE * Math.max(1, Math.abs(exact)) ? 'rounding' : undefined;
}

/** As many digits of the secant's slope as show how it differs from the tangent's. */
export function slopeDigits(slope: number, exact: number): number {
  const part = Math.abs(slope - exact) / Math.abs(exact);
  return part > 0 && part < 1 ? Math.min(15, Math.max(4, Math.ceil(-Math.log10(part)) + 2)) : 4;
}
