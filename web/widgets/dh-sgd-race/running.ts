/** A race with all that is known about it. */
import type { Multiplications } from '../../core/regression/types.ts';
import type { Grid } from '../../plot/grid.ts';
import type { Posed } from '../../figures/data/posed-regression.ts';
import { pacemakerOf } from './race.ts';
import type { Axis, Race } from './race.ts';

export interface Running {
  posed: Posed;
  grid: Grid;
  race: Race;
  /** By lane: samples of a batch, multiplications and ms of an update. */
  batches: readonly number[];
  multiplications: readonly Multiplications[];
  costs: readonly number[];
}

/** Part of a number by which rounding may change it, with a little room. */
const ROUNDING = 4 * Number.EPSILON;

/** How far above the least loss a loss is; 0 where rounding alone may be what is left of what there was at the start. */
export function gapOf({ posed, race }: Running, loss: number): number {
  const { leastLoss } = posed.facts;
  const gap = loss - leastLoss;
  return gap <= ROUNDING * leastLoss + ROUNDING ** 2 * race.lanes[0].losses[0] ? 0 : gap;
}

/** The place of a row of a lane on the axis. */
export function placeOf({ race, costs }: Running, axis: Axis, lane: number, row: number): number {
  const { steps, samples } = race.lanes[lane];
  return axis === 'updates' ? steps[row] : axis === 'samples' ? samples[row] : steps[row] * costs[lane];
}

/** How much of what the axis counts a number of ticks is. */
export function amountOf({ batches, costs }: Running, axis: Axis, ticks: number): number {
  const pacemaker = pacemakerOf(batches);
  return ticks * (axis === 'updates' ? 1 : axis === 'samples' ? batches[pacemaker] : costs[pacemaker]);
}
