/** What the descent does, in words with its numbers. */
import { formatNumber } from '../../plot/format.ts';
import { lineText } from '../../figures/data/line.ts';
import { lineWithoutNoise, lossWithoutNoise } from '../../figures/data/rounding-noise.ts';
import type { RegressionRun } from '../../figures/data/regression-run.ts';
import { numberWords } from '../../language/strings.ts';
import type { Posed } from '../../figures/data/posed-regression.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;

export const format = (value: number): string => formatNumber(value, { digits: 4, words: numberWords() });
export const formatPair = (pair: readonly number[]): string => `(${pair.map(format).join(', ')})`;

/** Has one of the last two steps gone up? */
const bounces = ({ losses, position }: RegressionRun): boolean =>
  losses[position] > losses[position - 1] || losses[position - 1] > losses[position - 2];

/** One sentence on the run as it stands at the step that is shown. */
export function sentence(
  say: Say,
  walk: { posed: Posed; run: RegressionRun } | undefined,
  data: { x: ArrayLike<number>; y: ArrayLike<number> },
  state: { rate: number; loss: string },
): string {
  if (!walk) return say('no-points');
  const { posed, run } = walk;
  const { leastLoss, curvatures } = posed.facts;
  const outcome = run.outcomeNow;
  // A run that left the range of numbers is told by the last place it was seen at.
  let last = run.position;
  while (last > 0 && !Number.isFinite(run.losses[last])) last--;
  const largest = curvatures && 2 / curvatures[1];
  const height = (loss: number) => format(lossWithoutNoise(loss, data.y, state.loss));
  const facts = {
    steps: run.position,
    line: lineText(lineWithoutNoise(posed.lineOf(run.point(last)), data)),
    loss: height(run.losses[last]),
    least: height(leastLoss),
    gap: height(Math.max(0, run.losses[last] - leastLoss)),
    rate: format(state.rate),
    largest: largest ? format(largest) : '',
  };
  if (outcome === 'diverged') return say(largest && state.rate > largest ? 'diverged-rate' : 'diverged', facts);
  if (outcome === 'running') return say(run.position === 0 ? 'start-is' : 'running', facts);
  if (outcome === 'converged') return say(run.position === 0 ? 'converged-at-start' : 'converged', facts);
  return say(state.loss === 'norm' && bounces(run) ? 'bouncing' : 'limit-reached', facts);
}
