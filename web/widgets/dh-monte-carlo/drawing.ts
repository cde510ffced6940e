/** The two plots: where the draws fall, and what has come of them in the view that is chosen. */
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { seriesStyle } from '../../plot/inks.ts';
import { band } from '../../plot/layers/band.ts';
import { bars } from '../../plot/layers/bars.ts';
import { cloud } from '../../plot/layers/cloud.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { lines, segments } from '../../plot/layers/segments.ts';
import { draw } from '../../plot/picture.ts';
import type { Drawing, PictureAxis } from '../../plot/picture.ts';
import type { Domain } from '../../plot/plot.ts';
import { extent } from '../../plot/scale.ts';
import { METHODS } from './fields.ts';
import type { Model, State } from './model.ts';

const CIRCLE = Float64Array.from({ length: 181 }, (_, index) => (2 * Math.PI * index) / 180);
/** The part of the height that a density under the curve takes up. */
const DENSITY_HEIGHT = 0.25;
const BARS = 40;
/** So many of the last draws stand under the curve. */
const STICKS = 100;

// ---- Where the draws fall -----------------------------------------------------------------------------------------------------

/** The mean height of what is drawn: the estimate, for an interval divided by its width. */
export const heightOf = ({ run }: Pick<Model, 'run'>, { target, from, to }: State): number =>
  target === 'integral' ? run.estimate.value / (to - from) : run.estimate.value;

export function drawDraws(model: Model, state: State, say: Say): { drawings: Drawing[]; domain: Partial<Domain> } {
  const { scene, run } = model;
  if (!scene) return darts(model, say);
  const { x, y, window } = scene;
  // More of them would only make a thick line of the curve.
  const recent = { x: run.draws.x.slice(-STICKS), y: run.draws.y.slice(-STICKS) };
  const mean = heightOf(model, state);
  const ends = [x[0], x.at(-1)!];
  const drawings: Drawing[] = [];
  const [low, high] = window;
  const reach = DENSITY_HEIGHT * (high - low);
  if (scene.density) {
    const most = Math.max(...scene.density.filter(Number.isFinite));
    const upper = scene.density.map((value) => low + reach * Math.min(1, value / most));
    const lower = upper.map(() => low);
    drawings.push(draw(band, { x, lower, upper }, { ink: 'data', opacity: 0.25, part: 'distribution' }));
  }
  if (scene.masses) {
    const { x: values, mass } = scene.masses;
    const most = Math.max(...mass);
    drawings.push(
      draw(
        bars,
        {
          from: values.map((value) => value - 0.3),
          to: values.map((value) => value + 0.3),
          height: mass.map((share) => low + (reach * share) / most),
          base: low,
        },
        { ink: 'data', opacity: 0.25, part: 'distribution' },
      ),
    );
  }
  if (Number.isFinite(mean)) {
    if (state.target === 'integral')
      drawings.push(
        draw(
          band,
          { x: ends, lower: [0, 0], upper: [mean, mean] },
          { ink: 'prediction', opacity: 0.13, part: 'estimate' },
        ),
      );
    drawings.push(
      draw(
        curve,
        { x: ends, y: [mean, mean], jumps: [] },
        { ink: 'prediction', dash: 'dashed', part: 'estimate', name: say('mean-height') },
      ),
    );
  }
  drawings.push(
    draw(curve, { x, y }, { ink: 'f', weight: 'thick', name: state.target === 'integral' ? 'f' : 'g' }),
    draw(
      segments,
      { x0: recent.x, y0: recent.y.map(() => Math.max(low, 0)), x1: recent.x, y1: recent.y },
      { ink: 'x', weight: 'thin', opacity: 0.3, part: 'draws' },
    ),
    draw(cloud, recent, { ink: 'x', radius: 3, opacity: 0.7, part: 'draws' }),
  );
  return { drawings, domain: { x: [x[0], x.at(-1)!], y: extent(window, { padding: 0.04 }) } };
}

