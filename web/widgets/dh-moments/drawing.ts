/** The two plots: what the beam carries and the beam itself, and below them the terms that are added up. */
import type { Say } from '../../language/strings.ts';
import { band } from '../../plot/layers/band.ts';
import { bars } from '../../plot/layers/bars.ts';
import { curve } from '../../plot/layers/curve.ts';
import { lines, segments } from '../../plot/layers/segments.ts';
import { draw } from '../../plot/picture.ts';
import type { Drawing } from '../../plot/picture.ts';
import type { Domain } from '../../plot/plot.ts';
import { extent } from '../../plot/scale.ts';
import { linearTicks } from '../../plot/ticks.ts';
import type { Tick } from '../../plot/ticks.ts';
import type { MOMENTS } from './fields.ts';
import type { Load, Model, State, Window } from './model.ts';

// Heights of what stands below the axis, as parts of the largest weight there is room for.
const BEAM = -0.47;
const GROUND = -0.72;
/** How far the longer end of the beam moves at most, and how high the weights on it are. */
const SWING = 0.2;
const LOADED = 0.32;
/** Half of the width of what holds it up, as a part of the axis. */
const FOOT = 0.022;
/** Between these, the numbers on an axis are short. */
const [FLATTEST, HIGHEST] = [0.02, 5000];
/** The part of the axis by which mean and pivot may differ and the beam still looks level. */
export const LEVEL = 5e-4;

export const beamHeight = ({ top }: Window): number => BEAM * top;

export const upperDomain = ({ x, top }: Window): Domain => ({ x, y: [1.08 * GROUND * top, top] });

/** Only what stands above the axis has a height. */
export const upperTicks = ({ top }: Window): Tick[] => linearTicks(0, top, 4);

/** The torque as a part of the axis: what says how far the beam tips. None where there is no expected value. */
export function leverOf({ beam, window }: Pick<Model, 'beam' | 'window'>, pivot: number): number | null {
  const { mean } = beam;
  return mean === null ? null : (mean - pivot) / (window.x[1] - window.x[0]);
}

/** How high the beam is at x: it turns about the pivot, down where the torque pulls, until an end is on the ground. */
function beamAt({ beam, window }: Model, pivot: number): (x: number) => number {
  const [from, to] = window.x;
  const lever = leverOf({ beam, window }, pivot) ?? 0;
  const turn = Math.abs(lever) <= LEVEL ? 0 : Math.tanh(6 * lever);
  const longer = Math.max(pivot - from, to - pivot);
  return (x) => beamHeight(window) - (SWING * window.top * turn * (x - pivot)) / longer;
}

export function upperDrawings(now: Model, { pivot }: State, say: Say): Drawing[] {
  const { beam, window } = now;
  const { x, height, half, discrete, jumps, mean } = beam;
  const [from, to] = window.x;
  const at = beamAt(now, pivot);
  const foot = FOOT * (to - from);
  const loaded = discrete ? rectangles(beam) : { x, height };
  const low = loaded.x.map(at);
  const high = low.map((y, index) => y + LOADED * Math.min(loaded.height[index], window.top));
  const finite = mean !== null && Number.isFinite(mean);
  return [
    discrete
      ? draw(
          bars,
          { from: x.map((place) => place - half), to: x.map((place) => place + half), height },
          { ink: 'data', opacity: 0.5, part: 'weights' },
        )
      : draw(curve, { x, y: height, jumps }, { ink: 'data', weight: 'thick', part: 'weights' }),
    draw(segments, level(window.x, 0), { ink: 'ink-soft', weight: 'thin' }),
    draw(segments, level(window.x, GROUND * window.top), { ink: 'ink-soft', weight: 'thin', part: 'beam' }),
    draw(
      band,
      {
        x: [pivot - foot, pivot, pivot + foot],
        lower: [0, 0, 0].map(() => GROUND * window.top),
        upper: [GROUND * window.top, beamHeight(window), GROUND * window.top],
      },
      { ink: 'x', opacity: 0.55, part: 'beam' },
    ),
    draw(band, { x: loaded.x, lower: low, upper: high }, { ink: 'data', opacity: 0.75, part: 'beam' }),
    draw(
      segments,
      { x0: [from], y0: [at(from)], x1: [to], y1: [at(to)] },
      { ink: 'ink', weight: 'thick', part: 'beam', ...(mean === null && { dash: 'dashed' as const }) },
    ),
    ...(finite
      ? [
          draw(lines, [{ x: mean }], {
            ink: 'prediction',
            dash: 'dashed',
            weight: 'normal',
            name: say('mean-name'),
            part: 'mean',
          }),
        ]
      : []),
  ];
}

