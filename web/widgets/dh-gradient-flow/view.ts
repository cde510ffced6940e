/** What is drawn of a training at the step that is shown: values and slopes of every hidden layer. */
import type { Histogram, LayerStatistics, TrainingMetrics } from '../../core/training/types.ts';
import type { TrainingRun } from '../../figures/networks/training-run.ts';
import type { Stepper } from '../../widget/stepper.ts';

const BINS = 40;

/** √(mean square), from the mean and the deviation. */
export const sizeOf = ({ mean, deviation }: Histogram): number => Math.hypot(mean, deviation);

export class View implements Stepper {
  /** One entry a hidden layer, the first one first. */
  hidden: LayerStatistics[] = [];
  metrics: TrainingMetrics | undefined;

  readonly #run: TrainingRun;

  constructor(run: TrainingRun) {
    this.#run = run;
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
    const [layers, metrics] = await Promise.all([training.statistics(BINS), training.metrics()]);
    // The last one is the output.
    this.hidden = layers.slice(0, -1);
    this.metrics = metrics;
  }

  /** The size of the slopes in the first hidden layer over that in the last; NaN where the last has none. */
  get share(): number {
    const [first, last] = [this.hidden.at(0), this.hidden.at(-1)];
    return first && last ? sizeOf(first.gradients) / sizeOf(last.gradients) : NaN;
  }

  get dead(): number {
    return this.hidden.reduce((sum, { deadUnits }) => sum + deadUnits, 0);
  }

  get saturated(): number {
    return this.hidden.reduce((sum, { saturated }) => sum + saturated, 0) / this.hidden.length;
  }
}
