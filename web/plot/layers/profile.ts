/** How much there is at each place of an axis: bars or a filled curve, over the x axis or beside the y axis. */

import type { Ink } from '../inks.ts';
import { DASHES, type Dash } from '../inks.ts';
import type { Layer, Plot } from '../plot.ts';
import { round, svgElement } from '../svg.ts';

/** Bars reach from one place to another; a curve goes through places in ascending order. Heights that are not finite are left out. */
export type ProfileData =
  | { from: ArrayLike<number>; to: ArrayLike<number>; height: ArrayLike<number> }
  | { at: ArrayLike<number>; height: ArrayLike<number> };

export interface ProfileStyle {
  /** The axis that the places are on (default x); heights are along the other one. */
  along?: 'x' | 'y';
  ink?: Ink;
  /** Of the filling (default 0.35); 0 leaves an outline. */
  opacity?: number;
  dash?: Dash;
}

export function profile(
  plot: Plot,
  { along = 'x', ink = 'data', opacity = 0.35, dash = 'solid' }: ProfileStyle = {},
): Layer<ProfileData> {
  const fill = svgElement('path', { class: 'solid', opacity });
  const line = svgElement('path', { class: 'line', 'stroke-width': 1.5, 'stroke-dasharray': DASHES[dash] });
  return plot.addLayer<ProfileData>({
    element: svgElement('g', { class: `ink-${ink}` }, fill, line),
    clip: true,
    draw(data, view) {
      const [places, heights] = along === 'x' ? [view.x, view.y] : [view.y, view.x];
      const point = (place: number, height: number) => {
        const [p, h] = [round(places.toPixel(place)), round(heights.toPixel(height))];
        return along === 'x' ? `${p},${h}` : `${h},${p}`;
      };
      const { height } = data;
      const [fills, lines]: [string[], string[]] = [[], []];
      if ('from' in data) {
        for (let index = 0; index < height.length; ++index) {
          const [from, to, top] = [data.from[index]!, data.to[index]!, height[index]!];
          if (!Number.isFinite(top)) continue;
          const d = `M${point(from, 0)}L${point(from, top)}L${point(to, top)}L${point(to, 0)}`;
          fills.push(`${d}Z`);
          lines.push(d);
        }
      } else {
        const known = Array.from(height).every(Number.isFinite) && height.length > 1;
        const middle = Array.from(height, (top, index) => point(data.at[index]!, top)).join('L');
        const [first, last] = [data.at[0]!, data.at[height.length - 1]!];
        if (known) {
          fills.push(`M${point(first, 0)}L${middle}L${point(last, 0)}Z`);
          lines.push(`M${middle}`);
        }
      }
      fill.setAttribute('d', fills.join(''));
      line.setAttribute('d', lines.join(''));
    },
  });
}
