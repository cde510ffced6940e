import { position, rate, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

/** What was measured of each penguin; ids of the data's columns. */
export const MEASURES = ['bill_length', 'bill_depth', 'flipper_length', 'body_mass'] as const;

/** The update a training ends at. */
export const LAST = 2000;

export const fields = {
  across: { kind: 'choice', default: 'bill_length', options: MEASURES },
  up: { kind: 'choice', default: 'flipper_length', options: MEASURES },
  rate: rate({ default: 0.5, minimum: 1e-4, maximum: 1000, track: [0.01, 10] }),
  /** Samples an update uses; 0 for all. */
  batch: {
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 256,
    track: [0, 64],
    integer: true,
    symbol: 'b',
    parameter: 'batch-size',
  },
  /** Percent of the penguins kept for testing. */
  test: { kind: 'number', default: 30, minimum: 0, maximum: 80, integer: true },
  seed: seed(),
  at: position(LAST),
} as const satisfies Fields;

export const facts = {
  step: 'number',
  outcome: ['running', 'limit-reached'],
  /** Cross-entropy over the training penguins. */
  loss: 'number',
  accuracy: 'number',
  testAccuracy: 'number',
  confusion: 'parts',
} as const satisfies Facts;
