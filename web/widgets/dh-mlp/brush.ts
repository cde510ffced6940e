/** Own points, put on the plane and taken away by mouse, pen or finger; buttons do the same at the marked point. */
import { css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { markerPath, seriesStyle } from '../../plot/inks.ts';
import { points } from '../../plot/layers/points.ts';
import type { PointsData } from '../../plot/layers/points.ts';
import type { Layer, Plot } from '../../plot/plot.ts';
import { roundTo } from '../../fields/fields.ts';
import type { Say } from '../../language/strings.ts';
import { MOST_CLASSES, MOST_POINTS } from './fields.ts';
import type { State } from './model.ts';
import { seriesOf } from './samples.ts';

type Points = State['points'];

/** A class, or what takes points away; undefined while the plane is only looked at. */
type Tool = number | 'erase' | undefined;

/** How far apart, in pixels, a stroke puts points, and how near it takes any away. */
const [APART, REACH] = [12, 14];

export const brushStyles = css`
  .tools button {
    color: inherit;
  }
  .tools button[aria-pressed='true'] {
    border-color: var(--dh-accent);
    box-shadow: inset 0 0 0 1px var(--dh-accent);
  }
  .tools svg {
    width: 12px;
    height: 12px;
  }
`;

interface Owner {
  /** The points there are. */
  points(): Points;
  /** Called once a stroke has put its points, and whenever it has taken some away; resolves when they are shown so. */
  change(points: Points): Promise<unknown>;
  /** Called when another tool is in hand. */
  shown(): void;
}

export class Brush {
  #tool: Tool;
  readonly #plot: Plot;
  readonly #owner: Owner;
  /** The end of the stroke so far, in pixels. */
  #last: readonly [number, number] | undefined;
  /** What the points have become, until they are shown so. */
  #points: Points | undefined;
  /** What a stroke has put and is not among the points yet, by class. */
  readonly #fresh: Layer<PointsData>[];

  constructor(plot: Plot, owner: Owner) {
    this.#plot = plot;
    this.#owner = owner;
    this.#fresh = Array.from({ length: MOST_CLASSES }, (_, label) => {
      const { ink, marker } = seriesStyle(seriesOf(label));
      return points(plot, { ink, marker, radius: 3.2 });
    });
    const { root } = plot;
    root.addEventListener('pointerdown', (event) => this.#begin(event));
    root.addEventListener('pointermove', (event) => this.#move(event));
    root.addEventListener('pointerup', () => this.#end());
    root.addEventListener('pointercancel', () => this.#end());
  }

  take(tool: Tool): void {
    if (tool === this.#tool) return;
    this.#end();
    this.#tool = tool;
    this.#plot.root.style.touchAction = tool === undefined ? '' : 'none';
    this.#plot.root.style.cursor = tool === undefined ? '' : 'crosshair';
    this.#owner.shown();
  }

  #begin(event: PointerEvent): void {
    const onHandle = event.target instanceof Element && event.target.closest('.handle');
    if (this.#tool === undefined || onHandle || event.button !== 0) return;
    event.preventDefault();
    this.#plot.root.setPointerCapture(event.pointerId);
    this.#stroke(event);
  }

  #move(event: PointerEvent): void {
    if (!this.#last) return;
    const [px, py] = this.#plot.toPixel(...this.#plot.pointerToData(event));
    const far = Math.hypot(px - this.#last[0], py - this.#last[1]) >= APART;
    if (far || this.#tool === 'erase') this.#stroke(event);
  }

  #stroke(event: PointerEvent): void {
    const [x, y] = this.#plot.pointerToData(event);
    this.#last = this.#plot.toPixel(x, y);
    if (!this.#plot.shows(x, y)) return;
    const before = this.#points;
    this.#apply(x, y);
    if (this.#tool !== 'erase') this.#showFresh();
    else if (this.#points !== before) void this.#change();
  }

  #showFresh(): void {
    const shown = this.#owner.points().length;
    this.#fresh.forEach((layer, label) => {
      const own = this.#points?.filter((point, index) => index >= shown && point[2] === label) ?? [];
      layer.update({ x: own.map(([x]) => x), y: own.map(([, y]) => y) });
    });
  }

  #end(): void {
    if (!this.#last) return;
    this.#last = undefined;
    void this.#change();
  }

  async #change(): Promise<void> {
    const next = this.#points;
    if (!next) return;
    await this.#owner.change(next);
    if (this.#points !== next || this.#last) return;
    this.#points = undefined;
    this.#showFresh();
  }

  #apply(x: number, y: number): void {
    const tool = this.#tool;
    const all = this.#points ?? this.#owner.points();
    const [px, py] = this.#plot.toPixel(x, y);
    if (tool === 'erase') {
      const left = all.filter(([x1, x2]) => {
        const [ox, oy] = this.#plot.toPixel(x1, x2);
        return Math.hypot(ox - px, oy - py) > REACH;
      });
      if (left.length < all.length) this.#points = left;
    } else if (tool !== undefined && all.length < MOST_POINTS)
      this.#points = [...all, [roundTo(x, 3), roundTo(y, 3), tool]];
  }

  /** One touch at a place of the plane. */
  #touch([x, y]: readonly number[]): void {
    this.#apply(x, y);
    void this.#change();
  }

  #clear(): void {
    this.#points = [];
    void this.#change();
  }

  /** The tools, and what the keyboard does instead of a stroke. */
  controls(say: Say, { points: own, probe }: State): TemplateResult {
    const tools: Tool[] = [undefined, ...this.#fresh.keys(), 'erase'];
    return html`<div data-part="brush">
      <div class="row tools" role="group" aria-label=${say('brush')}>
        ${tools.map(
          (tool) =>
            html`<button type="button" aria-pressed=${tool === this.#tool} @click=${() => this.take(tool)}>
              ${typeof tool === 'number' ? classMark(say, tool) : say(`brush-${tool ?? 'look'}`)}
            </button>`,
        )}
      </div>
      <p class="hint">${say('brush-hint', { count: own.length, most: MOST_POINTS })}</p>
      <div class="row">
        <button type="button" ?disabled=${this.#tool === undefined} @click=${() => this.#touch(probe)}>
          ${say(this.#tool === 'erase' ? 'brush-erase-here' : 'brush-put-here')}
        </button>
        <button type="button" ?disabled=${!own.length} @click=${() => this.#clear()}>${say('brush-clear')}</button>
      </div>
    </div>`;
  }
}

/** How points of a class look, and its number. */
function classMark(say: Say, label: number): TemplateResult {
  const { ink, marker } = seriesStyle(seriesOf(label));
  return html`<span class="hidden-visually">${say('brush-class', { label })}</span>
    <svg viewBox="-6 -6 12 12" aria-hidden="true">
      ${svg`<path d=${markerPath(marker, 0, 0, 4.2)} style=${`fill: var(--dh-${ink})`} />`}
    </svg>
    <span aria-hidden="true">${label}</span>`;
}
