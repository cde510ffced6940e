/** Weights on a beam: where it balances is the expected value, and powers of the distance from there say how it spreads. */
import { css, html, nothing } from 'lit';
import { explained } from '../../controls/explain.ts';
import { Handle } from '../../controls/handle.ts';
import type { Table } from '../../controls/table.ts';
import { finite, type ReportOf } from '../../fields/facts.ts';
import { roundTo } from '../../fields/fields.ts';
import type { ListField, PointField } from '../../fields/fields.ts';
import { controlFor } from '../../controls/controls.ts';
import type { DataSet } from '../../figures/data/data-set.ts';
import { PointEditor, pointEditorStyles } from '../../figures/data/point-editor.ts';
import { distributionControls, distributionOf } from '../../figures/probability/distributions.ts';
import { numberRow } from '../../figures/probability/number-row.ts';
import { format } from '../../language/strings.ts';
import { nameParts } from '../../plot/parts.ts';
import { Picture } from '../../plot/picture.ts';
import type { Plot } from '../../plot/plot.ts';
import { Widget } from '../../widget/widget.ts';
import {
  alignable,
  beamHeight,
  lowerDomain,
  lowerDrawings,
  termsOf,
  upperDomain,
  upperDrawings,
  upperTicks,
} from './drawing.ts';
import { fields, MOMENTS } from './fields.ts';
import type { facts } from './fields.ts';
import { model, movedByHand } from './model.ts';
import type { Load, Model, State } from './model.ts';
import strings from './strings.json' with { type: 'json' };
import { isBalanced, numbersOf, sentence, textOf, typedOf } from './words.ts';
import type { Told } from './words.ts';

const EXAMPLES = ['x^2', 'abs(x)', 'exp(x)', '2x + 1', '1/x'];
/** How heavy a weight is that was put on the beam itself, as a part of the heaviest there is room for. */
const PUT_ON = 0.1;

