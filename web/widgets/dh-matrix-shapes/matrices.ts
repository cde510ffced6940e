/** The matrices of a linear layer as they stand in the state, and the product that a view shows. */
import type { StateOf } from '../../fields/fields.ts';
import { LARGEST, type fields } from './fields.ts';

export type State = StateOf<typeof fields>;
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

export const sizeOf = (name: MatrixName, state: State): [rows: number, columns: number] =>
  ({
    x: [state.samples, state.inputs],
    w: [state.weightRows, state.outputs],
    b: [1, state.outputs],
    g: [state.samples, state.outputs],
  })[name] as [number, number];

export function matrix(name: MatrixName, state: State): Matrix {
  const [rows, columns] = sizeOf(name, state);
  const given = state[name] as readonly number[];
  const values = given.length
    ? given
    : Array.from({ length: rows * columns }, (_, at) => COMES_WITH[name](Math.floor(at / columns), at % columns));
  return { rows, columns, values };
}

/** The numbers a matrix keeps when its size changes: those that still have a place, beside what the figure comes with. */
export function resized(name: MatrixName, before: State, after: State): readonly number[] {
  const given = before[name] as readonly number[];
  const [rows, columns] = sizeOf(name, after);
  const old = matrix(name, before);
  if (!given.length || (rows === old.rows && columns === old.columns)) return given;
  return Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    return row < old.rows && column < old.columns ? old.values[row * old.columns + column] : COMES_WITH[name](row, column);
  });
}

export const transposed = ({ rows, columns, values }: Matrix): Matrix => ({
  rows: columns,
  columns: rows,
  values: Array.from({ length: rows * columns }, (_, at) => values[(at % rows) * columns + Math.floor(at / rows)]),
});

/** A row of ones: times a matrix it adds up columns. */
export const ones = (columns: number): Matrix => ({ rows: 1, columns, values: Array<number>(columns).fill(1) });

/** What a view multiplies: the matrix on the left and the one above, which of them can be edited, and the row that is added. */
export interface Product {
  left: Matrix;
  above: Matrix;
  added?: Matrix;
  /** The matrix in the state behind each; none for one that is turned over or made of ones. */
  edits: { left?: MatrixName; above?: MatrixName; added?: MatrixName };
  names: { left: string; above: string; added?: string; result: string };
}

export function productOf(state: State): Product {
  const [x, w, g] = (['x', 'w', 'g'] as const).map((name) => matrix(name, state));
  switch (state.view) {
    case 'weights':
      return { left: transposed(x), above: g, edits: { above: 'g' }, names: { left: 'Xᵀ', above: 'G', result: '∂L/∂W' } };
    case 'biases':
      return { left: ones(state.samples), above: g, edits: { above: 'g' }, names: { left: '1ᵀ', above: 'G', result: '∂L/∂b' } };
    case 'inputs':
      return { left: g, above: transposed(w), edits: { left: 'g' }, names: { left: 'G', above: 'Wᵀ', result: '∂L/∂X' } };
    default:
      return {
        left: x,
        above: w,
        added: matrix('b', state),
        edits: { left: 'x', above: 'w', added: 'b' },
        names: { left: 'X', above: 'W', added: 'b', result: 'O' },
      };
  }
}

/** The chosen cell, kept inside the result: row and column from 0. */
export const chosenCell = (state: State, { left, above }: Product): [row: number, column: number] => {
  const inside = (value: number, size: number) => Math.min(Math.max(Math.round(value), 1), size, LARGEST) - 1;
  return [inside(state.cell[0], left.rows), inside(state.cell[1], above.columns)];
};
