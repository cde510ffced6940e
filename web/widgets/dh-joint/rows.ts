/** The numbers behind the figure: the cells of a table, or the curves of a density. */
import type { Table } from '../../controls/table.ts';
import type { Model, State } from './model.ts';
import { names } from './words.ts';
import type { Name } from './words.ts';

export function rowsOf(now: Model, state: State): Table {
  const { shown, here } = now;
  const given = state.given as Name;
  const { x, y, grid } = shown;
  const columns = x.places.length;
  if (shown.kind === 'discrete')
    return {
      columns: [
        { label: 'X', value: (cell) => x.places[cell % columns] },
        { label: 'Y', value: (cell) => y.places[Math.floor(cell / columns)] },
        { label: 'P(X, Y)', value: (cell) => grid[cell] },
        { label: 'P(X)', value: (cell) => x.marginal[cell % columns] },
        { label: 'P(Y)', value: (cell) => y.marginal[Math.floor(cell / columns)] },
      ],
      count: grid.length,
    };
  return {
    columns: [
      { label: 'x', value: (row) => x.places[row] },
      { label: names.marginals(now, 'x'), value: (row) => x.marginal[row] },
      { label: 'y', value: (row) => y.places[row] },
      { label: names.marginals(now, 'y'), value: (row) => y.marginal[row] },
      { label: names.conditionals(now, given), value: (row) => here.conditional[row] },
    ],
    count: y.places.length,
  };
}
