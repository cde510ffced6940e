import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

/** The largest number of classes, and the letters that name them. */
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];

export const fields = {
  logits: {
    kind: 'list',
    default: [2, 1, 0],
    minimum: -1e5,
    maximum: 1e5,
    maximumLength: LETTERS.length,
    symbol: 'z',
  },
  temperature: {
    kind: 'number',
    default: 1,
    minimum: 1e-3,
    maximum: 1000,
    track: [0.1, 10],
    scale: 'logarithmic',
    symbol: 'T',
  },
  /** Added to every logit. */
  shift: { kind: 'number', default: 0, minimum: -1e5, maximum: 1e5, track: [-1000, 1000] },
  form: { kind: 'choice', default: 'stable', options: ['stable', 'naive'] },
  precision: { kind: 'choice', default: 'double', options: ['double', 'float'] },
  /** The number of the right class, from 1; 0 where none is told. */
  target: { kind: 'number', default: 0, minimum: 0, maximum: LETTERS.length, integer: true },
  twice: { kind: 'flag', default: false },
  /** The class whose share is explained, from 1. */
  chosen: { kind: 'number', default: 1, minimum: 1, maximum: LETTERS.length, integer: true },
} as const satisfies Fields;

export const facts = {
  /** Probability of the first class. */
  first: 'number',
  probabilities: 'parts',
  /** The number of the class with the largest probability, from 1; 0 where there is none. */
  winner: 'number',
  /** What became of the exponentials: one of them or their sum is infinite, or all are 0. */
  fate: ['good', 'overflow', 'underflow'],
  /** The cross-entropy for the right class, and its slopes. */
  loss: 'number',
  slopes: 'parts',
} as const satisfies Facts;
