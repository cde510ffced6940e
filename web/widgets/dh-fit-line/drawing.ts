/** The plot of the points with the line drawn by hand, the closed form and the residuals; and the bars of the singular values. */
import { extent } from '../../plot/scale.ts';
import { curve } from '../../plot/layers/curve.ts';
import { bars } from '../../plot/layers/bars.ts';
import { lines, segments } from '../../plot/layers/segments.ts';
import { squares } from '../../plot/layers/squares.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import type { Domain } from '../../plot/plot.ts';
import { sub } from '../../plot/text.ts';
import type { Tick } from '../../plot/ticks.ts';
import type { DataSet } from '../../figures/data/data-set.ts';
import { MOST_RESIDUALS } from '../../figures/data/data-widget.ts';
import { roundTo } from '../../fields/fields.ts';
import { Handle } from '../../controls/handle.ts';
import type { Line } from '../../figures/data/line.ts';
import { PointEditor } from '../../figures/data/point-editor.ts';
import { withoutNoise } from '../../figures/data/rounding-noise.ts';

/** Where the two handles of the line stand, as shares of the width. */
const GRIPS = [0.15, 0.85] as const;

/** What the residuals are drawn to: for each point, what is said there. */
export interface Shown {
  line: Line;
  /** The closed form over the window; undefined while it is hidden or does not exist. */
  curve: { x: Float64Array; y: Float64Array } | undefined;
  /** What it says at the points. */
  fitted: Float64Array | undefined;
  residuals: boolean;
  squares: boolean;
}

export interface Words {
  title: string;
  hand: string;
  closedForm: string;
  grips: readonly [left: string, right: string];
  describe(x: number, y: number): string;
}

export class Drawing {
  readonly plot: Plot;
  readonly points: PointEditor;
  readonly #squares;
  readonly #residuals;
  readonly #curve;
  readonly #line;
  readonly #grips: readonly Handle[];
  readonly #words: Words;
  #shown: Line = { intercept: 0, slope: 0 };

