/** The plot: the curve with its rough places, the ball, the tangent under it, and how far the slope would carry it either way. */
import { arrows } from '../../plot/layers/arrows.ts';
import { curve } from '../../plot/layers/curve.ts';
import { labels } from '../../plot/layers/labels.ts';
import type { Label } from '../../plot/layers/labels.ts';
import { path } from '../../plot/layers/path.ts';
import { points } from '../../plot/layers/points.ts';
import { lines, segments } from '../../plot/layers/segments.ts';
import type { CrossLine } from '../../plot/layers/segments.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { symbol } from '../../plot/text.ts';
import type { RichText } from '../../plot/text.ts';
import { PlaceMarks } from '../../figures/descent/place-marks.ts';
import type { Place } from '../../figures/descent/places.ts';
import type { Stride } from '../../figures/descent/stride.ts';
import { breaksOf } from '../../figures/descent/typed-curve.ts';
import type { TypedCurve } from '../../figures/descent/typed-curve.ts';
import type { Site } from './site.ts';
import { format } from './words.ts';

/** The ball on its way: where it has been, and the step that is being taken. */
export interface Walk {
  x: readonly number[];
  y: readonly number[];
  current: number;
  stride: Stride;
}

const NONE = { x: [], y: [], dx: [], dy: [] };
/** From the middle of the ball to the nearest word, in pixels. */
const CLEAR = 16;

export class Drawing {
  readonly plot: Plot;
  readonly #curve;
  readonly #places;
  readonly #tangent;
  readonly #candidates;
  readonly #other;
  readonly #step;
  readonly #drop;
  readonly #trail;
  readonly #landing;
  readonly #labels;
  #known: readonly Place[] = [];

  constructor(container: Element, title: string) {
    this.plot = new Plot(container, {
      x: { domain: [-5, 3.5], label: [symbol('x')] },
      y: { domain: [0, 20], label: [symbol('f'), '(', symbol('x'), ')'] },
      title,
      interactive: true,
      aspect: (width) => (width < 420 ? 1.1 : width / 360),
    });
    this.#curve = curve(this.plot, { ink: 'f', weight: 'thick' });
    this.#places = new PlaceMarks(this.plot);
    this.#tangent = lines(this.plot, { ink: 'gradient', weight: 'normal' });
    this.#candidates = lines(this.plot, { ink: 'gradient', dash: 'dashed', weight: 'normal' });
    this.#trail = path(this.plot, { ink: 'x' });
    this.#drop = segments(this.plot, { ink: 'step', dash: 'dotted' });
    this.#other = arrows(this.plot, { ink: 'ink-soft', weight: 'thin' });
    this.#step = arrows(this.plot, { ink: 'step', weight: 'thick' });
    this.#landing = points(this.plot, { ink: 'step', radius: 5, hollow: true, showOutside: false });
    this.#labels = labels(this.plot);
    nameParts({
      curve: this.#curve,
      tangent: [this.#tangent, this.#candidates],
      path: this.#trail,
      step: [this.#step, this.#other, this.#drop, this.#landing],
      labels: this.#labels,
    });
  }

  show(curve: TypedCurve, domain: readonly [number, number]): void {
    this.plot.domain = { x: domain, y: curve.heights };
    this.#curve.update({ x: curve.x, y: curve.y, jumps: breaksOf(curve) });
    this.#places.show(curve.places);
    this.#known = curve.places;
  }

  /**
   * The ball at a site; `sign` is +1 on the way up and −1 on the way down, `rate` times the slope is one step. `walk` is missing where
   * no run can start.
   */
  stand(site: Site, sign: number, rate: number, words: { left: string; right: string }, walk?: Walk): void {
    const { place } = site;
    const { x, y, slope } = walk?.stride.moving ? walk.stride : { x: site.x, y: site.value, slope: site.slope };
    this.#places.name(this.#known, place);
    this.#trail.update(walk ? { x: walk.x, y: walk.y, current: walk.current } : { x: [], y: [], current: -1 });
    this.#tangent.update(Number.isFinite(slope) ? [{ through: [x, y], slope }] : []);
    this.#candidates.update(place?.kind === 'kink' ? candidates(place) : []);
    const length = sign * rate * slope;
    const moving = walk?.stride.moving ? walk.stride : undefined;
    const reach = moving ? moving.reach : length;
    this.#step.update(Number.isFinite(reach) ? { x: [x], y: [y], dx: [reach], dy: [0] } : NONE);
    this.#other.update(Number.isFinite(length) && !moving ? { x: [x], y: [y], dx: [-length], dy: [0] } : NONE);
    const landed = walk && !moving && walk.stride.reach ? walk.y[walk.current + 1] : NaN;
    const bottom = moving ? moving.height : landed;
    this.#drop.update({ x0: [x + reach], y0: [y], x1: [x + reach], y1: [bottom] });
    this.#landing.update({ x: [x + reach], y: [landed] });
    this.#labels.update(
      // A ball out of sight has no names, and on its way the status tells the next place already.
      !this.plot.shows(x, y)
        ? []
        : place?.kind === 'kink'
          ? this.#sides(place, words)
          : Number.isFinite(slope) && !moving
            ? this.#names(x, y, slope, length, sign)
            : [],
    );
  }

  /** What the tangent and the two arrows are. */
  #names(x: number, y: number, slope: number, length: number, sign: number): Label[] {
    const side = slope >= 0 ? ({ anchor: 'start', dx: CLEAR } as const) : ({ anchor: 'end', dx: -CLEAR } as const);
    const slopeText: RichText = [symbol('gradient', 'f′'), '(', symbol('x'), `) = ${format(slope)}`];
    const arrow = (reach: number, up: boolean): Label => {
      const pixels = this.plot.toPixel(x + reach, y)[0] - this.plot.toPixel(x, y)[0];
      const beyond = Math.max(CLEAR - Math.abs(pixels), 6);
      return {
        x: x + reach,
        y,
        text: [up ? '+' : '−', symbol('rate', 'η'), symbol('gradient', 'f′')],
        anchor: reach > 0 ? 'start' : 'end',
        dx: Math.sign(reach) * beyond,
      };
    };
    // Where the slope is next to nothing the arrows are too, and their names would stand for dots; a ball on its way has one arrow only.
    const pixels = Math.abs(this.plot.toPixel(x + length, y)[0] - this.plot.toPixel(x, y)[0]);
    const named = pixels > 2 ? [arrow(length, sign > 0), arrow(-length, sign < 0)] : [];
    // Below the tangent, on the side where a valley leaves room.
    return [{ x, y, ...side, dy: 24, text: slopeText }, ...named];
  }

  #sides({ x, value, left, right }: Place, words: { left: string; right: string }): Label[] {
    const side = (text: string, slope: number, anchor: 'start' | 'end'): Label[] =>
      Number.isNaN(slope)
        ? []
        : [
            {
              x,
              y: value,
              anchor,
              dx: anchor === 'start' ? 24 : -24,
              text: `${text} ${format(slope)}`,
              ink: 'gradient',
            },
          ];
    return [...side(words.left, left.slope, 'end'), ...side(words.right, right.slope, 'start')];
  }
}

/** At a corner, what either side would have for a tangent: a line by its slope, or an upright one where that grows beyond all bounds. */
function candidates({ x, value, left, right }: Place): CrossLine[] {
  const slopes = [left.slope, right.slope];
  const upright = slopes.some((slope) => Math.abs(slope) === Infinity);
  const through: CrossLine[] = slopes.filter(Number.isFinite).map((slope) => ({ through: [x, value], slope }));
  return upright ? [...through, { x }] : through;
}
