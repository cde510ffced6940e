/** What the core can do with epochs: how samples are cut into batches, in the very order that every training of the book uses. */

export interface BatchesCore {
  /**
   * How things stand after so many iterations. Throws not-an-integer and out-of-range (`samples`, `batch-size` above the samples,
   * `iterations` above 1,000,000, `seed`).
   */
  epochs(rule: BatchRule, iterations: number): EpochStanding;
  /** Iterations in an epoch for each batch size from 1 to all samples. Throws not-an-integer and out-of-range (`samples`). */
  iterationsPerEpoch(samples: number, dropLast: boolean): Int32Array;
}

export interface BatchRule {
  samples: number;
  batchSize: number;
  seed: number;
  /** Shuffled anew each epoch, or in their own order in each; with all samples in one batch always in their own order. */
  shuffled: boolean;
  /** The samples that do not fill a batch are left out, rather than making a smaller one. */
  dropLast: boolean;
}

export interface EpochStanding {
  /** Iterations in an epoch. */
  perEpoch: number;
  /** The epoch of the latest iteration, 0 the first; before any iteration the first. */
  epoch: number;
  /** All samples (0 the first) in the order of this epoch, those that are left out at its end. */
  order: Int32Array;
  /** The samples of the latest iteration; none before the first. */
  batch: Int32Array;
  /** How many samples all iterations so far have used, and how often each. */
  samplesUsed: number;
  timesUsed: Int32Array;
}
