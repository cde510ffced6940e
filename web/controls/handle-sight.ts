import type { Plot } from '../plot/plot.ts';
import type { Handle } from './handle.ts';

/**
 * Whether the handle of a point is to be seen: at the border it would look like the true place of a point that is out of view. One that the
 * reader holds stays, and so does one without a height, which rests on the axis.
 */
export const showsHandle = (plot: Plot, { element }: Handle, x: number, y: number): boolean =>
  (Number.isFinite(x) && !Number.isFinite(y)) || plot.shows(x, y) || element.matches(':focus');
