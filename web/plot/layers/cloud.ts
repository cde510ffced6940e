/** Tens of thousands of points on a canvas: data sets, hundreds of runs at once, samples. */

import { palette, type Rgb } from '../colour.ts';
import { markerPath, seriesStyle, type Ink, type Marker } from '../inks.ts';
import type { Layer, Plot } from '../plot.ts';

export interface CloudData {
  /** Data coordinates, of equal length; points that are not finite are left out. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** Class of every point: 0, 1, … take the colours and markers of the series; negative ones those of the layer. */
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

/** A marker as it is stamped: its colour, and how much of each of size × size device pixels it covers. */
interface Stamp {
  colour: Rgb;
  /** 0 to 1, row by row. */
  cover: Float32Array;
  size: number;
}

export function cloud(plot: Plot, style: CloudStyle = {}): Layer<CloudData> {
  const { ink = 'data', marker = 'circle', radius = 2.5, opacity = 0.6 } = style;
  const canvas = document.createElement('canvas');
  return plot.addLayer<CloudData>({
    element: canvas,
    themed: true,
    draw({ x, y, group }, view) {
      const context = canvas.getContext('2d')!;
      const image = context.createImageData(canvas.width, canvas.height);
      const ratio = canvas.width / view.width;
      const stamps = new Map<number, Stamp>();
      const stampOf = (series: number) => {
        const look = series < 0 ? { ink, marker } : seriesStyle(series);
        const stamp = makeStamp(palette().rgb(look.ink), look.marker, radius * ratio, opacity);
        stamps.set(series, stamp);
        return stamp;
      };
      for (let index = 0; index < x.length; ++index) {
        const px = view.x.toPixel(x[index]!) * ratio;
        const py = view.y.toPixel(y[index]!) * ratio;
        const series = group ? group[index]! : -1;
        press(image, stamps.get(series) ?? stampOf(series), px, py);
      }
      context.putImageData(image, 0, 0);
    },
  });
}

function makeStamp(colour: Rgb, marker: Marker, radius: number, opacity: number): Stamp {
  const size = 2 * Math.ceil(1.35 * radius) + 1;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fill(new Path2D(markerPath(marker, size / 2, size / 2, radius)));
  const { data } = context.getImageData(0, 0, size, size);
  return {
    colour,
    size,
    cover: Float32Array.from({ length: size * size }, (_, index) => (data[4 * index + 3]! / 255) * opacity),
  };
}

/**
 * Puts a stamp over what is there, to the nearest device pixel. Done by hand because a canvas needs four times as long for it
 * where there is no graphics card.
 */
function press({ data, width, height }: ImageData, { colour, cover, size }: Stamp, x: number, y: number): void {
  const left = Math.round(x - size / 2);
  const top = Math.round(y - size / 2);
  // Written so that what is not finite is left out too.
  if (!(left > -size && left < width && top > -size && top < height)) return;
  for (let row = Math.max(0, -top); row < Math.min(size, height - top); ++row) {
    for (let column = Math.max(0, -left); column < Math.min(size, width - left); ++column) {
      const above = cover[row * size + column]!;
      if (above === 0) continue;
      const target = 4 * ((top + row) * width + left + column);
      const below = (data[target + 3]! / 255) * (1 - above);
      const total = above + below;
      const share = above / total;
      data[target]! += (colour[0] - data[target]!) * share;
      data[target + 1]! += (colour[1] - data[target + 1]!) * share;
      data[target + 2]! += (colour[2] - data[target + 2]!) * share;
      data[target + 3] = 255 * total;
    }
  }
}
