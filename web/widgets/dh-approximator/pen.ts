/** Draws the curve over the one there is: by mouse, pen or finger stroke by stroke, by keyboard a swell at a time. */
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
/** How far from its place the pen takes the curve along when it is lifted by keys, along the axis. */
const REACH = 0.2;
/** How far a key lifts it; with Shift and with Alt. */
const LIFT = { normal: 0.05, coarse: 0.2, fine: 0.01 };

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
  /** Where the pen stands along the axis. */
  #x = -0.5;

  /** `change` is called with a height for each place at the end of a stroke and with each key. */
  constructor(plot: Plot, say: Say, change: (heights: number[]) => void) {
    this.#plot = plot;
    this.#change = change;
    this.#stroke = curve(plot, { ink: 'accent', weight: 'thick' });
    this.#handle = new Handle(plot, {
      label: say('pen'),
      axes: 'x',
      ink: 'f',
      constrain: (x) => [x, this.#heightAt(x)],
      describe: (x, y) => `x = ${format(x)}, f(x) = ${format(y)}`,
      change: (x) => this.#moveTo(x),
      // Bends lie beside it that explain themselves, so it takes no pointer that goes down on them.
      waits: true,
    });
    nameParts({ pen: this.#handle });
    // A curve is drawn from side to side; a finger that goes up or down scrolls the page.
    plot.svg.style.touchAction = 'pan-y';
    plot.svg.style.cursor = 'crosshair';
    const { signal } = this.#stop;
    this.#handle.element.addEventListener('touchstart', (event) => event.preventDefault(), { signal, passive: false });
    // Before the handle takes them for steps along the axis.
    this.#handle.element.addEventListener('keydown', (event) => this.#key(event), { signal, capture: true });
    plot.svg.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    plot.svg.addEventListener('pointermove', (event) => this.#move(event), { signal });
    plot.svg.addEventListener('pointerup', (event) => this.#up(event), { signal });
    plot.svg.addEventListener('pointercancel', (event) => this.#cancel(event), { signal });
  }

  show(heights: ArrayLike<number>): void {
    this.#heights = Array.from(heights);
    this.#moveTo(this.#x);
  }

  remove(): void {
    this.#stop.abort();
    this.#handle.remove();
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || this.#pointer >= 0) return;
    if (this.#handle.element.contains(event.target as Node)) return void this.#handle.grab(event);
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

  #moveTo(x: number): void {
    this.#x = x;
    this.#handle.moveTo(x, this.#heightAt(x));
  }

  /** On the line between the two places beside it. */
  #heightAt(x: number): number {
    const [left, right] = [PLACE_LIST[0], PLACE_LIST[PLACES - 1]];
    const along = ((x - left) / (right - left)) * (PLACES - 1);
    const before = Math.min(Math.max(Math.floor(along), 0), PLACES - 2);
    const [low, high] = [this.#heights[before], this.#heights[before + 1]];
    return low + (along - before) * (high - low);
  }

  /** Up and down it takes the curve along, less and less with the distance. */
  #key(event: KeyboardEvent): void {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!direction || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const lift = direction * LIFT[event.shiftKey ? 'coarse' : event.altKey ? 'fine' : 'normal'];
    const share = (x: number) => Math.max(0, 1 - Math.abs(x - this.#x) / REACH);
    this.#change(this.#heights.map((height, index) => neat(height + lift * share(PLACE_LIST[index]))));
  }
}
