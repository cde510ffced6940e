import { seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

/** More guesses than anybody needs, and a bound on links. */
export const MOST_TURNS = 30;

export const fields = {
  /** An id of the core's `baseballRules`. */
  rule: { kind: 'choice', default: 'from-100', options: ['from-100', 'one-to-nine', 'zero-to-nine'] },
  /** Who guesses: the reader the number drawn with the seed, or the computer the reader's. */
  guesser: { kind: 'choice', default: 'you', options: ['you', 'computer'] },
  seed: seed(),
  /** What the reader has guessed, as numbers: 12 is 012. */
  guesses: { kind: 'list', parameter: 'turns', default: [], minimum: 0, maximum: 999, maximumLength: MOST_TURNS },
  /** What the reader has answered to the computer: strikes, balls. */
  answers: { kind: 'list', dimension: 2, default: [], minimum: 0, maximum: 3, maximumLength: MOST_TURNS },
  /** The reader has ended the game with 0. */
  ended: { kind: 'flag', default: false },
  hints: { kind: 'flag', default: false },
  /** The guess whose answers are counted; 0 for the one that the computer asks, or the most informative. */
  considered: { kind: 'number', parameter: 'guess', default: 0, minimum: 0, maximum: 999, integer: true },
  /** The computer plays against every secret. */
  all: { kind: 'flag', default: false },
} as const satisfies Fields;

export const facts = {
  turns: 'number',
  /** Secrets that fit every answer. */
  left: 'number',
  won: 'flag',
  /** The answers cannot all be true. */
  contradiction: 'flag',
  /** Of the considered guess: expected information, the answers it can have, and candidates left at worst. */
  bits: 'number',
  parts: 'number',
  largest: 'number',
  /** The considered guess itself, and whether it may be the secret. */
  guess: 'text',
  possible: 'flag',
  /** Of the computer's strategy over all secrets; null until it has been played. */
  average: 'number',
  worst: 'number',
} as const satisfies Facts;
