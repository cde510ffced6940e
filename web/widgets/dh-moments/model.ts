/** What the core makes of the beam: what it carries, the moments of that, and the expected value of a typed function. */
import { getCore } from '../../core/core.ts';
import type { RemoteExpression } from '../../core/calculus/types.ts';
import type { Distribution, Weighted } from '../../core/probability/types.ts';
import type { Remote } from '../../core/types.ts';
import { FieldError } from '../../fields/field-error.ts';
import { problemFrom } from '../../fields/problem.ts';
import type { StateOf } from '../../fields/fields.ts';
import {
  choiceOf,
  describeChoice,
  distributionEntries,
  distributionOf,
} from '../../figures/probability/distributions.ts';
import { shownOf, stretchOf, viewOf } from '../../figures/probability/shown.ts';
import { extent } from '../../plot/scale.ts';
import type { Interval } from '../../plot/scale.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields } from './fields.ts';

export type State = StateOf<typeof fields>;
type Points = State['points'];

/** How much higher than the heaviest weight a weight may be pulled. */
const ROOM = 1.3;
/** How much more of a distribution is shown than where most of it is: powers of the distance are large out there. */
const BREADTH = 1.35;

/** Points that were moved by hand: the window stays as it is while they are in it. */
const byHand = new WeakSet<Points>();

export function movedByHand(points: Points): Points {
  byHand.add(points);
  return points;
}

/** The part of the axis that is shown, and how high the weights may be. */
export interface Window {
  x: Interval;
  top: number;
}

/** What the beam carries. */
export interface Load {
  discrete: boolean;
  /** Values with what they weigh, or places along the axis with the density there. */
  x: Float64Array;
  height: Float64Array;
  /** The same with the weights made to sum to 1. */
  share: Float64Array;
  /** What all weights sum to. */
  total: number;
  jumps: readonly number[];
  /** Half the width of a weight as it is drawn. */
  half: number;
  /** Each is Infinity where it is infinite and null where it does not exist. */
  mean: number | null;
  variance: number | null;
  skewness: number | null;
  kurtosis: number | null;
}

/** The expected value of a typed function, and the function at the expected value. */
export interface Typed {
  outcome: 'settled' | 'unsettled' | 'undefined' | 'divergent';
  expected: number;
  /** Where it has no value, or grows without bound; NaN if there is no such place. */
  at: number;
  ofMean: number;
  latex: string;
  /** Of weights: its values there. */
  values: Float64Array | undefined;
}

/** Of the reader's own weights what `weighted` makes of them; refusals belong to the field of points. */
async function weightedOf(points: Points, pivot: number): Promise<Weighted> {
  const core = await getCore('probability');
  const column = (index: number) => Float64Array.from(points, (point) => point[index]);
  try {
    return await core.weighted(column(0), column(1), pivot);
  } catch (error) {
    throw new FieldError('points', { ...problemFrom(error), parameter: undefined });
  }
}

async function windowOf(points: Points, handle: Remote<Distribution> | undefined): Promise<Window> {
  if (handle) {
    const x = viewOf([await stretchOf(handle)], BREADTH);
    return { x, top: 1.15 * (await shownOf(handle, x)).peak };
  }
  const heaviest = Math.max(...points.map(([, weight]) => weight));
  const x = extent(
    Float64Array.from(points, ([value]) => value),
    { padding: 0.2 },
  );
  return { x, top: heaviest > 0 ? ROOM * heaviest : 1 };
}

const holds = ({ x: [from, to], top }: Window, points: Points): boolean =>
  points.every(([value, weight]) => from <= value && value <= to && weight <= top);

