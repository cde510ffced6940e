/** The map with its line and draws, and the two strips at its sides, which show marginals or what follows from the line. */
import { formatNumber } from '../../plot/format.ts';
import { bars } from '../../plot/layers/bars.ts';
import { cloud } from '../../plot/layers/cloud.ts';
import { heatmap } from '../../plot/layers/heatmap.ts';
import { labels } from '../../plot/layers/labels.ts';
import { profile } from '../../plot/layers/profile.ts';
import type { ProfileData } from '../../plot/layers/profile.ts';
import { segments } from '../../plot/layers/segments.ts';
import { draw } from '../../plot/picture.ts';
import type { Drawing } from '../../plot/picture.ts';
import type { Domain } from '../../plot/plot.ts';
import type { Interval } from '../../plot/scale.ts';
import type { Axis, Model, Shown, State } from './model.ts';

/** Half the width of the bars of a discrete variable. */
const HALF_BAR = 0.36;
/** A cell narrower than so many pixels has no room for its number. */
const NARROWEST_CELL = 34;
/** And one higher than so many has room for its number and the dot. */
const ROOMY_CELL = 60;
/** Draws of the same cell are spread over so much of it. */
const SPREAD = 0.8;

export const domainOf = ({ shown }: Model): Domain => ({ x: shown.x.window, y: shown.y.window });

/** How far a change of view has come: 1 when it is over. */
export type Share = number;

// ---- The map -----------------------------------------------------------------------------------------------------------------------

export function mapDrawings(
  now: Model,
  state: State,
  share: Share,
  cell: { width: number; height: number },
): Drawing[] {
  const { shown, here, drawn } = now;
  const { x, y, grid } = shown;
  const largest = grid.reduce((most, value) => Math.max(most, value), 0) || 1;
  const ends = ({ places }: Axis): Interval => [places[0], places[places.length - 1]];
  const given = state.given as 'x' | 'y';
  const [across, up] = [x.window, y.window];
  const line =
    given === 'x'
      ? { x0: [here.x], y0: [up[0]], x1: [here.x], y1: [up[1]] }
      : { x0: [across[0]], y0: [here.y], x1: [across[1]], y1: [here.y] };
  return [
    draw(
      heatmap,
      {
        grid: { values: grid, columns: x.places.length, rows: y.places.length, x: ends(x), y: ends(y) },
        range: [-largest, largest] as const,
      },
      { map: 'signed', smooth: shown.kind === 'continuous', part: 'map' },
    ),
    ...(drawn ? [draw(cloud, spread(now), { ink: 'data', radius: 2, opacity: 0.5, part: 'draws' })] : []),
    ...veils(shown, now, state, share),
    draw(segments, line, { ink: 'ink', weight: 'normal', dash: state.view === 'conditional' ? 'solid' : 'dotted', part: 'line' }),
    ...(state.view === 'marginal' && share < 1 ? [draw(segments, sweepLine(shown, given, share), { ink: 'prediction', weight: 'thick' })] : []),
    ...(shown.kind === 'discrete' && Math.min(cell.width, cell.height * 1.6) >= NARROWEST_CELL ? [cellLabels(shown, cell.height > ROOMY_CELL)] : []),
  ]; // prettier-ignore
}

/** Draws of discrete variables lie all over their cell, else they would be one point. */
function spread({ drawn, shown }: Model): { x: Float64Array; y: Float64Array } {
  const { x, y } = drawn!;
  const golden = (Math.sqrt(5) - 1) / 2;
  const shifted = (values: Float64Array, { discrete }: Axis, step: number) =>
    discrete ? values.map((value, index) => value + SPREAD * (((index * step) % 1) - 0.5)) : values;
  return { x: shifted(x, shown.x, golden), y: shifted(y, shown.y, Math.SQRT2) };
}

/** In a cell with room the number stands above the middle, where the dot may be. */
const cellLabels = ({ x, y, grid }: Shown, raised: boolean): Drawing =>
  draw(
    labels,
    Array.from(grid, (value, index) => ({
      x: x.places[index % x.places.length],
      y: y.places[Math.floor(index / x.places.length)],
      text: formatNumber(value, { digits: 3 }),
      anchor: 'middle' as const,
      dy: raised ? -20 : 0,
    })),
    { part: 'cell-numbers' },
  );

