/** A point of a plot that the reader can move: by mouse, finger, pen or keyboard. */
import { css } from 'lit';
import type { Ink } from '../plot/inks.ts';
import type { Plot } from '../plot/plot.ts';
import type { Scale } from '../plot/scale.ts';
import { svgElement } from '../plot/svg.ts';
import { roundTo } from '../fields/fields.ts';
import { canBeGrabbed, pixelOf, type Grabbable } from './grabbing.ts';

export interface HandleOptions {
  /** What it is, for screen readers: "start". */
  label: string;
  /** The directions it moves in. */
  axes: 'x' | 'y' | 'both';
  /** The colour of the symbol it stands for; its ring is in the accent colour, which means that it can be touched. */
  ink?: Ink;
  /** Where it goes when it is pulled to (x, y), e.g. onto a curve. Positions are rounded to what a pixel can tell. */
  constrain?(x: number, y: number): readonly [number, number];
  /** Positions along x that catch the pointer when it comes near; keys go past them. */
  catches?(): readonly number[];
  /** Its position in words. */
  describe(x: number, y: number): string;
  /** Called with each new position, at most once a frame. */
  change(x: number, y: number): void;
  /** Whether it waits to be handed the pointer with `grab` instead of taking one that goes down near it. */
  waits?: boolean;
}

/** Part of the plot's width that an arrow key moves it by; Shift is coarse, Alt fine. */
const KEY_STEP = { normal: 1 / 100, coarse: 1 / 10, fine: 1 / 1000 };
/** After so many ms the figure shows what it is going to show of a key. */
const AHEAD = 1000;
/** How near, in pixels, the pointer must come to a position that catches it. */
const CATCH = 6;

export const handleStyles = css`
  .handle {
    /* Nothing inline has a touch-action. */
    display: block;
    cursor: grab;
    touch-action: none;
    pointer-events: all;
    outline: none;
  }
  .handle:active {
    cursor: grabbing;
  }
  .handle .hit {
    fill: transparent;
    stroke: none;
    r: 16px;
  }
  .handle .ring {
    fill: var(--dh-paper);
    stroke: var(--dh-accent);
    stroke-width: 3;
    r: 8px;
  }
  .handle .core {
    fill: currentColor;
    r: 3.5px;
  }
  .handle:hover .ring {
    r: 9.5px;
  }
  .handle .focus {
    fill: none;
    stroke: none;
    r: 14px;
  }
  .handle:focus-visible .focus {
    stroke: var(--dh-accent);
    stroke-width: 2;
  }
  @media (pointer: coarse) {
    .handle .hit {
      r: 22px;
    }
    .handle .ring {
      r: 11px;
    }
  }
  @media (forced-colors: active) {
    .handle .ring {
      fill: Canvas;
      stroke: Highlight;
    }
    .handle:focus-visible .focus {
      stroke: Highlight;
    }
  }
`;

/** A position that reads as a neat number: as many digits as half a pixel can tell, three on a logarithmic axis. */
function neat(value: number, { kind, domain: [from, to], range }: Scale): number {
  if (kind === 'log') return roundTo(value, 3);
  const pixel = (to - from) / Math.max(Math.abs(range[1] - range[0]), 1) / 2;
  return Number(value.toFixed(Math.min(15, Math.max(0, -Math.floor(Math.log10(pixel))))));
}

/** A key's step from a value: a part of the width of the axis, 1, 2 or 5 times a power of ten; on a logarithmic axis so many decades. */
function stepped(value: number, direction: number, part: number, { kind, domain: [from, to] }: Scale): number {
  if (kind === 'log') return value * 10 ** (direction * niceStep(Math.log10(to / from) * part));
  return value + direction * niceStep((to - from) * part);
}

export class Handle implements Grabbable {
  readonly element: SVGGElement;
  #plot: Plot;
  #options: HandleOptions;
  #x = NaN;
  #y = NaN;
  /** From the pointer to the handle's centre, in pixels, so that it does not jump when it is grabbed off centre. */
  #grip: [number, number] = [0, 0];
  /** Its centre, in pixels of the plot. */
  #centre: readonly [number, number] = [NaN, NaN];
  /** Where keys have led that the figure has not shown yet. They may come faster than it computes, and none is to be lost. */
  #asked: (readonly [number, number])[] = [];
  #lastKey = 0;
  #pointer = -1;
  #moved: PointerEvent | undefined;
  #frame = 0;
  #stop: () => void;

