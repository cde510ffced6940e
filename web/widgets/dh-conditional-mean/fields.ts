import { place, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

/** The core's class and measure with the roles exchanged: what is measured is known, and the class is guessed. */
export const MEASURE_AND_CLASS = 'measure-and-class';

export const fields = {
  /** An id of the core's catalog of joint densities, or the one above. */
  distribution: { kind: 'choice', default: 'noisy-curve' },
  options: { kind: 'options', default: {} },
  /** An id of the core's catalog of what guesses cost. */
  loss: { kind: 'choice', default: 'squared' },
  /** What is known. Of a discrete variable the nearest of its values is meant. */
  x: place({ default: 1, minimum: -20, maximum: 20 }),
  guess: { kind: 'number', default: 0, minimum: -20, maximum: 20, symbol: 'c', colour: 'prediction' },
  /** Whether the best guess is shown at every x. */
  curve: { kind: 'flag', default: false },
  draws: { kind: 'number', default: 0, minimum: 0, maximum: 20_000, track: [0, 3000], integer: true, symbol: 'n' },
  seed: seed(),
} as const satisfies Fields;

export const facts = {
  atX: 'number',
  /** p(x); 0 where x cannot occur, and then there is nothing to guess. */
  marginal: 'number',
  /** What the guess costs on average; none where it is infinite or not defined. */
  risk: 'number',
  /** The guess that costs least, the ends of all that cost as little, and that cost. */
  best: 'number',
  bestFrom: 'number',
  bestTo: 'number',
  least: 'number',
  /** Of y where x is known, whatever the loss. */
  mean: 'number',
  variance: 'number',
  median: 'number',
  /** p(y | x) at the guess and at the best one; of classes none. */
  atGuess: 'number',
  atBest: 'number',
  /** Of the draws, how many lie near the line, and their mean. */
  onLine: 'number',
  meanOnLine: 'number',
} as const satisfies Facts;
