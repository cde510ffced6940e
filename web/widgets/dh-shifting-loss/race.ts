/** Descent on all points beside stochastic descents on the same loss: two swarms of the core, played as one. */
import type { RemoteCore } from '../../core/core.ts';
import type { RemoteSwarm } from '../../core/many-runs/types.ts';
import { allOrNone } from '../../widget/all-or-none.ts';
import type { Stepper } from '../../widget/stepper.ts';

/** The points of the example. Each pulls w by its own strength; the strengths are spread evenly, have mean 0 and variance 1. */
export const SAMPLES = 60;
export const STRENGTHS = Float64Array.from(
  { length: SAMPLES },
  (_, index) => Math.sqrt(3) * ((2 * (index + 0.5)) / SAMPLES - 1),
);

/** The loss of one point: two valleys, tilted by the strength x of the point. The output y is not used. */
export const SAMPLE_LOSS = 'w^4 - 3w^2 + w + 8x w';

/** Where w is drawn, and where the curves are sampled. */
export const VIEW = [-2.4, 2.1] as const;
export const CURVE = Float64Array.from({ length: 301 }, (_, index) => VIEW[0] + ((VIEW[1] - VIEW[0]) * index) / 300);

export interface RaceOptions {
  batch: number;
  rate: number;
  start: number;
  runs: number;
  limit: number;
  seed: number;
}

/** How things stand at a step. */
export interface Standing {
  /** w of each stochastic run; NaN for one that has run away. */
  positions: Float64Array;
  /** The whole loss at these places. */
  heights: Float64Array;
  /** w of descent on all points: the same for every run, as nothing in it is drawn by lot. */
  whole: number;
  wholeHeight: number;
  /** The loss over the batch that the first run will use in the coming step, along CURVE. */
  batchCurve: Float64Array;
}

export class Race implements Stepper {
  position = 0;
  readonly reached: number;
  readonly ended = true;
  now!: Standing;
  /** The standing one step earlier, if that is what was shown before. */
  before: Standing | undefined;

  readonly #stochastic: RemoteSwarm;
  readonly #whole: RemoteSwarm;

  private constructor(stochastic: RemoteSwarm, whole: RemoteSwarm, limit: number) {
    this.#stochastic = stochastic;
    this.#whole = whole;
    this.reached = limit;
  }

  static async start(
    core: RemoteCore<'many-runs'>,
    { batch, rate, start, runs, limit, seed }: RaceOptions,
  ): Promise<Race> {
    const common = {
      loss: SAMPLE_LOSS,
      inputs: STRENGTHS,
      outputs: new Float64Array(SAMPLES),
      options: { 'learning-rate': rate },
      from: start,
      to: start,
      seed,
    };
    const [stochastic, whole] = await allOrNone([
      core.swarm({ ...common, runs, batchSize: batch, sharedBatches: false }),
      core.swarm({ ...common, runs: 1, batchSize: SAMPLES }),
    ]);
    const race = new Race(stochastic, whole, limit);
    await race.seek(0);
    return race;
  }

  async seek(step: number): Promise<void> {
    const target = Math.min(Math.max(step, 0), this.reached);
    const [{ positions }, { positions: whole }] = await Promise.all([
      this.#stochastic.seek(target),
      this.#whole.seek(target),
    ]);
    const [heights, wholeHeight, batchCurve] = await Promise.all([
      this.#stochastic.losses(positions),
      this.#whole.losses(whole),
      this.#stochastic.batchLosses(CURVE),
    ]);
    this.before = this.now && target === this.position + 1 ? this.now : undefined;
    this.now = { positions, heights, whole: whole[0], wholeHeight: wholeHeight[0], batchCurve };
    this.position = target;
  }

  /** The loss over all points, along CURVE. */
  wholeCurve(): Promise<Float64Array> {
    return this.#whole.losses(CURVE);
  }

  free(): void {
    void this.#stochastic.free();
    void this.#whole.free();
  }
}