async function loadOf(
  { x: [from, to] }: Window,
  handle: Remote<Distribution> | undefined,
  carried: Weighted | undefined,
  points: Points,
): Promise<Load> {
  const excess = (kurtosis: number | null) => (kurtosis === null ? null : kurtosis + 3);
  if (carried) {
    const { mean, variance, skewness, excessKurtosis, shares } = carried;
    return {
      discrete: true,
      x: Float64Array.from(points, ([value]) => value),
      height: Float64Array.from(points, ([, weight]) => weight),
      share: shares,
      total: points.reduce((sum, [, weight]) => sum + weight, 0),
      jumps: [],
      half: 0.011 * (to - from),
      mean,
      variance,
      skewness,
      kurtosis: excess(excessKurtosis),
    };
  }
  const { facts, values, x, curves, jumps } = await shownOf(handle!, [from, to]);
  return {
    discrete: facts.discrete,
    x: values?.x ?? x,
    height: values?.mass ?? curves.density,
    share: values?.mass ?? curves.density,
    total: 1,
    jumps,
    half: 0.36 * (values && values.x.length > 1 ? values.x[1] - values.x[0] : 1),
    mean: facts.mean,
    variance: facts.variance,
    skewness: facts.skewness,
    kurtosis: excess(facts.excessKurtosis),
  };
}

/** E[g(X)] over the reader's own weights: g first, then the mean of what it gives. */
async function overWeights(
  expression: RemoteExpression,
  points: Points,
): Promise<Pick<Typed, 'outcome' | 'expected' | 'at' | 'values'>> {
  const carrying = points.filter(([, weight]) => weight > 0);
  const values = await expression.evaluate(Float64Array.from(carrying, ([value]) => value));
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const outcome = Number.isNaN(values[bad]) ? 'undefined' : 'divergent';
    return { outcome, expected: NaN, at: carrying[bad][0], values: undefined };
  }
  const weights = carrying.map(([, weight]) => weight);
  const { mean } = await (await getCore('probability')).weighted(values, weights, 0);
  return { outcome: 'settled', expected: mean, at: NaN, values };
}

export const model = plan(fields)
  .derive('entries', [], () => distributionEntries())
  .derive('handle', ['entries', 'load', 'distribution', 'options', 'weights'], ({ entries, load, ...state }) =>
    load === 'distribution' ? distributionOf(entries, state) : undefined,
  )
  .derive('name', ['entries', 'load', 'distribution', 'options', 'weights'], ({ entries, load, ...state }) =>
    load === 'distribution' ? describeChoice(entries, choiceOf(entries, state)) : '',
  )
  .derive('window', ['handle', 'load', 'points'], ({ handle, points }) => windowOf(points, handle), {
    keep: (window, { handle, points }, same) => !handle && same('load') && byHand.has(points) && holds(window, points),
  })
  .derive('carried', ['load', 'points', 'pivot'], ({ load, points, pivot }) =>
    load === 'weights' ? weightedOf(points, pivot) : undefined,
  )
  .derive('beam', ['window', 'handle', 'carried', 'points'], ({ window, handle, carried, points }) =>
    loadOf(window, handle, carried, points),
  )
  .derive('powers', ['handle', 'carried', 'pivot'], ({ handle, carried, pivot }) =>
    carried ? carried.powers : handle!.powersAbout(pivot),
  )
  .derive('expression', ['g'], async ({ g }) =>
    g.trim() ? (await getCore('calculus')).expression(g, ['x']) : undefined,
  )
  .derive('note', ['expression'], async ({ expression }) =>
    expression ? { latex: await expression.latex, doubts: await expression.doubts } : { latex: '', doubts: [] },
  )
  .derive(
    'typed',
    ['expression', 'note', 'g', 'beam', 'entries', 'load', 'points', 'distribution', 'options', 'weights'],
    async ({ expression, note, g, beam, entries, load, points, ...state }): Promise<Typed | undefined> => {
      if (!expression) return undefined;
      const { mean } = beam;
      const ofMean =
        mean === null || !Number.isFinite(mean) ? NaN : (await expression.evaluate(Float64Array.of(mean)))[0];
      if (load === 'weights') return { ...(await overWeights(expression, points)), ofMean, latex: note.latex };
      const core = await getCore('monte-carlo');
      const { outcome, value, at } = await core.expectation(g, choiceOf(entries, state));
      return { outcome, expected: value, at, ofMean, latex: note.latex, values: undefined };
    },
  );

export type Model = ModelOf<typeof model>;
