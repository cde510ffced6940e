/** The two plots: density or mass with its interval and draws, and below it the distribution function, its upper tail or its inverse. */
import type { Say } from '../../language/strings.ts';
import { seriesStyle } from '../../plot/inks.ts';
import { band } from '../../plot/layers/band.ts';
import { bars } from '../../plot/layers/bars.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { segments } from '../../plot/layers/segments.ts';
import { draw } from '../../plot/picture.ts';
import type { Drawing } from '../../plot/picture.ts';
import type { Domain } from '../../plot/plot.ts';
import type { Interval } from '../../plot/scale.ts';
import type { Shown } from '../../figures/probability/shown.ts';
import type { Draws, Kept, Model, State } from './model.ts';

/** On a logarithmic axis, what is smaller than so small a part of the largest is left out. */
const FAINTEST = 1e-24;
/** The look of the first one kept: none that is near the colours of the density and of the interval. */
const FIRST_SERIES = 3;
/** Of the draws as a curve, so many points at most. */
const MOST_POINTS = 600;
/** The share of a bar drawn by hand that its axis has room for, so that the axis stays while bars are dragged. */
export const HIGHEST_SHARE = 0.45;

const isDrawn = ({ facts }: Shown): boolean => !facts.discrete && facts.weights.length > 0;

/** The width of the bars of one drawn by hand. */
export const barWidth = ({ facts }: Shown): number => (facts.options.to - facts.options.from) / facts.weights.length;

function smallest(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) if (value > 0) least = Math.min(least, value);
  return least;
}

/** The parts of the axes that the upper plot shows. */
export function densityDomain({ shown, others, drawn, view }: Model, { logarithmic }: State): Domain {
  const all = [shown, ...others];
  const heights = drawn ? drawn.height.filter(Number.isFinite) : new Float64Array();
  const peak = Math.max(...all.map((each) => each.peak), logarithmic ? 0 : heights.reduce((a, b) => Math.max(a, b), 0));
  if (logarithmic) {
    const least = Math.min(...all.map(({ values, curves }) => smallest(values?.mass ?? curves.density)));
    const floor = Math.max(Math.min(least, peak / 10), peak * FAINTEST, Number.MIN_VALUE * 1e10);
    return { x: view, y: [floor / 1.5, peak * 3] };
  }
  const room = isDrawn(shown) ? HIGHEST_SHARE / barWidth(shown) : 0;
  return { x: view, y: [0, Math.max(1.12 * peak, room)] };
}

export function densityDrawings(now: Model, { low, high, logarithmic }: State, say: Say, floor: number): Drawing[] {
  const { shown, others, drawn, between } = now;
  const perLength = between.probability / (high - low);
  // On a logarithmic scale a rectangle and a straight line are not what they look like.
  const flat = !shown.values && !logarithmic && high > low && Number.isFinite(perLength);
  return [
    ...(drawn ? [drawsDrawing(drawn, say)] : []),
    ...others.map((other, index) => densityOf(other, index)),
    ...(shown.values ? [massDrawing(shown.values, low, high, say)] : continuous(shown, low, high, say, floor)),
    ...(flat
      ? [
          draw(
            segments,
            { x0: [low], y0: [perLength], x1: [high], y1: [perLength] },
            { ink: 'x', dash: 'dashed', name: say('mean-height'), part: 'mean-height' },
          ),
        ]
      : []),
  ];
}

const drawsDrawing = ({ from, to, height }: Draws, say: Say): Drawing =>
  draw(bars, { from, to, height }, { ink: 'data', opacity: 0.35, name: say('draws-name'), part: 'draws' });

function densityOf({ values, x, curves, jumps, name }: Kept, index: number): Drawing {
  const { ink, dash, marker } = seriesStyle(index + FIRST_SERIES);
  if (values) return draw(points, { x: values.x, y: values.mass }, { ink, marker, radius: 4, hollow: true, name });
  return draw(curve, { x, y: curves.density, jumps }, { ink, dash, name });
}

function massDrawing({ x, mass }: NonNullable<Shown['values']>, low: number, high: number, say: Say): Drawing {
  const gap = x.length > 1 ? x[1] - x[0] : 1;
  const half = 0.36 * gap;
  const inside = Array.from(x.keys()).filter((index) => low <= x[index] && x[index] <= high);
  return draw(
    bars,
    { from: x.map((place) => place - half), to: x.map((place) => place + half), height: mass, emphasis: inside },
    { ink: 'prediction', opacity: 0.35, name: say('mass'), part: 'density' },
  );
}

function continuous({ x, curves, jumps }: Shown, low: number, high: number, say: Say, floor: number): Drawing[] {
  const { density } = curves;
  const inside = Array.from(x.keys()).filter((index) => low <= x[index] && x[index] <= high);
  const heights = inside.map((index) => (density[index] === Infinity ? Number.MAX_VALUE : density[index]));
  return [
    draw(
      band,
      { x: inside.map((index) => x[index]), lower: inside.map(() => floor), upper: heights },
      { ink: 'prediction', opacity: 0.32, part: 'area' },
    ),
    draw(
      curve,
      { x, y: density, jumps },
      { ink: 'prediction', weight: 'thick', name: say('density-name'), part: 'density' },
    ),
  ];
}

