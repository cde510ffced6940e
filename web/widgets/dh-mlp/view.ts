/** A training at the step that is shown, with all that is drawn of it; steps are epochs or updates. */
import type { Remote } from '../../core/types.ts';
import type {
  LayerLayout,
  LayerStatistics,
  Training,
  TrainingHistory,
  TrainingMetrics,
  TrainingProgress,
  UnitTrace,
} from '../../core/training/types.ts';
import type { TrainingRun } from '../../figures/networks/training-run.ts';
import type { Stepper } from '../../widget/stepper.ts';

/** Cells across of the output's map and of the pictures of units. */
export const [MAP_CELLS, UNIT_CELLS] = [80, 32];

/** Histograms are not shown. */
const FEWEST_BINS = 2;
/** Steps to the end of a run that nothing ends. */
const FAR = 1000;

/** What was seen of the network at one step. */
export interface Look {
  progress: TrainingProgress;
  metrics: TrainingMetrics;
  history: TrainingHistory;
  parameters: Float64Array;
  /** Output by output. */
  map: Float32Array;
  /** Unit by unit. */
  pictures: Float32Array;
  statistics: LayerStatistics[];
  /** The point that is looked at, through all layers. */
  trace: UnitTrace[];
  /** What the network says of it. */
  said: Float64Array;
}

export class View implements Stepper {
  look: Look | undefined;
  readonly layers: readonly LayerLayout[];
  readonly reach: number;
  probe: readonly number[];

  readonly #run: TrainingRun;
  /** Updates a step has. */
  readonly #stride: number;

  private constructor(run: TrainingRun, layers: readonly LayerLayout[], stride: number, reach: number) {
    this.#run = run;
    this.layers = layers;
    this.#stride = stride;
    this.reach = reach;
    this.probe = [0, 0];
  }

  static async of(run: TrainingRun, by: string, reach: number): Promise<View> {
    return new View(run, await run.training.layers(), by === 'epoch' ? run.progress.batchesPerEpoch : 1, reach);
  }

  get training(): Remote<Training> {
    return this.#run.training;
  }

  get position(): number {
    return Math.floor(this.#run.position / this.#stride);
  }

  get reached(): number {
    return this.ended ? this.position : Math.floor(this.#run.reached / this.#stride);
  }

  get ended(): boolean {
    return this.#run.ended;
  }

  async seek(step: number): Promise<void> {
    await this.#run.seek((step === Infinity ? this.position + FAR : step) * this.#stride);
    await this.observe();
  }

  /** Looks at the network as it is now. */
  async observe(): Promise<void> {
    const { training, reach, probe } = this;
    const axis = (cells: number) => [-reach, reach, cells] as const;
    const [progress, metrics, history, parameters, map, pictures, statistics, trace, said] = await Promise.all([
      training.progress(),
      training.metrics(),
      training.history(),
      training.parameters(),
      training.map(axis(MAP_CELLS), axis(MAP_CELLS)),
      training.thumbnails(axis(UNIT_CELLS), axis(UNIT_CELLS)),
      training.statistics(FEWEST_BINS),
      training.trace(probe),
      training.predict(probe),
    ]);
    this.look = { progress, metrics, history, parameters, map, pictures, statistics, trace, said };
  }

  /** Looks again, where it has looked before: settings or the point looked at have changed. */
  async refresh(): Promise<void> {
    if (this.look) await this.observe();
  }

  /** Sets a weight or bias by hand. */
  async edit(index: number, value: number): Promise<void> {
    await this.training.setParameter(index, value);
    await this.observe();
  }
}

/** Units of hidden layers that learn nothing any more. */
export const deadIn = ({ statistics }: Look): number =>
  statistics.slice(0, -1).reduce((sum, { deadUnits }) => sum + deadUnits, 0);
