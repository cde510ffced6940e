/** A contour map: lines of equal height, and tinted bands between them. */

import { contours, type ContourMultiPolygon } from 'd3-contour';
import { cssColour, palette } from '../colour.ts';
import { mapColour, type ColourMapName } from '../colour-map.ts';
import { gridPlace, type Grid } from '../grid.ts';
import type { Layer, Plot, View } from '../plot.ts';
import { reuseChildren, round, setAttributes, svgElement } from '../svg.ts';
import { lineAttributes, styleGroup, type LineStyle } from './style.ts';

export interface ContourData {
  grid: Grid;
  /** Heights in ascending order; `levels.ts` chooses them. */
  levels: readonly number[];
}

export interface ContourStyle extends LineStyle {
  /** Fills the bands between the lines (default true). */
  fill?: boolean;
  /** Colours of the bands (default `relief`). */
  map?: ColourMapName;
}

export function contour(plot: Plot, style: ContourStyle = {}): Layer<ContourData> {
  const { fill = true, map = 'relief' } = style;
  const dressed = { ink: 'ink-soft', weight: 'thin', opacity: 1, ...style } as const;
  const bands = svgElement('g');
  const lines = svgElement('path', { ...lineAttributes(dressed), opacity: 0.55 });
  let traced: { data: ContourData; shapes: ContourMultiPolygon[] } | undefined;
  return plot.addLayer<ContourData>({
    element: styleGroup(svgElement('g', {}, bands, lines), dressed),
    clip: true,
    themed: fill,
    draw(data, view) {
      // Tracing is the costly part, and is the same after a change of size or theme.
      if (traced?.data !== data) traced = { data, shapes: trace(data) };
      const { shapes } = traced;
      const place = placing(data.grid, view);
      lines.setAttribute('d', shapes.map((shape) => linesPath(shape, data.grid, place)).join(''));
      if (!fill) return;
      // Each band covers all that is higher; the next one lies on top of it.
      const filled = [groundPath(data.grid, view), ...shapes.map((shape) => areaPath(shape, place))];
      const paths = reuseChildren(bands, filled.length, () => svgElement('path'));
      const { dark } = palette();
      filled.forEach((d, index) => {
        const colour = cssColour(mapColour(map, index / Math.max(1, shapes.length), dark));
        setAttributes(paths[index]!, { d, fill: colour });
      });
    },
  });
}

/** For every level the area that is at least as high, in d3's coordinates: sample (i, j) at (i + ½, j + ½). */
function trace({ grid, levels }: ContourData): ContourMultiPolygon[] {
  const tracer = contours().size([grid.columns, grid.rows]);
  return levels.map((level) => tracer.contour(grid.values as number[], level));
}

type Place = (position: number[]) => string;

function placing(grid: Grid, view: View): Place {
  return ([column, row]) => {
    const [x, y] = gridPlace(grid, column! - 0.5, row! - 0.5);
    return `${round(view.x.toPixel(x))},${round(view.y.toPixel(y))}`;
  };
}

function groundPath(grid: Grid, view: View): string {
  const [left, right] = grid.x.map((x) => round(view.x.toPixel(x)));
  const [bottom, top] = grid.y.map((y) => round(view.y.toPixel(y)));
  return `M${left},${bottom}H${right}V${top}H${left}Z`;
}

function areaPath(shape: ContourMultiPolygon, place: Place): string {
  return shape.coordinates.map((rings) => rings.map((ring) => `M${ring.map(place).join('L')}Z`).join('')).join('');
}

/** The outlines of an area without the parts along the border of the grid, which are no lines of equal height. */
function linesPath(shape: ContourMultiPolygon, { columns, rows }: Grid, place: Place): string {
  const outside = ([column, row]: number[]) => column! <= 0 || column! >= columns || row! <= 0 || row! >= rows;
  let d = '';
  for (const ring of shape.coordinates.flat()) {
    let drawing = false;
    for (let index = 1; index < ring.length; ++index) {
      if (outside(ring[index]!) && outside(ring[index - 1]!)) {
        drawing = false;
        continue;
      }
      if (!drawing) d += `M${place(ring[index - 1]!)}`;
      d += `L${place(ring[index]!)}`;
      drawing = true;
    }
  }
  return d;
}
