/** A race with all that is known about it. */
import type { Multiplications } from '../../core/types.ts';
import type { Grid } from '../../plot/grid.ts';
import type { Posed } from '../../ui/posed-regression.ts';
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

/** How far above the least loss a loss is. */
export const gapOf = ({ posed }: Running, loss: number): number => Math.max(0, loss - posed.facts.leastLoss);

/** The place of a row of a lane on the axis. */
export function along({ race, costs }: Running, axis: Axis, lane: number, row: number): number {
  const { steps, samples } = race.lanes[lane];
  return axis === 'updates' ? steps[row] : axis === 'samples' ? samples[row] : steps[row] * costs[lane];
}

/** How much of what the axis counts a number of ticks is. */
export function amountOf({ batches, costs }: Running, axis: Axis, ticks: number): number {
  const pacemaker = pacemakerOf(batches);
  return ticks * (axis === 'updates' ? 1 : axis === 'samples' ? batches[pacemaker] : costs[pacemaker]);
}
