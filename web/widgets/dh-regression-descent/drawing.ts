/** The two plots: the line among its points, and the same line as a point on the map of the loss. */
import type { Grid } from '../../plot/grid.ts';
import { contour } from '../../plot/layers/contour.ts';
import { path } from '../../plot/layers/path.ts';
import { points } from '../../plot/layers/points.ts';
import { lines, segments } from '../../plot/layers/segments.ts';
import { logLevels } from '../../plot/levels.ts';
import { Plot } from '../../plot/plot.ts';
import type { Domain } from '../../plot/plot.ts';
import { sub } from '../../plot/text.ts';
import type { RichText } from '../../plot/text.ts';
import type { DataSet } from '../../ui/data-set.ts';
import { MOST_RESIDUALS } from '../../ui/data-widget.ts';
import { Handle } from '../../ui/handle.ts';
import type { HandleOptions } from '../../ui/handle.ts';
import type { Line } from '../../ui/line.ts';
import { PointEditor } from '../../ui/point-editor.ts';
import type { PointEditorOptions } from '../../ui/point-editor.ts';

const LEVELS = 12;
/** Height of the lowest contour line above the lowest value, as a part of all heights. */
const DEPTH = 2e-3;
const aspect = (width: number): number => (width < 420 ? 1.1 : 1.2);

export class DataPlot {
  readonly plot: Plot;
  readonly points: PointEditor;
  readonly #residuals;
  readonly #best;
  readonly #line;

  constructor(
    container: Element,
    words: { title: string; line: string; best: string },
    edit: PointEditorOptions['edit'],
  ) {
    this.plot = new Plot(container, {
      x: { domain: [0, 10], label: ['x'] },
      y: { domain: [0, 10], label: ['y'] },
      title: words.title,
      interactive: true,
      aspect,
      legend: [
        { label: [words.line], ink: 'prediction', dash: 'solid' },
        { label: [words.best], ink: 'good', dash: 'dashed' },
      ],
    });
    this.#residuals = segments(this.plot, { ink: 'prediction', weight: 'thin' });
    this.#best = lines(this.plot, { ink: 'good', dash: 'dashed' });
    this.#line = lines(this.plot, { ink: 'prediction', weight: 'thick' });
    this.points = new PointEditor(this.plot, { edit });
  }

  look(domain: Domain, names: readonly [string, string]): void {
    this.plot.configure({
      x: { domain: domain.x, label: [names[0]] },
      y: { domain: domain.y, label: [names[1]] },
    });
  }

  show(data: DataSet, line: Line | undefined, best: Line | undefined, residuals: boolean): void {
    const { x, y } = data;
    this.points.show(data);
    const across = (shown: Line | undefined) =>
      shown && Number.isFinite(shown.intercept) && Number.isFinite(shown.slope)
        ? [{ through: [0, shown.intercept] as const, slope: shown.slope }]
        : [];
    this.#line.update(across(line));
    this.#best.update(across(best));
    const drawn = residuals && line && x.length <= MOST_RESIDUALS;
    this.#residuals.update(
      drawn
        ? { x0: x, y0: y, x1: x, y1: x.map((value) => line.intercept + line.slope * value) }
        : { x0: [], y0: [], x1: [], y1: [] },
    );
  }
}

/** β with its number; of standardised inputs with a star. */
const coefficient = (number: 0 | 1, scaled: boolean): RichText => [
  { text: 'β', italic: true },
  sub(String(number)),
  ...(scaled ? ['*'] : []),
];

export class LossMap {
  readonly plot: Plot;
  readonly #contours;
  readonly #target;
  readonly #path;
  readonly #ball;
  readonly #start: Handle;

  constructor(container: Element, title: string, start: Omit<HandleOptions, 'axes' | 'ink'>) {
    this.plot = new Plot(container, {
      x: { domain: [-1, 1], label: coefficient(0, false) },
      y: { domain: [-1, 1], label: coefficient(1, false) },
      title,
      interactive: true,
      aspect,
    });
    this.#contours = contour(this.plot, { fill: true });
    this.#target = points(this.plot, { ink: 'good', marker: 'cross', radius: 7, showOutside: false });
    this.#path = path(this.plot, { ink: 'prediction' });
    this.#ball = points(this.plot, { ink: 'prediction', radius: 6, showOutside: false });
    this.#start = new Handle(this.plot, { ...start, axes: 'both', ink: 'prediction' });
  }

  look(grid: Grid, scaled: boolean): void {
    this.plot.configure({
      x: { domain: grid.x, label: coefficient(0, scaled) },
      y: { domain: grid.y, label: coefficient(1, scaled) },
    });
    this.#contours.update({ grid, levels: logLevels(grid.values, LEVELS, DEPTH) });
  }

  /** `way` are the coefficients, step by step; the ball stands at `here`, on its way from step `from`. */
  show(
    way: { intercepts: number[]; slopes: number[] },
    from: number,
    here: readonly number[],
    start: readonly number[],
    target: readonly number[],
  ): void {
    this.#path.update({ x: way.intercepts, y: way.slopes, current: from });
    this.#ball.update({ x: [here[0]], y: [here[1]] });
    this.#target.update({ x: [target[0]], y: [target[1]] });
    this.#start.moveTo(start[0], start[1]);
  }

  clear(): void {
    this.#path.update({ x: [], y: [] });
    this.#ball.update({ x: [], y: [] });
    this.#target.update({ x: [], y: [] });
  }
}
