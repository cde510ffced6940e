/** Rectangles between two corners each: the product of two distances as an area. They are darker where they overlap. */

import type { Layer, Plot } from '../plot.ts';
import { reuseChildren, round, svgElement } from '../svg.ts';
import { styleGroup, type LineStyle } from './style.ts';

export interface RectanglesData {
  /** Opposite corners in data coordinates, of equal length; rectangles that are not finite are left out. */
  x0: ArrayLike<number>;
  y0: ArrayLike<number>;
  x1: ArrayLike<number>;
  y1: ArrayLike<number>;
}

export function rectangles(plot: Plot, style: LineStyle = {}): Layer<RectanglesData> {
  const fills = svgElement('g');
  const outline = svgElement('path', { class: 'line thin', opacity: 0.6 });
  return plot.addLayer<RectanglesData>({
    element: styleGroup(svgElement('g', {}, fills, outline), style),
    clip: true,
    draw({ x0, y0, x1, y1 }, view) {
      // Cut a little beyond the border: what is seen is the same, and coordinates stay small.
      const across = (value: number) => Math.min(Math.max(view.x.toPixel(value), -8), view.width + 8);
      const up = (value: number) => Math.min(Math.max(view.y.toPixel(value), -8), view.height + 8);
      const outlines: string[] = [];
      for (let index = 0; index < x0.length; ++index) {
        const corners = [across(x0[index]!), up(y0[index]!), across(x1[index]!), up(y1[index]!)] as const;
        if (!corners.every(Number.isFinite)) continue;
        const [left, top, right, bottom] = corners.map(round);
        outlines.push(`M${left},${top}H${right}V${bottom}H${left}Z`);
      }
      const paths = reuseChildren(fills, outlines.length, () => svgElement('path', { class: 'solid', opacity: 0.13 }));
      outlines.forEach((d, index) => paths[index]!.setAttribute('d', d));
      outline.setAttribute('d', outlines.join(''));
    },
  });
}
