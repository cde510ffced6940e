/** Tens of thousands of points on a canvas: data sets, hundreds of runs at once, samples. */

import { palette } from '../colour.ts';
import { markerPath, seriesStyle, type Ink, type Marker } from '../inks.ts';
import type { Layer, Plot } from '../plot.ts';

export interface CloudData {
  /** Data coordinates, of equal length; points that are not finite are left out. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** Class of every point: 0, 1, … take the colours and markers of the series. */
  group?: ArrayLike<number>;
}

export interface CloudStyle {
  /** For points without class. */
  ink?: Ink;
  marker?: Marker;
  /** Radius in CSS pixels (default 2.5). */
  radius?: number;
  /** Below 1, dense places look dense (default 0.6). */
  opacity?: number;
}

export function cloud(plot: Plot, style: CloudStyle = {}): Layer<CloudData> {
  const { ink = 'data', marker = 'circle', radius = 2.5, opacity = 0.6 } = style;
  const canvas = document.createElement('canvas');
  return plot.addLayer<CloudData>({
    element: canvas,
    themed: true,
    draw({ x, y, group }, view) {
      const context = canvas.getContext('2d')!;
      context.clearRect(0, 0, view.width, view.height);
      context.globalAlpha = opacity;
      const ratio = canvas.width / view.width;
      const size = 2 * Math.ceil(1.5 * radius) + 2;
      const stamps = new Map<number, HTMLCanvasElement>();
      const stampOf = (series: number) => {
        const look = series < 0 ? { ink, marker } : seriesStyle(series);
        const stamp = drawStamp(look.ink, look.marker, radius, size, ratio);
        stamps.set(series, stamp);
        return stamp;
      };
      for (let index = 0; index < x.length; ++index) {
        const px = view.x.toPixel(x[index]!);
        const py = view.y.toPixel(y[index]!);
        // Written so that what is not finite is left out too.
        if (!(px > -size && px < view.width + size && py > -size && py < view.height + size)) continue;
        const series = group ? group[index]! : -1;
        const stamp = stamps.get(series) ?? stampOf(series);
        context.drawImage(stamp, px - size / 2, py - size / 2, size, size);
      }
      context.globalAlpha = 1;
    },
  });
}

/** One marker drawn once, to be stamped many times: ten times as fast as filling a path for each point. */
function drawStamp(ink: Ink, marker: Marker, radius: number, size: number, ratio: number): HTMLCanvasElement {
  const stamp = document.createElement('canvas');
  stamp.width = stamp.height = Math.ceil(size * ratio);
  const context = stamp.getContext('2d')!;
  context.scale(stamp.width / size, stamp.height / size);
  context.fillStyle = palette().css(ink);
  context.fill(new Path2D(markerPath(marker, size / 2, size / 2, radius)));
  return stamp;
}
