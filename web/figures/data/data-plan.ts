/** How the models of figures begin that show data. */
import type { Option } from '../../controls/choice.ts';
import type { Domain } from '../../plot/plot.ts';
import { extent } from '../../plot/scale.ts';
import { planFor } from '../../widget/plan.ts';
import type { Plan } from '../../widget/plan.ts';
import type { DataState } from './data-fields.ts';
import type { DataSet, DataSource } from './data-set.ts';

export interface DataModel {
  /** The chosen data. */
  table: DataSet;
  /** All data that can be chosen. */
  choices: readonly Option[];
}

/** The chosen data, and all that can be chosen. */
export const dataPlan = (source: DataSource): Plan<DataState, DataModel> =>
  planFor<DataState>()
    // A table of the reader's own may be another one under the same name.
    .derive('table', ['data', 'points', 'seed', 'samples'], (state) => source.open(state), { always: true })
    .derive('choices', ['table'], () => source.options());

/** The same with a window for the data. New data get one of their own; points that are moved by hand stay in the one there is. */
export const windowPlan = (source: DataSource): Plan<DataState, DataModel & { window: Domain }> =>
  dataPlan(source).derive('window', ['table', 'points'], ({ table }) => windowOf(table), {
    keep: (window, { table, points }) => source.isByHand(points) && contains(window, table),
  });

/** A window with all of the points and some room around them. */
export function windowOf({ x, y }: Pick<DataSet, 'x' | 'y'>): Domain {
  return {
    x: extent(x, { padding: 0.06, fallback: [0, 10] }),
    y: extent(y, { padding: 0.12, fallback: [0, 10] }),
  };
}

/** Whether all points lie in a window. */
const contains = ({ x: [left, right], y: [low, high] }: Domain, { x, y }: Pick<DataSet, 'x' | 'y'>): boolean =>
  x.every((value, index) => value >= left && value <= right && y[index] >= low && y[index] <= high);