// ---- The lower plot ------------------------------------------------------------------------------------------------------------

export function lowerDomain({ shown, others, view }: Model, { lower, logarithmic }: State): Domain {
  if (lower === 'quantile') return { x: [0, 1], y: view };
  if (!logarithmic) return { x: view, y: [0, 1.06] };
  const least = Math.min(...[shown, ...others].map((each) => smallest(heightsOf(each, lower))));
  return { x: view, y: [Math.max(Math.min(least, 0.1), FAINTEST) / 1.5, 2] };
}

function heightsOf({ values, curves }: Shown, lower: State['lower']): Float64Array {
  const { cdf, upper } = values ?? curves;
  return lower === 'survival' ? upper : cdf;
}

/** The curve of one distribution: steps where it is discrete, turned about where its inverse is asked for. */
function lineOf(
  shown: Shown,
  lower: State['lower'],
  [from, to]: Interval,
): { x: number[]; y: number[]; jumps: number[] } {
  const heights = heightsOf(shown, lower === 'survival' ? 'survival' : 'cdf');
  let [x, y] = [Array.from(shown.values?.x ?? shown.x), Array.from(heights)];
  if (shown.values) {
    const before = lower === 'survival' ? 1 : 0;
    // What lies left of the view has been counted already.
    const first = x.length ? y[0] - (lower === 'survival' ? -1 : 1) * shown.values.mass[0] : before;
    const start = Math.abs(first - before) < 1e-12 ? before : first;
    [x, y] = [
      [from, ...x.flatMap((place) => [place, place]), to],
      [start, ...y.flatMap((height, index) => [index ? y[index - 1] : start, height]), y.at(-1) ?? start],
    ];
  }
  if (lower !== 'quantile') return { x, y, jumps: [] };
  const [least, most] = shown.facts.support;
  const possible = Array.from(x.keys()).filter((index) => least <= x[index] && x[index] <= most);
  return { x: possible.map((index) => y[index]), y: possible.map((index) => x[index]), jumps: [] };
}

function drawsLine({ sorted }: Draws, lower: State['lower']): { x: number[]; y: number[]; jumps: number[] } {
  const n = sorted.length;
  const stride = Math.max(1, Math.floor(n / MOST_POINTS));
  const x: number[] = [];
  const y: number[] = [];
  for (let index = 0; index < n; index += stride) {
    const share = (index + 1) / n;
    x.push(sorted[index]);
    y.push(lower === 'survival' ? 1 - share : share);
  }
  return lower === 'quantile' ? { x: y, y: x, jumps: [] } : { x, y, jumps: [] };
}

/** Where the two ends of the interval stand in the lower plot. */
export function endsIn({ between }: Model, { low, high, lower }: State): { x: Interval; y: Interval } {
  const heights = lower === 'survival' ? between.upper : between.cdf;
  return lower === 'quantile' ? { x: between.cdf, y: [low, high] } : { x: [low, high], y: heights };
}

export function lowerDrawings(now: Model, state: State, say: Say): Drawing[] {
  const { shown, others, drawn, view, between } = now;
  const { lower, logarithmic } = state;
  const { x, y } = endsIn(now, state);
  // With a mass at the left end, the probability begins below it.
  const levels: Interval = lower === 'survival' ? [between.from, between.upper[1]] : [between.before, between.cdf[1]];
  const guide = { ink: 'x', dash: 'dotted', weight: 'thin' } as const;
  const line = { ink: 'prediction', weight: 'thick' } as const;
  const guides =
    lower === 'quantile'
      ? draw(segments, { x0: [...levels], y0: [view[0], view[0]], x1: [...levels], y1: [...y] }, guide)
      : draw(segments, { x0: [view[0], view[0]], y0: [...levels], x1: [...x], y1: [...levels] }, guide);
  const height =
    lower === 'quantile'
      ? { x0: [levels[0]], y0: [view[0]], x1: [levels[1]], y1: [view[0]] }
      : { x0: [view[0]], y0: [levels[0]], x1: [view[0]], y1: [levels[1]] };
  return [
    ...(drawn ? [draw(curve, drawsLine(drawn, lower), { ink: 'data', name: say('draws-name'), part: 'draws' })] : []),
    ...others.map((other, index) => {
      const { ink, dash } = seriesStyle(index + FIRST_SERIES);
      return draw(curve, lineOf(other, lower, view), { ink, dash, name: other.name });
    }),
    draw(curve, lineOf(shown, lower, view), { ...line, name: say(`${lower}-name`), part: 'cdf' }),
    guides,
    draw(segments, height, { ink: 'x', weight: 'thick', name: say('probability-name'), part: 'height' }),
    ...(shown.values || logarithmic || lower === 'quantile' || x[0] === x[1]
      ? []
      : [
          draw(
            segments,
            { x0: [x[0]], y0: [y[0]], x1: [x[1]], y1: [y[1]] },
            { ink: 'x', dash: 'dashed', name: say('secant'), part: 'secant' },
          ),
        ]),
    draw(points, { x: [...x], y: [...y] }, { ink: 'x', radius: 5 }),
  ];
}
