/**
 * Who follows the pointer that goes down on a plot: of all that can be grabbed there the nearest, not what happens to lie on top. The discs
 * that a finger needs are so large that they overlap.
 */
import type { Plot } from '../plot/plot.ts';

export interface Grabbable {
  /** How far, in pixels, its nearest place is from a pixel of the plot; infinite when there is nothing to grab. */
  distance(x: number, y: number): number;
  /** Follow the pointer that has just gone down on a disc of the plot's overlay, and say whether it does: a finger then does not scroll. */
  grab(event: PointerEvent): boolean;
}

const grabbables = new WeakMap<Plot, Set<Grabbable>>();

/** Lets something on a plot's overlay be grabbed; returns how to stop it. */
export function canBeGrabbed(plot: Plot, grabbable: Grabbable): () => void {
  const all = grabbables.get(plot) ?? watch(plot);
  all.add(grabbable);
  return () => all.delete(grabbable);
}

/** The pixel of the plot area under a mouse, pen or finger. */
export const pixelOf = (plot: Plot, event: MouseEvent): [number, number] =>
  plot.toPixel(...(plot.pointerToData(event) as [number, number]));

function watch(plot: Plot): Set<Grabbable> {
  const all = new Set<Grabbable>();
  grabbables.set(plot, all);
  let follows = false;
  plot.overlay.addEventListener('pointerdown', (event) => {
    follows = false;
    if (event.button !== 0) return;
    const at = pixelOf(plot, event);
    const distances = [...all].map((one) => [one, one.distance(...at)] as const);
    const [nearest, distance] = distances.reduce((best, one) => (one[1] <= best[1] ? one : best));
    follows = distance < Infinity && nearest.grab(event);
  });
  // `touch-action` says the same before the page is asked, but not every browser heeds it on a part of a picture.
  plot.overlay.addEventListener('touchstart', (event) => follows && event.preventDefault(), { passive: false });
  return all;
}
