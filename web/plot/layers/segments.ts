/** Straight lines: segments between points (residuals, steps, secants) and lines across the whole plot. */

import { clipLine, grow } from '../geometry.ts';
import type { Layer, Plot, View } from '../plot.ts';
import { reuseChildren, round, svgElement } from '../svg.ts';
import { haloText, plainText, setHaloText, textWidth, type RichText } from '../text.ts';
import { lineAttributes, styleGroup, type LineStyle } from './style.ts';

export interface SegmentsData {
  /** Ends in data coordinates, of equal length; segments that are not finite are left out. */
  x0: ArrayLike<number>;
  y0: ArrayLike<number>;
  x1: ArrayLike<number>;
  y1: ArrayLike<number>;
}

export function segments(plot: Plot, style: LineStyle = {}): Layer<SegmentsData> {
  const path = svgElement('path', lineAttributes(style));
  return plot.addLayer<SegmentsData>({
    element: styleGroup(svgElement('g', {}, path), style),
    clip: true,
    draw({ x0, y0, x1, y1 }, view) {
      let d = '';
      for (let index = 0; index < x0.length; ++index) {
        d += linePath(
          view,
          view.x.toPixel(x0[index]!),
          view.y.toPixel(y0[index]!),
          view.x.toPixel(x1[index]!),
          view.y.toPixel(y1[index]!),
        );
      }
      path.setAttribute('d', d);
    },
  });
}

/** A line from border to border: vertical at `x`, horizontal at `y`, or through a point with a slope (data units, linear axes). */
export type CrossLine = { label?: RichText } & (
  { x: number } | { y: number } | { through: readonly [x: number, y: number]; slope: number }
);

/** Lines across the plot; a label stands at the right end, or at the upper end of a vertical line. */
export function lines(plot: Plot, style: LineStyle = {}): Layer<readonly CrossLine[]> {
  const paths = svgElement('path', lineAttributes(style));
  const texts = svgElement('g');
  return plot.addLayer<readonly CrossLine[]>({
    element: styleGroup(svgElement('g', {}, paths, texts), style),
    clip: true,
    draw(crossLines, view) {
      const placed = crossLines.map((line) => ({ line, ends: ends(line, view) }));
      paths.setAttribute('d', placed.map(({ ends }) => linePath(view, ...ends)).join(''));
      const labelled = placed.flatMap(({ line: { label }, ends }) => {
        const visible = label && clipLine(view.box, ...ends);
        return visible ? [{ label, visible }] : [];
      });
      const elements = reuseChildren(texts, labelled.length, haloText);
      labelled.forEach(({ label, visible: [x0, y0, x1, y1] }, index) => {
        const upright = x0 === x1;
        const room = view.width - 6 - textWidth(plainText(label), view.font.css);
        const place = {
          x: round(Math.min(upright ? x0 + 6 : room, room)),
          y: round(Math.max(upright ? Math.min(y0, y1) + view.font.size * 1.2 : y1 - 6, view.font.size)),
        };
        setHaloText(elements[index]!, place, label);
      });
    },
  });
}

function ends(line: CrossLine, view: View): [number, number, number, number] {
  if ('through' in line) {
    const [x, y] = line.through;
    const [from, to] = view.x.domain;
    const at = (end: number) => view.y.toPixel(y + line.slope * (end - x));
    return [0, at(from), view.width, at(to)];
  }
  if ('x' in line) {
    const px = view.x.toPixel(line.x);
    return [px, view.height, px, 0];
  }
  const py = view.y.toPixel(line.y);
  return [0, py, view.width, py];
}

function linePath(view: View, x0: number, y0: number, x1: number, y1: number): string {
  const line = clipLine(grow(view.box, 8), x0, y0, x1, y1);
  return line ? `M${round(line[0])},${round(line[1])}L${round(line[2])},${round(line[3])}` : '';
}
