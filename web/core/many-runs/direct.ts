/** Many descents at once, directly over the module. */
import type { CalculusModule } from '../calculus/module.ts';
import type { ManyRunsModule } from './module.ts';
import { DirectSwarm, findBasins, findEnds, sweepRates } from './runs.ts';
import type { ManyRunsCore } from './types.ts';

export function methods(module: CalculusModule & ManyRunsModule): ManyRunsCore {
  return {
    rateSweep: (problem, rates) => sweepRates(module, problem, rates),
    ends: (problem, grid, firstRow, lastRow) => findEnds(module, problem, grid, firstRow, lastRow),
    basins: (f, ends, known, radius) => findBasins(module, f, ends, known, radius),
    swarm: (problem) => DirectSwarm.start(module, problem),
  };
}
