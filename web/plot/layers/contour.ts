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
  /** What `traceInTurns` made of both; without it they are traced when they are drawn. */
  shapes?: readonly Shape[];
}

/** For one level the area that is at least as high, in d3's coordinates: sample (i, j) at (i + ½, j + ½). */
type Shape = ContourMultiPolygon;

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
  let traced: { data: ContourData; shapes: readonly Shape[] } | undefined;
  return plot.addLayer<ContourData>({
    element: styleGroup(svgElement('g', {}, bands, lines), dressed),
    clip: true,
    themed: fill,
    draw(data, view) {
      // Tracing is the costly part, and is the same after a change of size or theme.
      if (traced?.data !== data) traced = { data, shapes: data.shapes ?? trace(data) };
      const place = placing(data.grid, view);
      const outlines = traced.shapes.map(({ coordinates }) =>
        coordinates.flat().map((ring) => ({ ring, places: ring.map(place) })),
      );
      lines.setAttribute(
        'd',
        outlines
          .flat()
          .map((outline) => linesPath(outline, data.grid))
          .join(''),
      );
      if (!fill) return;
      // Each band covers all that is higher; the next one lies on top of it.
      const filled = [groundPath(data.grid, view), ...outlines.map(areaPath)];
      const paths = reuseChildren(bands, filled.length, () => svgElement('path'));
      const { dark } = palette();
      filled.forEach((d, index) => {
        const colour = cssColour(mapColour(map, index / Math.max(1, outlines.length), dark));
        setAttributes(paths[index]!, { d, fill: colour });
      });
    },
  });
}

function tracer({ columns, rows, values }: Grid): (level: number) => Shape {
  const contour = contours().size([columns, rows]);
  return (level) => contour.contour(values as number[], level);
}

const trace = ({ grid, levels }: ContourData): Shape[] => levels.map(tracer(grid));

/** Traces the lines in several tasks: all in one would hold a phone up. */
export async function traceInTurns(grid: Grid, levels: readonly number[]): Promise<ContourData> {
  const shapes: Shape[] = [];
  const shapeAt = tracer(grid);
  for (const level of levels) {
    shapes.push(shapeAt(level));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { grid, levels, shapes };
}

/** A ring of a shape and where its points are on the screen. */
interface Outline {
  ring: readonly number[][];
  places: readonly string[];
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

const areaPath = (outlines: readonly Outline[]): string =>
  outlines.map(({ places }) => `M${places.join('L')}Z`).join('');

/** An outline of an area without the parts along the border of the grid, which are no lines of equal height. */
function linesPath({ ring, places }: Outline, { columns, rows }: Grid): string {
  const outside = ring.map(([column, row]) => column! <= 0 || column! >= columns || row! <= 0 || row! >= rows);
  let d = '';
  let drawing = false;
  for (let index = 1; index < ring.length; ++index) {
    if (outside[index] && outside[index - 1]) {
      drawing = false;
      continue;
    }
    if (!drawing) d += `M${places[index - 1]}`;
    d += `L${places[index]}`;
    drawing = true;
  }
  return d;
}
