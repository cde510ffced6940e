import { DESCENT_OUTCOMES } from '../../core/optimize/types.ts';
import { limit, position, rate } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { dataFields } from '../../figures/data/data-fields.ts';
import { LOSSES } from '../../figures/data/posed-regression.ts';

export const fields = {
  ...dataFields,
  loss: { kind: 'choice', default: 'mean-squared', options: LOSSES },
  rate: rate({ default: 0.02, track: [1e-5, 2] }),
  limit: limit({ symbol: 'T' }),
  scaling: { kind: 'flag', default: false },
  start: { kind: 'point', default: [0, 0], minimum: -1e9, maximum: 1e9, symbol: '(β₀, β₁)', colour: 'prediction' },
  residuals: { kind: 'flag', default: true },
  at: position(100_000),
} as const satisfies Fields;

export const facts = {
  /** How many there are. */
  points: 'number',
  steps: 'number',
  outcome: DESCENT_OUTCOMES,
  loss: 'number',
  /** How far the loss is above the least there is. */
  gap: 'number',
  point: 'parts',
  condition: 'number',
} as const satisfies Facts;
