/**
 * The points of a plot, to be added, moved and deleted by mouse, finger or keyboard. One handle stands at the chosen point, so that
 * hundreds of points are one stop of the Tab key. What is too much to edit is drawn as a cloud.
 */
import { css } from 'lit';
import { formatNumber } from '../../plot/format.ts';
import { cloud } from '../../plot/layers/cloud.ts';
import { points } from '../../plot/layers/points.ts';
import { nameParts } from '../../plot/parts.ts';
import type { Plot } from '../../plot/plot.ts';
import { reuseChildren, setAttributes, svgElement } from '../../plot/svg.ts';
import { MOST_POINTS } from './data-fields.ts';
import { sayOfData } from './data-set.ts';
import type { DataSet } from './data-set.ts';
import { canBeGrabbed, pixelOf, type Grabbable } from '../../controls/grabbing.ts';
import { Handle } from '../../controls/handle.ts';

export interface PointEditorOptions {
  /** How the points are to change. */
  edit(change: (points: number[][]) => number[][]): void;
}

export const pointEditorStyles = css`
  .targets circle {
    /* Nothing inline has a touch-action. */
    display: block;
    fill: transparent;
    stroke: none;
    pointer-events: all;
    cursor: grab;
    touch-action: none;
    r: 11px;
  }
  .targets.removing circle {
    cursor: pointer;
    touch-action: auto;
  }
  .targets .under-pointer {
    stroke: var(--dh-accent);
    stroke-width: 2;
    r: 8px;
  }
  .targets.removing .under-pointer {
    stroke: var(--dh-error);
    stroke-dasharray: 3 2;
  }
  .editable {
    cursor: copy;
  }
  /* The chosen point looks like the others until it has the focus. */
  .handle.point:not(:focus, :hover) :is(.ring, .core) {
    visibility: hidden;
  }
  /* Smaller than other handles: between points a finger scrolls, or adds one. */
  @media (pointer: coarse) {
    .targets circle,
    .handle.point .hit {
      r: 16px;
    }
  }
`;

/** As a share of the plot, how far from the chosen point one is added by key. */
const BESIDE = 0.05;
/** How far, in pixels, a press may stray and still be a click on the point it began at. */
const STRAY = 10;

export class PointEditor implements Grabbable {
  /** Whether touching a point deletes it. */
  #removing = false;
  readonly #plot: Plot;
  readonly #edit: PointEditorOptions['edit'];
  readonly #dots;
  readonly #cloud;
  readonly #targets = svgElement('g', { class: 'targets' });
  readonly #handle: Handle;
  #data: DataSet | undefined;
  #chosen = 0;
  #focusNext = false;
  /** Where the pointer went down to delete a point. */
  #pressed: [number, number] | undefined;

  /** Draws the points above the layers there are. */
  constructor(plot: Plot, options: PointEditorOptions) {
    this.#plot = plot;
    this.#edit = options.edit;
    this.#cloud = cloud(plot, { ink: 'data', radius: 2, opacity: 0.4 });
    this.#dots = points(plot, { ink: 'data' });
    plot.overlay.append(this.#targets);
    this.#handle = new Handle(plot, {
      label: sayOfData('point'),
      axes: 'both',
      ink: 'data',
      describe: (x, y) => this.#describe(x, y),
      change: (x, y) => this.#move(x, y),
      waits: true,
    });
    this.#handle.element.classList.add('point');
    this.#handle.visible = false;
    nameParts({ points: [this.#cloud, this.#dots, this.#targets, this.#handle] });
    this.#handle.element.addEventListener('keydown', (event) => this.#key(event));
    this.#targets.addEventListener('pointermove', (event) => this.#point(event));
    this.#targets.addEventListener('pointerleave', () => this.#point());
    canBeGrabbed(plot, this);
    plot.svg.addEventListener('click', (event) => this.#click(event));
    plot.onViewChange(() => this.#placeTargets());
  }

  get #editable(): boolean {
    return this.#data !== undefined && this.#data.x.length <= MOST_POINTS;
  }

  set removing(removing: boolean) {
    this.#removing = removing;
    this.#targets.classList.toggle('removing', removing);
    // The handle lets the pointer through to the point it stands on.
    this.#handle.element.style.pointerEvents = removing ? 'none' : '';
  }

  /** Shows these points; while there are none to be shown, none can be added either. */
  show(data: DataSet | undefined): void {
    if (data === this.#data) return;
    this.#data = data;
    const nothing = { x: [], y: [] };
    this.#dots.update(data && this.#editable ? data : nothing);
    this.#cloud.update(data && !this.#editable ? data : nothing);
    this.#plot.svg.classList.toggle('editable', this.#editable);
    this.#chosen = Math.max(0, Math.min(this.#chosen, (data?.x.length ?? 0) - 1));
    this.#placeTargets();
    this.#placeHandle();
    if (this.#focusNext) this.#focus();
    this.#focusNext = false;
  }

  /** The focus goes on at the chosen point; when the last one is gone, at the figure. */
  #focus(): void {
    const place = this.#data?.x.length ? this.#handle.element : this.#plot.root.closest<HTMLElement>('[tabindex]');
    place?.focus({ preventScroll: true });
  }

  /** Adds a point in the middle of the plot, or beside the chosen one, and goes on with it. */
  add(): void {
    const { x, y } = this.#plot.view;
    const middle = (scale: typeof x) => (scale.domain[0] + scale.domain[1]) / 2;
    const beside = (scale: typeof x, value: number) => {
      const [from, to] = scale.domain;
      const step = (to - from) * BESIDE;
      return value + step < to ? Math.max(value + step, from) : value - step;
    };
    const from = this.#handle.element.matches(':focus') ? this.#at(this.#chosen) : undefined;
    this.#append(from ? [beside(x, from[0]), from[1]] : [middle(x), middle(y)]);
  }

  #at(index: number): [number, number] | undefined {
    const data = this.#data!;
    return index < data.x.length ? [data.x[index], data.y[index]] : undefined;
  }

  #append([x, y]: readonly number[]): void {
    const data = this.#data!;
    if (data.x.length >= MOST_POINTS) return;
    this.#chosen = data.x.length;
    this.#focusNext = true;
    this.#edit((all) => [...all, [this.#neat(x, 'x'), this.#neat(y, 'y')]]);
  }

  // As many digits as a pixel can tell.
  #neat(value: number, axis: 'x' | 'y'): number {
    const { domain, range } = this.#plot.view[axis];
    const pixel = (domain[1] - domain[0]) / Math.max(1, Math.abs(range[1] - range[0]));
    return Number(value.toFixed(Math.min(15, Math.max(0, Math.ceil(-Math.log10(pixel))))));
  }

  #move(x: number, y: number): void {
    const index = this.#chosen;
    this.#edit((all) => all.with(index, [x, y]));
  }

