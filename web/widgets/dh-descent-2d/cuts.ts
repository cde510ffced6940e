/** Two slices through the landscape at the present point, one along each axis, with the partial derivatives as tangents. */
import type { RemoteExpression } from '../../core/calculus/types.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { lines } from '../../plot/layers/segments.ts';
import { Plot } from '../../plot/plot.ts';
import { evenly, extent } from '../../plot/scale.ts';
import { symbol } from '../../plot/text.ts';
import type { Box } from './map.ts';

/** Where the slices go through, and the slopes there. */
export interface Site {
  x: number;
  y: number;
  value: number;
  slopes: readonly [number, number];
}

const SAMPLES = 241;

class Cut {
  readonly plot: Plot;
  readonly #curve;
  readonly #tangent;
  readonly #point;

  constructor(container: Element, title: string, variable: string) {
    this.plot = new Plot(container, {
      x: { domain: [-1, 1], label: [symbol('x', variable)] },
      y: { domain: [0, 1], label: [symbol('f')] },
      title,
      aspect: 1.5,
    });
    this.#curve = curve(this.plot, { ink: 'f' });
    this.#tangent = lines(this.plot, { ink: 'gradient' });
    this.#point = points(this.plot, { ink: 'x', radius: 5 });
  }

  show(along: Float64Array, heights: Float64Array, place: number, height: number, slope: number): void {
    const finite = [...heights].filter(Number.isFinite);
    this.plot.domain = { x: [along[0], along.at(-1)!], y: extent(finite, { padding: 0.1, include: [height] }) };
    this.#curve.update({ x: along, y: heights });
    this.#tangent.update([{ through: [place, height], slope }]);
    this.#point.update({ x: [place], y: [height] });
  }
}

export class Cuts {
  readonly plots: Plot[];
  readonly #alongX: Cut;
  readonly #alongY: Cut;
  #newest = 0;

  constructor(containers: readonly [Element, Element], titles: readonly [string, string]) {
    this.#alongX = new Cut(containers[0], titles[0], 'x');
    this.#alongY = new Cut(containers[1], titles[1], 'y');
    this.plots = [this.#alongX.plot, this.#alongY.plot];
  }

  /** Slice f at a site. Slices that come back after newer ones were asked for are dropped. */
  async show(f: RemoteExpression, [xFrom, xTo, yFrom, yTo]: Box, { x, y, value, slopes }: Site): Promise<void> {
    const request = ++this.#newest;
    const xs = evenly([Math.min(xFrom, x), Math.max(xTo, x)], SAMPLES);
    const ys = evenly([Math.min(yFrom, y), Math.max(yTo, y)], SAMPLES);
    const places = new Float64Array(4 * SAMPLES);
    xs.forEach((place, index) => places.set([place, y], 2 * index));
    ys.forEach((place, index) => places.set([x, place], 2 * (SAMPLES + index)));
    const heights = await f.evaluate(places);
    if (request !== this.#newest) return;
    this.#alongX.show(xs, heights.subarray(0, SAMPLES), x, value, slopes[0]);
    this.#alongY.show(ys, heights.subarray(SAMPLES), y, value, slopes[1]);
  }
}
