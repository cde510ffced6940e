/** The upper plot: the curve, the secant through two of its points, the tangent, and the triangle whose sides make the slope. */
import { curve } from '../../plot/layers/curve.ts';
import { labels } from '../../plot/layers/labels.ts';
import type { Label } from '../../plot/layers/labels.ts';
import { lines, segments } from '../../plot/layers/segments.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { symbol } from '../../plot/text.ts';
import { PlaceMarks } from '../../figures/descent/place-marks.ts';
import type { Place } from '../../figures/descent/places.ts';
import { breaksOf } from '../../figures/descent/typed-curve.ts';
import type { TypedCurve } from '../../figures/descent/typed-curve.ts';
import { LOOKS } from './error-plot.ts';
import type { Pair } from './pair.ts';
import { format } from './words.ts';

/** A side of the triangle shorter than this, in pixels, has no room for its name. */
const NAMEABLE = 18;

export class CurvePlot {
  readonly plot: Plot;
  readonly #curve;
  readonly #places;
  readonly #secant;
  readonly #tangent;
  readonly #sides;
  readonly #labels;
  #known: readonly Place[] = [];

  constructor(container: Element, title: string) {
    this.plot = new Plot(container, {
      x: { domain: [-3, 3], label: [symbol('x')] },
      y: { domain: [0, 20], label: [symbol('f'), '(', symbol('x'), ')'] },
      title,
      interactive: true,
      aspect: (width) => (width < 420 ? 1.2 : width / 310),
    });
    this.#curve = curve(this.plot, { ink: 'f', weight: 'thick' });
    this.#places = new PlaceMarks(this.plot);
    this.#secant = lines(this.plot, LOOKS.forward);
    // On top and dashed: where both lines are one, both are seen.
    this.#tangent = lines(this.plot, { ink: 'gradient', dash: 'dashed' });
    this.#sides = segments(this.plot, { ink: 'step', dash: 'dotted' });
    this.#labels = labels(this.plot);
    nameParts({
      curve: this.#curve,
      secant: [this.#secant, this.#sides],
      tangent: this.#tangent,
      labels: this.#labels,
    });
  }

  show(shown: TypedCurve, domain: readonly [number, number], words: { secant: string; tangent: string }): void {
    this.plot.configure({
      x: { domain },
      y: { domain: shown.heights },
      legend: [
        { label: words.secant, ...LOOKS.forward, marker: undefined, part: 'secant' },
        { label: words.tangent, ink: 'gradient', dash: 'dashed', part: 'tangent' },
      ],
    });
    this.#curve.update({ x: shown.x, y: shown.y, jumps: breaksOf(shown) });
    this.#places.show(shown.places);
    this.#known = shown.places;
  }

  stand({ x, second, value, secondValue, slope, exact, place }: Pair, h: number): void {
    this.#places.name(this.#known, place);
    this.#tangent.update(Number.isFinite(exact) ? [{ through: [x, value], slope: exact }] : []);
    this.#secant.update(Number.isFinite(slope) ? [{ through: [x, value], slope }] : []);
    this.#sides.update({ x0: [x, second], y0: [value, value], x1: [second, second], y1: [value, secondValue] });
    this.#labels.update(Number.isFinite(slope) ? this.#names(x, second, value, secondValue, h) : []);
  }

  /** Names of the two sides, where they are long enough. */
  #names(x: number, second: number, value: number, secondValue: number, h: number): Label[] {
    const [left, low] = this.plot.toPixel(x, value);
    const [right, high] = this.plot.toPixel(second, secondValue);
    const rises = secondValue >= value;
    const named: Label[] = [];
    if (right - left > NAMEABLE)
      named.push({
        x: (x + second) / 2,
        y: value,
        anchor: 'middle',
        dy: rises ? 14 : -14,
        text: [symbol('step', 'h'), ` = ${format(h)}`],
      });
    if (right - left > NAMEABLE && Math.abs(high - low) > NAMEABLE)
      named.push({
        x: second,
        y: (value + secondValue) / 2,
        dx: 8,
        text: [symbol('step', 'Δ'), symbol('f'), ` = ${format(secondValue - value)}`],
      });
    return named;
  }
}
