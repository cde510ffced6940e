/** Points that bear a number of either sign, told by colour: orange below zero, blue above, on a canvas. */

import { cssColour, palette } from '../colour.ts';
import { mapColour } from '../colour-map.ts';
import type { Layer, Plot } from '../plot.ts';

export interface ValuedData {
  /** Data coordinates and numbers, of equal length. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  values: ArrayLike<number>;
  /** The size of number that has the full colour (default 1). */
  reach?: number;
}

export interface ValuedStyle {
  /** Radius in CSS pixels (default 3.2). */
  radius?: number;
}

export function valued(plot: Plot, { radius = 3.2 }: ValuedStyle = {}): Layer<ValuedData> {
  const canvas = document.createElement('canvas');
  return plot.addLayer<ValuedData>({
    element: canvas,
    themed: true,
    draw({ x, y, values, reach = 1 }, view) {
      const context = canvas.getContext('2d')!;
      context.clearRect(0, 0, view.width, view.height);
      const colours = palette();
      context.strokeStyle = colours.css('ink-soft');
      context.lineWidth = 1;
      for (let index = 0; index < x.length; ++index) {
        context.beginPath();
        context.arc(view.x.toPixel(x[index]!), view.y.toPixel(y[index]!), radius, 0, 2 * Math.PI);
        context.fillStyle = cssColour(mapColour('signed', 0.5 + values[index]! / reach / 2, colours.dark));
        context.fill();
        context.stroke();
      }
    },
  });
}
