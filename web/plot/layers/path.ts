/** The trace of a run: the way from its start to the current step. What is long past fades; a run that leaves is seen leaving. */

import { contains, exitOf, finiteRuns, grow, headPath, polylinePath } from '../geometry.ts';
import { DASHES, markerPath, type Dash, type Ink, type Marker } from '../inks.ts';
import type { Layer, Plot } from '../plot.ts';
import { svgElement } from '../svg.ts';

export interface PathData {
  /** Data coordinates of the steps 0, 1, …, of equal length. Steps that are not finite are not drawn. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** The step shown as current (default the last): later ones are not drawn. */
  current?: number;
}

export interface PathStyle {
  ink?: Ink;
  /** Shape of the steps. */
  marker?: Marker;
  dash?: Dash;
}

/** How many of the last steps are drawn at which opacity, from the most recent on. */
const FADE = [
  { steps: 16, opacity: 1 },
  { steps: 48, opacity: 0.6 },
  { steps: Infinity, opacity: 0.35 },
];

export function path(plot: Plot, { ink = 'x', marker = 'circle', dash = 'solid' }: PathStyle = {}): Layer<PathData> {
  const tails = FADE.map(({ opacity }) => ({
    line: svgElement('path', { class: 'line normal', 'stroke-dasharray': DASHES[dash], opacity }),
    dots: svgElement('path', { class: 'solid', opacity }),
  }));
  const start = svgElement('path', { class: 'line normal hollow' });
  const currentDot = svgElement('path', { class: 'dot' });
  const head = svgElement('path', { class: 'solid' });
  const lines = svgElement('g', {}, ...[...tails].reverse().flatMap(({ line, dots }) => [line, dots]));
  return plot.addLayer<PathData>({
    element: svgElement('g', { class: `ink-${ink}` }, lines, start, currentDot, head),
    draw({ x, y, current = x.length - 1 }, view) {
      const count = Math.min(current + 1, x.length);
      const px = Float64Array.from({ length: count }, (_, index) => view.x.toPixel(x[index]!));
      const py = Float64Array.from({ length: count }, (_, index) => view.y.toPixel(y[index]!));
      const finite = (index: number) => Number.isFinite(px[index]) && Number.isFinite(py[index]);
      let end = count;
      for (const [age, { line, dots }] of tails.entries()) {
        const begin = Math.max(0, end - FADE[age]!.steps);
        // The piece of line into the next band belongs to this one, so the line has no gap.
        const from = Math.max(0, begin - 1);
        const xs = px.subarray(from, end);
        const ys = py.subarray(from, end);
        line.setAttribute('d', polylinePath(xs, ys, finiteRuns(xs, ys), view.box));
        dots.setAttribute('d', dotsPath(px, py, begin, end));
        end = begin;
      }
      let last = count - 1;
      while (last >= 0 && !finite(last)) last -= 1;
      const shown = last >= 0 && contains(grow(view.box, 0.5), px[last]!, py[last]!);
      currentDot.setAttribute('d', shown ? markerPath(marker, px[last]!, py[last]!, 6) : '');
      const begins = count > 1 && contains(view.box, px[0]!, py[0]!);
      start.setAttribute('d', begins ? markerPath('circle', px[0]!, py[0]!, 5) : '');
      const before = last > 0 && finite(last - 1) ? ([px[last - 1]!, py[last - 1]!] as const) : undefined;
      const exit = shown || last < 0 ? undefined : exitOf(view.box, px[last]!, py[last]!, before);
      head.setAttribute('d', exit ? headPath(exit.x, exit.y, exit.dx, exit.dy, 13, 12) : '');

      function dotsPath(xs: Float64Array, ys: Float64Array, from: number, to: number): string {
        let d = '';
        let penX = NaN;
        let penY = NaN;
        for (let index = from; index < to; ++index) {
          // Steps closer than their dots would only make a thick line of them.
          if (!contains(view.box, xs[index]!, ys[index]!)) continue;
          if (Math.hypot(xs[index]! - penX, ys[index]! - penY) < 4) continue;
          penX = xs[index]!;
          penY = ys[index]!;
          d += markerPath(marker, penX, penY, 3);
        }
        return d;
      }
    },
  });
}
