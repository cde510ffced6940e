/** A fit by descent as something to play: the updates the core has made stay here, so going back and scrubbing cost nothing. */
import type { DescentOutcome } from '../../core/optimize/types.ts';
import type { RegressionOptions, RemoteRegression, RemoteRegressionDescent } from '../../core/regression/types.ts';
import type { Stepper } from '../../widget/stepper.ts';

/** Updates made at once: short runs are complete before they are first shown, long ones grow as they are played. */
const SLICE = 2000;

export class RegressionRun implements Stepper {
  /** The update shown. */
  position = 0;
  reached = 0;
  ended = false;
  /** How the run ends; `running` while its end is not computed. */
  outcome: DescentOutcome = 'running';

  /** One entry an update, the start included; points have `dimension` coefficients each, of the inputs the problem is posed in. */
  points: number[] = [];
  /** The objective over all samples. */
  losses: number[] = [];
  /** Samples touched. */
  samples: number[] = [];

  readonly #descent: RemoteRegressionDescent;
  readonly #dimension: number;

  private constructor(descent: RemoteRegressionDescent, dimension: number) {
    this.#descent = descent;
    this.#dimension = dimension;
  }

  /** Start a run and make its first updates. Throws the core's error when an option is not valid. */
  static async start(problem: RemoteRegression, options: RegressionOptions): Promise<RegressionRun> {
    const { dimension } = await problem.facts();
    const run = new RegressionRun(await problem.descent({ ...options, recordEvery: 1 }), dimension);
    await run.#compute(SLICE);
    return run;
  }

  async seek(step: number): Promise<void> {
    while (!this.ended && this.reached < step)
      await this.#compute(Math.max(SLICE, Math.min(step - this.reached, 10 * SLICE)));
    this.position = Math.min(Math.max(step, 0), this.reached);
  }

  /** Has the update that is shown been the last? */
  get atEnd(): boolean {
    return this.ended && this.position === this.reached;
  }

  /** How the run stands at the update that is shown. */
  get outcomeNow(): DescentOutcome {
    return this.atEnd ? this.outcome : 'running';
  }

  point(step = this.position): number[] {
    return this.points.slice(step * this.#dimension, (step + 1) * this.#dimension);
  }

  /** The gradients of all batches of the epoch at the update shown, one row a batch. */
  async batchGradients(): Promise<Float64Array> {
    await this.#descent.seek(this.position);
    return this.#descent.batchGradients();
  }

  free(): void {
    void this.#descent.free();
  }

  async #compute(steps: number): Promise<void> {
    const { outcome } = await this.#descent.seek(this.reached + steps);
    const trace = await this.#descent.trace(this.losses.length);
    for (const key of ['points', 'losses', 'samples'] as const) for (const number of trace[key]) this[key].push(number);
    this.reached = this.losses.length - 1;
    this.outcome = outcome;
    this.ended = outcome !== 'running';
  }
}