function darts({ run }: Model, say: Say): { drawings: Drawing[]; domain: Partial<Domain> } {
  const { x, y: heights } = run.draws;
  const pick = (hit: boolean) => {
    const chosen = [...heights.keys()].filter((index) => heights[index] > 0 === hit);
    return { x: chosen.map((index) => x[2 * index]), y: chosen.map((index) => x[2 * index + 1]) };
  };
  const circle = { x: CIRCLE.map(Math.cos), y: CIRCLE.map(Math.sin), jumps: [] };
  const square = { x: [-1, 1, 1, -1, -1], y: [-1, -1, 1, 1, -1], jumps: [] };
  return {
    drawings: [
      draw(curve, square, { ink: 'ink-soft', weight: 'thin' }),
      draw(curve, circle, { ink: 'f', weight: 'thick' }),
      draw(points, pick(true), { ink: 'series-1', radius: 2.2, marker: 'circle', part: 'draws', name: say('hits') }),
      draw(points, pick(false), { ink: 'series-2', radius: 2.6, marker: 'cross', part: 'draws', name: say('misses') }),
    ],
    domain: { x: [-1.05, 1.05], y: [-1.05, 1.05] },
  };
}

// ---- What has come of them ----------------------------------------------------------------------------------------------------

/** The axes of a view. */
export function axesOf(view: string, say: Say): { x: PictureAxis; y: PictureAxis } {
  const n: PictureAxis = { scale: 'log', label: say('samples-axis') };
  switch (view) {
    case 'repeats':
      return { x: { label: say('estimate-axis') }, y: { label: say('runs-axis') } };
    case 'estimate':
      return { x: n, y: { label: say('estimate-axis') } };
    default:
      return { x: n, y: { scale: 'log', label: say(view === 'error' ? 'error-axis' : 'standard-error-axis') } };
  }
}

export function drawChart(model: Model, state: State, say: Say): { drawings: Drawing[]; domain: Partial<Domain> } {
  if (state.view === 'error') return errors(model, say);
  if (state.view === 'repeats') return repeats(model, say);
  if (state.view === 'compare') return comparison(model, say);
  return estimates(model, say);
}

/** The steps so far that have an estimate. */
const stepsOf = ({ run }: Model) => run.estimates.slice(1, run.position + 1);

function estimates(model: Model, say: Say): { drawings: Drawing[]; domain: Partial<Domain> } {
  const { run } = model;
  const { exact } = run.facts;
  const steps = stepsOf(model);
  const x = steps.map(({ samples }) => samples);
  const y = steps.map(({ value }) => value);
  const half = steps.map(({ halfWidth }) => halfWidth ?? NaN);
  const sure = steps.map((_, index) => index).filter((index) => Number.isFinite(half[index]));
  // Where bands of the first few samples reach says nothing of the rest: the view holds the band from the tenth part of the steps on.
  const told = steps.slice(Math.min(steps.length - 1, Math.floor(steps.length / 4)));
  const wide = told.flatMap(({ value, halfWidth }) => [value - (halfWidth ?? 0), value + (halfWidth ?? 0)]);
  const include = Number.isFinite(exact.value) ? [exact.value] : [];
  return {
    drawings: [
      draw(
        band,
        {
          x: sure.map((index) => x[index]),
          lower: sure.map((index) => y[index] - half[index]),
          upper: sure.map((index) => y[index] + half[index]),
        },
        { ink: 'prediction', opacity: 0.18, part: 'band' },
      ),
      draw(lines, include.map((value) => ({ y: value })), { ink: 'ink', dash: 'dashed', weight: 'thin', part: 'truth', name: include.length ? say('exact-label') : undefined }), // prettier-ignore
      draw(curve, { x, y, jumps: [] }, { ink: 'prediction', part: 'estimate' }),
      draw(points, { x: x.slice(-1), y: y.slice(-1) }, { ink: 'prediction', radius: 4.5, part: 'estimate' }),
    ],
    domain: {
      x: [run.places[1], Math.max(run.limit, run.places[1] * 2)],
      y: extent(wide, { padding: 0.15, include, fallback: [0, 1] }),
    },
  };
}

