/** The matrices of a linear layer as they stand in the state, and the product that a view shows. */
import { FieldError } from '../../fields/field-error.ts';
import type { StateOf } from '../../fields/fields.ts';
import type { fields } from './fields.ts';

export type State = StateOf<typeof fields>;
/** All that decides about the numbers. */
export type Layer = Omit<State, 'cell'>;
export type MatrixName = 'x' | 'w' | 'b' | 'g';

export interface Matrix {
  rows: number;
  columns: number;
  /** Row by row. */
  values: readonly number[];
}

/** Small whole numbers that the figure comes with, so that every sum can be followed in the head: row i, column j of a table without end. */
const COMES_WITH: Record<MatrixName, (row: number, column: number) => number> = {
  x: (row, column) => [1, 2, 0, 3, -1, 1, 0, 1, 3, -2, 2, 1, 2][(row * 6 + column * 5) % 13],
  w: (row, column) => [2, 0, -1, 1, 3, -2, 1][(row * 2 + column * 3) % 7],
  b: (_, column) => [1, -2, 0, 2, -1, 3][column],
  g: (row, column) => [1, 0, -1, 2, 0][(row * 2 + column * 3) % 5],
};

const sizeOf = (name: MatrixName, state: Layer): [rows: number, columns: number] =>
  ({
    x: [state.samples, state.inputs],
    w: [state.weightRows, state.outputs],
    b: [1, state.outputs],
    g: [state.samples, state.outputs],
  })[name] as [number, number];

/** Throws FieldError where a list has not as many numbers as its matrix has cells. */
export function matrix(name: MatrixName, state: Layer): Matrix {
  const [rows, columns] = sizeOf(name, state);
  const given = state[name];
  if (given.length && given.length !== rows * columns)
    throw new FieldError(name, { code: 'wrong-dimension', value: given.length, expected: String(rows * columns) });
  const values = given.length
    ? given
    : Array.from({ length: rows * columns }, (_, at) => COMES_WITH[name](Math.floor(at / columns), at % columns));
  return { rows, columns, values };
}

/** The numbers a matrix keeps when its size changes: those that still have a place, beside what the figure comes with. */
export function resized(name: MatrixName, before: Layer, after: Layer): readonly number[] {
  const given = before[name];
  const [rows, columns] = sizeOf(name, after);
  const old = matrix(name, before);
  if (!given.length || (rows === old.rows && columns === old.columns)) return given;
  return Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    return row < old.rows && column < old.columns
      ? old.values[row * old.columns + column]
      : COMES_WITH[name](row, column);
  });
}

const transposed = ({ rows, columns, values }: Matrix): Matrix => ({
  rows: columns,
  columns: rows,
  values: Array.from({ length: rows * columns }, (_, at) => values[(at % rows) * columns + Math.floor(at / rows)]),
});

/** A row of ones: times a matrix it adds up columns. */
const ones = (columns: number): Matrix => ({ rows: 1, columns, values: Array<number>(columns).fill(1) });

/** What a view multiplies: the matrix on the left and the one above, which of them can be edited, and the row that is added. */
export interface Product {
  left: Matrix;
  above: Matrix;
  added?: Matrix;
  /** The matrix in the state behind each; none for one that is turned over or made of ones. */
  edits: { left?: MatrixName; above?: MatrixName; added?: MatrixName };
  names: { left: string; above: string; added?: string; result: string };
  /** What is summed over k, in LaTeX: the factors by the number of the row and of the column, and what is added. */
  letters: { left(row: number): string; above(column: number): string; added?(column: number): string };
}

/** Whether every number of a row of X has a weight to be multiplied by. Without outputs there are no slopes either. */
export const fits = ({ inputs, weightRows }: Layer): boolean => inputs === weightRows;

export function productOf(state: Layer): Product {
  const [x, w, g] = (['x', 'w', 'g'] as const).map((name) => matrix(name, state));
  const slope = (column: number) => `\\grad{g_{k${column}}}`;
  switch (state.view) {
    case 'weights':
      return {
        left: transposed(x),
        above: g,
        edits: { above: 'g' },
        names: { left: 'Xᵀ', above: 'G', result: '∂L/∂W' },
        letters: { left: (row) => `\\data{x_{k${row}}}`, above: slope },
      };
    case 'biases':
      return {
        left: ones(state.samples),
        above: g,
        edits: { above: 'g' },
        names: { left: '1ᵀ', above: 'G', result: '∂L/∂b' },
        letters: { left: () => '1 \\cdot', above: slope },
      };
    case 'inputs':
      return {
        left: g,
        above: transposed(w),
        edits: { left: 'g' },
        names: { left: 'G', above: 'Wᵀ', result: '∂L/∂X' },
        letters: { left: (row) => `\\grad{g_{${row}k}}`, above: (column) => `w_{${column}k}` },
      };
    default:
      return {
        left: x,
        above: w,
        added: matrix('b', state),
        edits: { left: 'x', above: 'w', added: 'b' },
        names: { left: 'X', above: 'W', added: 'b', result: 'O' },
        letters: {
          left: (row) => `\\data{x_{${row}k}}`,
          above: (column) => `w_{k${column}}`,
          added: (column) => `b_{${column}}`,
        },
      };
  }
}

/** The chosen cell, kept inside the result: row and column from 0. */
export const chosenCell = (state: State, { left, above }: Product): [row: number, column: number] => {
  const inside = (value: number, size: number) => Math.min(Math.max(Math.round(value), 1), size) - 1;
  return [inside(state.cell[0], left.rows), inside(state.cell[1], above.columns)];
};
