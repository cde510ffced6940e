/** What the core can do with many descents at once. */
import type { DescentProblem, StationaryKind } from '../optimize/types.ts';
import type { Freeable, Remote, ScheduleChoice } from '../types.ts';

export interface ManyRunsCore {
  /** A function's value after `stepLimit` steps for many learning rates. Throws as `descent` does. */
  rateSweep(problem: DescentProblem, rates: ArrayLike<number>): RateSweep;
  /**
   * Where descent ends from the starts of some rows of a grid: firstRow up to, not including, lastRow. Rows do not depend on each other, so a
   * pool can share them out. `problem` is in two variables (default x and y). Throws as `descent` does, and out-of-range (`last-row`) for more than
   * four million starts at once.
   */
  ends(problem: Omit<DescentProblem, 'start'>, grid: StartGrid, firstRow: number, lastRow: number): Ends;
  /**
   * Groups ends that converged: those nearer than `radius` are one place. Places `known` beforehand (x, y, x, y, …) keep their numbers even
   * where nothing ends.
   */
  basins(
    f: { expression: string; variables?: readonly string[] },
    ends: Pick<Ends, 'ends' | 'outcomes'>,
    known: ArrayLike<number>,
    radius: number,
  ): Basins;
  /** Starts a swarm; it stands at its starts. Throws the errors of `expression`, and with the name of the option those of `descent`. */
  swarm(problem: SwarmProblem): Swarm;
}

/** One entry a learning rate. */
export interface RateSweep {
  /** The value after the last step; infinite where the run diverged or left the domain. */
  values: Float64Array;
  /** Indices into `catalog().outcomes`. */
  outcomes: Int32Array;
  steps: Int32Array;
}

/** Starts in the plane: the centres of columns × rows cells. The first row is at the lower end of y. */
export interface StartGrid {
  x: readonly [from: number, to: number, columns: number];
  y: readonly [from: number, to: number, rows: number];
}

/** Where descents end; one entry a start, row by row. */
export interface Ends {
  /** x and y of the last point. */
  ends: Float64Array;
  /** Indices into `catalog().outcomes`. */
  outcomes: Int32Array;
  steps: Int32Array;
}

/** The distinct places where descents end. */
export interface Basins {
  /** x and y of each; the known ones first, in their order. */
  ends: Float64Array;
  /** What is there. */
  kinds: StationaryKind[];
  /** For each start its basin; −1 where the descent did not converge. */
  labels: Int32Array;
}

/** Many stochastic descents of one parameter w at once, on a loss that is a mean over samples. */
export interface SwarmProblem {
  /** The loss of one sample, a formula in w, x and y. */
  loss: string;
  inputs: ArrayLike<number>;
  outputs: ArrayLike<number>;
  /** An id of `catalog().optimizers`; default gradient-descent. */
  optimizer?: string;
  options?: Readonly<Record<string, number>>;
  schedule?: ScheduleChoice;
  /** Default 200. */
  runs?: number;
  /** The starts are spread evenly over [from, to]. */
  from: number;
  to: number;
  /** 1 (the default) to n; n is descent on the whole loss. */
  batchSize?: number;
  /** Whether all runs see the same batch in each step (the default), so that one curve holds for all. */
  sharedBatches?: boolean;
  /** Default 1. */
  seed?: number;
}

export interface Swarm extends Freeable {
  /** Goes to a step, forward or back. */
  seek(step: number): SwarmState;
  /** The loss over all samples at many w. */
  losses(w: ArrayLike<number>): Float64Array;
  /** The loss over the batch of the coming step. */
  batchLosses(w: ArrayLike<number>): Float64Array;
}

export interface SwarmState {
  step: number;
  /** w of each run; NaN once a run has grown beyond all bounds. */
  positions: Float64Array;
  /** Indices of the samples that the coming step will use (of the first run, if they differ). */
  batch: Int32Array;
}

export type RemoteSwarm = Remote<Swarm>;
