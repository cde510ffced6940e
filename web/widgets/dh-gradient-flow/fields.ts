import { position, rate, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

/** The update a training ends at. */
export const LAST = 1000;

export const fields = {
  /** Hidden layers, all alike. */
  layers: { kind: 'number', default: 10, minimum: 1, maximum: 20, integer: true, symbol: 'L' },
  /** Units of each. */
  width: { kind: 'number', default: 16, minimum: 2, maximum: 64, integer: true, symbol: 'm' },
  /** Ids of the core's catalog. */
  activation: { kind: 'choice', default: 'sigmoid' },
  initialisation: { kind: 'choice', default: 'xavier' },
  rate: rate({ default: 0.1, minimum: 1e-4, maximum: 100, track: [1e-3, 10] }),
  seed: seed(),
  at: position(LAST),
} as const satisfies Fields;

export const facts = {
  step: 'number',
  outcome: ['running', 'limit-reached', 'diverged'],
  loss: 'number',
  /** The size of the slopes in the first hidden layer over that in the last; none where the last has none. */
  share: 'number',
  /** Units of all hidden layers whose slope is 0 on every sample. */
  dead: 'number',
  /** The share of saturated activations over all hidden layers. */
  saturated: 'number',
} as const satisfies Facts;
