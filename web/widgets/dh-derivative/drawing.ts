/** Two plots, one above the other: the height of f′ is the slope of f. */
import { curve } from '../../plot/layers/curve.ts';
import { labels } from '../../plot/layers/labels.ts';
import { points } from '../../plot/layers/points.ts';
import { lines, segments } from '../../plot/layers/segments.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { symbol } from '../../plot/text.ts';
import { PlaceMarks } from '../../figures/descent/place-marks.ts';
import { breaksOf } from '../../figures/descent/typed-curve.ts';
import type { TypedCurve } from '../../figures/descent/typed-curve.ts';
import type { Comparison } from './comparison.ts';
import { format } from './words.ts';

/** Both plots share the x axis, so their left borders stand in line. */
const MARGIN = { left: 52 };
/** Heights in pixels; below the lower one stands the name of the axis. */
const HEIGHTS = [200, 220];

export class Drawing {
  readonly plots: [of: Plot, derivative: Plot];
  readonly #curve;
  readonly #places;
  readonly #tangent;
  readonly #slopes;
  readonly #slopePlaces;
  readonly #height;
  readonly #point;
  readonly #label;

  constructor([above, below]: readonly Element[], [title, slopeTitle]: readonly string[]) {
    const shape = (height: number) => ({ margin: MARGIN, aspect: (width: number) => width / height });
    const domain: [number, number] = [-4, 4];
    const f = new Plot(above, {
      ...shape(HEIGHTS[0]),
      x: { domain },
      y: { domain, label: [symbol('f'), '(', symbol('x'), ')'] },
      title,
      interactive: true,
    });
    const slope = new Plot(below, {
      ...shape(HEIGHTS[1]),
      x: { domain, label: [symbol('x')] },
      y: { domain, label: [symbol('gradient', 'f′'), '(', symbol('x'), ')'] },
      title: slopeTitle,
    });
    this.plots = [f, slope];
    this.#curve = curve(f, { ink: 'f', weight: 'thick' });
    this.#places = new PlaceMarks(f);
    this.#tangent = lines(f, { ink: 'gradient' });
    this.#slopes = curve(slope, { ink: 'gradient', weight: 'thick' });
    this.#slopePlaces = new PlaceMarks(slope, { ink: 'gradient', named: false });
    this.#height = segments(slope, { ink: 'gradient', dash: 'dotted' });
    this.#point = points(slope, { ink: 'x', radius: 6 });
    this.#label = labels(slope);
    nameParts({
      curve: this.#curve,
      tangent: this.#tangent,
      slopes: [this.#slopes, this.#height, this.#point, this.#label],
    });
  }

  show(curve: TypedCurve, slopes: TypedCurve, domain: readonly [number, number]): void {
    const [f, slope] = this.plots;
    f.domain = { x: domain, y: curve.heights };
    slope.domain = { x: domain, y: slopes.heights };
    this.#curve.update({ x: curve.x, y: curve.y, jumps: breaksOf(curve) });
    this.#places.show(curve.places);
    this.#slopes.update({ x: slopes.x, y: slopes.y, jumps: breaksOf(slopes) });
    this.#slopePlaces.show(slopes.places);
  }

  stand({ x, value, slope }: Comparison): void {
    const [low, high] = this.plots[1].domain.y;
    const foot = Math.min(Math.max(0, low), high);
    this.#tangent.update(Number.isFinite(slope) ? [{ through: [x, value], slope }] : []);
    this.#height.update({ x0: [x], y0: [foot], x1: [x], y1: [slope] });
    this.#point.update({ x: [x], y: [slope] });
    const text = [symbol('gradient', 'f′'), '(', symbol('x'), `) = ${format(slope)}`];
    this.#label.update([{ x, y: slope, dx: 12, dy: slope >= foot ? -14 : 14, text }]);
  }
}
