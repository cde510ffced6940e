/** What the core makes of a distribution: what is to be drawn of it, its interval, its draws, and others beside it. */
import { getCore } from '../../core/core.ts';
import type {
  Curves,
  Distribution,
  DistributionChoice,
  DistributionEntry,
  DistributionFacts,
} from '../../core/probability/types.ts';
import type { Remote } from '../../core/types.ts';
import { FieldError } from '../../fields/field-error.ts';
import type { StateOf } from '../../fields/fields.ts';
import { describeChoice, distributionEntries, distributionOf } from '../../figures/probability/distributions.ts';
import type { Interval } from '../../plot/scale.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields } from './fields.ts';
import { MOST_KEPT, readKept } from './kept.ts';

export type State = StateOf<typeof fields>;

const SAMPLES = 801;
/** Bars of the histogram of draws from a density. */
const BINS = 48;
/** Values of a discrete distribution that are drawn one by one. */
const MOST_VALUES = 2000;
/** How many times the middle half of the probability is wide is shown on either side of it, where tails are very long. */
const REACH = 4;

/** One distribution on the part of the axis that is shown. */
export interface Shown {
  facts: DistributionFacts;
  /** Places along the axis, the ends of its support among them, and everything there. */
  x: Float64Array;
  curves: Curves;
  /** Of a discrete one its values in view, with P(X ≤ x) and P(X > x) there. */
  values: { x: Float64Array; mass: Float64Array; cdf: Float64Array; upper: Float64Array } | undefined;
  /** The largest density or mass in view, a pole left out. */
  peak: number;
  /** Places where the density jumps; none of one drawn by hand, whose bars have their sides drawn. */
  jumps: number[];
}

export interface Kept extends Shown {
  choice: DistributionChoice;
  name: string;
}

export interface Between {
  probability: number;
  /** P(X ≤ x) and P(X > x) at both ends. */
  cdf: Interval;
  upper: Interval;
  /** P(X < a) and P(X ≥ a). Only with a mass at a are they other than P(X ≤ a) and P(X > a). */
  before: number;
  from: number;
  middle: number;
  /** Density or mass in the middle and at both ends. */
  density: number;
  densities: Interval;
}

export interface Draws {
  /** Bars: of a density on the same scale as it, of masses the shares. */
  from: Float64Array;
  to: Float64Array;
  height: Float64Array;
  /** All of them, ascending. */
  sorted: Float64Array;
}

/** Where most of the probability is: the core's window, but no more than some times the middle half on either side. */
async function stretchOf(distribution: Remote<Distribution>): Promise<[number, number]> {
  const [{ window, discrete }, quartiles] = await Promise.all([
    distribution.facts(),
    distribution.quantiles(Float64Array.of(0.25, 0.75)),
  ]);
  const half = Math.max(quartiles[1] - quartiles[0], discrete ? 1 : 0);
  if (!half) return [...window];
  return [Math.max(window[0], quartiles[0] - REACH * half), Math.min(window[1], quartiles[1] + REACH * half)];
}

/** A part of the axis that shows all stretches, so many times wider. */
function viewOf(stretches: readonly Interval[], width: number): [number, number] {
  const from = Math.min(...stretches.map(([start]) => start));
  const to = Math.max(...stretches.map(([, end]) => end));
  const [centre, half] = [(from + to) / 2, Math.max((to - from) / 2, 1e-9, Math.abs(from + to) * 1e-9)];
  // A little room beyond, so that the ends of a bounded support are seen.
  return [centre - 1.12 * width * half, centre + 1.12 * width * half];
}

async function shownOf(distribution: Remote<Distribution>, [from, to]: Interval): Promise<Shown> {
  const facts = await distribution.facts();
  const places = Array.from({ length: SAMPLES }, (_, index) => from + ((to - from) * index) / (SAMPLES - 1));
  const hair = (to - from) * 1e-9;
  const ends = [...facts.support, ...edgesOf(facts)].filter((end) => end > from && end < to);
  if (!facts.discrete) places.push(...ends.flatMap((end) => [end - hair, end, end + hair]));
  const x = Float64Array.from(places).sort();
  const [curves, values] = await Promise.all([
    distribution.curves(x),
    facts.discrete ? valuesOf(distribution, [from, to]) : undefined,
  ]);
  return {
    facts,
    x,
    curves,
    values,
    peak: peakOf(values?.mass ?? curves.density, facts),
    jumps: edgesOf(facts).length ? [] : ends,
  };
}

/** The edges between the bars of one drawn by hand. */
function edgesOf({ options, weights, discrete }: DistributionFacts): number[] {
  if (discrete || !weights.length) return [];
  return weights.map((_, bar) => options.from + ((options.to - options.from) * bar) / weights.length);
}

async function valuesOf(distribution: Remote<Distribution>, [from, to]: Interval): Promise<Shown['values']> {
  if (to - from <= MOST_VALUES) {
    const { x, mass } = await distribution.masses(from, to, MOST_VALUES);
    const { cdf, upper } = await distribution.curves(x);
    return { x, mass, cdf, upper };
  }
  // Too many to be seen apart: some of them, evenly.
  const x = Float64Array.from({ length: SAMPLES }, (_, index) =>
    Math.round(from + ((to - from) * index) / (SAMPLES - 1)),
  );
  const { density, cdf, upper } = await distribution.curves(x);
  return { x, mass: density, cdf, upper };
}

