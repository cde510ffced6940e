/** A line's regression problem as figures descend on it: the problem of some data, its facts, and the map of its loss. */
import type { RemoteCore } from '../../core/core.ts';
import type { RegressionFacts, RemoteRegression } from '../../core/regression/types.ts';
import type { Grid } from '../../plot/grid.ts';
import type { DataSet } from './data-set.ts';
import type { Line } from './line.ts';

export interface Posed {
  regression: RemoteRegression;
  facts: RegressionFacts;
  standardised: boolean;
  /** The closed form's line, of the inputs as they are. */
  best: Line;
  /** The line of coefficients of the problem, whose inputs may be standardised. */
  lineOf(coefficients: readonly number[]): Line;
}

/** A part of the plane. */
export type Frame = Pick<Grid, 'x' | 'y'>;

export const LOSSES = ['norm', 'squared-norm', 'mean-squared'] as const;

/** Samples of the map along each axis. */
const SAMPLES = 101;
/** Room on the map beyond start and minimiser, as a part of the distance between them. */
const ROOM = 0.35;
/** Width of the map's inside over its height, as drawn. */
const SHAPE = 1.3;

export async function pose(
  core: RemoteCore<'regression'>,
  { x, y }: DataSet,
  objective: (typeof LOSSES)[number],
  standardised: boolean,
): Promise<Posed | undefined> {
  if (!x.length) return undefined;
  const regression = await core.regression({ inputs: x, outputs: y, objective, standardised });
  const facts = await regression.facts();
  // Between the two kinds of coefficients lies an affine map: three points tell it.
  const [c0, c1, a0, a1, b0, b1] = await regression.toOriginal([0, 0, 1, 0, 0, 1]);
  const lineOf = ([p, q]: readonly number[]): Line => ({
    intercept: c0 + p * (a0 - c0) + q * (b0 - c0),
    slope: c1 + p * (a1 - c1) + q * (b1 - c1),
  });
  return { regression, facts, standardised, best: lineOf(facts.minimiser), lineOf };
}

/** The part of the plane with start and minimiser well inside. The rings of a round bowl are to look round. */
export function around({ facts, standardised }: Posed, start: readonly number[]): Frame {
  const [x, y] = facts.minimiser.map((least, axis) => {
    const apart = Math.abs(least - start[axis]);
    return { middle: (least + start[axis]) / 2, half: apart / 2 + ROOM * Math.max(apart, Math.abs(least) / 2, 1) };
  });
  if (standardised) {
    y.half = Math.max(y.half, x.half / SHAPE);
    x.half = y.half * SHAPE;
  }
  const [across, up] = [x, y].map(({ middle, half }) => [middle - half, middle + half] as const);
  return { x: across, y: up };
}

/** The loss over a part of the plane. */
export async function survey({ regression }: Posed, { x, y }: Frame): Promise<Grid> {
  const values = await regression.grid([...x, SAMPLES], [...y, SAMPLES]);
  return { values, columns: SAMPLES, rows: SAMPLES, x, y };
}

/** Does a place lie well inside the map? */
export const within = ({ x, y }: Frame, [p, q]: readonly number[]): boolean =>
  p > x[0] && p < x[1] && q > y[0] && q < y[1];
