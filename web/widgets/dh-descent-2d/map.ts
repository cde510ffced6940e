/** The map: contour lines, the field of gradients, the way of the run, and what the step at hand looks at. */
import { arrowField, arrows } from '../../plot/layers/arrows.ts';
import type { ArrowsData } from '../../plot/layers/arrows.ts';
import { contour } from '../../plot/layers/contour.ts';
import type { ContourData } from '../../plot/layers/contour.ts';
import { labels } from '../../plot/layers/labels.ts';
import { path } from '../../plot/layers/path.ts';
import { points } from '../../plot/layers/points.ts';
import { segments } from '../../plot/layers/segments.ts';
import type { Grid } from '../../plot/grid.ts';
import { evenLevels, logLevels, quantileLevels } from '../../plot/levels.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import type { Interval } from '../../plot/scale.ts';
import { symbol } from '../../plot/text.ts';
import { ease } from '../../figures/descent/stride.ts';
import type { Track } from './track.ts';

/** [x from, x to, y from, y to]. */
export type Box = readonly [number, number, number, number];

export interface Terrain {
  /** What the reader wants to see; the figure shows at least that. */
  box: Box;
  contours: ContourData;
  field: ArrowsData;
  minimisers: readonly (readonly number[])[];
}

/** Width over height of the figure on a wide and on a narrow page, for which the terrain must reach far enough. */
const ASPECT = { wide: 1.35, narrow: 0.95 };

/** Length of the arrow that shows the direction of −∇f, in parts of the figure's smaller side. */
const DIRECTION = 0.17;

/** Side of the square that marks the right angle between −∇f and the contour line, likewise. */
const RIGHT_ANGLE = 0.025;

/** The part of the plane a landscape is made for, with room at its border for the handle of a start that lies on it. */
export function roomy([xFrom, xTo, yFrom, yTo]: Box): Box {
  const [x, y] = [(xTo - xFrom) / 12, (yTo - yFrom) / 12];
  return [xFrom - x, xTo + x, yFrom - y, yTo + y];
}

/** The part of the plane a figure may show when it is asked for a box with equal units on both axes. */
export function surroundings([xFrom, xTo, yFrom, yTo]: Box): Box {
  const half = [(xTo - xFrom) / 2, (yTo - yFrom) / 2];
  const width = Math.max(half[0], half[1] * ASPECT.wide * 1.15);
  const height = Math.max(half[1], half[0] / (ASPECT.narrow * 0.8));
  const [x, y] = [(xFrom + xTo) / 2, (yFrom + yTo) / 2];
  return [x - width, x + width, y - height, y + height];
}

/** Heights for the contour lines that suit the landscape, judged by what lies inside the box. */
export function levelsFor(
  { values, columns, rows, x, y }: Grid & { values: Float64Array },
  box: Box,
  kind: string | undefined,
): number[] {
  /** The first sample inside and the first one beyond. */
  const between = (from: number, to: number, [start, end]: Interval, count: number) => {
    const samples = (place: number) => ((place - start) / (end - start)) * (count - 1);
    return [Math.max(0, Math.ceil(samples(from))), Math.min(count, Math.floor(samples(to)) + 1)] as const;
  };
  const [left, right] = between(box[0], box[1], x, columns);
  const [bottom, top] = between(box[2], box[3], y, rows);
  const inside = new Float64Array((right - left) * (top - bottom));
  for (let row = bottom; row < top; ++row)
    inside.set(values.subarray(row * columns + left, row * columns + right), (row - bottom) * (right - left));
  if (kind === 'convex' || kind === 'valley') return logLevels(inside, 12, kind === 'valley' ? 1e-4 : 4e-3);
  return kind === 'saddle' ? evenLevels(inside, 14) : quantileLevels(inside, 12);
}

export class TerrainMap {
  readonly plot: Plot;
  readonly #contours;
  readonly #here;
  readonly #field;
  readonly #minimisers;
  readonly #path;
  readonly #direction;
  readonly #rightAngle;
  readonly #name;
  readonly #step;
  readonly #ball;
  #terrain: Terrain | undefined;

