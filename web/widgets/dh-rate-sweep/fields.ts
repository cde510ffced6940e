import { limit, rate } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { dataFields } from '../../figures/data/data-fields.ts';
import { LOSSES } from '../../figures/data/posed-regression.ts';

export const fields = {
  ...dataFields,
  loss: { kind: 'choice', default: 'mean-squared', options: LOSSES },
  steps: limit({ default: 50, maximum: 20_000, track: [1, 2000], symbol: 'T' }),
  rate: rate({ default: 0.01, minimum: 1e-5, maximum: 10 }),
  scaling: { kind: 'flag', default: false },
} as const satisfies Fields;

export const facts = {
  /** The rate beyond which the loss ends higher than it began. */
  cliff: 'number',
  best: 'number',
  loss: 'number',
  outcome: ['diverged', 'limit-reached'],
} as const satisfies Facts;
