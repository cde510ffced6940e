import { position, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

/** The most samples and epochs there can be. */
export const MOST_SAMPLES = 200;
const MOST_EPOCHS = 20;

export const fields = {
  samples: {
    kind: 'number',
    default: 14,
    minimum: 1,
    maximum: MOST_SAMPLES,
    track: [1, 60],
    integer: true,
    symbol: 'n',
  },
  batch: {
    kind: 'number',
    default: 4,
    minimum: 1,
    maximum: MOST_SAMPLES,
    integer: true,
    symbol: 'b',
    parameter: 'batch-size',
  },
  epochs: { kind: 'number', default: 3, minimum: 1, maximum: MOST_EPOCHS, integer: true, symbol: 'E' },
  shuffled: { kind: 'flag', default: true },
  dropLast: { kind: 'flag', default: false },
  seed: seed(),
  at: position(MOST_SAMPLES * MOST_EPOCHS),
} as const satisfies Fields;

export const facts = {
  iterationsPerEpoch: 'number',
  /** Of all epochs together. */
  iterations: 'number',
  /** How many are done, and the epoch of the latest, 1 the first. */
  iteration: 'number',
  epoch: 'number',
  /** Samples of the latest batch, 0 before the first; and of the last one of every epoch. */
  batchSize: 'number',
  lastBatch: 'number',
  /** Samples used so far, each counted as often as it was used. */
  samplesSeen: 'number',
  /** How often a sample was used: the one used least, and most. */
  leastUsed: 'number',
  mostUsed: 'number',
  /** Samples that no iteration has used yet. */
  neverUsed: 'number',
} as const satisfies Facts;
