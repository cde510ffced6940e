/** The plot: the curve, the runs on it, and the step that is being taken. */
import type { Ink } from '../../plot/inks.ts';
import { seriesStyle } from '../../plot/inks.ts';
import { arrows } from '../../plot/layers/arrows.ts';
import { curve } from '../../plot/layers/curve.ts';
import { labels } from '../../plot/layers/labels.ts';
import { path } from '../../plot/layers/path.ts';
import { points } from '../../plot/layers/points.ts';
import { lines, segments } from '../../plot/layers/segments.ts';
import type { Layer } from '../../plot/plot.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import type { PathData } from '../../plot/layers/path.ts';
import { symbol } from '../../plot/text.ts';
import type { DescentRun } from '../../figures/descent/descent-run.ts';
import { strideOf } from '../../figures/descent/stride.ts';
import type { Stride } from '../../figures/descent/stride.ts';
import { format } from './words.ts';

/** The curve over the view. */
export interface Samples {
  x: Float64Array;
  y: Float64Array;
}

/** The look of a run: the first is that of the point x, the others are series. */
export function lookOf(index: number): {
  ink: Ink;
  marker: ReturnType<typeof seriesStyle>['marker'];
  dash: ReturnType<typeof seriesStyle>['dash'];
} {
  return index === 0 ? { ink: 'x', marker: 'circle', dash: 'solid' } : seriesStyle(index + 1);
}

export class Drawing {
  readonly plot: Plot;
  readonly #curve: Layer<Samples & { jumps?: readonly number[] }>;
  readonly #tangent;
  readonly #arrow;
  readonly #drop;
  readonly #ball;
  readonly #slope;
  #paths: Layer<PathData>[] = [];

  constructor(container: Element, title: string) {
    this.plot = new Plot(container, {
      x: { domain: [-5, 3], label: [symbol('x')] },
      y: { domain: [0, 20], label: [symbol('f'), '(', symbol('x'), ')'] },
      title,
      interactive: true,
      aspect: (width) => (width < 420 ? 1.1 : width / 360),
    });
    this.#curve = curve(this.plot, { ink: 'f', weight: 'thick' });
    this.#tangent = lines(this.plot, { ink: 'gradient', weight: 'thin' });
    this.#drop = segments(this.plot, { ink: 'step', dash: 'dotted', weight: 'normal' });
    this.#arrow = arrows(this.plot, { ink: 'step' });
    this.#slope = labels(this.plot);
    this.#ball = points(this.plot, { ink: 'x', radius: 6, showOutside: false });
    nameParts({
      curve: this.#curve,
      tangent: this.#tangent,
      step: [this.#arrow, this.#drop, this.#ball],
      labels: this.#slope,
    });
  }

  show(samples: Samples, domain: readonly [number, number], y: readonly [number, number]): void {
    this.plot.domain = { x: domain, y };
    this.#curve.update(samples);
  }

  /** Make room for runs with the given learning rates. */
  compare(rates: readonly number[]): void {
    while (this.#paths.length > rates.length) this.#paths.pop()!.remove();
    while (this.#paths.length < rates.length) {
      const { ink, marker } = lookOf(this.#paths.length);
      this.#paths.push(path(this.plot, { ink, marker }));
    }
    nameParts({ path: this.#paths });
    const entry = (rate: number, index: number) => ({
      label: [symbol('rate', 'η'), ` = ${format(rate)}`],
      ...lookOf(index),
    });
    this.plot.configure({ legend: rates.length < 2 ? [] : rates.map(entry) });
  }

  /** The runs at the steps they stand at; the last step of the first is shown as far as it has been taken. */
  follow(runs: readonly DescentRun[], arrival: number): void {
    const [main] = runs;
    const stride = strideOf(main, arrival);
    runs.forEach((run, index) => {
      const current = index === 0 && stride.moving ? run.position - 1 : run.position;
      this.#paths[index].update({ x: run.points, y: run.values, current });
    });
    this.#step(stride);
  }

  // From x_k the tangent says how steep it is, an arrow along the x axis how far that carries, and a drop where on the curve that is.
  #step({ x, y, slope, moving, reach, height }: Stride): void {
    this.#tangent.update([{ through: [x, y], slope }]);
    // Below the tangent, on the side where a valley leaves room.
    const side = slope >= 0 ? ({ anchor: 'start', dx: 16 } as const) : ({ anchor: 'end', dx: -16 } as const);
    const text = [symbol('gradient', 'f′'), '(', symbol('x'), `) = ${format(slope)}`];
    // Between two steps the status tells the next place already, and a point out of sight has no name.
    this.#slope.update(moving || !this.plot.shows(x, y) ? [] : [{ x, y, ...side, dy: 22, text }]);
    this.#arrow.update({ x: [x], y: [y], dx: [reach], dy: [0] });
    this.#drop.update(
      moving && reach
        ? { x0: [x + reach], y0: [y], x1: [x + reach], y1: [height] }
        : { x0: [], y0: [], x1: [], y1: [] },
    );
    this.#ball.update(moving ? { x: [x + reach], y: [height] } : { x: [], y: [] });
  }
}
