/** The lower plot: the errors of the difference quotients against h, both on logarithmic axes. */
import type { Dash, Ink, Marker } from '../../plot/inks.ts';
import { seriesStyle } from '../../plot/inks.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { lines } from '../../plot/layers/segments.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { symbol } from '../../plot/text.ts';
import { powerOfTen } from '../../plot/format.ts';
import type { Pair } from './pair.ts';
import { LARGEST, METHODS, SMALLEST } from './sweep.ts';
import type { Method, Sweep } from './sweep.ts';

interface Look {
  ink: Ink;
  dash: Dash;
  marker: Marker;
}
export const LOOKS: Record<Method, Look> = {
  forward: seriesStyle(0),
  central: seriesStyle(1),
  complex: seriesStyle(2),
};
const DUAL: Look = { ink: 'gradient', dash: 'dotted', marker: 'diamond' };

/** Errors that are always in view: those of numbers near 1, from the last digit to the first. */
const USUAL = [1e-16, 1] as const;
/** No error is shown that is smaller or larger. */
const EXTREME = [1e-30, 1e30] as const;
/** How far below the smallest power of ten the errors that are exactly 0 are drawn. */
const BELOW = 30;
/** Samples from one mark of an error of 0 to the next. */
const ROOM = 3;

export class ErrorPlot {
  readonly plot: Plot;
  readonly #lines;
  readonly #zeros;
  readonly #dual;
  readonly #here;
  readonly #marks;
  /** Where an error of 0 is drawn, which has no place on a logarithmic axis. */
  #floor = USUAL[0] / BELOW;
  /** The powers of ten in view, the least and the largest. */
  #range: readonly [least: number, most: number] = [NaN, NaN];

  constructor(container: Element, title: string) {
    this.plot = new Plot(container, {
      x: { domain: [SMALLEST, LARGEST], scale: 'log', label: [symbol('step', 'h')] },
      y: { domain: [this.#floor / 2, 10], scale: 'log' },
      title,
      interactive: true,
      aspect: (width) => (width < 420 ? 1.05 : width / 290),
    });
    this.#dual = lines(this.plot, DUAL);
    this.#here = lines(this.plot, { ink: 'step', weight: 'thin' });
    this.#lines = each((method) => curve(this.plot, LOOKS[method]));
    this.#zeros = each((method) => points(this.plot, { ...LOOKS[method], radius: 2.5 }));
    this.#marks = each((method) => points(this.plot, { ...LOOKS[method], radius: 5 }));
    for (const method of METHODS)
      nameParts({
        [method]: [this.#lines[method], this.#zeros[method], this.#marks[method]],
        errors: [this.#lines[method], this.#zeros[method], this.#marks[method]],
      });
    nameParts({ errors: this.#dual, here: this.#here });
  }

  /** Name axis and series in the language of the page. */
  name(words: Record<Method | 'dual' | 'error', string>): void {
    this.plot.configure({
      y: { label: words.error },
      legend: [
        ...METHODS.map((method) => ({ label: words[method], ...LOOKS[method] })),
        { label: words.dual, ...DUAL, marker: undefined },
      ],
    });
  }

  show({ h, errors, exact }: Sweep): void {
    const positive = METHODS.flatMap((method) => [...errors[method]]).filter(
      (error) => error > 0 && Number.isFinite(error),
    );
    const inside = (error: number) => Math.min(Math.max(error, EXTREME[0]), EXTREME[1]);
    const least = Math.floor(Math.log10(inside(Math.min(USUAL[0], ...positive))));
    const most = Math.ceil(Math.log10(inside(Math.max(USUAL[1], ...positive))));
    if (least !== this.#range[0] || most !== this.#range[1]) this.#scale(least, most);
    for (const method of METHODS) {
      this.#lines[method].update({ x: h, y: errors[method].map((error) => (error > 0 ? error : NaN)), jumps: [] });
      const zeros = sparse(h, errors[method]);
      this.#zeros[method].update({ x: zeros, y: zeros.map(() => this.#floor) });
    }
    this.#dual.update(Number.isFinite(exact) ? [{ y: this.#floor }] : []);
  }

  /** Show errors from 10^least to 10^most, and a row for those that are 0. */
  #scale(least: number, most: number): void {
    this.#range = [least, most];
    this.#floor = Number(`1e${least}`) / BELOW;
    const ticks = powersBetween(least, most).map((power) => ({
      value: Number(`1e${power}`),
      label: powerOfTen(power),
    }));
    this.plot.configure({
      y: { domain: [this.#floor / 3, 3 * Number(`1e${most}`)], ticks: [{ value: this.#floor, label: '0' }, ...ticks] },
    });
  }

  /** Mark the present h on every line. */
  stand({ errors }: Pair, h: number): void {
    this.#here.update([{ x: h }]);
    for (const method of METHODS) this.#marks[method].update({ x: [h], y: [this.heightOf(errors[method])] });
  }

  /** Where an error is drawn. */
  heightOf(error: number): number {
    return error === 0 ? this.#floor : error;
  }
}

/** Some five powers of ten, 1 among them. */
function powersBetween(least: number, most: number): number[] {
  const stride = Math.ceil((most - least) / 5);
  const first = Math.floor(most / stride);
  return Array.from({ length: first - Math.ceil(least / stride) + 1 }, (_, index) => (first - index) * stride);
}

/** Step sizes whose error is exactly 0; of a whole row of them only as many as can be told apart. */
function sparse(h: Float64Array, errors: Float64Array): number[] {
  let last = -Infinity;
  const kept: number[] = [];
  for (let index = 0; index < h.length; index++) {
    if (errors[index] !== 0 || index - last < ROOM) continue;
    last = index;
    kept.push(h[index]);
  }
  return kept;
}

const each = <Value>(make: (method: Method) => Value): Record<Method, Value> =>
  Object.fromEntries(METHODS.map((method) => [method, make(method)])) as Record<Method, Value>;
