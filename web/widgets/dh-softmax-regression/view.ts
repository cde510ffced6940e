/** What is drawn of a training at the step that is shown: regions, losses so far, what is confused. */
import type { Metrics, TrainingMetrics } from '../../core/training/types.ts';
import type { TrainingRun } from '../../figures/networks/training-run.ts';
import type { CategoriesData } from '../../plot/layers/heatmap.ts';
import { extent } from '../../plot/scale.ts';
import type { Stepper } from '../../widget/stepper.ts';
import type { Samples } from './penguins.ts';

/** Cells of the map in each direction. */
const CELLS = 72;

export class View implements Stepper {
  picture: CategoriesData | undefined;
  metrics: TrainingMetrics | undefined;
  /** Cross-entropies, the start included, up to the step that is shown. */
  history: { steps: number[]; training: number[]; test: number[] } = { steps: [], training: [], test: [] };

  /** The part of the plane that is shown. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];

  readonly #run: TrainingRun;
  readonly #samples: Samples;

  constructor(run: TrainingRun, samples: Samples) {
    this.#run = run;
    this.#samples = samples;
    this.x = extent(samples.across, { padding: 0.06 });
    this.y = extent(samples.up, { padding: 0.06 });
  }

  get position(): number {
    return this.#run.position;
  }

  get reached(): number {
    return this.#run.reached;
  }

  get ended(): boolean {
    return this.#run.ended;
  }

  async seek(step: number): Promise<void> {
    await this.#run.seek(step);
    const { training } = this.#run;
    const { species, scales } = this.#samples;
    const inUnits = ([from, to]: readonly [number, number], { mean, deviation }: Samples['scales'][number]) =>
      [(from - mean) / deviation, (to - mean) / deviation, CELLS] as const;
    const [shares, metrics, history] = await Promise.all([
      training.map(inUnits(this.x, scales[0]), inUnits(this.y, scales[1])),
      training.metrics(),
      training.history(),
    ]);
    this.picture = winners(shares, species.length, this.x, this.y);
    this.metrics = metrics;
    // The history goes on beyond the step that is shown when the reader has gone back.
    const shown = history.steps.filter((at) => at <= this.position).length;
    const upToHere = (values: Float64Array) => [...values.subarray(0, shown)];
    const { steps, training: ofTraining, test } = history;
    this.history = { steps: upToHere(steps), training: upToHere(ofTraining), test: upToHere(test) };
  }

  /** Whether penguins are kept for testing. */
  get tested(): boolean {
    return this.metrics?.test !== undefined;
  }

  /** Of the penguins kept for testing, or of all if there are none. */
  get shown(): Metrics | undefined {
    return this.metrics?.test ?? this.metrics?.training;
  }
}

/** The likeliest class of every cell, paler the less sure it is. */
function winners(
  shares: Float32Array,
  classes: number,
  x: readonly [number, number],
  y: readonly [number, number],
): CategoriesData {
  const cells = CELLS * CELLS;
  const values = new Int8Array(cells);
  const shade = new Float32Array(cells);
  for (let cell = 0; cell < cells; ++cell) {
    let best = 0;
    for (let index = 1; index < classes; ++index)
      if (shares[index * cells + cell] > shares[best * cells + cell]) best = index;
    const share = shares[best * cells + cell];
    // A network that knows nothing yet has no regions.
    values[cell] = share > 1 / classes + 1e-6 ? best : -1;
    shade[cell] = 1 - (share - 1 / classes) / (1 - 1 / classes);
  }
  return { grid: { values, columns: CELLS, rows: CELLS, x, y }, shade };
}
