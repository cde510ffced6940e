import { DESCENT_OUTCOMES } from '../../core/optimize/types.ts';
import { place, position, rate, view } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { PLACE_KINDS } from '../../figures/descent/places.ts';

export const fields = {
  f: { kind: 'text', default: 'x^2+2x+3', symbol: 'f', colour: 'f' },
  x: place({ default: 2 }),
  direction: { kind: 'choice', default: 'descent', options: ['descent', 'ascent'] },
  rate: rate({ minimum: 1e-6, maximum: 1000, track: [0.01, 2] }),
  at: position(100_000),
  ...view(-5, 3.5),
} as const satisfies Fields;

export const facts = {
  outcome: DESCENT_OUTCOMES,
  steps: 'number',
  x: 'number',
  value: 'number',
  slope: 'number',
  /** `smooth`, or the kind of the place that has no slope. */
  place: ['smooth', ...PLACE_KINDS],
  /** The slopes on both sides of a kink. */
  left: 'number',
  right: 'number',
} as const satisfies Facts;
