/** A curve through samples in order of x, or any polyline, broken where it is not defined or jumps. */

import { finiteRuns, grow, isJump, polylinePath } from '../geometry.ts';
import type { Layer, Plot } from '../plot.ts';
import { trackPointer } from '../pointer.ts';
import { svgElement } from '../svg.ts';
import { lineAttributes, styleGroup, type LineStyle } from './style.ts';

export interface CurveData {
  /** Data coordinates, of equal length; values that are not finite break the curve. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** Where the curve jumps, by x; left out, jumps are recognised from the samples. Give `[]` for a line that never jumps. */
  jumps?: readonly number[];
}

export interface CurveStyle extends LineStyle {
  /** Called with the sample nearest in x to the pointer, and with undefined when it leaves. */
  onHover?: (sample: { index: number; x: number; y: number } | undefined) => void;
}

export function curve(plot: Plot, style: CurveStyle = {}): Layer<CurveData> {
  const path = svgElement('path', lineAttributes(style));
  let shown: CurveData | undefined;
  const layer = plot.addLayer<CurveData>({
    element: styleGroup(svgElement('g', {}, path), style),
    clip: true,
    draw(data, view) {
      shown = data;
      const { x, y, jumps } = data;
      const [low, high] = view.y.domain;
      const breakAfter = (index: number) => {
        if (!jumps) return view.y.kind === 'linear' && isJump(y, index, high - low);
        return jumps.some((jump) => x[index]! <= jump && jump <= x[index + 1]!);
      };
      const px = Float64Array.from(x, (value) => view.x.toPixel(value));
      const py = Float64Array.from(y, (value) => view.y.toPixel(value));
      // A little beyond the border, so that round ends and joins are not seen there.
      path.setAttribute('d', polylinePath(px, py, finiteRuns(px, py, breakAfter), grow(view.box, 8)));
    },
  });
  const { onHover } = style;
  if (!onHover) return layer;
  const stop = trackPointer(plot, (pointer) => {
    if (!pointer || !shown || shown.x.length === 0) return onHover(undefined);
    const index = nearestIndex(shown.x, pointer.x);
    onHover({ index, x: shown.x[index]!, y: shown.y[index]! });
  });
  const { remove } = layer;
  layer.remove = () => {
    stop();
    remove();
  };
  return layer;
}

/** Index of the value nearest to `target` among ascending values. */
export function nearestIndex(ascending: ArrayLike<number>, target: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < target) low = middle;
    else high = middle;
  }
  return target - ascending[low]! <= ascending[high]! - target ? low : high;
}
