import { place, view } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { PLACE_KINDS } from '../../figures/descent/places.ts';

export const fields = {
  f: { kind: 'text', default: 'sin(x^2)', symbol: 'f', colour: 'f' },
  x: place({ default: 1 }),
  /** How many steps of the derivation are open. */
  shown: { kind: 'number', default: 1, minimum: 0, maximum: 100_000, integer: true },
  ...view(-4, 4),
} as const satisfies Fields;

export const facts = {
  /** f′ as a text. */
  derivative: 'text',
  steps: 'number',
  shown: 'number',
  rules: 'parts',
  value: 'number',
  slope: 'number',
  symbolic: 'number',
  dual: 'number',
  central: 'number',
  /** To how many digits the central difference is right. */
  digits: 'number',
  /** `smooth`, or the kind of the place that has no slope. */
  place: ['smooth', ...PLACE_KINDS],
} as const satisfies Facts;
