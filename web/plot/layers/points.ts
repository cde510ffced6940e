/** Points as markers, told apart by shape as well as by colour. */

import { contains, exitOf, grow, headPath } from '../geometry.ts';
import { markerPath, type Ink, type Marker } from '../inks.ts';
import type { Layer, Plot } from '../plot.ts';
import { reuseChildren, svgElement } from '../svg.ts';

export interface PointsData {
  /** Data coordinates, of equal length; points that are not finite are left out. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** Indices drawn larger, with a ring. */
  emphasis?: readonly number[];
}

export interface PointsStyle {
  ink?: Ink;
  marker?: Marker;
  /** Radius in CSS pixels (default 4.5). */
  radius?: number;
  /** An open marker, e.g. for a hole or a value that is not attained. */
  hollow?: boolean;
  /** Marks points beyond the border by a small head on it that points outwards (default true). */
  showOutside?: boolean;
}

/** For up to some hundred points; `cloud` is for thousands. */
export function points(plot: Plot, style: PointsStyle = {}): Layer<PointsData> {
  const { ink = 'data', marker = 'circle', radius = 4.5, hollow = false, showOutside = true } = style;
  const element = svgElement('g', { class: `ink-${ink}` });
  return plot.addLayer<PointsData>({
    element,
    draw({ x, y, emphasis = [] }, view) {
      const special = new Set(emphasis);
      const outline = hollow ? 'line normal hollow' : 'dot';
      let plain = '';
      let emphasised = '';
      let rings = '';
      let heads = '';
      const nearBorder = grow(view.box, 0.5);
      for (let index = 0; index < x.length; ++index) {
        const px = view.x.toPixel(x[index]!);
        const py = view.y.toPixel(y[index]!);
        if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
        if (contains(nearBorder, px, py)) {
          if (special.has(index)) {
            emphasised += markerPath(marker, px, py, radius * 1.3);
            rings += markerPath('circle', px, py, radius * 1.3 + 4);
          } else {
            plain += markerPath(marker, px, py, radius);
          }
        } else if (showOutside) {
          const exit = exitOf(view.box, px, py);
          if (exit) heads += headPath(exit.x, exit.y, exit.dx, exit.dy, 9, 9);
        }
      }
      const paths = reuseChildren(element, 4, () => svgElement('path'));
      const parts = [
        [outline, plain],
        [outline, emphasised],
        ['line thin', rings],
        ['solid', heads],
      ] as const;
      parts.forEach(([name, d], index) => {
        paths[index]!.setAttribute('class', name);
        paths[index]!.setAttribute('d', d);
      });
    },
  });
}
