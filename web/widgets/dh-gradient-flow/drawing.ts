/** Three plots with a row a layer, the first layer at the bottom: its values, the slopes that arrive there, and how large those are. */
import type { Histogram } from '../../core/training/types.ts';
import type { Say } from '../../language/strings.ts';
import type { Ink } from '../../plot/inks.ts';
import { bars } from '../../plot/layers/bars.ts';
import { curve } from '../../plot/layers/curve.ts';
import { labels } from '../../plot/layers/labels.ts';
import { points } from '../../plot/layers/points.ts';
import { draw } from '../../plot/picture.ts';
import type { Drawing } from '../../plot/picture.ts';
import { sizeOf } from './view.ts';
import type { View } from './view.ts';

/** How much of its row the highest bar of a layer takes. */
const FILLED = 0.85;
/** The width of the one bar of a layer whose numbers are all the same, as a part of the widest layer. */
const THIN = 0.01;

/** The histogram of each layer on a line of its own, at the layer's number. */
function rows(histograms: readonly Histogram[], ink: Ink): Drawing[] {
  const widest = Math.max(...histograms.map(({ from, to }) => to - from)) || 1;
  return histograms.map(({ from, to, counts }, index) => {
    const most = counts.reduce((max, count) => Math.max(max, count), 0);
    const base = index + 1;
    // All numbers the same, or nearly: they are seen as a thin bar.
    const thin = to - from < THIN * widest;
    const middle = (from + to) / 2;
    const [left, right] = thin ? [middle - (THIN * widest) / 2, middle + (THIN * widest) / 2] : [from, to];
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

/** Numbers of dead units stand at their layers. */
export function valueRows({ hidden }: View, say: Say): Drawing[] {
  const left = Math.min(...hidden.map(({ activations }) => activations.from));
  const dead = hidden.flatMap(({ deadUnits }, index) =>
    deadUnits ? [{ x: left, y: index + 1.6, text: say('dead-label', { count: deadUnits }), ink: 'error' as const }] : [],
  );
  return [
    ...rows(
      hidden.map(({ activations }) => activations),
      'data',
    ),
    draw(labels, dead),
  ];
}

export const slopeRows = ({ hidden }: View): Drawing[] =>
  rows(
    hidden.map(({ gradients }) => gradients),
    'gradient',
  );

export function slopeSizes({ hidden }: View): Drawing[] {
  const x = hidden.map(({ gradients }) => sizeOf(gradients));
  const y = hidden.map((_, index) => index + 1.4);
  return [
    draw(curve, { x, y, jumps: [] }, { ink: 'gradient', dash: 'dotted' }),
    draw(points, { x, y }, { ink: 'gradient', radius: 4 }),
  ];
}