function errors(model: Model, say: Say): { drawings: Drawing[]; domain: Partial<Domain> } {
  const { run, errors } = model;
  if (!errors) return { drawings: [], domain: {} };
  const { exact } = run.facts;
  const steps = stepsOf(model).filter(({ halfWidth }) => halfWidth !== null);
  const x = steps.map(({ samples }) => samples);
  const own = steps.map(({ value }) => Math.abs(value - exact.value));
  const claimed = steps.map(({ standardError }) => standardError ?? NaN);
  const typical = errors.typical.map((error) => error ?? NaN);
  const ends = [errors.samples[0], errors.samples.at(-1)!];
  const fitted = ends.map((n) => (errors.law ? errors.law.factor * n ** errors.law.exponent : NaN));
  const root = ends.map((n) => typical[0] * Math.sqrt(ends[0] / n));
  const all = [...typical, ...claimed, ...own.filter((error, index) => error > claimed[index] / 30)];
  return {
    drawings: [
      draw(
        points,
        { x, y: own },
        { ink: 'data', radius: 2.4, part: 'error', name: say('own-error'), showOutside: false },
      ),
      draw(curve, { x, y: claimed, jumps: [] }, { ink: 'prediction', part: 'claimed', name: say('standard-error') }),
      draw(curve, { x: ends, y: root, jumps: [] }, { ink: 'ink-soft', dash: 'dotted', part: 'typical', name: '1/√n' }),
      draw(curve, { x: ends, y: fitted, jumps: [] }, { ink: 'series-3', dash: 'dashed', part: 'typical', name: say('fitted-line', { slope: slopeText(errors.law?.exponent) }) }), // prettier-ignore
      draw(points, { x: errors.samples, y: typical }, { ink: 'series-3', marker: 'square', radius: 4, part: 'typical', name: say('typical-error') }), // prettier-ignore
    ],
    domain: { x: [ends[0] / 1.3, Math.max(run.limit, ends[1]) * 1.3], y: extent(all, { scale: 'log', padding: 0.08 }) },
  };
}

export const slopeText = (slope: number | undefined): string =>
  slope === undefined || !Number.isFinite(slope) ? '–' : format(Math.round(slope * 100) / 100);

/** Does an interval hold the exact value? Where nothing scatters an estimate is off by rounding alone. */
export const covers = (value: number, halfWidth: number, exact: number): boolean =>
  Math.abs(value - exact) <= halfWidth + 16 * Number.EPSILON * Math.abs(exact);

function repeats({ repeats, run }: Model, say: Say): { drawings: Drawing[]; domain: Partial<Domain> } {
  if (!repeats) return { drawings: [], domain: {} };
  const { values, halfWidths } = repeats;
  const exact = run.facts.exact.value;
  const known = Number.isFinite(exact);
  const sorted = values.filter(Number.isFinite).sort();
  if (!sorted.length) return { drawings: [], domain: {} };
  // A few runs far out would squeeze all others into one bar: they stand at the border.
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  const [middle, spread] = [at(0.5), at(0.84) - at(0.16)];
  const [low, high] = [Math.max(sorted[0], middle - 4 * spread), Math.min(sorted.at(-1)!, middle + 4 * spread)];
  const room = high > low ? [low, high] : [low - 0.5, low + 0.5];
  const width = (room[1] - room[0]) / BARS;
  const [held, missed] = [new Float64Array(BARS), new Float64Array(BARS)];
  values.forEach((value, index) => {
    if (!Number.isFinite(value)) return;
    const bar = Math.min(BARS - 1, Math.max(0, Math.floor((value - room[0]) / width)));
    (!known || covers(value, halfWidths[index], exact) ? held : missed)[bar] += 1;
  });
  const from = Float64Array.from(held, (_, index) => room[0] + index * width);
  const to = from.map((edge) => edge + width);
  const all = held.map((count, index) => count + missed[index]);
  return {
    drawings: [
      draw(bars, { from, to, height: all }, { ink: 'prediction', opacity: 0.5, part: 'runs', name: say(known ? 'held' : 'runs-drawn') }), // prettier-ignore
      ...(known
        ? [
            draw(
              bars,
              { from, to, height: missed },
              { ink: 'error', opacity: 0.95, part: 'missed', name: say('missed') },
            ),
            draw(lines, [{ x: exact, label: say('exact-label') }], { ink: 'ink', dash: 'dashed', part: 'truth' }),
          ]
        : []),
    ],
    domain: {
      x: extent(known ? [...room, exact] : room, { padding: 0.03 }),
      y: [0, Math.max(1, ...all) * 1.12],
    },
  };
}

function comparison({ compared = [] }: Model, say: Say): { drawings: Drawing[]; domain: Partial<Domain> } {
  const drawings = compared.flatMap(({ id, estimates }) => {
    const { ink, dash, marker } = seriesStyle(METHODS.indexOf(id));
    const told = estimates.filter(({ standardError }) => standardError !== null && standardError > 0);
    const data = { x: told.map(({ samples }) => samples), y: told.map(({ standardError }) => standardError!) };
    return [
      draw(curve, { ...data, jumps: [] }, { ink, dash, part: 'methods' }),
      draw(points, data, { ink, marker, radius: 3.6, part: 'methods', name: say(`method-${id}`) }),
    ];
  });
  return { drawings, domain: {} };
}
