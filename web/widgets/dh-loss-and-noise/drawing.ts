/** The plots: noise round a centre with the points, the loss and the likelihood of all centres; and for classes, probabilities and losses. */
import type { Say } from '../../language/strings.ts';
import type { Ink, Marker } from '../../plot/inks.ts';
import { band } from '../../plot/layers/band.ts';
import { bars } from '../../plot/layers/bars.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { segments } from '../../plot/layers/segments.ts';
import { draw } from '../../plot/picture.ts';
import type { Drawing } from '../../plot/picture.ts';
import type { Domain } from '../../plot/plot.ts';
import { CLASSES } from './fields.ts';
import type { Classes, Model, State } from './model.ts';

/** The three centres, by their ids, each with a look of its own. */
const CENTRES: Record<string, { ink: Ink; marker: Marker }> = {
  mean: { ink: 'series-1', marker: 'diamond' },
  median: { ink: 'series-3', marker: 'triangle' },
  'mid-range': { ink: 'series-5', marker: 'square' },
};
/** Room above what is highest. */
const ROOM = 1.12;
/** The largest loss of one sample that the axis shows; beyond it the curve rises without end. */
const HIGHEST_LOSS = 4;
/** The smallest probability that the curve is drawn from. */
const SMALLEST = 0.005;
const BAR = 0.36;

const largest = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => Math.max(a, b), 0);
const zeros = (like: ArrayLike<number>): number[] => Array.from(like, () => 0);

// ---- Numbers -------------------------------------------------------------------------------------------------------------------

export const noiseDomain = ({ bell, window }: Model): Domain => ({ x: window, y: [0, ROOM * bell.peak] });

export function noiseDrawings({ bell }: Model, { data }: State, say: Say): Drawing[] {
  return [
    draw(
      band,
      { x: bell.x, lower: zeros(bell.x), upper: bell.density },
      { ink: 'prediction', opacity: 0.14, part: 'noise-curve' },
    ),
    draw(
      curve,
      { x: bell.x, y: bell.density, jumps: [] },
      { ink: 'prediction', weight: 'thick', name: say('noise-curve'), part: 'noise-curve' },
    ),
    draw(
      segments,
      { x0: [...data], y0: zeros(data), x1: [...data], y1: bell.heights },
      { ink: 'data', weight: 'thick', name: say('heights'), part: 'heights' },
    ),
  ];
}

export const lossDomain = ({ curves, window }: Model): Domain => ({
  x: window,
  y: [0, ROOM * largest(curves.loss) || 1],
});

export function lossDrawings({ curves, fits, fitted, leastLoss }: Model, say: Say): Drawing[] {
  const [from, to] = fitted.fit.interval;
  const least = { x0: [from, to], y0: [0, 0], x1: [from, to], y1: [leastLoss, leastLoss] };
  return [
    draw(
      curve,
      { x: curves.x, y: curves.loss },
      { ink: 'f', weight: 'thick', name: say(`loss-${fitted.entry.loss}`), part: 'loss-curve' },
    ),
    ...(from < to
      ? [draw(band, { x: [from, to], lower: [0, 0], upper: [leastLoss, leastLoss] }, { ink: 'f', opacity: 0.14, part: 'best' })]
      : []), // prettier-ignore
    draw(segments, least, { ink: 'f', dash: 'dashed', part: 'best' }),
    ...fits.map(({ entry, fit }) =>
      draw(
        points,
        { x: [fit.centre], y: [0] },
        { ...CENTRES[entry.centre], radius: 6, name: say(entry.centre), part: 'centres' },
      ),
    ),
  ];
}

export const shareDomain = ({ window }: Model): Domain => ({ x: window, y: [0, ROOM] });

export function shareDrawings({ curves, fitted, chosen }: Model, { centre }: State, say: Say): Drawing[] {
  const [from, to] = fitted.fit.interval;
  return [
    draw(
      curve,
      { x: curves.x, y: curves.share, jumps: [] },
      { ink: 'prediction', weight: 'thick', name: say('likelihood-name'), part: 'likelihood-curve' },
    ),
    draw(
      segments,
      curves.possible ? { x0: [from, to], y0: [0, 0], x1: [from, to], y1: [1, 1] } : { x0: [], y0: [], x1: [], y1: [] },
      { ink: 'prediction', dash: 'dashed', part: 'best' },
    ),
    draw(points, { x: [centre], y: [chosen.share] }, { ink: 'prediction', radius: 5.5, part: 'own' }),
  ];
}

// ---- Classes -------------------------------------------------------------------------------------------------------------------

export const barsDomain: Domain = { x: [0.5, CLASSES + 0.5], y: [0, 1] };

export function barsDrawings({ shares, held }: Classes, say: Say): Drawing[] {
  const places = Array.from(held, (_, index) => index + 1);
  return [
    draw(
      bars,
      { from: places.map((place) => place - BAR), to: places.map((place) => place + BAR), height: held },
      { ink: 'prediction', opacity: 0.35, name: say('held'), part: 'bars' },
    ),
    draw(
      segments,
      { x0: places.map((place) => place - BAR), y0: shares, x1: places.map((place) => place + BAR), y1: shares },
      { ink: 'data', weight: 'thick', name: say('shares'), part: 'shares' },
    ),
  ];
}

export const surpriseDomain: Domain = { x: [0, 1], y: [0, HIGHEST_LOSS] };

export function surpriseDrawings({ held, information }: Classes, say: Say): Drawing[] {
  const seen = Array.from(held).filter((p) => p > 0);
  const level = (height: number) => ({ x0: [0], y0: [height], x1: [1], y1: [height] });
  const x = Array.from({ length: 200 }, (_, index) => SMALLEST ** (1 - index / 199));
  return [
    draw(curve, { x, y: x.map((p) => -Math.log(p)) }, { ink: 'f', weight: 'thick', name: say('surprise'), part: 'surprise' }),
    draw(segments, level(information.entropy), { ink: 'data', dash: 'dotted', name: say('entropy-name'), part: 'levels' }),
    draw(
      segments,
      Number.isFinite(information.crossEntropy) ? level(information.crossEntropy) : { x0: [], y0: [], x1: [], y1: [] },
      { ink: 'f', dash: 'dashed', name: say('cross-entropy-name'), part: 'levels' },
    ),
    draw(points, { x: seen, y: seen.map((p) => -Math.log(p)) }, { ink: 'prediction', radius: 5, part: 'surprise' }),
  ]; // prettier-ignore
}