export class MomentsFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    pointEditorStyles,
    css`
      .numbers {
        ${numberRow}
      }
    `,
  ];

  protected readonly plan = model;
  #upper: Picture | undefined;
  #lower: Picture | undefined;
  #weights: PointEditor | undefined;
  #pivot: Handle | undefined;
  /** The weights as the editor of points knows them. */
  #shown: { beam: Load; data: DataSet } | undefined;

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure(now: Model, state: State) {
    const typed = typedOf(now, this.sentences);
    return html`<div class="upper"></div>
      <div class="numbers" data-part="numbers">
        ${numbersOf(now, state, this.sentences).map((told) => this.#number(told))}
      </div>
      ${typed.length ? html`<div class="numbers" data-part="typed">${typed.map((told) => this.#number(told))}</div>` : nothing}
      <div class="lower" data-part="terms"></div>`;
  }

  #number(told: Told) {
    return html`<button type="button" ${explained(() => told.explain())}>${textOf(told, this.sentences)}</button>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#upper = new Picture(root.querySelector('.upper')!, {
      title: this.sentences('upper-title'),
      interactive: true,
      x: { label: 'x' },
      y: { label: 'p(x)' },
      aspect: (width) => (width < 420 ? 0.95 : 1.9),
    });
    this.#lower = new Picture(root.querySelector('.lower')!, {
      title: this.sentences('lower-title'),
      x: { label: 'x' },
      aspect: (width) => (width < 420 ? 1.5 : 2.9),
    });
    const { plot } = this.#upper;
    this.#weights = new PointEditor(plot, { edit: (change) => void this.#edit(change) });
    this.#pivot = new Handle(plot, {
      label: this.sentences('pivot'),
      axes: 'x',
      ink: 'x',
      catches: () => [this.model!.beam.mean ?? NaN].filter(Number.isFinite),
      describe: (x) => `c = ${format(x)}`,
      change: (x) => void this.propose({ pivot: x }),
    });
    nameParts({ pivot: this.#pivot });
    return [this.#upper, this.#lower].map((picture) => picture.plot);
  }

  protected paint(now: Model, state: State): void {
    const { beam, window } = now;
    this.#upper!.plot.configure({
      y: {
        ticks: upperTicks(window),
        label: this.sentences(state.load === 'weights' ? 'weight' : beam.discrete ? 'mass' : 'density'),
      },
    });
    this.#upper!.show(upperDrawings(now, state, this.sentences), upperDomain(window));
    this.#lower!.plot.configure({ y: { label: this.sentences(`term-${state.moment}`) } });
    const below = lowerDomain(now, state);
    this.#lower!.show(lowerDrawings(now, state, this.sentences), below);
    // One left border for both, unless numbers on an axis need more room.
    for (const picture of [this.#upper!, this.#lower!]) picture.aligned = alignable(now, below);
    this.#weights!.show(state.load === 'weights' ? this.#dataOf(beam) : undefined);
    this.#pivot!.moveTo(state.pivot, beamHeight(window));
  }

  #dataOf(beam: Load): DataSet {
    if (this.#shown?.beam !== beam)
      this.#shown = {
        beam,
        data: { id: 'weights', x: beam.x, y: beam.height, names: ['x', this.sentences('weight')], credit: '' },
      };
    return this.#shown!.data;
  }

  // ---- Weights by hand -------------------------------------------------------------------------------------------------------------

  /** A weight that is moved leaves the others alone; how heavy it is beside all of them is its share. */
  async #edit(change: (points: number[][]) => number[][]): Promise<void> {
    const before = this.state.points.map((point) => [...point]);
    const after = change(before);
    if (!after.length) return;
    const points = after.map(([value, weight], index) =>
      // Nothing can be read from a place below the axis: on the beam, say.
      [value, weight > 0 ? weight : index < before.length ? 0 : PUT_ON * this.model!.window.top],
    );
    await this.propose({ points: movedByHand(points) });
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls({ entries, window, note }: Model, state: State) {
    const [from, to] = window.x;
    const track = [roundTo(from, 3), Math.max(roundTo(to, 3), roundTo(from, 3) + 1e-6)] as const;
    return html`${this.control('load', { labels: fields.load.options.map((id) => this.sentences(`load-${id}`)) })}
    ${
      state.load === 'weights'
        ? this.#lists(state)
        : distributionControls({
            entries,
            state,
            labels: { distribution: this.sentences('distribution'), weights: this.sentences('weights') },
            errors: {
              options: this.errorOf('options'),
              faulty: this.problems.options?.parameter,
              weights: this.errorOf('weights'),
            },
            propose: (patch) => void (patch.distribution ? this.#choose(patch.distribution) : this.propose(patch)),
          })
    }
    ${this.control('pivot', { track })}
    ${this.control('moment', { labels: MOMENTS.map((id) => this.sentences(`moment-${id}`)) })}
    ${this.control('g', { ...note, left: 'g(\\x)', presets: EXAMPLES })}`;
  }

  /** The values, which can be added to and taken from, and the weight of each. */
  #lists({ points }: State) {
    const column = (index: number) => points.map((point) => point[index]);
    const { minimum, maximum, maximumLength } = fields.points;
    const values: ListField = { kind: 'list', default: [], minimum, maximum, maximumLength };
    const weights: PointField = { kind: 'point', default: [], minimum: 0, maximum };
    const set = (points: readonly (readonly number[])[]) => void this.propose({ points });
    const bind = (key: string, index: number, error: string, change: (list: readonly number[]) => void) => ({
      part: 'points',
      label: this.sentences(key),
      value: column(index),
      error,
      position: undefined,
      change: (value: unknown) => change(value as number[]),
    });
    return html`${controlFor(
      values,
      bind('values', 0, '', (list) => set(withValues(points, list))),
    )}
    ${controlFor(
      weights,
      bind('own-weight', 1, this.errorOf('points'), (list) => set(points.map(([x], index) => [x, list[index]]))),
    )}`;
  }

  /** Another distribution begins with its own numbers, held up at its median. */
  async #choose(id: string): Promise<void> {
    const choice = { distribution: id, options: {}, weights: this.state.weights };
    const distribution = await distributionOf(this.model!.entries, choice);
    const [median] = await distribution.quantiles(Float64Array.of(0.5));
    void distribution.free();
    await this.propose({ distribution: id, options: {}, pivot: roundTo(median, 3) });
  }

  protected sentence(now: Model, state: State): string {
    return sentence(now, state, this.sentences);
  }

  protected table(now: Model, state: State): Table {
    const { x, share, discrete } = now.beam;
    const terms = termsOf(now, state);
    return {
      columns: [
        { label: 'x', value: (row) => x[row] },
        { label: this.sentences(discrete ? 'mass' : 'density'), value: (row) => share[row] },
        ...(terms ? [{ label: this.sentences(`term-${state.moment}`), value: (row: number) => terms[row] }] : []),
      ],
      count: x.length,
    };
  }

  protected facts(now: Model, state: State): ReportOf<typeof facts> {
    const { beam, powers, typed, carried } = now;
    const { mean, variance, skewness, kurtosis } = beam;
    return {
      mean: finite(mean),
      variance: finite(variance),
      deviation: finite(variance === null ? null : Math.sqrt(variance)),
      skewness: finite(skewness),
      kurtosis: finite(kurtosis),
      torque: finite(powers[0]),
      aboutPivot: finite(powers[1]),
      balanced: isBalanced(now, state),
      count: carried ? beam.x.length : 0,
      largest: carried ? Math.max(...beam.share) : null,
      lowest: carried ? Math.min(...beam.x) : null,
      highest: carried ? Math.max(...beam.x) : null,
      expected: finite(typed?.expected),
      ofMean: finite(typed?.ofMean),
      outcome: typed?.outcome ?? 'none',
    };
  }
}

/** The points with other values: one that was added weighs as much as the others do on average, one that was taken away is gone. */
function withValues(points: State['points'], values: readonly number[]): number[][] {
  if (values.length === points.length) return values.map((value, index) => [value, points[index][1]]);
  const mean = points.reduce((sum, [, weight]) => sum + weight, 0) / Math.max(points.length, 1);
  if (values.length > points.length) return [...points.map(([x, p]) => [x, p]), [values.at(-1)!, mean || 1]];
  const gone = points.findIndex(([value], index) => value !== values[index]);
  return points.toSpliced(gone, 1).map(([x, p]) => [x, p]);
}

customElements.define('dh-moments', MomentsFigure);
