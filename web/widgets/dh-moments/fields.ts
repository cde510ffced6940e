import { place } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { distributionFields } from '../../figures/probability/distribution-fields.ts';

export const MOMENTS = ['torque', 'square', 'skewness', 'kurtosis'] as const;

export const fields = {
  /** Whether the beam carries the reader's own weights or a distribution of the core. */
  load: { kind: 'choice', default: 'weights', options: ['weights', 'distribution'] },
  /** Values with their weights; whatever the weights add up to. */
  points: {
    kind: 'list',
    dimension: 2,
    default: [
      [0, 0.5],
      [1, 0.3],
      [6, 0.2],
    ],
    minimum: -1e6,
    maximum: 1e6,
    maximumLength: 24,
    colour: 'data',
  },
  ...distributionFields,
  /** Where the beam is held up. */
  pivot: place({ default: 3, symbol: 'c' }),
  /** What is added up below: powers of the distance. */
  moment: { kind: 'choice', default: 'torque', options: MOMENTS },
  /** A function of the value, in x, whose expected value is asked for; nothing where it is empty. */
  g: { kind: 'text', default: '', symbol: 'g', colour: 'f' },
} as const satisfies Fields;

export const facts = {
  /** The expected value, and what comes of powers of the distance from it; none where it does not exist or is infinite. */
  mean: 'number',
  variance: 'number',
  deviation: 'number',
  skewness: 'number',
  kurtosis: 'number',
  /** Σ p (x − c) and Σ p (x − c)², and whether the beam stands level, as far as an eye can see. */
  torque: 'number',
  aboutPivot: 'number',
  balanced: 'flag',
  /** How many weights of the reader's own there are, the largest share of one, and the values at the ends. */
  count: 'number',
  largest: 'number',
  lowest: 'number',
  highest: 'number',
  /** E[g(X)] and g(E[X]), and how the first went. */
  expected: 'number',
  ofMean: 'number',
  outcome: ['none', 'settled', 'unsettled', 'undefined', 'divergent'],
} as const satisfies Facts;
