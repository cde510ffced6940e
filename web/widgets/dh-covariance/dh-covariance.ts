/** A cloud of points and its covariance: the mean of the rectangles between each point and the mean, counted with their sign. */
import { css, html } from 'lit';
import { getCore } from '../../core/core.ts';
import { explained } from '../../controls/explain.ts';
import type { Table } from '../../controls/table.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { windowPlan } from '../../figures/data/data-plan.ts';
import type { DataSet, DataSource } from '../../figures/data/data-set.ts';
import { DataWidget } from '../../figures/data/data-widget.ts';
import type { PointEditor } from '../../figures/data/point-editor.ts';
import { numberRow } from '../../figures/probability/number-row.ts';
import type { Domain, Plot } from '../../plot/plot.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { Drawing } from './drawing.ts';
import { fields } from './fields.ts';
import type { facts } from './fields.ts';
import strings from './strings.json' with { type: 'json' };
import { numbersOf, sentence, signsOf, textOf } from './words.ts';

type State = StateOf<typeof fields>;

const modelFor = (source: DataSource) =>
  plan(fields)
    .with(windowPlan(source))
    .derive('joint', ['table'], async ({ table: { x, y } }) => (await getCore('probability')).covariance(x, y));

type Model = ModelOf<ReturnType<typeof modelFor>>;

export class CovarianceFigure extends DataWidget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    DataWidget.styles,
    css`
      .told {
        ${numberRow}
        padding-bottom: var(--space-2);
      }
    `,
  ];

  protected readonly plan = modelFor(this.source);
  #drawing: Drawing | undefined;
  #painted: { table?: DataSet; window?: Domain } = {};

  protected figure({ table, joint }: Model) {
    return html`<div class="plot"></div>
      <div class="told" data-part="numbers">
        ${numbersOf(table, joint, this.sentences).map(
          (told) =>
            html`<button type="button" ${explained(() => told.explain())}>${textOf(told, this.sentences)}</button>`,
        )}
      </div>`;
  }

  protected get pointEditor(): PointEditor | undefined {
    return this.#drawing?.points;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#painted = {};
    this.#drawing = new Drawing(root.querySelector('.plot')!, this.sentences, (change) => this.edit(change));
    return [this.#drawing.plot];
  }

  protected paint({ table, window, joint }: Model, state: State): void {
    const drawing = this.#drawing!;
    if (this.#painted.window !== window || this.#painted.table !== table) drawing.look(window, table.names);
    this.#painted = { window, table };
    drawing.points.removing = this.removing;
    drawing.show(table, joint, state);
  }

  protected controls(model: Model, state: State) {
    return html`${this.dataControls(model, state)}
      <div class="pair">${this.control('rectangles')} ${this.control('ellipse')}</div>`;
  }

  protected details(model: Model) {
    return this.dataDetails(model);
  }

  protected sentence({ table, joint }: Model): string {
    return sentence(table, joint, this.sentences);
  }

  /** The points with their distances from the mean and the product of these. */
  protected table({ table: { x, y, names }, joint }: Model): Table {
    const [mx, my] = joint.means ?? [NaN, NaN];
    return {
      columns: [
        { label: names[0], colour: 'data', value: (row) => x[row] },
        { label: names[1], colour: 'data', value: (row) => y[row] },
        { label: `${names[0]} − ${this.sentences('mean')}`, value: (row) => x[row] - mx },
        { label: `${names[1]} − ${this.sentences('mean')}`, value: (row) => y[row] - my },
        { label: this.sentences('product'), value: (row) => (x[row] - mx) * (y[row] - my) },
      ],
      count: x.length,
    };
  }

  protected facts({ table, joint }: Model): ReportOf<typeof facts> {
    const pair = (values: readonly [number, number] | null) => values ?? [null, null];
    const [meanX, meanY] = pair(joint.means);
    const [varianceX, varianceY] = pair(joint.populationVariances);
    const [sampleVarianceX, sampleVarianceY] = pair(joint.sampleVariances);
    return {
      points: joint.count,
      meanX,
      meanY,
      covariance: joint.populationCovariance,
      sampleCovariance: joint.sampleCovariance,
      varianceX,
      varianceY,
      sampleVarianceX,
      sampleVarianceY,
      correlation: joint.correlation,
      ...signsOf(table, joint),
    };
  }
}

customElements.define('dh-covariance', CovarianceFigure);
