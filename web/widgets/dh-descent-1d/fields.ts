import { DESCENT_OUTCOMES } from '../../core/optimize/types.ts';
import { limit, place, position, rate, tolerance, view } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { optimizerFields } from '../../figures/descent/optimizer-fields.ts';

export const fields = {
  f: { kind: 'text', default: 'x^2+2x+3', symbol: 'f', colour: 'f' },
  start: place({ default: 3, symbol: 'x₀' }),
  rate: rate({ minimum: 1e-6, maximum: 1000, track: [0.001, 10] }),
  rates: { kind: 'list', default: [], minimum: 1e-6, maximum: 1000, maximumLength: 3, symbol: 'η', colour: 'rate' },
  tolerance: tolerance(),
  limit: limit(),
  ...optimizerFields,
  at: position(100_000),
  ...view(-5, 3.5),
} as const satisfies Fields;

export const facts = {
  outcome: DESCENT_OUTCOMES,
  steps: 'number',
  x: 'number',
  value: 'number',
  slope: 'number',
  /** The same of the other runs. */
  others: 'parts',
} as const satisfies Facts;
