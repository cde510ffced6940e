/** What the core makes of a distribution: what is to be drawn of it, its interval, its draws, and others beside it. */
import { getCore } from '../../core/core.ts';
import type { Distribution, DistributionChoice, DistributionEntry } from '../../core/probability/types.ts';
import type { Remote } from '../../core/types.ts';
import { FieldError } from '../../fields/field-error.ts';
import type { StateOf } from '../../fields/fields.ts';
import { describeChoice, distributionEntries, distributionOf } from '../../figures/probability/distributions.ts';
import { shownOf, stretchOf, viewOf } from '../../figures/probability/shown.ts';
import type { Shown } from '../../figures/probability/shown.ts';
import type { Interval } from '../../plot/scale.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields } from './fields.ts';
import { MOST_KEPT, readKept } from './kept.ts';

export type State = StateOf<typeof fields>;

/** Bars of the histogram of draws from a density. */
const BINS = 48;

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