  constructor(container: Element, title: string) {
    this.plot = new Plot(container, {
      x: { domain: [-3, 3], label: [symbol('x')] },
      y: { domain: [-3, 3], label: [symbol('x', 'y')] },
      title,
      interactive: true,
      equalAspect: true,
      aspect: (width) => (width < 420 ? ASPECT.narrow : ASPECT.wide),
    });
    this.#contours = contour(this.plot, { fill: true });
    this.#field = arrowField(this.plot, { ink: 'gradient' });
    this.#here = contour(this.plot, { fill: false, ink: 'f', weight: 'normal', opacity: 1 });
    this.#minimisers = points(this.plot, { ink: 'good', marker: 'cross', radius: 6, showOutside: false });
    this.#path = path(this.plot, { ink: 'x' });
    this.#rightAngle = segments(this.plot, { ink: 'gradient', weight: 'thin' });
    this.#direction = arrows(this.plot, { ink: 'gradient', weight: 'thick' });
    this.#name = labels(this.plot);
    this.#step = arrows(this.plot, { ink: 'step' });
    this.#ball = points(this.plot, { ink: 'x', radius: 6, showOutside: false });
    nameParts({
      contours: this.#contours,
      field: this.#field,
      level: this.#here,
      minima: this.#minimisers,
      path: this.#path,
      direction: [this.#direction, this.#rightAngle, this.#name],
      step: [this.#step, this.#ball],
    });
  }

  show(terrain: Terrain): void {
    const [xFrom, xTo, yFrom, yTo] = terrain.box;
    this.#terrain = terrain;
    this.plot.domain = { x: [xFrom, xTo], y: [yFrom, yTo] };
    this.#contours.update(terrain.contours);
    this.#field.update(terrain.field);
    this.#minimisers.update({
      x: terrain.minimisers.map(([x]) => x),
      y: terrain.minimisers.map(([, y]) => y),
    });
  }

  set fieldVisible(visible: boolean) {
    this.#field.visible = visible;
  }

  /** Show a run at the step it stands at; the last step as far as it has been taken. */
  follow(track: Track, position: number, arrival: number): void {
    const moving = arrival < 1 && position > 0;
    const from = moving ? position - 1 : position;
    this.#path.update({ x: track.x, y: track.y, current: from });
    const [x, y] = [track.x[from], track.y[from]];
    const [dx, dy] = [track.x[from + 1] - x, track.y[from + 1] - y];
    const along = moving ? ease(arrival) : 1;
    this.#step.update({ x: [x], y: [y], dx: [dx * along], dy: [dy * along] });
    this.#ball.update(moving ? { x: [x + dx * along], y: [y + dy * along] } : { x: [], y: [] });
    this.#look(track, from);
  }

  // The direction of −∇f, with the contour line it stands on at a right angle.
  #look({ x, y, values, gradients }: Track, step: number): void {
    const [slopeX, slopeY] = [gradients[2 * step], gradients[2 * step + 1]];
    const norm = Math.hypot(slopeX, slopeY);
    const { view } = this.plot;
    const side = Math.min(view.x.domain[1] - view.x.domain[0], view.y.domain[1] - view.y.domain[0]);
    const shown = norm > 0 && Number.isFinite(norm);
    if (shown) {
      // u is the way down, v the way along the contour line.
      const [ux, uy] = [-slopeX / norm, -slopeY / norm];
      const [vx, vy] = [-uy, ux];
      const [length, corner] = [DIRECTION * side, RIGHT_ANGLE * side];
      this.#direction.update({ x: [x[step]], y: [y[step]], dx: [ux * length], dy: [uy * length] });
      const [tipX, tipY] = [x[step] + (ux + vx) * corner, y[step] + (uy + vy) * corner];
      this.#rightAngle.update({
        x0: [x[step] + ux * corner, x[step] + vx * corner],
        y0: [y[step] + uy * corner, y[step] + vy * corner],
        x1: [tipX, tipX],
        y1: [tipY, tipY],
      });
      const place = { x: x[step] + ux * length, y: y[step] + uy * length, dx: -vx * 18, dy: vy * 18 + 4 };
      this.#name.update([{ ...place, anchor: 'middle', text: [symbol('gradient', '−∇f')] }]);
    } else {
      this.#direction.update({ x: [], y: [], dx: [], dy: [] });
      this.#rightAngle.update({ x0: [], y0: [], x1: [], y1: [] });
      this.#name.update([]);
    }
    const levels = shown && Number.isFinite(values[step]) ? [values[step]] : [];
    this.#here.update({ grid: this.#terrain!.contours.grid, levels });
  }
}
