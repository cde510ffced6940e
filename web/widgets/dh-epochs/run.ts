/** The iterations of a training, one after the other: which batch it is, and how often each sample has been used. */
import type { RemoteCore } from '../../core/core.ts';
import type { BatchRule, EpochStanding } from '../../core/batches/types.ts';
import type { Stepper } from '../../widget/stepper.ts';

export class Run implements Stepper {
  position = 0;
  readonly reached: number;
  readonly ended = true;
  now: EpochStanding;
  readonly rule: BatchRule;
  readonly #core: RemoteCore<'batches'>;

  private constructor(core: RemoteCore<'batches'>, rule: BatchRule, epochs: number, start: EpochStanding) {
    this.#core = core;
    this.rule = rule;
    this.now = start;
    this.reached = epochs * start.perEpoch;
  }

  static async start(core: RemoteCore<'batches'>, rule: BatchRule, epochs: number): Promise<Run> {
    return new Run(core, rule, epochs, await core.epochs(rule, 0));
  }

  async seek(step: number): Promise<void> {
    const target = Math.min(Math.max(step, 0), this.reached);
    this.now = await this.#core.epochs(this.rule, target);
    this.position = target;
  }

  /** Batches of the present epoch that are over, the latest included. */
  get doneInEpoch(): number {
    return this.position - this.now.epoch * this.now.perEpoch;
  }

  /** The samples (0 the first) of the batches of the present epoch, and those that are left out. */
  get batches(): { batches: number[][]; leftOut: number[] } {
    const { order, perEpoch } = this.now;
    const { batchSize } = this.rule;
    const batches = Array.from({ length: perEpoch }, (_, k) => [...order.slice(k * batchSize, (k + 1) * batchSize)]);
    return { batches, leftOut: [...order.slice(perEpoch * batchSize)] };
  }

  /** Samples in the last batch of every epoch. */
  get lastBatch(): number {
    const { samples, batchSize } = this.rule;
    return Math.min(batchSize, samples - (this.now.perEpoch - 1) * batchSize);
  }

  /** How often the samples have been used so far. */
  get uses(): { least: number; most: number; never: number } {
    const times = [...this.now.timesUsed];
    return {
      least: Math.min(...times),
      most: Math.max(...times),
      never: times.filter((count) => count === 0).length,
    };
  }
}
