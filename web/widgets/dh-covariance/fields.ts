import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { OWN, dataFields } from '../../figures/data/data-fields.ts';

export const fields = {
  ...dataFields,
  data: { ...dataFields.data, default: OWN },
  points: {
    ...dataFields.points,
    default: [
      [1, 2],
      [2, 1],
      [3, 5],
      [4, 3],
      [5, 6],
      [6, 3],
      [7, 7],
      [8, 5],
    ],
  },
  rectangles: { kind: 'flag', default: true },
  ellipse: { kind: 'flag', default: true },
} as const satisfies Fields;

export const facts = {
  /** How many there are. */
  points: 'number',
  meanX: 'number',
  meanY: 'number',
  /** Divided by n, and by n − 1; none where there are too few points. */
  covariance: 'number',
  sampleCovariance: 'number',
  varianceX: 'number',
  varianceY: 'number',
  sampleVarianceX: 'number',
  sampleVarianceY: 'number',
  /** None where a column is constant. */
  correlation: 'number',
  /** How many rectangles add, and how many take away. */
  adding: 'number',
  taking: 'number',
} as const satisfies Facts;