/** The height the axis has to have. Beside a pole it is what most places stay below. */
function peakOf(heights: Float64Array, { mode }: DistributionFacts): number {
  const finite = heights.filter(Number.isFinite).sort();
  if (!finite.length) return 1;
  return (mode === null ? finite[Math.floor(0.97 * (finite.length - 1))] : finite[finite.length - 1]) || 1;
}

async function betweenOf(
  distribution: Remote<Distribution>,
  discrete: boolean,
  low: number,
  high: number,
): Promise<Between> {
  const middle = (low + high) / 2;
  const at = discrete ? Math.round(middle) : middle;
  const [probability, { cdf, upper, density }] = await Promise.all([
    distribution.probability(low, high),
    distribution.curves(Float64Array.of(low, high, at, discrete ? Math.ceil(low) - 1 : low)),
  ]);
  return {
    probability,
    cdf: [cdf[0], cdf[1]],
    upper: [upper[0], upper[1]],
    before: cdf[3],
    from: upper[3],
    middle: at,
    density: density[2],
    densities: [density[0], density[1]],
  };
}

function drawsOf(values: Float64Array, shown: Shown, [from, to]: Interval): Draws {
  const bins = shown.values ? shown.values.x.length : BINS;
  const start = Float64Array.from({ length: bins }, (_, bin) =>
    shown.values ? shown.values.x[bin] - 0.25 : from + ((to - from) * bin) / bins,
  );
  const end = start.map((edge, bin) => (shown.values ? edge + 0.5 : from + ((to - from) * (bin + 1)) / bins));
  const height = new Float64Array(bins);
  const places = shown.values && new Map(Array.from(shown.values.x, (value, bin) => [value, bin]));
  const scale = 1 / (values.length * (places ? 1 : (to - from) / bins));
  for (const value of values) {
    const bin = places ? places.get(value) : Math.floor(((value - from) / (to - from)) * bins);
    if (bin !== undefined && bin >= 0 && bin < bins) height[bin] += scale;
  }
  return { from: start, to: end, height, sorted: values.slice().sort() };
}

/** How many of some ascending numbers come before the first for which something holds, as it does for all after it. */
function countBefore(ascending: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ascending[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many draws fell into an interval, both ends included. */
const countInside = ({ sorted }: Draws, low: number, high: number): number =>
  countBefore(sorted, (value) => value > high) - countBefore(sorted, (value) => value >= low);

async function keptOf(
  entries: readonly DistributionEntry[],
  text: string,
): Promise<{ choice: DistributionChoice; name: string; distribution: Remote<Distribution> }[]> {
  const choices = readKept(text);
  if (choices.length > MOST_KEPT)
    throw new FieldError('kept', { code: 'too-many', value: choices.length, expected: String(MOST_KEPT) });
  const core = await getCore('probability');
  return Promise.all(
    choices.map(async (choice) => {
      const distribution = await core.distribution(choice);
      return { choice, name: describeChoice(entries, choice), distribution };
    }),
  );
}

export const model = plan(fields)
  .derive('entries', [], () => distributionEntries())
  .derive('handle', ['entries', 'distribution', 'options', 'weights'], ({ entries, ...state }) =>
    distributionOf(entries, state),
  )
  .derive('discrete', ['handle'], async ({ handle }) => (await handle.facts()).discrete)
  .derive('keptHandles', ['entries', 'kept'], ({ entries, kept }) => keptOf(entries, kept), {
    free: (handles) => handles.forEach(({ distribution }) => void distribution.free()),
  })
  .derive('view', ['handle', 'keptHandles', 'width'], async ({ handle, keptHandles, width }) =>
    viewOf(await Promise.all([handle, ...keptHandles.map(({ distribution }) => distribution)].map(stretchOf)), width),
  )
  .derive('shown', ['handle', 'view'], ({ handle, view }) => shownOf(handle, view))
  .derive('others', ['keptHandles', 'view'], ({ keptHandles, view }) =>
    Promise.all(
      keptHandles.map(async ({ distribution, choice, name }): Promise<Kept> => ({
        choice,
        name,
        ...(await shownOf(distribution, view)),
      })),
    ),
  )
  .derive('between', ['handle', 'discrete', 'low', 'high'], ({ handle, discrete, low, high }, { same }) => {
    if (low > high) throw new FieldError(same('low') ? 'high' : 'low', { code: 'empty-interval' });
    return betweenOf(handle, discrete, low, high);
  })
  .derive('quantiles', ['handle'], async ({ handle }) => handle.quantiles(Float64Array.of(0.25, 0.5, 0.75)))
  .derive('sample', ['handle', 'draws', 'seed'], ({ handle, draws, seed }) =>
    draws ? handle.sample(draws, seed) : undefined,
  )
  .derive('drawn', ['sample', 'shown', 'view'], ({ sample, shown, view }) =>
    sample ? drawsOf(sample, shown, view) : undefined,
  )
  .derive('inside', ['drawn', 'low', 'high'], ({ drawn, low, high }) => (drawn ? countInside(drawn, low, high) : 0));

export type Model = ModelOf<typeof model>;
