import { place, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

export const MOST_VALUES = 8;

export const fields = {
  /** A table of probabilities, or an id of the core's catalog of joint densities. */
  distribution: { kind: 'choice', default: 'table' },
  options: { kind: 'options', default: {} },
  /** The table: so many values of y and of x, from 0 on, and the cells row by row from y = 0 on, whatever they add up to. */
  rows: { kind: 'number', default: 3, minimum: 2, maximum: MOST_VALUES, integer: true },
  columns: { kind: 'number', default: 3, minimum: 2, maximum: MOST_VALUES, integer: true },
  cells: {
    kind: 'list',
    default: [1, 1, 0, 1, 2, 1, 0, 1, 1],
    minimum: 0,
    maximum: 1e6,
    maximumLength: MOST_VALUES ** 2,
    parameter: 'probabilities',
  },
  view: { kind: 'choice', default: 'joint', options: ['joint', 'marginal', 'conditional'] },
  /** What is known: the line stands at this value of x, or lies at this value of y. */
  given: { kind: 'choice', default: 'x', options: ['x', 'y'] },
  /** The place spoken of. Of a discrete variable the nearest of its values is meant. */
  x: place({ default: 2, minimum: -20, maximum: 20, symbol: 'x' }),
  y: place({ default: 1, minimum: -20, maximum: 20, symbol: 'y' }),
  /** What a pointer does to the cells of the table that it passes. */
  brush: { kind: 'choice', default: 'none', options: ['none', 'raise', 'erase'] },
  draws: { kind: 'number', default: 0, minimum: 0, maximum: 20_000, track: [0, 3000], integer: true, symbol: 'n' },
  seed: seed(),
} as const satisfies Fields;

export const facts = {
  kind: ['discrete', 'continuous', 'mixed'],
  /** At the place: the joint probability or density, both marginals and their product. */
  joint: 'number',
  marginalX: 'number',
  marginalY: 'number',
  product: 'number',
  /** The other variable, given the one that is known; none where that cannot occur. */
  conditional: 'number',
  /** Both ways of conditioning at the place; none where what is known cannot occur. */
  yGivenX: 'number',
  xGivenY: 'number',
  /** The values spoken of. */
  atX: 'number',
  atY: 'number',
  independent: 'flag',
  /** Of a table the largest |P(x, y) − P(x) P(y)|. */
  dependence: 'number',
  /** Of the draws, how many lie on the line: the value itself, or a narrow strip about it. */
  onLine: 'number',
  /** Of those, the share at the place; of a table only. */
  share: 'number',
} as const satisfies Facts;