  constructor(
    container: Element,
    words: Words,
    actions: { edit(change: (points: number[][]) => number[][]): void; draw(line: Line): void },
  ) {
    this.#words = words;
    this.plot = new Plot(container, {
      x: { domain: [0, 10], label: ['x'] },
      y: { domain: [0, 10], label: ['y'] },
      title: words.title,
      interactive: true,
      aspect: (width) => (width < 420 ? 1.1 : width / 400),
    });
    this.#squares = squares(this.plot, { ink: 'prediction' });
    this.#residuals = segments(this.plot, { ink: 'prediction', weight: 'thin' });
    this.#curve = curve(this.plot, { ink: 'prediction', weight: 'thick' });
    this.#line = lines(this.plot, { ink: 'prediction', dash: 'dashed' });
    this.points = new PointEditor(this.plot, { edit: actions.edit });
    this.#grips = GRIPS.map(
      (_, which) =>
        new Handle(this.plot, {
          label: words.grips[which],
          axes: 'y',
          ink: 'prediction',
          describe: (x, y) => words.describe(x, y),
          change: (_x, y) => actions.draw(this.#through(which, y)),
        }),
    );
    nameParts({
      curve: this.#curve,
      line: [this.#line, ...this.#grips],
      residuals: this.#residuals,
      squares: this.#squares,
    });
    this.plot.onViewChange(() => this.#placeGrips());
  }

  look(domain: Domain, names: readonly [string, string]): void {
    this.plot.configure({
      x: { domain: domain.x, label: [names[0]] },
      y: { domain: domain.y, label: [names[1]] },
    });
  }

  show(data: DataSet, { line, curve: fitted, fitted: atPoints, residuals, squares: asSquares }: Shown): void {
    this.#shown = line;
    this.points.show(data);
    const { x, y } = data;
    const empty = { x: [], y: [] };
    this.#curve.update(fitted ? { ...fitted, jumps: [] } : empty);
    this.#line.update([{ through: [0, line.intercept], slope: line.slope }]);
    this.plot.configure({
      legend: [
        { label: [this.#words.hand], ink: 'prediction', dash: 'dashed' },
        ...(fitted ? [{ label: [this.#words.closedForm], ink: 'prediction' as const, dash: 'solid' as const }] : []),
      ],
    });
    const said = atPoints ?? x.map((value) => line.intercept + line.slope * value);
    const few = x.length <= MOST_RESIDUALS;
    this.#residuals.update(residuals && few ? { x0: x, y0: y, x1: x, y1: said } : { x0: [], y0: [], x1: [], y1: [] });
    this.#squares.update(asSquares && few ? { x, from: y, to: said } : { x: [], from: [], to: [] });
    this.#placeGrips();
  }

  #gripX(which: number): number {
    const [from, to] = this.plot.view.x.domain;
    return from + (to - from) * GRIPS[which];
  }

  /** The line through one grip at a new height and the other where it is. */
  #through(which: number, y: number): Line {
    const [x, other] = [this.#gripX(which), this.#gripX(1 - which)];
    const { intercept, slope: before } = this.#shown;
    const held = intercept + before * other;
    const slope = (y - held) / (x - other);
    const rounded = roundTo(slope, 8);
    // With enough digits that the other grip stays.
    return { slope: rounded, intercept: roundTo(held - rounded * other, 13) };
  }

  #placeGrips(): void {
    const { intercept, slope } = this.#shown;
    this.#grips.forEach((grip, which) => {
      const x = this.#gripX(which);
      grip.moveTo(x, withoutNoise(intercept + slope * x, Math.abs(intercept) + Math.abs(slope * x)));
    });
  }
}

/** The singular values as bars on a logarithmic axis, with the size up to which they count as zero. */
export class Spectrum {
  readonly plot: Plot;
  readonly #counted;
  readonly #dropped;
  readonly #cutoff;
  readonly #cutoffLabel: string;

  constructor(container: Element, title: string, cutoffLabel: string) {
    this.#cutoffLabel = cutoffLabel;
    this.plot = new Plot(container, {
      x: { domain: [0.5, 2.5], grid: false, label: [{ text: 'j', italic: true }] },
      y: { domain: [1e-3, 10], scale: 'log', label: [`${title} `, { text: 'σ', italic: true }, sub('j')] },
      title,
      aspect: (width) => width / 150,
    });
    this.#counted = bars(this.plot, { ink: 'data', opacity: 0.8 });
    this.#dropped = bars(this.plot, { ink: 'error', opacity: 0.45 });
    this.#cutoff = lines(this.plot, { ink: 'error', dash: 'dashed', weight: 'thin' });
    nameParts({ 'singular-values': this.plot.root });
  }

  show(values: readonly number[], tolerance: number, description: string): void {
    const positive = values.filter((value) => value > 0);
    const [low, high] = extent(positive, { scale: 'log', include: [tolerance] });
    const domain = [low / 10, high * 3] as const;
    const ticks: Tick[] = values.map((_, index) => ({ value: index + 1, label: String(index + 1) }));
    this.plot.configure({
      description,
      x: { domain: [0.4, values.length + 0.6], ticks },
      y: { domain },
      legend: tolerance > 0 ? [{ label: [this.#cutoffLabel], ink: 'error', dash: 'dashed' }] : [],
    });
    const barsOf = (chosen: (value: number) => boolean) => {
      const shown = values.flatMap((value, index) => (chosen(value) ? [index + 1] : []));
      return {
        from: shown.map((place) => place - 0.3),
        to: shown.map((place) => place + 0.3),
        // An exact zero has no place on the axis: a stub says that it is there.
        height: shown.map((place) => Math.max(values[place - 1], domain[0] * 1.5)),
      };
    };
    this.#counted.update(barsOf((value) => value > tolerance));
    this.#dropped.update(barsOf((value) => value <= tolerance));
    this.#cutoff.update(tolerance > 0 ? [{ y: tolerance }] : []);
  }
}
