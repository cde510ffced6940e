/** What the core makes of a joint distribution: its map, its marginals, what follows from a line through it, and draws. */
import { getCore } from '../../core/core.ts';
import type { JointTable } from '../../core/probability/types.ts';
import { FieldError } from '../../fields/field-error.ts';
import type { StateOf } from '../../fields/fields.ts';
import { jointEntries, jointOf, nearestOf } from '../../figures/probability/joint.ts';
import type { HeldJoint } from '../../figures/probability/joint.ts';
import type { ProfileData } from '../../plot/layers/profile.ts';
import { evenly, type Interval } from '../../plot/scale.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields } from './fields.ts';

export type State = StateOf<typeof fields>;

/** Places along each axis of a density. */
const SAMPLES = 121;
/** Bars of the histograms of draws along a continuous axis. */
const BINS = 24;
/** A continuous variable is hardly ever exactly at the line: draws count that lie in a strip of so much of the axis. */
const STRIP = 1 / 25;

export interface Axis {
  discrete: boolean;
  /** The values, or places along the axis. */
  places: Float64Array;
  /** What is shown of it. */
  window: Interval;
  /** Mass or density at the places. */
  marginal: Float64Array;
}

export interface Shown {
  kind: 'discrete' | 'continuous' | 'mixed';
  x: Axis;
  y: Axis;
  /** p(x, y) at all places, one row for each y. */
  grid: Float64Array;
  independent: boolean;
  /** Of a table. */
  dependence: number | null;
}

/** The place spoken of. */
export interface Here {
  x: number;
  y: number;
  /** Index of a discrete value among the places. */
  column: number;
  row: number;
  joint: number;
  marginalX: number;
  marginalY: number;
  /** The joint values along the line and what they are when the value on the line is known; NaN where it cannot occur. */
  slice: Float64Array;
  conditional: Float64Array;
  /** The conditional at the place. */
  value: number;
}

const tableOf = ({ rows, columns, cells }: Pick<State, 'rows' | 'columns' | 'cells'>): JointTable => {
  if (cells.length !== rows * columns)
    throw new FieldError('cells', {
      code: 'wrong-dimension',
      value: cells.length,
      expected: String(rows * columns),
    });
  return { rows, columns, probabilities: cells };
};

/** Rounding of the core's sums. */
const SAME = 1e-9;

async function shownOfTable(table: JointTable): Promise<Shown> {
  const core = await getCore('probability');
  const facts = await core.jointTable(table);
  const axis = (count: number, marginal: Float64Array): Axis => ({
    discrete: true,
    places: Float64Array.from({ length: count }, (_, index) => index),
    window: [-0.5, count - 0.5],
    marginal,
  });
  return {
    kind: 'discrete',
    x: axis(table.columns, facts.marginalX),
    y: axis(table.rows, facts.marginalY),
    grid: facts.probabilities,
    independent: facts.dependence < SAME,
    dependence: facts.dependence,
  };
}

async function shownOfDensity({ density, facts }: HeldJoint): Promise<Shown> {
  const discrete = facts.xValues.length > 0;
  const x = discrete ? Float64Array.from(facts.xValues) : evenly(facts.windowX, SAMPLES);
  const y = evenly(facts.windowY, SAMPLES);
  const [grid, marginalX, marginalY] = await Promise.all([
    density.grid(x, y),
    density.marginalX(x),
    density.marginalY(y),
  ]);
  return {
    kind: discrete ? 'mixed' : 'continuous',
    x: { discrete, places: x, window: facts.windowX, marginal: marginalX },
    y: { discrete: false, places: y, window: facts.windowY, marginal: marginalY },
    grid,
    independent: facts.independent,
    dependence: null,
  };
}

/** The cells of a table along a line through one of them. */
const alongLine = ({ x, y, grid }: Shown, given: string, column: number, row: number): Float64Array => {
  const count = x.places.length;
  return given === 'x'
    ? Float64Array.from(y.places, (_, i) => grid[i * count + column])
    : grid.slice(row * count, (row + 1) * count);
};

function hereInTable(shown: Shown, { given, ...place }: Pick<State, 'given' | 'x' | 'y'>): Here {
  const [column, row] = [nearestOf(shown.x.places, place.x), nearestOf(shown.y.places, place.y)];
  const slice = alongLine(shown, given, column, row);
  const [marginalX, marginalY] = [shown.x.marginal[column], shown.y.marginal[row]];
  const known = given === 'x' ? marginalX : marginalY;
  const conditional = slice.map((value) => value / known);
  return {
    ...{ x: shown.x.places[column], y: shown.y.places[row], column, row, marginalX, marginalY, slice, conditional },
    joint: shown.grid[row * shown.x.places.length + column],
    value: conditional[given === 'x' ? row : column],
  };
}

