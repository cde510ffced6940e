/** Where the pointer is over a plot, at most once a frame. */

import type { Plot } from './plot.ts';

/** In data coordinates. */
export interface PointerPlace {
  x: number;
  y: number;
}

/** Calls back as the pointer moves over the plot area, and with undefined when it leaves; returns how to stop it. */
export function trackPointer(plot: Plot, listener: (place: PointerPlace | undefined) => void): () => void {
  let frame = 0;
  let latest: PointerEvent | undefined;
  const report = () => {
    frame = 0;
    if (!latest) return listener(undefined);
    const [x, y] = plot.pointerToData(latest);
    listener({ x, y });
  };
  const moved = (event: Event) => {
    latest = event.type === 'pointerleave' ? undefined : (event as PointerEvent);
    frame ||= requestAnimationFrame(report);
  };
  plot.root.addEventListener('pointermove', moved);
  plot.root.addEventListener('pointerleave', moved);
  return () => {
    cancelAnimationFrame(frame);
    plot.root.removeEventListener('pointermove', moved);
    plot.root.removeEventListener('pointerleave', moved);
  };
}
