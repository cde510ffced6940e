import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { dataFields } from '../../figures/data/data-fields.ts';
import { METHODS, USUAL_CUTOFF } from './solve.ts';

export const fields = {
  ...dataFields,
  intercept: { kind: 'number', default: 0, minimum: -1e12, maximum: 1e12, symbol: 'β₀', colour: 'prediction' },
  slope: { kind: 'number', default: 0, minimum: -1e12, maximum: 1e12, symbol: 'β₁', colour: 'prediction' },
  residuals: { kind: 'flag', default: true },
  squares: { kind: 'flag', default: false },
  fit: { kind: 'flag', default: false },
  degree: { kind: 'number', default: 1, minimum: 1, maximum: 15, integer: true },
  method: { kind: 'choice', default: 'pseudo-inverse', options: METHODS },
  ridge: {
    kind: 'number',
    default: 1,
    minimum: 0,
    maximum: 1e12,
    track: [1e-6, 1e4],
    scale: 'logarithmic',
    symbol: 'λ',
  },
  cutoff: {
    kind: 'number',
    default: USUAL_CUTOFF,
    minimum: 0,
    maximum: 1,
    track: [1e-17, 1],
    scale: 'logarithmic',
    precision: 1,
  },
} as const satisfies Fields;

export const facts = {
  /** How many there are. */
  points: 'number',
  handLoss: 'number',
  /** The least sum of squared residuals there is. */
  bestLoss: 'number',
  fitLoss: 'number',
  /** How many times the least loss that of the line by hand is. */
  ratio: 'number',
  rank: 'number',
  condition: 'number',
  coefficients: 'parts',
} as const satisfies Facts;
