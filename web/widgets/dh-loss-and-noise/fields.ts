import { view } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

/** The kinds of noise that the core has, and after them the case of classes, which have no distances. */
export const NOISES = ['gaussian', 'laplace', 'uniform', 'categorical'] as const;
/** Points that can be told apart by finger. */
export const MOST_POINTS = 12;
export const CLASSES = 3;

export const fields = {
  noise: { kind: 'choice', default: 'gaussian', options: NOISES },
  data: { kind: 'list', default: [2, 3, 3.5, 5, 8], minimum: -1e4, maximum: 1e4, maximumLength: MOST_POINTS, symbol: 'y', colour: 'data' },
  centre: { kind: 'number', default: 6, minimum: -1e4, maximum: 1e4, symbol: 'c', colour: 'prediction' },
  /** σ, b or half the width. */
  scale: { kind: 'number', default: 1.5, minimum: 1e-3, maximum: 1e4, track: [0.2, 10], scale: 'logarithmic' },
  ...view(0, 10),
  /** How often each class occurred, and how probable the model holds it. */
  counts: { kind: 'point', default: [6, 3, 1], minimum: 0, maximum: 1000, colour: 'data' },
  probabilities: { kind: 'point', default: [0.2, 0.3, 0.5], minimum: 0, maximum: 1, symbol: 'p', colour: 'prediction' },
} as const satisfies Fields; // prettier-ignore

export const facts = {
  loss: 'number',
  /** Of all data together; null where they are impossible. */
  logLikelihood: 'number',
  /** The likelihood as a part of the largest one at this scale. */
  share: 'number',
  /** The likeliest centre, and the width that is likeliest with it. */
  best: 'number',
  bestScale: 'number',
  leastLoss: 'number',
  mean: 'number',
  median: 'number',
  midRange: 'number',
  /** Of the case of classes: what the loss is, and what of it is left at best. */
  crossEntropy: 'number',
  entropy: 'number',
} as const satisfies Facts;
