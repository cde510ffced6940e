/** What a run over a landscape does, in words with its numbers. */
import { formatNumber } from '../../plot/format.ts';
import type { DescentRun } from '../../figures/descent/descent-run.ts';
import { numberWords } from '../../language/strings.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;

const format = (value: number): string => formatNumber(value, { words: numberWords() });

/** A point as (x, y). */
export const formatPoint = (point: readonly number[]): string => `(${point.map(format).join(', ')})`;

/** One sentence on the run as it stands at the step that is shown. */
export function sentence(run: DescentRun, say: Say, tolerance: number): string {
  const at = run.position;
  const facts = {
    steps: at,
    point: formatPoint(run.point()),
    value: format(run.values[at]),
    norm: format(run.gradientNorms[at]),
    tolerance: format(tolerance),
  };
  switch (run.outcomeNow) {
    case 'running':
      return say(at === 0 ? 'start-is' : 'running', facts);
    case 'converged':
      return say(at === 0 ? 'converged-at-start' : 'converged', facts);
    case 'flat-point':
      if (run.stationary === 'undecided') return say('flat-undecided', facts);
      return say('flat-point', { ...facts, kind: say(`kind-${run.stationary}`) });
    case 'oscillating':
      return say('oscillating', { ...facts, before: formatPoint(run.point(at - 1)) });
    case 'diverged':
      return say(wanders(run) ? 'diverged-unbounded' : 'diverged-overshoot', { ...facts, ...lastPlace(run) });
    default:
      return say(run.outcomeNow, facts);
  }
}

/** The last step of a run at which all numbers are finite. */
function lastFinite(run: DescentRun): number {
  let step = run.reached;
  while (step > 0 && !run.point(step).every(Number.isFinite)) step--;
  return step;
}

function lastPlace(run: DescentRun): Record<string, string> {
  const last = lastFinite(run);
  return { point: formatPoint(run.point(last)), value: format(run.values[last]) };
}

/** Whether the last two steps kept their direction: then it is no valley that was crossed, but a slope without end. */
function wanders(run: DescentRun): boolean {
  const last = lastFinite(run);
  const [a, b, c] = [last - 2, last - 1, last].map((step) => run.point(Math.max(0, step)));
  return (c[0] - b[0]) * (b[0] - a[0]) + (c[1] - b[1]) * (b[1] - a[1]) >= 0;
}
