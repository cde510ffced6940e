/** Values of a function of two variables on an even grid. */

import type { Interval } from './scale.ts';

export interface Grid {
  /** Row-major, `rows` × `columns`: the first row is at `y[0]`. The first and last samples lie on the ends of both intervals. */
  values: ArrayLike<number>;
  columns: number;
  rows: number;
  x: Interval;
  y: Interval;
}

/** Data coordinates of a fractional column (0 … columns − 1) and row. */
export function gridPlace(grid: Grid, column: number, row: number): [x: number, y: number] {
  const along = ([from, to]: Interval, share: number) => from + (to - from) * share;
  return [along(grid.x, column / (grid.columns - 1)), along(grid.y, row / (grid.rows - 1))];
}

/** Smallest and largest finite value, or undefined when there is none. */
export function finiteRange(values: ArrayLike<number>): [number, number] | undefined {
  let from = Infinity;
  let to = -Infinity;
  for (let index = 0; index < values.length; ++index) {
    const value = values[index]!;
    if (!Number.isFinite(value)) continue;
    if (value < from) from = value;
    if (value > to) to = value;
  }
  return from <= to ? [from, to] : undefined;
}
