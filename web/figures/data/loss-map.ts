/** The map of a line's loss over its two coefficients, with the ways that descents take on it. */
import type { Grid } from '../../plot/grid.ts';
import type { Ink, Marker } from '../../plot/inks.ts';
import { contour } from '../../plot/layers/contour.ts';
import { path } from '../../plot/layers/path.ts';
import { points } from '../../plot/layers/points.ts';
import { logLevels } from '../../plot/levels.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { sub } from '../../plot/text.ts';
import type { RichText } from '../../plot/text.ts';
import { Handle } from '../../controls/handle.ts';
import type { HandleOptions } from '../../controls/handle.ts';

const LEVELS = 12;
/** Height of the lowest contour line above the lowest value, as a part of all heights. */
const DEPTH = 2e-3;

/** The coefficients of a descent, step by step; its ball stands `here`, on its way from step `current`. */
export interface Way {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  current: number;
  here: readonly number[];
}

/** β with its number; of standardised inputs with a star. */
export const coefficient = (number: 0 | 1, scaled: boolean): RichText => [
  { text: 'β', italic: true },
  sub(String(number)),
  ...(scaled ? ['*'] : []),
];

export class LossMap {
  readonly plot: Plot;
  readonly #contours;
  readonly #target;
  readonly #walkers;
  readonly #start: Handle;

  /** `walkers` are the looks of the descents, the first above the others. */
  constructor(
    container: Element,
    title: string,
    start: Omit<HandleOptions, 'axes'>,
    walkers: readonly { ink: Ink; marker: Marker }[],
  ) {
    this.plot = new Plot(container, {
      x: { domain: [-1, 1], label: coefficient(0, false) },
      y: { domain: [-1, 1], label: coefficient(1, false) },
      title,
      interactive: true,
      aspect: (width) => (width < 420 ? 1.1 : 1.2),
    });
    this.#contours = contour(this.plot, { fill: true });
    this.#target = points(this.plot, { ink: 'good', marker: 'cross', radius: 7, showOutside: false });
    this.#walkers = walkers
      .toReversed()
      .map((look) => ({
        path: path(this.plot, look),
        ball: points(this.plot, { ...look, radius: 6, showOutside: false }),
      }))
      .reverse();
    this.#start = new Handle(this.plot, { ...start, axes: 'both' });
    nameParts({
      contours: this.#contours,
      target: this.#target,
      path: this.#walkers.flatMap(({ path: way, ball }) => [way, ball]),
      start: this.#start,
    });
  }

  look(grid: Grid, scaled: boolean): void {
    this.plot.configure({
      x: { domain: grid.x, label: coefficient(0, scaled) },
      y: { domain: grid.y, label: coefficient(1, scaled) },
    });
    this.#contours.update({ grid, levels: logLevels(grid.values, LEVELS, DEPTH) });
  }

  /** One way for each walker. */
  show(ways: readonly Way[], start: readonly number[], target: readonly number[]): void {
    for (const [index, { x, y, current, here }] of ways.entries()) {
      this.#walkers[index].path.update({ x, y, current });
      this.#walkers[index].ball.update({ x: [here[0]], y: [here[1]] });
    }
    this.#target.update({ x: [target[0]], y: [target[1]] });
    this.#start.moveTo(start[0], start[1]);
  }

  clear(): void {
    for (const { path: way, ball } of this.#walkers) {
      way.update({ x: [], y: [] });
      ball.update({ x: [], y: [] });
    }
    this.#target.update({ x: [], y: [] });
  }
}
