/**
 * Panning and zooming that leave the page alone: the wheel zooms only with Ctrl (which is also what a touch pad's pinch sends), one
 * finger scrolls the page, two fingers pinch, the mouse drags the empty area. Buttons and keys call `zoomBy` and `reset`.
 */

import type { Domain, Plot } from './plot.ts';
import { Scale, type Interval } from './scale.ts';

export interface Zoom {
  /** Shows `factor` times as much (below 1: closer) around the middle of the plot. */
  zoomBy(factor: number): void;
  /** Moves the window by this share of its size, to the right and up. */
  panBy(right: number, up: number): void;
  /** Back to the window there was when zooming began, or to `home`. */
  reset(): void;
  /** The window that `reset` goes back to. */
  home: Domain;
  stop(): void;
}

/** Makes a plot zoomable; `onChange` is told the new window whenever the reader has changed it. */
export function zoomable(plot: Plot, onChange?: (domain: Domain) => void): Zoom {
  const controller = new AbortController();
  const { signal } = controller;
  const held = new Map<number, { x: number; y: number }>();

  const show = (domain: Domain, animated = false) => {
    if (!isUsable(domain)) return;
    if (animated) plot.moveTo(domain);
    else plot.domain = domain;
    onChange?.(domain);
  };
  /** The window in which what was at pixel `from` is at pixel `to`, and `factor` times as much is shown around it. */
  const moved = (from: { x: number; y: number }, to: { x: number; y: number }, factor: number): Domain => {
    const { view } = plot;
    const window = (scale: Scale, start: number, end: number): Interval => {
      const ends = scale.range.map((pixel) => scale.toData(start + (pixel - end) * factor));
      return [ends[0]!, ends[1]!];
    };
    return { x: window(view.x, from.x, to.x), y: window(view.y, from.y, to.y) };
  };
  const place = (event: MouseEvent) => {
    const [x, y] = plot.toPixel(...plot.pointerToData(event));
    return { x, y };
  };
  const middle = () => ({ x: plot.view.width / 2, y: plot.view.height / 2 });

  plot.svg.style.touchAction = 'pan-x pan-y';
  plot.svg.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const at = place(event);
      show(moved(at, at, Math.exp(Math.min(1, Math.max(-1, event.deltaY * 0.01)))));
    },
    { signal, passive: false },
  );
  plot.svg.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || plot.overlay.contains(event.target as Node)) return;
      held.set(event.pointerId, place(event));
      if (event.pointerType === 'mouse') plot.svg.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  plot.svg.addEventListener(
    'pointermove',
    (event) => {
      const before = held.get(event.pointerId);
      if (!before) return;
      const now = place(event);
      held.set(event.pointerId, now);
      if (held.size === 1 && event.pointerType === 'mouse') {
        show(moved(before, now, 1));
      } else if (held.size === 2) {
        const other = [...held].find(([id]) => id !== event.pointerId)![1];
        const distance = (one: { x: number; y: number }) => Math.hypot(one.x - other.x, one.y - other.y);
        const centre = (one: { x: number; y: number }) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
        if (distance(now) > 10) show(moved(centre(before), centre(now), distance(before) / distance(now)));
      }
    },
    { signal },
  );
  const released = (event: PointerEvent) => void held.delete(event.pointerId);
  plot.svg.addEventListener('pointerup', released, { signal });
  plot.svg.addEventListener('pointercancel', released, { signal });

  const zoom: Zoom = {
    home: plot.domain,
    zoomBy: (factor) => show(moved(middle(), middle(), factor), true),
    panBy(right, up) {
      const { width, height } = plot.view;
      const from = middle();
      show(moved(from, { x: from.x - right * width, y: from.y + up * height }, 1), true);
    },
    reset() {
      show(zoom.home, true);
    },
    stop: () => controller.abort(),
  };
  return zoom;
}

/** A window whose ends are numbers apart enough to be told from each other by double precision. */
function isUsable({ x, y }: Domain): boolean {
  return [x, y].every(([from, to]) => {
    const size = Math.max(Math.abs(from), Math.abs(to));
    return Number.isFinite(size) && size < 1e12 && to - from > 1e-9 * size && to - from > 1e-12;
  });
}
