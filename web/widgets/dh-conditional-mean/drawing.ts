/** The map with the line, the slice of it beside, and below what guesses cost. */
import type { Say } from '../../language/strings.ts';
import { bars } from '../../plot/layers/bars.ts';
import { cloud } from '../../plot/layers/cloud.ts';
import { curve } from '../../plot/layers/curve.ts';
import { heatmap } from '../../plot/layers/heatmap.ts';
import { points } from '../../plot/layers/points.ts';
import { profile } from '../../plot/layers/profile.ts';
import { segments } from '../../plot/layers/segments.ts';
import { draw } from '../../plot/picture.ts';
import type { Drawing } from '../../plot/picture.ts';
import type { Domain } from '../../plot/plot.ts';
import type { Interval } from '../../plot/scale.ts';
import type { Axis, Model, State } from './model.ts';

/** Half the width of the bar of a class. */
const HALF_BAR = 0.3;
/** Draws of one class are spread over so much of its row. */
const SPREAD = 0.7;
/** Room beyond what is highest. */
const ROOM = 1.1;

const ends = ({ places }: Axis): Interval => [places[0], places[places.length - 1]];
const level = ([from, to]: Interval, height: number) => ({ x0: [from], y0: [height], x1: [to], y1: [height] });

const NO_LINE = { x0: [], y0: [], x1: [], y1: [] };
/** From the axis up to what a guess costs, where it costs something. */
const upright = (guess: number, height: number) =>
  Number.isFinite(height) ? { x0: [guess], y0: [0], x1: [guess], y1: [height] } : NO_LINE;

/** Parts of a loss that are shown of it: the centre it picks, and what is least. */
export const namesOf = (loss: string): { best: string; least: string } =>
  loss === 'squared'
    ? { best: 'best-mean', least: 'least-variance' }
    : loss === 'absolute'
      ? { best: 'best-median', least: 'least-distance' }
      : { best: 'best-probability', least: 'least-entropy' };

// ---- The map -----------------------------------------------------------------------------------------------------------------------

export const mapDomain = ({ shown }: Model): Domain => ({ x: shown.x.window, y: shown.y.window });

export function mapDrawings(now: Model, { guess, curve: all }: State): Drawing[] {
  const { shown, here, costs, everywhere, drawn, onLine } = now;
  const { x, y, grid } = shown;
  const largest = grid.reduce((most, value) => Math.max(most, value), 0) || 1;
  const best = { x: x.places, y: everywhere.guess };
  const [bottom, top] = y.window;
  return [
    draw(
      heatmap,
      {
        grid: { values: grid, columns: x.places.length, rows: y.places.length, x: ends(x), y: ends(y) },
        range: [-largest, largest] as const,
      },
      { map: 'signed', smooth: !x.discrete && !y.discrete, part: 'map' },
    ),
    ...(drawn ? [draw(cloud, spread(now), { ink: 'data', radius: 2, opacity: 0.5, part: 'draws' })] : []),
    draw(segments, { x0: [here.x], y0: [bottom], x1: [here.x], y1: [top] }, { ink: 'x', part: 'line' }),
    draw(segments, level([here.x, x.window[1]], guess), { ink: 'prediction', dash: 'dashed', part: 'guess' }),
    ...(all
      ? [
          x.discrete
            ? draw(points, best, { ink: 'f', radius: 6, part: 'best-curve' })
            : draw(curve, best, { ink: 'f', weight: 'thick', part: 'best-curve' }),
        ]
      : []),
    draw(points, { x: [here.x], y: [costs.best] }, { ink: 'f', marker: 'diamond', radius: 6, part: 'best' }),
    ...(onLine?.count
      ? [draw(points, { x: [here.x], y: [onLine.mean] }, { ink: 'data', marker: 'square', radius: 9, hollow: true, part: 'draws' })]
      : []),
  ]; // prettier-ignore
}

/** Draws of a discrete variable lie all over their row or column, else they would be one line. */
function spread({ drawn, shown }: Model): { x: Float64Array; y: Float64Array } {
  const { x, y } = drawn!;
  const shifted = (values: Float64Array, { discrete }: Axis) =>
    discrete ? values.map((value, index) => value + SPREAD * (((index * Math.SQRT2) % 1) - 0.5)) : values;
  return { x: shifted(x, shown.x), y: shifted(y, shown.y) };
}

// ---- The slice ---------------------------------------------------------------------------------------------------------------------

export function sliceDrawings({ shown: { y }, here, costs }: Model, { guess }: State): Drawing[] {
  const peak = peakOf(here.conditional);
  const height = here.conditional;
  const data = y.discrete
    ? { from: y.places.map((place) => place - HALF_BAR), to: y.places.map((place) => place + HALF_BAR), height }
    : { at: y.places, height };
  return [
    draw(profile, data, { along: 'y', ink: 'x', opacity: 0.25, part: 'slice' }),
    draw(segments, level([0, ROOM * peak], guess), { ink: 'prediction', dash: 'dashed', part: 'guess' }),
    draw(points, { x: [0], y: [costs.best] }, { ink: 'f', marker: 'diamond', radius: 6, part: 'best' }),
  ];
}

const peakOf = (heights: ArrayLike<number>): number =>
  Array.from(heights).reduce((most, value) => (Number.isFinite(value) ? Math.max(most, value) : most), 0) || 1;

export const sliceDomain = ({ shown, here }: Model): Domain => ({
  x: [0, ROOM * peakOf(here.conditional)],
  y: shown.y.window,
});

// ---- The costs ---------------------------------------------------------------------------------------------------------------------

export const costsDomain = ({ shown, top }: Model): Domain => ({ x: shown.y.window, y: [0, top] });

export function costsDrawings({ costs, shown, top }: Model, { loss, guess }: State, say: Say): Drawing[] {
  const { best, least, interval, guesses, risk, chosen } = costs;
  const { least: left } = namesOf(loss);
  const [from, to] = interval;
  const wide = to - from > 1e-6 * (shown.y.window[1] - shown.y.window[0]);
  return [
    draw(curve, { x: guesses, y: risk, jumps: [] }, { ink: 'prediction', weight: 'thick', name: say(`risk-${loss}`), part: 'risk' }),
    ...(wide ? [draw(bars, { from: [from], to: [to], height: [least] }, { ink: 'f', opacity: 0.14, part: 'best' })] : []),
    draw(
      segments,
      Number.isFinite(least) ? level(shown.y.window, least) : NO_LINE,
      { ink: 'ink-soft', dash: 'dotted', name: say(left), part: 'least' },
    ),
    draw(segments, upright(guess, Math.min(chosen, top)), { ink: 'prediction', dash: 'dashed', part: 'guess' }),
    draw(segments, upright(best, least), { ink: 'f', dash: 'dashed', part: 'best' }),
    draw(points, { x: [best], y: [least] }, { ink: 'f', marker: 'diamond', radius: 6, part: 'best' }),
  ]; // prettier-ignore
}
