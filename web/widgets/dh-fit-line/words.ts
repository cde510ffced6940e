/** What the figure shows, in words with its numbers. */
import { formatNumber } from '../../plot/format.ts';
import { lineText } from '../../figures/data/line.ts';
import type { Line } from '../../figures/data/line.ts';
import { fitLossWithoutNoise, lossWithoutNoise } from '../../figures/data/rounding-noise.ts';
import { numberWords } from '../../language/strings.ts';
import type { Solution } from './solve.ts';

export type Say = (key: string, values?: Record<string, string | number>) => string;

export const format = (value: number, digits = 4): string => formatNumber(value, { digits, words: numberWords() });

/** How many times the least loss a loss is; undefined where that says nothing because the least is 0. */
export function ratioOf(loss: number, least: number, size: number): number | undefined {
  const nothing = 1e-24 * size;
  if (least > nothing) return loss / least;
  return loss <= nothing ? 1 : undefined;
}

/** A loss larger by no more than this part reads as the least. */
const AS_GOOD_AS_BEST = 1e-9;

interface Facts {
  line: Line;
  /** Sum of squared residuals of the line. */
  loss: number;
  ratio: number | undefined;
  /** The outputs. */
  y: ArrayLike<number>;
  degree: number;
  method: string;
  fit: boolean;
  solution: Solution | undefined;
}

export function sentence(say: Say, facts: Facts): string {
  const { line, loss, ratio, y, fit, solution } = facts;
  if (!solution) return say('no-points');
  const own = { line: lineText(line), loss: format(lossWithoutNoise(loss, y, 'squared-norm')) };
  const hand =
    ratio === undefined
      ? say('hand-exact', own)
      : ratio < 1 + AS_GOOD_AS_BEST
        ? say('hand-best', own)
        : say('hand', { ...own, ratio: format(ratio) });
  return fit ? `${hand} ${closedForm(say, solution, facts)}` : hand;
}

function closedForm(say: Say, solution: Solution, { y, degree, method }: Facts): string {
  const { fit, loss, rank, columns, singularValues, tolerance, upright } = solution;
  if (upright) return say('upright');
  const count = y.length;
  const facts = { degree, columns, count, rank, loss: format(fitLossWithoutNoise(loss, y)), missing: columns - rank };
  if (!fit) return say('refused', facts);
  const found = say('closed-form', facts);
  if (fit.centred) {
    const [centre, scale] = [fit.centred.centres[0], fit.centred.scales[0]].map((value) => format(value, 6));
    const seen = singularValues.filter((value) => value > tolerance).length;
    return `${found} ${say('centred', { centre, scale, seen, rank })}`;
  }
  // Ridge regression has one answer whatever the rank.
  if (rank === columns || method === 'ridge') return found;
  if (method !== 'pseudo-inverse') return `${found} ${say('dependent-other', facts)}`;
  return `${found} ${say(count < columns ? 'wide' : 'dependent', facts)}`;
}
