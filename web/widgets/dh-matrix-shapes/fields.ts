import type { Facts } from '../../fields/facts.ts';
import type { Fields, NumberField } from '../../fields/fields.ts';

/** The largest size that can be shown, in each direction. */
const LARGEST = 6;

const size = (own: Partial<NumberField>): NumberField => ({
  kind: 'number',
  default: 3,
  minimum: 1,
  maximum: LARGEST,
  integer: true,
  ...own,
});

/** Small enough for its cell. */
const numbers = { kind: 'list', default: [], minimum: -100, maximum: 100, maximumLength: LARGEST * LARGEST } as const;

export const fields = {
  samples: size({ default: 4, symbol: 'n' }),
  inputs: size({ symbol: 'd' }),
  outputs: size({ default: 2, symbol: 'p' }),
  /** Rows of W: as many as there are inputs, unless the reader wants to see what happens. */
  weightRows: size({}),
  /** O = XW + b, or one of the products that carry slopes back. */
  view: { kind: 'choice', default: 'forward', options: ['forward', 'weights', 'biases', 'inputs'] },
  /** The chosen cell of the result: row and column from 1. */
  cell: { kind: 'point', default: [1, 1], minimum: 1, maximum: LARGEST },
  /** The numbers of the matrices, row by row; an empty list means those that the figure comes with. */
  x: numbers,
  w: numbers,
  b: numbers,
  g: numbers,
} as const satisfies Fields;

export const facts = {
  /** Whether the product exists. */
  fits: 'flag',
  /** Weights and biases. */
  parameters: 'number',
  /** Cells of the result. */
  numbers: 'number',
  multiplications: 'number',
  rows: 'number',
  columns: 'number',
  /** What stands in the chosen cell. */
  value: 'number',
} as const satisfies Facts;
