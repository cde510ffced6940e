/** Bars over intervals: histograms, densities, counts. */

import type { Ink } from '../inks.ts';
import type { Layer, Plot } from '../plot.ts';
import { round, svgElement } from '../svg.ts';

export interface BarsData {
  /** Left and right edge and value of every bar, in data units; bars that are not finite are left out. */
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  height: ArrayLike<number>;
  /** Where bars begin (default 0; on a logarithmic axis the border). */
  base?: number;
  /** Indices drawn at full strength. */
  emphasis?: readonly number[];
}

export interface BarsStyle {
  ink?: Ink;
  opacity?: number;
}

export function bars(plot: Plot, { ink = 'data', opacity = 0.55 }: BarsStyle = {}): Layer<BarsData> {
  const plain = svgElement('path', { class: 'solid', opacity });
  const emphasised = svgElement('path', { class: 'solid' });
  return plot.addLayer<BarsData>({
    element: svgElement('g', { class: `ink-${ink}` }, plain, emphasised),
    clip: true,
    draw({ from, to, height, base = 0, emphasis = [] }, view) {
      const special = new Set(emphasis);
      const basePixel = view.y.toPixel(base);
      const floor = Number.isFinite(basePixel) ? basePixel : view.height;
      const cutX = (pixel: number) => Math.min(Math.max(pixel, -8), view.width + 8);
      const cutY = (pixel: number) => Math.min(Math.max(pixel, -8), view.height + 8);
      const paths = { plain: '', emphasised: '' };
      for (let index = 0; index < from.length; ++index) {
        const left = cutX(view.x.toPixel(from[index]!));
        const right = cutX(view.x.toPixel(to[index]!));
        const top = cutY(view.y.toPixel(height[index]!));
        if (!Number.isFinite(left + right + top)) continue;
        // Neighbours stay apart by a pixel while they are wide enough to spare it.
        const gap = right - left > 4 ? 0.5 : 0;
        const d = `M${round(left + gap)},${round(cutY(floor))}V${round(top)}H${round(right - gap)}V${round(cutY(floor))}Z`;
        paths[special.has(index) ? 'emphasised' : 'plain'] += d;
      }
      plain.setAttribute('d', paths.plain);
      emphasised.setAttribute('d', paths.emphasised);
    },
  });
}
