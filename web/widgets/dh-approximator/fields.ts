import { position, rate, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

/** Where the curve is given, and at how many evenly spaced places: it is learnt from these, and errors are measured there. */
export const [LEFT, RIGHT] = [-1, 1] as const;
export const PLACES = 101;
/** The update that a training ends at. */
export const LAST = 2000;

export const WEIGHTS = ['random', 'written'] as const;
export const SHOWS = ['units', 'seeds', 'widths'] as const;

export const fields = {
  f: { kind: 'text', default: 'sin(3x+1)', symbol: 'f(x)', colour: 'f' },
  /** The curve as the reader has drawn it, a height at each place; empty for the typed one. */
  drawn: { kind: 'list', default: [], minimum: -100, maximum: 100, maximumLength: PLACES },
  /** Units of the network with one hidden layer. */
  units: { kind: 'number', default: 8, minimum: 1, maximum: 64, integer: true, symbol: 'n' },
  /** Hidden layers of the deep network; 1 for none. */
  depth: { kind: 'number', default: 1, minimum: 1, maximum: 6, integer: true, symbol: 'L' },
  /** What the weights begin with: drawn at random, or written down so that they are right. */
  weights: { kind: 'choice', default: 'random', options: WEIGHTS },
  /** An id of the core's catalog. */
  activation: { kind: 'choice', default: 'relu' },
  rate: rate({ default: 0.01, minimum: 1e-5, maximum: 10, track: [1e-3, 1] }),
  /** What stands below: the parts that units add, or the errors of many trainings, by seed or by width. */
  show: { kind: 'choice', default: 'units', options: SHOWS },
  seed: seed(),
  at: position(LAST),
} as const satisfies Fields;

export const facts = {
  step: 'number',
  outcome: ['running', 'limit-reached', 'diverged'],
  drawn: 'flag',
  /** Of the network with one hidden layer; errors are null where they are beyond all numbers, pieces where units are curved. */
  parameters: 'number',
  largestError: 'number',
  meanError: 'number',
  pieces: 'number',
  /** The place where the largest error is, and the network's value there. */
  worstPlace: 'number',
  worstValue: 'number',
  /** The same of the deep network, if there is one. */
  deepWidth: 'number',
  deepParameters: 'number',
  deepLargestError: 'number',
  deepMeanError: 'number',
  deepPieces: 'number',
  /** Trainings of the survey that are done, and the mean errors among them. */
  trained: 'number',
  best: 'number',
  worst: 'number',
  deepBest: 'number',
  deepWorst: 'number',
} as const satisfies Facts;
