/** How a step of a run on a curve is seen to be taken: first along the x axis, as far as the slope says, then down (or up) to the curve. */
import type { DescentRun } from './descent-run.ts';

/** Part of a step's time in which the point moves along the x axis; in the rest it drops to the curve. */
const ALONG = 0.55;

/** How far a step has come at a part of its time: it sets off and arrives gently. */
export const ease = (time: number): number => time * time * (3 - 2 * time);

export interface Stride {
  /** Where the step begins, the height there, and the slope. */
  x: number;
  y: number;
  slope: number;
  /** Is the step being taken, rather than about to be? */
  moving: boolean;
  /** How far along x the point has come; the whole way when it is not moving, 0 where no step follows. */
  reach: number;
  /** The height of the moving point. */
  height: number;
}

/** The step to the place where the run stands, as far as it has been shown (`arrival`, 0 to 1); or else the step that follows. */
export function strideOf(run: DescentRun, arrival: number): Stride {
  const moving = arrival < 1 && run.position > 0;
  const from = moving ? run.position - 1 : run.position;
  const x = run.points[from];
  const y = run.values[from];
  const known = from < run.reached && Number.isFinite(run.points[from + 1]);
  const along = moving ? ease(Math.min(1, arrival / ALONG)) : 1;
  const fallen = moving ? ease(Math.max(0, (arrival - ALONG) / (1 - ALONG))) : 0;
  return {
    x,
    y,
    slope: run.gradients[from],
    moving,
    reach: known ? (run.points[from + 1] - x) * along : 0,
    height: known ? y + (run.values[from + 1] - y) * fallen : y,
  };
}
