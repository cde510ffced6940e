/** The line among its points. */
import { lines, segments } from '../../plot/layers/segments.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import type { Domain } from '../../plot/plot.ts';
import type { DataSet } from '../../figures/data/data-set.ts';
import { MOST_RESIDUALS } from '../../figures/data/data-widget.ts';
import type { Line } from '../../figures/data/line.ts';
import { PointEditor } from '../../figures/data/point-editor.ts';
import type { PointEditorOptions } from '../../figures/data/point-editor.ts';

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
        { label: [words.line], ink: 'prediction', dash: 'solid', part: 'line' },
        { label: [words.best], ink: 'good', dash: 'dashed', part: 'best' },
      ],
    });
    this.#residuals = segments(this.plot, { ink: 'prediction', weight: 'thin' });
    this.#best = lines(this.plot, { ink: 'good', dash: 'dashed' });
    this.#line = lines(this.plot, { ink: 'prediction', weight: 'thick' });
    this.points = new PointEditor(this.plot, { edit });
    nameParts({ residuals: this.#residuals, best: this.#best, line: this.#line });
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
