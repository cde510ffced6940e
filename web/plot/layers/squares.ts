/** Squares on vertical gaps: what a squared residual looks like. */

import type { Layer, Plot } from '../plot.ts';
import { round, svgElement } from '../svg.ts';
import { styleGroup, type LineStyle } from './style.ts';

export interface SquaresData {
  /** Where each gap stands and its two ends, in data coordinates; gaps that are not finite are left out. */
  x: ArrayLike<number>;
  from: ArrayLike<number>;
  to: ArrayLike<number>;
}

/** Squares on the screen, as wide as the gap is high; they open to the side that has more room. */
export function squares(plot: Plot, style: LineStyle = {}): Layer<SquaresData> {
  const fill = svgElement('path', { class: 'solid', opacity: 0.14 });
  const outline = svgElement('path', { class: 'line thin', opacity: 0.6 });
  return plot.addLayer<SquaresData>({
    element: styleGroup(svgElement('g', {}, fill, outline), style),
    clip: true,
    draw({ x, from, to }, view) {
      // What is farther out than this is out of sight with all of its square.
      const limit = (pixel: number) => Math.min(Math.max(pixel, -view.height), 2 * view.height);
      let d = '';
      for (let index = 0; index < x.length; ++index) {
        const px = view.x.toPixel(x[index]!);
        const one = limit(view.y.toPixel(from[index]!));
        const other = limit(view.y.toPixel(to[index]!));
        if (!Number.isFinite(px + one + other)) continue;
        const side = Math.abs(other - one);
        const along = px + side / 2 > view.width / 2 ? -side : side;
        d += `M${round(px)},${round(one)}V${round(other)}h${round(along)}V${round(one)}Z`;
      }
      fill.setAttribute('d', d);
      outline.setAttribute('d', d);
    },
  });
}
