/** A descent of the core as something to play: the steps it has computed stay here, so going back and scrubbing cost nothing. */
import type { RemoteCore } from '../../core/core.ts';
import type {
  Curvature,
  DescentOutcome,
  DescentProblem,
  RemoteDescent,
  StationaryKind,
} from '../../core/optimize/types.ts';
import type { Stepper } from '../../widget/stepper.ts';

/** Steps computed at once: short runs are complete before they are first shown, long ones grow as they are played. */
const SLICE = 2000;

export class DescentRun implements Stepper {
  /** The step shown. */
  position = 0;
  /** The furthest step shown so far. */
  shown = 0;
  reached = 0;
  ended = false;
  /** How the run ends; `running` while its end is not computed. */
  outcome: DescentOutcome = 'running';
  /** What kind of place it ended at, if it came to rest. */
  stationary: StationaryKind = 'none';

  readonly dimension: number;
  /** One entry a step; points and gradients have `dimension` coordinates a step. */
  points: number[] = [];
  values: number[] = [];
  gradients: number[] = [];
  gradientNorms: number[] = [];
  rates: number[] = [];

  readonly #descent: RemoteDescent;

  private constructor(descent: RemoteDescent, dimension: number) {
    this.#descent = descent;
    this.dimension = dimension;
  }

  /** Start a run and compute its first steps. Throws the core's error when the problem is not valid. */
  static async start(core: RemoteCore<'optimize'>, problem: DescentProblem): Promise<DescentRun> {
    const run = new DescentRun(await core.descent(problem), problem.start.length);
    await run.#compute(SLICE);
    return run;
  }

  async seek(step: number): Promise<void> {
    while (!this.ended && this.reached < step)
      await this.#compute(Math.max(SLICE, Math.min(step - this.reached, 10 * SLICE)));
    this.position = Math.min(Math.max(step, 0), this.reached);
    this.shown = Math.max(this.shown, this.position);
  }

  /** Has the step that is shown been the last? */
  get atEnd(): boolean {
    return this.ended && this.position === this.reached;
  }

  /** How the run stands at the step that is shown. */
  get outcomeNow(): DescentOutcome {
    return this.atEnd ? this.outcome : 'running';
  }

  point(step = this.position): number[] {
    return this.points.slice(step * this.dimension, (step + 1) * this.dimension);
  }

  /** How strongly the function bends along the steps computed so far. */
  curvature(): Promise<Curvature> {
    return this.#descent.curvature();
  }

  free(): void {
    void this.#descent.free();
  }

  async #compute(steps: number): Promise<void> {
    const progress = await this.#descent.advance(steps);
    const trace = await this.#descent.trace(this.values.length);
    for (const key of ['points', 'values', 'gradients', 'gradientNorms', 'rates'] as const)
      for (const number of trace[key]) this[key].push(number);
    this.reached = this.values.length - 1;
    this.outcome = progress.outcome;
    this.stationary = progress.stationary;
    this.ended = progress.outcome !== 'running';
  }
}
