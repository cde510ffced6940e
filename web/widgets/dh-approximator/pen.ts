/** Draws the curve over the one there is: by mouse, pen or finger from stroke to stroke, by keyboard a swell at a time. */
import { Handle } from '../../controls/handle.ts';
import { pixelOf } from '../../controls/grabbing.ts';
import type { Say } from '../../language/strings.ts';
import { format } from '../../language/strings.ts';
import { curve } from '../../plot/layers/curve.ts';
import { nameParts } from '../../plot/parts.ts';
import type { Plot } from '../../plot/plot.ts';
import { PLACES } from './fields.ts';
import { PLACE_LIST } from './target.ts';

/** A pointer that has moved less, in px, has clicked and not drawn. */
const STILL = 4;
/** How far from its place the keyboard's pen takes the curve along, in places. */
const REACH = 10;

const neat = (height: number): number => Number(height.toFixed(2));

export class Pen {
  readonly #plot: Plot;
  readonly #handle: Handle;
  readonly #stroke;
  readonly #change: (heights: number[]) => void;
  readonly #stop = new AbortController();
  /** The curve as it stands, and while a stroke is drawn as it will be. */
  #heights: number[] = [];
  #drawing: number[] | undefined;
  #pointer = -1;
  #began: [number, number] = [0, 0];
  #last: [number, number] = [0, 0];
  /** The place at which the keyboard's pen stands. */
  #place = (PLACES - 1) / 4;

  /** `change` is called with a height for each place at the end of a stroke and with each key. */
  constructor(plot: Plot, say: Say, change: (heights: number[]) => void) {
    this.#plot = plot;
    this.#change = change;
    this.#stroke = curve(plot, { ink: 'accent', weight: 'thick' });
    this.#handle = new Handle(plot, {
      label: say('pen'),
      axes: 'both',
      ink: 'f',
      describe: (x, y) => `x = ${format(x)}, f(x) = ${format(y)}`,
      change: (x, y) => this.#key(x, y),
      // The pointer draws wherever it goes down.
      waits: true,
    });
    nameParts({ pen: this.#handle });
    // A curve is drawn from side to side; a finger that goes up or down scrolls the page.
    plot.svg.style.touchAction = 'pan-y';
    this.#handle.element.style.touchAction = 'pan-y';
    plot.svg.style.cursor = 'crosshair';
    const { signal } = this.#stop;
    plot.svg.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    plot.svg.addEventListener('pointermove', (event) => this.#move(event), { signal });
    plot.svg.addEventListener('pointerup', (event) => this.#up(event), { signal });
    plot.svg.addEventListener('pointercancel', (event) => this.#cancel(event), { signal });
  }

  show(heights: ArrayLike<number>): void {
    this.#heights = Array.from(heights);
    this.#handle.moveTo(PLACE_LIST[this.#place], this.#heights[this.#place]);
  }

  remove(): void {
    this.#stop.abort();
    this.#handle.remove();
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || this.#pointer >= 0) return;
    const at = pixelOf(this.#plot, event);
    const { width, height } = this.#plot.view;
    if (at[0] < -STILL || at[0] > width + STILL || at[1] < 0 || at[1] > height) return;
    this.#pointer = event.pointerId;
    this.#began = this.#last = at;
  }

  #move(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    for (const each of event.getCoalescedEvents?.() ?? [event]) this.#drawTo(pixelOf(this.#plot, each));
    this.#drawTo(pixelOf(this.#plot, event));
    if (this.#drawing) this.#stroke.update({ x: PLACE_LIST, y: this.#drawing, jumps: [] });
  }

  #drawTo(at: [number, number]): void {
    if (!this.#drawing) {
      if (Math.hypot(at[0] - this.#began[0], at[1] - this.#began[1]) < STILL) return;
      this.#drawing = [...this.#heights];
      this.#plot.svg.setPointerCapture(this.#pointer);
    }
    const [from, to] = [this.#last, at].toSorted((one, other) => one[0] - other[0]);
    PLACE_LIST.forEach((x, index) => {
      const across = this.#plot.view.x.toPixel(x);
      if (across < from[0] - 0.5 || across > to[0] + 0.5) return;
      const share = to[0] - from[0] < 1 ? 1 : (across - from[0]) / (to[0] - from[0]);
      const [, height] = this.#plot.toData(0, from[1] + share * (to[1] - from[1]));
      const [low, high] = this.#plot.view.y.domain;
      this.#drawing![index] = neat(Math.min(Math.max(height, low), high));
    });
    this.#last = at;
  }

  #up(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    const drawn = this.#drawing;
    this.#cancel(event);
    if (drawn) this.#change(drawn.map(neat));
  }

  #cancel(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = -1;
    this.#drawing = undefined;
    this.#stroke.update({ x: [], y: [], jumps: [] });
  }

  /** To the side it goes to another place; up and down it takes the curve along, less and less with the distance. */
  #key(x: number, y: number): void {
    const place = Math.round(((x - PLACE_LIST[0]) / (PLACE_LIST[PLACES - 1] - PLACE_LIST[0])) * (PLACES - 1));
    if (place !== this.#place) {
      this.#place = place;
      return this.show(this.#heights);
    }
    const lift = y - this.#heights[place];
    this.#change(
      this.#heights.map((height, index) => neat(height + lift * Math.max(0, 1 - Math.abs(index - place) / REACH))),
    );
  }
}
