/** Three plots with a row a layer, the first layer at the bottom: its values, the slopes that arrive there, and how large those are. */
import type { Histogram, LayerStatistics } from '../../core/training/types.ts';
import type { Say } from '../../language/strings.ts';
import type { Ink } from '../../plot/inks.ts';
import { bars } from '../../plot/layers/bars.ts';
import { curve } from '../../plot/layers/curve.ts';
import { labels } from '../../plot/layers/labels.ts';
import { points } from '../../plot/layers/points.ts';
import { extent } from '../../plot/scale.ts';
import type { Interval } from '../../plot/scale.ts';
import { draw } from '../../plot/picture.ts';
import type { Drawing } from '../../plot/picture.ts';
import { sizeOf } from './view.ts';
import type { View } from './view.ts';

/** How much of its row the highest bar of a layer takes. */
const FILLED = 0.85;
/** The width of the one bar of a layer whose numbers are all the same, as a part of what is seen. */
const THIN = 0.01;

/** More rows than this leave no room for words in them; the table has the numbers too. */
const MOST_WORDED = 12;
/** How many deviations from its mean a layer is seen to: a few far numbers would squeeze all others together. */
const SEEN = 4;

/** The part of the axis that holds nearly all of some histograms; undefined where their numbers are not finite or all the same. */
export function spanOf(histograms: readonly Histogram[]): Interval | undefined {
  const low = histograms.map(({ from, mean, deviation }) => Math.max(from, mean - SEEN * deviation));
  const high = histograms.map(({ to, mean, deviation }) => Math.min(to, mean + SEEN * deviation));
  const [from, to] = [Math.min(...low), Math.max(...high)];
  return Number.isFinite(to - from) && to > from ? extent([from, to]) : undefined;
}

/** The histogram of each layer on a line of its own, at the layer's number. */
function rows(histograms: readonly Histogram[], ink: Ink): Drawing[] {
  const [start, end] = spanOf(histograms) ?? [0, 1];
  const thinnest = THIN * (end - start);
  return histograms.map(({ from, to, counts }, index) => {
    const most = counts.reduce((max, count) => Math.max(max, count), 0);
    const base = index + 1;
    // All numbers the same, or nearly: they are seen as a thin bar.
    const thin = to - from < thinnest;
    const middle = (from + to) / 2;
    const [left, right] = thin ? [middle - thinnest / 2, middle + thinnest / 2] : [from, to];
    const shown = thin ? [most] : [...counts];
    const edge = (bin: number) => left + ((right - left) * bin) / shown.length;
    return draw(
      bars,
      {
        from: shown.map((_, bin) => edge(bin)),
        to: shown.map((_, bin) => edge(bin + 1)),
        height: shown.map((count) => base + (FILLED * count) / most),
        base,
      },
      { ink, opacity: 0.7 },
    );
  });
}

/** Numbers of dead units stand at the right of their layers. */
export function valueRows({ hidden }: View, say: Say): Drawing[] {
  const activations = hidden.map((layer) => layer.activations);
  const right = spanOf(activations)?.[1];
  if (right === undefined || hidden.length > MOST_WORDED) return rows(activations, 'data');
  const dead = [...hidden.keys()].filter((index) => hidden[index].deadUnits > 0);
  const words = dead.map((index) => ({
    x: right,
    y: index + 1.5,
    anchor: 'end' as const,
    text: say('dead-label', { count: hidden[index].deadUnits }),
    ink: 'error' as const,
  }));
  return [...rows(activations, 'data'), draw(labels, words)];
}

export const slopeRows = ({ hidden }: View): Drawing[] =>
  rows(
    hidden.map(({ gradients }) => gradients),
    'gradient',
  );

/** Where the size of each layer's slopes stands. */
export const sizePlaces = (hidden: readonly LayerStatistics[]): [x: number, y: number][] =>
  hidden.map(({ gradients }, index) => [sizeOf(gradients), index + 1.4]);

export function slopeSizes({ hidden }: View): Drawing[] {
  const places = sizePlaces(hidden);
  const [x, y] = [places.map(([size]) => size), places.map(([, row]) => row)];
  return [
    draw(curve, { x, y, jumps: [] }, { ink: 'gradient', dash: 'dotted' }),
    draw(points, { x, y }, { ink: 'gradient', radius: 4 }),
  ];
}
