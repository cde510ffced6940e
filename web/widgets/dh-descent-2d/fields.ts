import { DESCENT_OUTCOMES } from '../../core/optimize/types.ts';
import { limit, position, rate, tolerance } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { landscapeFields } from '../../figures/descent/landscape-fields.ts';

export const fields = {
  ...landscapeFields,
  start: { kind: 'point', default: [3, 2], minimum: -1e6, maximum: 1e6, symbol: '(x₀, y₀)', colour: 'x' },
  rate: rate({ track: [1e-4, 2] }),
  tolerance: tolerance(),
  limit: limit({ default: 1000 }),
  field: { kind: 'flag', default: false },
  cuts: { kind: 'flag', default: false },
  surface: { kind: 'flag', default: false },
  at: position(100_000),
  /** x from, x to, y from, y to; empty for the part of the plane that suits the landscape. */
  view: { kind: 'list', default: [], minimum: -1e9, maximum: 1e9, maximumLength: 4 },
} as const satisfies Fields;

export const facts = {
  outcome: DESCENT_OUTCOMES,
  steps: 'number',
  point: 'parts',
  value: 'number',
  gradientNorm: 'number',
} as const satisfies Facts;
