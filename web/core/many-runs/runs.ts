/** Many descents in one call, directly over the module. */
import { DirectExpression } from '../calculus/expression.ts';
import type { CalculusModule, ExpressionAddress } from '../calculus/module.ts';
import {
  Owner,
  requireDimension,
  requireFinite,
  requireInterval,
  requireSeed,
  requireWhole,
  unwrap,
} from '../handle.ts';
import type { DescentProblem } from '../optimize/types.ts';
import type { ManyRunsModule, SwarmHandle } from './module.ts';
import type { Basins, Ends, RateSweep, StartGrid, Swarm, SwarmProblem, SwarmState } from './types.ts';

const LAST_STEP = 1e9;
type Module = CalculusModule & ManyRunsModule;

/** At once: more would fill the module's memory. */
const MOST_STARTS = 2 ** 22;
const PLANE = ['x', 'y'] as const;

/** What `use` makes of a formula that is needed no longer than for that. */
function withExpression<Answer>(
  module: CalculusModule,
  text: string,
  variables: readonly string[] | undefined,
  use: (f: ExpressionAddress) => Answer,
): Answer {
  const f = DirectExpression.parse(module, text, variables);
  try {
    return use(f.inModule);
  } finally {
    f.free();
  }
}

function requireLimit({ stepLimit = 1 }: { stepLimit?: number }): void {
  requireWhole('step-limit', stepLimit, 1, LAST_STEP);
}

export function sweepRates(module: Module, problem: DescentProblem, rates: ArrayLike<number>): RateSweep {
  requireLimit(problem);
  return withExpression(module, problem.expression, problem.variables, (f) =>
    unwrap(module.sweepRates(f, problem, rates)),
  ) as RateSweep;
}

export function findEnds(
  module: Module,
  problem: Omit<DescentProblem, 'start'>,
  grid: StartGrid,
  firstRow: number,
  lastRow: number,
): Ends {
  requireLimit(problem);
  for (const [from, to, count] of [grid.x, grid.y]) {
    requireInterval(from, to);
    requireWhole('count', count, 1, 10_000);
  }
  requireWhole('first-row', firstRow, 0, grid.y[2]);
  const most = firstRow + Math.floor(MOST_STARTS / grid.x[2]);
  requireWhole('last-row', lastRow, firstRow, Math.min(grid.y[2], most));
  return withExpression(module, problem.expression, problem.variables ?? PLANE, (f) =>
    unwrap(module.findEnds(f, problem, grid, firstRow, lastRow)),
  ) as Ends;
}

export function findBasins(
  module: Module,
  f: { expression: string; variables?: readonly string[] },
  ends: Pick<Ends, 'ends' | 'outcomes'>,
  known: ArrayLike<number>,
  radius: number,
): Basins {
  requireFinite('radius', radius);
  requireDimension('variables', (f.variables ?? PLANE).length, 2);
  requireDimension('known', known.length, 2 * Math.ceil(known.length / 2));
  requireDimension('ends', ends.ends.length, 2 * ends.outcomes.length);
  return withExpression(module, f.expression, f.variables ?? PLANE, (parsed) =>
    module.findBasins(parsed, ends, known, radius),
  ) as Basins;
}

export class DirectSwarm extends Owner<SwarmHandle> implements Swarm {
  static start(module: Module, problem: SwarmProblem): DirectSwarm {
    const { runs = 1, batchSize = 1, seed = 1 } = problem;
    requireWhole('runs', runs, 1, LAST_STEP);
    requireWhole('batch-size', batchSize, 1, LAST_STEP);
    requireSeed(seed);
    return withExpression(
      module,
      problem.loss,
      ['w', 'x', 'y'],
      (loss) => new DirectSwarm(unwrap(module.createSwarm(loss, problem))),
    );
  }

  seek(step: number): SwarmState {
    requireWhole('step', step, 0, LAST_STEP);
    return this.handle.seek(step) as SwarmState;
  }

  losses(w: ArrayLike<number>): Float64Array {
    return this.handle.losses(w);
  }

  batchLosses(w: ArrayLike<number>): Float64Array {
    return this.handle.batchLosses(w);
  }
}
