import { DESCENT_OUTCOMES } from '../../core/optimize/types.ts';
import { limit, rate, tolerance } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { landscapeFields } from '../../figures/descent/landscape-fields.ts';

export const fields = {
  ...landscapeFields,
  rate: rate({ default: 0.01, minimum: 1e-6, maximum: 10, track: [0.001, 0.1] }),
  limit: limit({ default: 300, maximum: 10_000, track: [10, 2000] }),
  tolerance: tolerance({ default: 1e-3, maximum: 1, track: [1e-8, 0.1] }),
  start: { kind: 'point', default: [-0.5, -0.5], minimum: -1e6, maximum: 1e6, symbol: '(x₀, y₀)', colour: 'x' },
} as const satisfies Fields;

export const facts = {
  /** Part of the map that is done, 0 to 1. */
  done: 'number',
  /** Starts whose end is known. */
  computed: 'number',
  /** How many minima were reached. */
  minimisers: 'number',
  shares: 'parts',
  elsewhere: 'number',
  diverged: 'number',
  unfinished: 'number',
  /** The largest share. */
  largest: 'number',
  /** Of the run from the start that is shown. */
  outcome: DESCENT_OUTCOMES,
} as const satisfies Facts;