/** What is not looked at is covered: beside the line, or what a sum has not come to yet. */
function veils({ x, y }: Shown, { here }: Model, { view, given }: State, share: Share): Drawing[] {
  const [[left, right], [bottom, top]] = [x.window, y.window];
  const cover = (from: number, to: number, base: number, height: number, opacity: number) =>
    draw(bars, { from: [from], to: [to], height: [height], base }, { ink: 'paper', opacity });
  if (view === 'conditional') {
    const opacity = Math.round(72 * share) / 100;
    const axis = given === 'x' ? x : y;
    const half = axis.discrete ? 0.5 : (axis.window[1] - axis.window[0]) / 150;
    const at = given === 'x' ? here.x : here.y;
    return given === 'x'
      ? [cover(left, at - half, bottom, top, opacity), cover(at + half, right, bottom, top, opacity)]
      : [cover(left, right, bottom, at - half, opacity), cover(left, right, at + half, top, opacity)];
  }
  if (view !== 'marginal' || share >= 1) return [];
  return given === 'x'
    ? [cover(left, right, bottom + share * (top - bottom), top, 0.6)]
    : [cover(left + share * (right - left), right, bottom, top, 0.6)];
}

/** Where the sum that makes a marginal has come to: the marginal of x is a sum along y. */
function sweepLine({ x, y }: Shown, given: 'x' | 'y', share: Share) {
  const [[left, right], [bottom, top]] = [x.window, y.window];
  const at = given === 'x' ? bottom + share * (top - bottom) : left + share * (right - left);
  return given === 'x'
    ? { x0: [left], y0: [at], x1: [right], y1: [at] }
    : { x0: [at], y0: [bottom], x1: [at], y1: [top] };
}

// ---- The strips --------------------------------------------------------------------------------------------------------------------

/** Heights at the places of an axis, as bars where it is discrete. */
const profileOf = ({ discrete, places }: Axis, height: Float64Array): ProfileData =>
  discrete
    ? { from: places.map((place) => place - HALF_BAR), to: places.map((place) => place + HALF_BAR), height }
    : { at: places, height };

/** The sum or integral as far as the sweep has come; at its end the core's own. */
function swept(shown: Shown, name: 'x' | 'y', share: Share): Float64Array {
  const [axis, other] = name === 'x' ? [shown.x, shown.y] : [shown.y, shown.x];
  if (share >= 1) return axis.marginal;
  const [from, to] = other.window;
  const end = from + share * (to - from);
  const columns = shown.x.places.length;
  const step = other.discrete ? 1 : other.places[1] - other.places[0];
  // A discrete value counts by the part of its cell that is swept.
  const part = Array.from(other.places, (place) => Math.min(1, Math.max(0, (end - place) / step + 0.5)) * step);
  return axis.marginal.map((_, index) =>
    part.reduce(
      (sum, width, k) => sum + width * shown.grid[name === 'x' ? k * columns + index : index * columns + k],
      0,
    ),
  );
}

export interface Strip {
  drawings: Drawing[];
  /** The largest height that is shown. */
  peak: number;
  /** Whether it shows what follows from the line. */
  conditional: boolean;
}

const largestOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, value) => (Number.isFinite(value) ? Math.max(most, value) : most), 0);

/** Few draws make high bars; what is beyond this is cut off. */
const HIGHEST_BAR = 1.6;

/** The strip along one axis. */
export function stripOf(now: Model, { view, given }: State, name: 'x' | 'y', share: Share): Strip {
  const { shown, here, counted } = now;
  const axis = shown[name];
  const conditional = view === 'conditional' && given !== name;
  const drawsPart = counted
    ? [draw(profile, counted[name], { along: name, ink: 'data', opacity: 0.22, dash: 'dotted', part: 'draws' })]
    : [];
  const withDraws = (peak: number) =>
    counted ? Math.min(HIGHEST_BAR * peak, Math.max(peak, largestOf(counted[name].height))) : peak;
  if (conditional) {
    const grown = here.conditional.map((value, index) => here.slice[index] + share * (value - here.slice[index]));
    return {
      conditional,
      peak: withDraws(Math.max(largestOf(here.conditional), largestOf(axis.marginal))),
      drawings: [
        draw(profile, profileOf(axis, axis.marginal), { along: name, ink: 'ink-soft', opacity: 0, dash: 'dashed', part: `marginal-${name}` }),
        ...drawsPart,
        draw(profile, profileOf(axis, grown), { along: name, ink: 'prediction', opacity: 0.4, part: 'conditional-curve' }),
      ],
    }; // prettier-ignore
  }
  // The sum that is being seen is the one that forgets the variable the line does not stand at.
  const summed = view === 'marginal' && given === name;
  const heights = summed ? swept(shown, name, share) : axis.marginal;
  return {
    conditional,
    peak: withDraws(largestOf(axis.marginal)),
    drawings: [
      ...drawsPart,
      draw(profile, profileOf(axis, heights), { along: name, ink: summed ? 'prediction' : 'ink-soft', opacity: summed ? 0.4 : 0.2, part: `marginal-${name}` }),
    ],
  }; // prettier-ignore
}
