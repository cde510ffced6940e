import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

/** The part of the axis z that is shown. */
export const SHOWN = [-8, 8] as const;

export const fields = {
  /** An id of the core's catalog. */
  activation: { kind: 'choice', default: 'relu' },
  /** Another one to compare with, or `none`. */
  compare: { kind: 'choice', default: 'none' },
  /** The sum z at which the slope is looked at. */
  x: { kind: 'number', default: 1, minimum: SHOWN[0], maximum: SHOWN[1], symbol: 'z', colour: 'x' },
  /** A chain of layers with one unit each, all with this weight. */
  layers: { kind: 'number', default: 10, minimum: 1, maximum: 50, integer: true, symbol: 'L' },
  weight: { kind: 'number', default: 1, minimum: 0, maximum: 10, track: [0, 3], symbol: 'w' },
} as const satisfies Fields;

export const facts = {
  value: 'number',
  slope: 'number',
  /** Whether the slope is below 1 % of the largest that the activation has. */
  saturated: 'flag',
  /** Whether z is where the activation has no slope. */
  kink: 'flag',
  /** What a slope is multiplied by on its way back through the chain: (w σ′(z)) to the power L. */
  product: 'number',
  /** The largest distance of the small network's curve from the straight line through its ends. */
  bend: 'number',
} as const satisfies Facts;
