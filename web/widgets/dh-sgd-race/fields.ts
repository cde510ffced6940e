import { position } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { dataFields } from '../../figures/data/data-fields.ts';
import { AXES, LANES } from './race.ts';

export const fields = {
  ...dataFields,
  samples: {
    kind: 'number',
    default: 1000,
    minimum: 2,
    maximum: 10_000,
    track: [10, 10_000],
    scale: 'logarithmic',
    precision: 2,
    integer: true,
    symbol: 'n',
  },
  /** By lane; 0 for all points. */
  batches: {
    kind: 'list',
    default: [0, 32, 1],
    minimum: 0,
    maximum: 1e9,
    maximumLength: LANES,
    parameter: 'batch-size',
  },
  rates: {
    kind: 'list',
    default: [0.05, 0.05, 0.05],
    minimum: 1e-7,
    maximum: 100,
    maximumLength: LANES,
    parameter: 'learning-rate',
  },
  axis: { kind: 'choice', default: 'updates', options: AXES },
  lane: { kind: 'choice', default: '2', options: ['1', '2', '3'] },
  limit: { kind: 'number', default: 60, minimum: 1, maximum: 1000, track: [10, 200], precision: 2, integer: true },
  start: { kind: 'point', default: [0, 0], minimum: -1e9, maximum: 1e9, symbol: '(β₀*, β₁*)', colour: 'prediction' },
  at: position(1000),
} as const satisfies Fields;

export const facts = {
  axis: AXES,
  ticks: 'number',
  outcome: ['running', 'limit-reached'],
  batches: 'parts',
  /** The same as a text: `1000, 32, 1`. */
  batchSizes: 'text',
  samplesInAll: 'number',
  updates: 'parts',
  samples: 'parts',
  fewestSamples: 'number',
  mostSamples: 'number',
  gaps: 'parts',
  /** How far the farthest lane is above the least loss. */
  largestGap: 'number',
  diverged: 'parts',
  costs: 'parts',
  scatter: 'number',
  gradient: 'parts',
  meanGradient: 'parts',
} as const satisfies Facts;