async function hereInDensity(
  { density }: HeldJoint,
  shown: Shown,
  { given, ...place }: Pick<State, 'given' | 'x' | 'y'>,
): Promise<Here> {
  const column = nearestOf(shown.x.places, place.x);
  const [x, y] = [shown.x.discrete ? shown.x.places[column] : place.x, place.y];
  const [atX, atY] = [Float64Array.of(x), Float64Array.of(y)];
  const places = given === 'x' ? shown.y.places : shown.x.places;
  const [joint, marginalX, marginalY, slice, conditional, value] = await Promise.all([
    density.grid(atX, atY),
    density.marginalX(atX),
    density.marginalY(atY),
    given === 'x' ? density.grid(atX, places) : density.grid(places, atY),
    given === 'x' ? density.yGivenX(x, places) : density.xGivenY(y, places),
    given === 'x' ? density.yGivenX(x, atY) : density.xGivenY(y, atX),
  ]);
  return {
    ...{ x, y, column, row: -1, slice, conditional },
    joint: joint[0],
    marginalX: marginalX[0],
    marginalY: marginalY[0],
    value: value[0],
  };
}

// ---- Draws -----------------------------------------------------------------------------------------------------------------------

export interface Draws {
  x: Float64Array;
  y: Float64Array;
}

async function drawsOf(
  joint: HeldJoint | undefined,
  { draws, seed, ...table }: Pick<State, 'rows' | 'columns' | 'cells' | 'draws' | 'seed'>,
): Promise<Draws | undefined> {
  if (!draws) return undefined;
  if (joint) {
    const points = await joint.density.sample(draws, seed);
    return {
      x: Float64Array.from({ length: draws }, (_, index) => points[2 * index]),
      y: Float64Array.from({ length: draws }, (_, index) => points[2 * index + 1]),
    };
  }
  const core = await getCore('probability');
  const cells = await core.sampleTable(tableOf(table), draws, seed);
  return {
    x: Float64Array.from(cells, (cell) => cell % table.columns),
    y: Float64Array.from(cells, (cell) => Math.floor(cell / table.columns)),
  };
}

export interface Counted {
  /** Histograms on the scale of the marginals; along the line's own way only of the draws on it. */
  x: ProfileData;
  y: ProfileData;
  onLine: number;
  share: number | null;
}

function histogram(values: readonly number[], { discrete, places, window }: Axis): ProfileData {
  const [start, end] = window;
  const count = discrete ? places.length : BINS;
  const width = (end - start) / BINS;
  const from = Float64Array.from({ length: count }, (_, bin) => (discrete ? places[bin] - 0.3 : start + bin * width));
  const to = Float64Array.from(from, (edge) => edge + (discrete ? 0.6 : width));
  const height = new Float64Array(count);
  for (const value of values) {
    const bin = discrete ? nearestOf(places, value) : Math.floor((value - start) / width);
    if (bin >= 0 && bin < count) height[bin] += 1 / (values.length * (discrete ? 1 : width));
  }
  return { from, to, height };
}

function countedOf({ x, y }: Draws, shown: Shown, here: Here, { given, view }: Pick<State, 'given' | 'view'>): Counted {
  const axis = given === 'x' ? shown.x : shown.y;
  const [known, line] = given === 'x' ? [x, here.x] : [y, here.y];
  const half = axis.discrete ? 0.25 : ((axis.window[1] - axis.window[0]) * STRIP) / 2;
  const all = Array.from(x.keys());
  const onLine = all.filter((index) => Math.abs(known[index] - line) <= half);
  const other = given === 'x' ? y : x;
  const at = given === 'x' ? here.y : here.x;
  const asked = (name: 'x' | 'y') => (view === 'conditional' && given !== name ? onLine : all);
  return {
    x: histogram(asked('x').map((index) => x[index]), shown.x),
    y: histogram(asked('y').map((index) => y[index]), shown.y),
    onLine: onLine.length,
    share:
      shown.kind === 'discrete' && onLine.length
        ? onLine.filter((index) => other[index] === at).length / onLine.length
        : null,
  }; // prettier-ignore
}

// ---- The plan --------------------------------------------------------------------------------------------------------------------

export const model = plan(fields)
  .derive('entries', [], () => jointEntries())
  .derive('held', ['entries', 'distribution', 'options'], ({ entries, ...state }) =>
    state.distribution === 'table' ? undefined : jointOf(entries, state),
  )
  .derive('shown', ['held', 'rows', 'columns', 'cells'], ({ held, ...table }) =>
    held ? shownOfDensity(held) : shownOfTable(tableOf(table)),
  )
  .derive('here', ['held', 'shown', 'given', 'x', 'y'], ({ held, shown, ...state }) =>
    held ? hereInDensity(held, shown, state) : hereInTable(shown, state),
  )
  .derive('drawn', ['held', 'rows', 'columns', 'cells', 'draws', 'seed'], ({ held, ...state }) => drawsOf(held, state))
  .derive('counted', ['drawn', 'shown', 'here', 'given', 'view'], ({ drawn, shown, here, ...state }) =>
    drawn ? countedOf(drawn, shown, here, state) : undefined,
  );

export type Model = ModelOf<typeof model>;
