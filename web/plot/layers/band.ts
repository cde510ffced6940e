/** The area between two curves: a confidence band, the spread of many runs. */

import { finiteRuns } from '../geometry.ts';
import type { Ink } from '../inks.ts';
import type { Layer, Plot } from '../plot.ts';
import { round, svgElement } from '../svg.ts';

export interface BandData {
  /** Data coordinates, of equal length; the band is broken where one is not finite. */
  x: ArrayLike<number>;
  lower: ArrayLike<number>;
  upper: ArrayLike<number>;
}

export interface BandStyle {
  ink?: Ink;
  opacity?: number;
}

export function band(plot: Plot, { ink = 'prediction', opacity = 0.18 }: BandStyle = {}): Layer<BandData> {
  const area = svgElement('path', { class: 'solid', opacity });
  return plot.addLayer<BandData>({
    element: svgElement('g', { class: `ink-${ink}` }, area),
    clip: true,
    draw({ x, lower, upper }, view) {
      const px = Float64Array.from(x, (value) => view.x.toPixel(value));
      // Cut at a little beyond the border: what is filled looks the same, and coordinates stay small.
      const cut = (value: number) => Math.min(Math.max(view.y.toPixel(value), -8), view.height + 8);
      const low = Float64Array.from(lower, cut);
      const high = Float64Array.from(upper, cut);
      const both = Float64Array.from(low, (value, index) => value + high[index]!);
      let d = '';
      for (const [start, end] of finiteRuns(px, both)) {
        const there = [];
        const back = [];
        for (let index = start; index < end; ++index) {
          there.push(`${round(px[index]!)},${round(high[index]!)}`);
          back.push(`${round(px[index]!)},${round(low[index]!)}`);
        }
        d += `M${there.join('L')}L${back.reverse().join('L')}Z`;
      }
      area.setAttribute('d', d);
    },
  });
}