const level = ([from, to]: readonly [number, number], y: number) => ({ x0: [from], y0: [y], x1: [to], y1: [y] });

/** The outline of all weights along the beam, broken between them. */
function rectangles({ x, height, half }: Load): { x: Float64Array; height: Float64Array } {
  return {
    x: Float64Array.from(Array.from(x).flatMap((place) => [place - half, place + half, NaN])),
    height: Float64Array.from(Array.from(height).flatMap((share) => [share, share, NaN])),
  };
}

/** Whether both plots have numbers that fit one left border, so that the same place stands above itself. */
export function alignable({ window }: Model, lower: Domain): boolean {
  return [window.top, Math.max(...lower.y.map(Math.abs))].every((most) => FLATTEST < most && most < HIGHEST);
}

// ---- The terms -----------------------------------------------------------------------------------------------------------------

const POWER = { torque: 1, square: 2, skewness: 3, kurtosis: 4 } as const;

/** What each value adds: its weight times a power of its distance, which is in standard deviations from the third on. */
export function termsOf(
  { beam }: Pick<Model, 'beam'>,
  { moment, pivot }: Pick<State, 'moment' | 'pivot'>,
): Float64Array | undefined {
  const { x, share, mean, variance } = beam;
  const power = POWER[moment as (typeof MOMENTS)[number]];
  if (power <= 2) return x.map((place, index) => share[index] * (place - pivot) ** power);
  if (mean === null || variance === null || !(variance > 0) || !Number.isFinite(variance)) return undefined;
  const deviation = Math.sqrt(variance);
  return x.map((place, index) => share[index] * ((place - mean) / deviation) ** power);
}

export function lowerDomain(now: Model, state: State): Domain {
  const terms = termsOf(now, state)?.filter(Number.isFinite) ?? new Float64Array();
  return { x: now.window.x, y: extent([0, ...terms], { padding: 0.1, fallback: [-1, 1] }) };
}

export function lowerDrawings(now: Model, state: State, say: Say): Drawing[] {
  const { x, half, discrete } = now.beam;
  const terms = termsOf(now, state);
  const zero = draw(segments, level(now.window.x, 0), { ink: 'ink-soft', weight: 'thin' });
  if (!terms) return [zero];
  const of = (sign: 1 | -1) => terms.map((term) => (sign * term > 0 ? term : 0));
  const looks = [
    { sign: 1, ink: 'series-1', name: say('adds') },
    { sign: -1, ink: 'series-2', name: say('takes') },
  ] as const;
  // What is nowhere negative needs no word for it.
  const shown = looks.filter(({ sign }) => sign > 0 || terms.some((term) => term < 0));
  return [
    ...shown.map(({ sign, ink, name }) =>
      discrete
        ? draw(
            bars,
            { from: x.map((place) => place - half), to: x.map((place) => place + half), height: of(sign) },
            { ink, opacity: 0.75, name, part: 'terms' },
          )
        : draw(band, { x, lower: of(sign).map(() => 0), upper: of(sign) }, { ink, opacity: 0.45, name, part: 'terms' }),
    ),
    ...(discrete ? [] : [draw(curve, { x, y: terms }, { ink: 'ink', part: 'terms' })]),
    zero,
  ];
}