  #remove(index: number): void {
    this.#chosen = index;
    this.#focusNext = this.#handle.element.matches(':focus');
    this.#edit((all) => all.toSpliced(index, 1));
  }

  #choose(index: number): void {
    const count = this.#data!.x.length;
    this.#chosen = (index + count) % count;
    this.#placeHandle();
  }

  distance(x: number, y: number): number {
    const index = this.#nearest([x, y]);
    return index < 0 ? Infinity : this.#away(index, [x, y]);
  }

  #away(index: number, [x, y]: readonly [number, number]): number {
    const [px, py] = this.#plot.toPixel(...this.#at(index)!);
    return Math.hypot(px - x, py - y);
  }

  /** The point that is nearest to a pixel of the plot; -1 if there is none. */
  #nearest(pixel: readonly [number, number]): number {
    let nearest = -1;
    let least = Infinity;
    for (let index = 0; this.#editable && index < this.#data!.x.length; index++) {
      const away = this.#away(index, pixel);
      if (away < least) [nearest, least] = [index, away];
    }
    return nearest;
  }

  grab(event: PointerEvent): boolean {
    const pixel = pixelOf(this.#plot, event);
    // Deleted when the press turns out to be a click, and not the beginning of a swipe.
    this.#pressed = this.#removing ? pixel : undefined;
    if (this.#removing) return false;
    this.#choose(this.#nearest(pixel));
    return this.#handle.grab(event);
  }

  /** Marks the point that a press of the mouse would take. */
  #point(event?: PointerEvent): void {
    const index = event?.pointerType === 'mouse' && !event.buttons ? this.#nearest(pixelOf(this.#plot, event)) : -1;
    [...this.#targets.children].forEach((circle, own) => circle.classList.toggle('under-pointer', own === index));
  }

  #click(event: MouseEvent): void {
    const target = event.target as Node;
    const pixel = pixelOf(this.#plot, event);
    if (this.#removing) {
      if (this.#targets.contains(target)) this.#removeAt(pixel);
      return;
    }
    const { width, height } = this.#plot.view;
    const inside = pixel[0] >= 0 && pixel[0] <= width && pixel[1] >= 0 && pixel[1] <= height;
    if (this.#editable && inside && !this.#plot.overlay.contains(target)) this.#append(this.#plot.toData(...pixel));
  }

  #removeAt(pixel: [number, number]): void {
    const pressed = this.#pressed ?? pixel;
    this.#pressed = undefined;
    if (Math.hypot(pixel[0] - pressed[0], pixel[1] - pressed[1]) <= STRAY) this.#remove(this.#nearest(pressed));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    const action = {
      Delete: () => this.#remove(this.#chosen),
      Backspace: () => this.#remove(this.#chosen),
      Enter: () => this.add(),
      Insert: () => this.add(),
      PageDown: () => this.#choose(this.#chosen + 1),
      PageUp: () => this.#choose(this.#chosen - 1),
      Home: () => this.#choose(0),
      End: () => this.#choose(-1),
    }[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  #describe(x: number, y: number): string {
    const { names, x: all } = this.#data!;
    return sayOfData('point-is', {
      number: this.#chosen + 1,
      count: all.length,
      x: `${names[0]} = ${formatNumber(x)}`,
      y: `${names[1]} = ${formatNumber(y)}`,
    });
  }

  #placeHandle(): void {
    const place = this.#editable ? this.#at(this.#chosen) : undefined;
    this.#handle.visible = place !== undefined;
    if (place) this.#handle.moveTo(...place);
  }

  #placeTargets(): void {
    const data = this.#data;
    const count = data && this.#editable ? data.x.length : 0;
    const circles = reuseChildren(this.#targets, count, () => svgElement('circle'));
    circles.forEach((circle, index) => {
      const [cx, cy] = this.#plot.toPixel(data!.x[index], data!.y[index]);
      setAttributes(circle, { cx: cx.toFixed(1), cy: cy.toFixed(1) });
    });
  }
}
