import { position } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

/** What a hidden unit of the small network can do with its sum. */
export const ACTIVATIONS = ['tanh', 'sigmoid', 'relu', 'linear'] as const;

export const fields = {
  /** What is taken apart: the typed formula, or a network with one input and its squared error. */
  source: { kind: 'choice', default: 'expression', options: ['expression', 'network'] },
  expression: { kind: 'text', default: '(a + b) * d', maximumLength: 200, symbol: 'f', colour: 'f' },
  /** Of the leaves by name; 1 where none is told, and in the network what it starts with. */
  values: { kind: 'options', default: {} },
  /** Hidden units of the network. */
  hidden: { kind: 'number', default: 2, minimum: 1, maximum: 3, integer: true },
  activation: { kind: 'choice', default: 'tanh', options: ACTIVATIONS },
  /** Whether the reader fills in slopes and gradients. */
  quiz: { kind: 'flag', default: false },
  /** Forward calculation by calculation, to the turn, and back; in the quiz, how many questions are done. */
  at: position(1000),
} as const satisfies Fields;

export const facts = {
  /** The way there and back has been gone to its end. */
  done: 'flag',
  /** The result; null where it has no value. */
  value: 'number',
  /** By the names of the leaves, once the way back has reached them. */
  gradients: 'parts',
  calculations: 'number',
  /** The most values that stand in memory at once, for training and for the answer alone. */
  kept: 'number',
  needed: 'number',
  /** Some node has no derivative here, so that a convention stands in. */
  kink: 'flag',
  /** Questions of the quiz, and how many of them were right at the first try. */
  questions: 'number',
  right: 'number',
} as const satisfies Facts;
