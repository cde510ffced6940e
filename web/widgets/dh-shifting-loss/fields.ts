import { position, rate, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { SAMPLES } from './race.ts';

export const fields = {
  batch: {
    kind: 'number',
    default: 2,
    minimum: 1,
    maximum: SAMPLES,
    integer: true,
    symbol: 'b',
    parameter: 'batch-size',
  },
  rate: rate({ default: 0.04, minimum: 1e-5, maximum: 1, track: [0.001, 0.2] }),
  start: { kind: 'number', default: 1.1, minimum: -2.4, maximum: 2.1, symbol: 'w₀', colour: 'x' },
  runs: { kind: 'number', default: 200, minimum: 1, maximum: 1000, integer: true },
  limit: { kind: 'number', default: 400, minimum: 1, maximum: 10_000, track: [50, 2000], precision: 2, integer: true },
  seed: seed(),
  at: position(10_000),
} as const satisfies Fields;

export const facts = {
  steps: 'number',
  done: 'flag',
  /** Part of the runs in the deepest valley: on all points, and on batches. */
  gdDeepest: 'number',
  sgdDeepest: 'number',
  /** Runs that have left the range of numbers. */
  lost: 'number',
} as const satisfies Facts;
