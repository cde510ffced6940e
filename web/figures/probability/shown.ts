/** A distribution on a part of the axis: which part shows it, and what is to be drawn there. */
import type { Curves, Distribution, DistributionFacts } from '../../core/probability/types.ts';
import type { Remote } from '../../core/types.ts';
import { evenly, type Interval } from '../../plot/scale.ts';

const SAMPLES = 801;
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

/** Where most of the probability is: the core's window, but no more than some times the middle half on either side. */
export async function stretchOf(distribution: Remote<Distribution>): Promise<[number, number]> {
  const [{ window, discrete }, quartiles] = await Promise.all([
    distribution.facts(),
    distribution.quantiles(Float64Array.of(0.25, 0.75)),
  ]);
  const half = Math.max(quartiles[1] - quartiles[0], discrete ? 1 : 0);
  if (!half) return [...window];
  return [Math.max(window[0], quartiles[0] - REACH * half), Math.min(window[1], quartiles[1] + REACH * half)];
}

/** A part of the axis that shows all stretches, so many times wider. */
export function viewOf(stretches: readonly Interval[], width: number): [number, number] {
  const from = Math.min(...stretches.map(([start]) => start));
  const to = Math.max(...stretches.map(([, end]) => end));
  const [centre, half] = [(from + to) / 2, Math.max((to - from) / 2, 1e-9, Math.abs(from + to) * 1e-9)];
  // A little room beyond, so that the ends of a bounded support are seen.
  return [centre - 1.12 * width * half, centre + 1.12 * width * half];
}

export async function shownOf(distribution: Remote<Distribution>, [from, to]: Interval): Promise<Shown> {
  const facts = await distribution.facts();
  const places = Array.from(evenly([from, to], SAMPLES));
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
  const x = evenly([from, to], SAMPLES).map(Math.round);
  const { density, cdf, upper } = await distribution.curves(x);
  return { x, mass: density, cdf, upper };
}

/** The height the axis has to have. Beside a pole it is what most places stay below. */
function peakOf(heights: Float64Array, { mode }: DistributionFacts): number {
  const finite = heights.filter(Number.isFinite).sort();
  if (!finite.length) return 1;
  return (mode === null ? finite[Math.floor(0.97 * (finite.length - 1))] : finite[finite.length - 1]) || 1;
}
