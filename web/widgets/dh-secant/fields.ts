import { place, view } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { PLACE_KINDS } from '../../figures/descent/places.ts';
import { LARGEST, SMALLEST } from './sweep.ts';

export const fields = {
  f: { kind: 'text', default: 'x^2+2x+3', symbol: 'f', colour: 'f' },
  x: place({ default: 1 }),
  h: {
    kind: 'number',
    default: 1,
    minimum: SMALLEST,
    maximum: LARGEST,
    scale: 'logarithmic',
    precision: 2,
    symbol: 'h',
    colour: 'step',
  },
  ...view(-4, 3),
} as const satisfies Fields;

export const facts = {
  /** Of the secant. */
  slope: 'number',
  /** f′(x). */
  exact: 'number',
  /** How far the slope is from it. */
  error: 'number',
  forward: 'number',
  central: 'number',
  complex: 'number',
  /** `smooth`, or the kind of the place that has no slope. */
  place: ['smooth', ...PLACE_KINDS],
} as const satisfies Facts;
