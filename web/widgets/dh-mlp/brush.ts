/** Own points, put on the plane and taken away by mouse, pen or finger; buttons do the same at the marked point. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { points } from '../../plot/layers/points.ts';
import type { Plot } from '../../plot/plot.ts';
import { roundTo } from '../../fields/fields.ts';
import type { Say } from '../../language/strings.ts';
import { MOST_CLASSES, MOST_POINTS } from './fields.ts';
import '../../controls/choice.ts';

type Points = readonly (readonly number[])[];

/** A class, or what takes points away; undefined while the plane is only looked at. */
export type Tool = number | 'erase' | undefined;

/** How far apart, in pixels, a stroke puts points, and how near it takes them away. */
const [APART, REACH] = [12, 14];

interface Owner {
  /** The points there are. */
  points(): Points;
  /** Called once a stroke has ended. */
  change(points: Points): void;
}

export class Brush {
  tool: Tool;
  readonly #plot: Plot;
  readonly #owner: Owner;
  /** The stroke so far, in pixels, and what the points have become. */
  #last: readonly [number, number] | undefined;
  #points: Points = [];
  readonly #fresh;

  constructor(plot: Plot, owner: Owner) {
    this.#plot = plot;
    this.#owner = owner;
    this.#fresh = points(plot, { ink: 'ink', radius: 3.2 });
    const { root } = plot;
    root.addEventListener('pointerdown', (event) => this.#begin(event));
    root.addEventListener('pointermove', (event) => this.#move(event));
    root.addEventListener('pointerup', () => this.#end());
    root.addEventListener('pointercancel', () => this.#end());
  }

  take(tool: Tool): void {
    this.tool = tool;
    this.#plot.root.style.touchAction = tool === undefined ? '' : 'none';
    this.#plot.root.style.cursor = tool === undefined ? '' : 'crosshair';
  }

  /** One touch at a place of the plane. */
  touch([x, y]: readonly number[]): void {
    this.#points = this.#owner.points();
    this.#apply(x, y);
    this.#owner.change(this.#points);
  }

  #begin(event: PointerEvent): void {
    const onHandle = event.target instanceof Element && event.target.closest('.handle');
    if (this.tool === undefined || onHandle || event.button !== 0) return;
    event.preventDefault();
    this.#plot.root.setPointerCapture(event.pointerId);
    this.#points = this.#owner.points();
    this.#stroke(event);
  }

  #move(event: PointerEvent): void {
    if (!this.#last) return;
    const [px, py] = this.#plot.toPixel(...this.#plot.pointerToData(event));
    if (Math.hypot(px - this.#last[0], py - this.#last[1]) >= APART) this.#stroke(event);
  }

  #stroke(event: PointerEvent): void {
    const [x, y] = this.#plot.pointerToData(event);
    this.#last = this.#plot.toPixel(x, y);
    if (!this.#plot.shows(x, y)) return;
    this.#apply(x, y);
    const [xs, ys] = [0, 1].map((index) => this.#points.map((point) => point[index]));
    this.#fresh.update({ x: xs, y: ys });
  }

  #end(): void {
    if (!this.#last) return;
    this.#last = undefined;
    this.#fresh.update({ x: [], y: [] });
    this.#owner.change(this.#points);
  }

  #apply(x: number, y: number): void {
    const { tool } = this;
    const [px, py] = this.#plot.toPixel(x, y);
    if (tool === 'erase')
      this.#points = this.#points.filter(([x1, x2]) => {
        const [ox, oy] = this.#plot.toPixel(x1, x2);
        return Math.hypot(ox - px, oy - py) > REACH;
      });
    else if (tool !== undefined && this.#points.length < MOST_POINTS)
      this.#points = [...this.#points, [roundTo(x, 3), roundTo(y, 3), tool]];
  }
}

/** The choice of the tool, and what the keyboard does instead of a stroke. */
export function brushControls(of: {
  say: Say;
  tool: Tool;
  points: Points;
  take(tool: Tool): void;
  touch(): void;
  clear(): void;
}): TemplateResult {
  const { say, tool } = of;
  const classes = Array.from({ length: MOST_CLASSES }, (_, label) => ({
    id: String(label),
    label: say('brush-class', { label }),
  }));
  const options = [{ id: 'look', label: say('brush-look') }, ...classes, { id: 'erase', label: say('brush-erase') }];
  return html`<div data-part="brush">
    <dh-choice
      .label=${say('brush')}
      .value=${tool === undefined ? 'look' : String(tool)}
      .options=${options}
      @dh-input=${({ detail }: CustomEvent<{ value: string }>) =>
        of.take(detail.value === 'look' ? undefined : detail.value === 'erase' ? 'erase' : Number(detail.value))}
    ></dh-choice>
    <p class="hint">${say('brush-hint', { count: of.points.length, most: MOST_POINTS })}</p>
    <div class="row">
      <button type="button" ?disabled=${tool === undefined} @click=${() => of.touch()}>
        ${say(tool === 'erase' ? 'brush-erase-here' : 'brush-put-here')}
      </button>
      <button type="button" ?disabled=${!of.points.length} @click=${() => of.clear()}>${say('brush-clear')}</button>
    </div>
  </div>`;
}
