/** Two of the three plots: the race itself, and the cloud of batch gradients. */
import { seriesStyle } from '../../plot/inks.ts';
import type { SeriesStyle } from '../../plot/inks.ts';
import { arrows } from '../../plot/layers/arrows.ts';
import { cloud } from '../../plot/layers/cloud.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { coefficient } from '../../figures/data/loss-map.ts';
import { LANES } from './race.ts';
import type { Cloud, Lane } from './race.ts';

export const looks: readonly SeriesStyle[] = Array.from({ length: LANES }, (_, index) => seriesStyle(index));

/** The parts of the start's height above the least loss that the chart covers, below and above. */
const [DEEP, HIGH] = [1e-6, 20];
/** Below it a part of the height would be 0. */
const TINY = 1e-290;

export class Chart {
  readonly plot: Plot;
  readonly #lanes;

  constructor(container: Element, words: { title: string; gap: string }) {
    this.plot = new Plot(container, {
      x: { domain: [0, 1] },
      y: { domain: [DEEP, HIGH], scale: 'log', label: words.gap },
      title: words.title,
      aspect: (width) => (width < 420 ? 1.25 : 2.6),
    });
    this.#lanes = looks
      .toReversed()
      .map((look) => ({
        line: curve(this.plot, { ink: look.ink, dash: look.dash, weight: 'normal' }),
        ball: points(this.plot, { ink: look.ink, marker: look.marker, radius: 5 }),
      }))
      .reverse();
    nameParts({ lanes: this.#lanes.flatMap(({ line, ball }) => [line, ball]) });
  }

  /** `along` gives the place of a row on the chosen axis, of which `length` is shown. */
  show(
    lanes: readonly Lane[],
    leastLoss: number,
    axis: { label: string; length: number; along(lane: number, row: number): number; names: readonly string[] },
  ): void {
    const start = lanes[0].losses[0] - leastLoss;
    const height = start > TINY && Number.isFinite(start) ? start : 1;
    const [low, high] = [height * DEEP, height * HIGH];
    this.plot.configure({
      x: { domain: [0, axis.length], label: axis.label },
      y: { domain: [low, high] },
      legend: axis.names.map((name, index) => ({ label: [name], ...looks[index] })),
    });
    for (const [index, { losses, row }] of lanes.entries()) {
      // What lies beyond the borders is drawn along just outside of them.
      const gap = (at: number) => Math.min(Math.max(losses[at] - leastLoss, low / 2), high * 2);
      const x = Float64Array.from({ length: row + 1 }, (_, at) => axis.along(index, at));
      this.#lanes[index].line.update({ x, y: Float64Array.from(x, (_, at) => gap(at)), jumps: [] });
      this.#lanes[index].ball.update({ x: [x[row]], y: [gap(row)] });
    }
  }

  clear(): void {
    for (const { line, ball } of this.#lanes) {
      line.update({ x: [], y: [] });
      ball.update({ x: [], y: [] });
    }
  }
}

export class CloudPlot {
  readonly plot: Plot;
  readonly #clouds;
  readonly #full;

  constructor(container: Element, title: string) {
    this.plot = new Plot(container, {
      x: { domain: [-1, 1], label: ['∂/∂', ...coefficient(0, true)] },
      y: { domain: [-1, 1], label: ['∂/∂', ...coefficient(1, true)] },
      title,
      aspect: (width) => (width < 420 ? 1.1 : 1.2),
    });
    this.#clouds = looks.map(({ ink, marker }) => cloud(this.plot, { ink, marker, radius: 3.5, opacity: 0.5 }));
    this.#full = arrows(this.plot, { ink: 'gradient', weight: 'thick' });
    nameParts({ cloud: this.#clouds, full: this.#full });
  }

  /** `shown` is the lane whose gradients these are. */
  show(gradients: Cloud | undefined, shown: number, legend: { batch: string; full: string }): void {
    const { x, y, full } = gradients ?? { x: [], y: [], full: [0, 0] };
    const reach = roundUp(Math.max(...full.map(Math.abs), largest(x), largest(y)));
    this.plot.configure({
      x: { domain: [-reach, reach] },
      y: { domain: [-reach, reach] },
      legend: [
        { label: [legend.batch], ink: looks[shown].ink, marker: looks[shown].marker },
        { label: [legend.full], ink: 'gradient', dash: 'solid', part: 'full' },
      ],
    });
    this.#clouds.forEach((layer, lane) => layer.update(lane === shown ? { x, y } : { x: [], y: [] }));
    this.#full.update(gradients ? { x: [0], y: [0], dx: [full[0]], dy: [full[1]] } : { x: [], y: [], dx: [], dy: [] });
  }
}

const largest = (values: ArrayLike<number>): number => {
  let most = 0;
  for (let index = 0; index < values.length; ++index) most = Math.max(most, Math.abs(values[index]));
  return most;
};

/** A round number a little above: the view follows the cloud in few, large strides. */
function roundUp(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * [1.2, 2.5, 5, 12].find((factor) => factor * unit >= value * 1.04)!;
}
