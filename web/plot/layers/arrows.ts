/** Arrows with heads of constant size: single ones to scale, or a whole field of directions. */

import { clipLine, contains, grow, headPath } from '../geometry.ts';
import type { Ink } from '../inks.ts';
import type { Layer, Plot, View } from '../plot.ts';
import { round, svgElement } from '../svg.ts';
import { lineAttributes, styleGroup, type LineStyle } from './style.ts';

export interface ArrowsData {
  /** Tails, in data coordinates; all arrays are of equal length. Arrows that are not finite are left out. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** From tail to tip, in data units. */
  dx: ArrayLike<number>;
  dy: ArrayLike<number>;
}

/** Arrows to scale. One whose tip lies beyond the border ends at the border, with its head there. */
export function arrows(plot: Plot, style: LineStyle = {}): Layer<ArrowsData> {
  return arrowLayer(plot, style, 10, function* ({ x, y, dx, dy }, view) {
    const box = grow(view.box, -1);
    for (let index = 0; index < x.length; ++index) {
      const tail = [view.x.toPixel(x[index]!), view.y.toPixel(y[index]!)] as const;
      const tip = [view.x.toPixel(x[index]! + dx[index]!), view.y.toPixel(y[index]! + dy[index]!)] as const;
      const line = clipLine(box, ...tail, ...tip);
      if (line) yield line;
    }
  });
}

export interface ArrowFieldStyle {
  ink?: Ink;
  opacity?: number;
}

/**
 * A field on an even grid of tails: every arrow is centred on its place and shows the direction; lengths grow with the cube root
 * of the true length, so that a steep corner does not hide the rest. The longest arrow fills the spacing of the grid.
 */
export function arrowField(plot: Plot, { ink = 'gradient', opacity = 0.75 }: ArrowFieldStyle = {}): Layer<ArrowsData> {
  return arrowLayer(plot, { ink, opacity, weight: 'thin' }, 5.5, function* ({ x, y, dx, dy }, view) {
    const unitX = view.x.toPixel(1) - view.x.toPixel(0);
    const unitY = view.y.toPixel(1) - view.y.toPixel(0);
    let longest = 0;
    for (let index = 0; index < x.length; ++index) {
      const length = Math.hypot(dx[index]! * unitX, dy[index]! * unitY);
      if (Number.isFinite(length)) longest = Math.max(longest, length);
    }
    const spacing = Math.sqrt((view.width * view.height) / Math.max(1, x.length));
    for (let index = 0; index < x.length; ++index) {
      const px = view.x.toPixel(x[index]!);
      const py = view.y.toPixel(y[index]!);
      const across = dx[index]! * unitX;
      const down = dy[index]! * unitY;
      const length = Math.hypot(across, down);
      if (!(length > 0) || !Number.isFinite(length) || !contains(view.box, px, py)) continue;
      const half = (0.45 * spacing * Math.cbrt(length / longest)) / length;
      yield [px - across * half, py - down * half, px + across * half, py + down * half];
    }
  });
}

function arrowLayer(
  plot: Plot,
  style: LineStyle,
  headLength: number,
  lines: (data: ArrowsData, view: View) => Iterable<readonly [number, number, number, number]>,
): Layer<ArrowsData> {
  const shafts = svgElement('path', lineAttributes(style));
  const heads = svgElement('path', { class: 'solid' });
  return plot.addLayer<ArrowsData>({
    element: styleGroup(svgElement('g', {}, shafts, heads), style),
    clip: true,
    draw(data, view) {
      let shaftsPath = '';
      let headsPath = '';
      for (const [x0, y0, x1, y1] of lines(data, view)) {
        const length = Math.hypot(x1 - x0, y1 - y0);
        if (length < 0.5) continue;
        const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
        // A short arrow has a shorter head, so that it still points.
        const head = Math.min(headLength, 0.6 * length);
        shaftsPath += `M${round(x0)},${round(y0)}L${round(x1 - ux * head * 0.8)},${round(y1 - uy * head * 0.8)}`;
        headsPath += headPath(x1, y1, ux, uy, head, head * 0.8);
      }
      shafts.setAttribute('d', shaftsPath);
      heads.setAttribute('d', headsPath);
    },
  });
}
