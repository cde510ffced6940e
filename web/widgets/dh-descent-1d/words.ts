/** What a run does, in words with its numbers. */
import { formatNumber } from '../../plot/format.ts';
import type { DescentRun } from '../../figures/descent/descent-run.ts';
import { numberWords } from '../../language/strings.ts';
import type { Curvature } from '../../core/optimize/types.ts';

export type Say = (key: string, values?: Record<string, string | number>) => string;

export const format = (value: number): string => formatNumber(value, { words: numberWords() });

/** Regimes of a learning rate on a quadratic with curvature L: the ids of the core. */
export type Regime = 'monotone' | 'one-step' | 'alternating' | 'bouncing' | 'diverging';

export function regimeOf(rate: number, bound: number): Regime {
  const product = rate * bound;
  if (Math.abs(product - 1) < 1e-12) return 'one-step';
  if (Math.abs(product - 2) < 2e-12) return 'bouncing';
  return product < 1 ? 'monotone' : product < 2 ? 'alternating' : 'diverging';
}

/** The last place of a run that is a number. */
function lastFinite(run: DescentRun): number {
  let step = run.reached;
  while (step > 0 && !Number.isFinite(run.points[step])) step--;
  return step;
}

/** One sentence on the run as it stands at the step that is shown. `rule` is set where a rule for quadratics holds. */
export function sentence(
  run: DescentRun,
  say: Say,
  tolerance: number,
  rule: { rate: number; curvature: Curvature } | undefined,
): string {
  const at = run.position;
  const facts = {
    steps: at,
    x: format(run.points[at]),
    value: format(run.values[at]),
    slope: format(run.gradients[at]),
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
      return say('oscillating', { ...facts, before: format(run.points[at - 1]) });
    case 'diverged':
      return divergence(run, say, facts, rule);
    default:
      return say(run.outcomeNow, facts);
  }
}

function divergence(
  run: DescentRun,
  say: Say,
  facts: Record<string, string | number>,
  rule: { rate: number; curvature: Curvature } | undefined,
): string {
  const last = lastFinite(run);
  const shown = { ...facts, x: format(run.points[last]), value: format(run.values[last]) };
  if (rule?.curvature.quadratic && rule.curvature.largest > 0) {
    const bound = rule.curvature.largest;
    const numbers = {
      factor: format(Math.abs(1 - rule.rate * bound)),
      rate: format(rule.rate),
      bound: format(2 / bound),
    };
    return say('diverged-quadratic', { ...shown, ...numbers });
  }
  const stride = run.points[last] - run.points[last - 1];
  const before = run.points[last - 1] - run.points[last - 2];
  // A run that keeps its direction goes down a slope without end; one that turns round at each step crosses a valley.
  if (stride * before >= 0) return say('diverged-unbounded', shown);
  return say('diverged-overshoot', { ...shown, stride: format(Math.abs(stride)) });
}