  constructor(plot: Plot, options: HandleOptions) {
    this.#plot = plot;
    this.#options = options;
    this.element = svgElement(
      'g',
      { class: `handle ink-${options.ink ?? 'accent'}`, role: 'slider', tabindex: 0 },
      ...['hit', 'focus', 'ring', 'core'].map((part) => svgElement('circle', { class: part })),
    );
    this.element.setAttribute('aria-label', options.label);
    this.element.addEventListener('pointermove', (event) => this.#drag(event));
    this.element.addEventListener('keydown', (event) => this.#key(event));
    plot.overlay.append(this.element);
    const stopWatching = plot.onViewChange(() => this.#place());
    const stopWaiting = options.waits ? undefined : canBeGrabbed(plot, this);
    this.#stop = () => [stopWatching, stopWaiting].forEach((stop) => stop?.());
  }

  /** Stand at a position of the data. Outside the plot the handle waits at the border. */
  moveTo(x: number, y: number): void {
    if (x !== this.#x || y !== this.#y) {
      // What the figure has come to is no longer asked for; nothing is, if it has gone elsewhere.
      const { axes } = this.#options;
      const shown = this.#asked.findIndex(
        (place) => (axes === 'y' || place[0] === x) && (axes === 'x' || place[1] === y),
      );
      this.#asked = shown < 0 ? [] : this.#asked.slice(shown + 1);
    }
    this.#x = x;
    this.#y = y;
    this.element.setAttribute('aria-valuetext', this.#options.describe(x, y));
    this.#place();
  }

  set visible(visible: boolean) {
    this.element.style.display = visible ? '' : 'none';
  }

  remove(): void {
    cancelAnimationFrame(this.#frame);
    this.#stop();
    this.element.remove();
  }

  #place(): void {
    const { view } = this.#plot;
    const [x, y] = this.#plot.toPixel(this.#x, this.#y);
    const inside = (pixel: number, size: number) => Math.min(Math.max(pixel, 0), size);
    if (!Number.isFinite(x)) return;
    // Where the function is undefined the handle rests on the axis, so that it can be pulled away.
    const height = Number.isFinite(y) ? inside(y, view.height) : view.height;
    this.#centre = [inside(x, view.width), height];
    this.element.setAttribute('transform', `translate(${this.#centre.map((pixel) => pixel.toFixed(2)).join(' ')})`);
    const axis = this.#options.axes === 'y' ? 'y' : 'x';
    const { kind, domain } = view[axis];
    // ARIA knows no exponents, so a logarithmic axis counts in decades; the description has the value itself.
    const told = (value: number) => (kind === 'log' ? Math.log10(value) : value).toFixed(6).replace(/\.?0+$/, '');
    this.element.setAttribute('aria-valuemin', told(domain[0]));
    this.element.setAttribute('aria-valuemax', told(domain[1]));
    this.element.setAttribute('aria-valuenow', told(axis === 'y' ? this.#y : this.#x));
    this.element.setAttribute('aria-orientation', axis === 'y' ? 'vertical' : 'horizontal');
  }

  distance(x: number, y: number): number {
    if (this.element.style.display === 'none') return Infinity;
    const away = Math.hypot(x - this.#centre[0], y - this.#centre[1]);
    return Number.isNaN(away) ? Infinity : away;
  }

  /** Follow the pointer that has just gone down, here or on something that stands for the handle. */
  grab(event: PointerEvent): boolean {
    event.preventDefault();
    if (this.element.hasPointerCapture(this.#pointer)) return true; // a second finger
    this.#asked = [];
    this.#pointer = event.pointerId;
    this.element.setPointerCapture(event.pointerId);
    const [x, y] = pixelOf(this.#plot, event);
    this.#grip = [this.#centre[0] - x, this.#centre[1] - y];
    this.element.focus({ preventScroll: true, focusVisible: false } as FocusOptions);
    return true;
  }

  #drag(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer || !this.element.hasPointerCapture(event.pointerId)) return;
    this.#moved = event;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const [x, y] = pixelOf(this.#plot, this.#moved!);
      const pixel = x + this.#grip[0];
      const toPixel = (place: number) => this.#plot.view.x.toPixel(place);
      const caught = this.#options.catches?.().find((place) => Math.abs(toPixel(place) - pixel) < CATCH);
      this.#pull(...(this.#plot.toData(pixel, y + this.#grip[1]) as [number, number]), caught);
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    const direction = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (!direction) return;
    event.preventDefault();
    event.stopPropagation();
    const part = event.shiftKey ? KEY_STEP.coarse : event.altKey ? KEY_STEP.fine : KEY_STEP.normal;
    const { view } = this.#plot;
    // A handle of one axis takes either pair of arrows, as sliders do.
    const along =
      this.#options.axes === 'both'
        ? direction
        : this.#options.axes === 'x'
          ? [direction[0] + direction[1], 0]
          : [0, direction[0] + direction[1]];
    if (event.timeStamp - this.#lastKey > AHEAD) this.#asked = [];
    this.#lastKey = event.timeStamp;
    const [x, y] = this.#asked.at(-1) ?? [this.#x, this.#y];
    this.#asked.push(this.#pull(stepped(x, along[0], part, view.x), stepped(y, along[1], part, view.y)));
  }

  #pull(x: number, y: number, caught?: number): readonly [number, number] {
    const { view } = this.#plot;
    const inside = (value: number, [from, to]: readonly [number, number]) => Math.min(Math.max(value, from), to);
    const { axes, constrain, change } = this.#options;
    let place: readonly [number, number] = [
      axes === 'y' ? this.#x : (caught ?? inside(neat(x, view.x), view.x.domain)),
      axes === 'x' ? this.#y : inside(neat(y, view.y), view.y.domain),
    ];
    if (constrain) place = constrain(...place);
    change(...place);
    return place;
  }
}

/** 1, 2 or 5 times a power of ten near a length. */
function niceStep(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  const lead = length / power;
  return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
}
