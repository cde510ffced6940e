/** A line through points, first by hand, then in closed form. */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import type { LeastSquaresFit } from '../../core/regression/types.ts';
import { formatInteger } from '../../plot/format.ts';
import type { Domain, Plot } from '../../plot/plot.ts';
import { evenly } from '../../plot/scale.ts';
import { numberList } from '../../figures/data/data-controls.ts';
import { windowPlan } from '../../figures/data/data-plan.ts';
import type { DataSet, DataSource } from '../../figures/data/data-set.ts';
import { DataWidget } from '../../figures/data/data-widget.ts';
import { finite, type ReportOf } from '../../fields/facts.ts';
import { roundTo } from '../../fields/fields.ts';
import type { StateOf } from '../../fields/fields.ts';
import { lineText } from '../../figures/data/line.ts';
import type { PointEditor } from '../../figures/data/point-editor.ts';
import { coefficientsWithoutNoise, fitLossWithoutNoise } from '../../figures/data/rounding-noise.ts';
import type { Table } from '../../controls/table.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { Drawing, Spectrum } from './drawing.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import { METHODS, solve } from './solve.ts';
import type { Solution } from './solve.ts';
import strings from './strings.json' with { type: 'json' };
import { format, ratioOf, sentence } from './words.ts';

type State = StateOf<typeof fields>;

/** Samples of the closed form across the window. */
const SAMPLES = 601;

const modelFor = (source: DataSource) =>
  plan(fields)
    .with(windowPlan(source))
    // The points as a problem of regression with a line; undefined without points.
    .derive('problem', ['table'], async ({ table: { x, y } }) =>
      x.length ? (await getCore('regression')).regression({ inputs: x, outputs: y }) : undefined,
    )
    .derive('solution', ['table', 'degree', 'method', 'ridge', 'cutoff'], async ({ table, ...settings }) =>
      table.x.length ? solve(await getCore('regression'), table, settings) : undefined,
    )
    .derive('curve', ['solution', 'window', 'degree'], ({ solution, window, degree }) =>
      solution?.fit && !solution.upright ? draw(solution.fit, window, degree) : undefined,
    )
    // Sum of squared residuals of the line drawn by hand, and of a line at 0.
    .derive('hand', ['problem', 'intercept', 'slope'], async ({ problem, intercept, slope }) => {
      const [loss, size] = problem ? await problem.losses([intercept, slope, 0, 0]) : [0, 0];
      return { loss, size };
    });

type Model = ModelOf<ReturnType<typeof modelFor>>;

/** The closed form across the window. */
async function draw({ coefficients, centred }: LeastSquaresFit, { x: across }: Domain, degree: number) {
  const core = await getCore('regression');
  const x = evenly(across, SAMPLES);
  if (!centred) return { x, y: await core.predict(coefficients, { inputs: x, degree }) };
  const inputs = x.map((value) => (value - centred.centres[0]) / centred.scales[0]);
  return { x, y: await core.predict(centred.coefficients, { inputs, degree }) };
}

/** The solution whose singular values are shown beside it, if it came by them. */
const decomposed = ({ solution }: Model, { fit, method }: State): Solution | undefined =>
  fit && method === 'pseudo-inverse' ? solution : undefined;

export class FitLine extends DataWidget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    DataWidget.styles,
    css`
      .spectrum {
        padding-block-end: var(--space-2);
      }
    `,
  ];

  protected readonly plan = modelFor(this.source);

  #drawing: Drawing | undefined;
  #spectrum: Spectrum | undefined;
  #plots: Plot[] = [];
  #painted: { data?: DataSet; window?: Domain } = {};

  /** Other data come with a level line through their middle. */
  protected async along(patch: Partial<State>): Promise<Partial<State>> {
    if (!this.source.bringsOthers(patch, this.state)) return {};
    if (patch.intercept !== undefined || patch.slope !== undefined) return {};
    const found = await this.source.open({ ...this.state, ...patch }).catch(() => undefined);
    const mean = found?.y.length ? found.y.reduce((sum, value) => sum + value, 0) / found.y.length : 0;
    return { intercept: roundTo(mean, 3), slope: 0 };
  }

  // ---- Figure -----------------------------------------------------------------------------------------------------------------

  protected figure(model: Model, state: State) {
    return html`<div class="plot"></div>
      <div class="spectrum" ?hidden=${!decomposed(model, state)}></div>`;
  }

  protected get pointEditor(): PointEditor | undefined {
    return this.#drawing?.points;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#painted = {};
    const words = {
      title: this.sentences('title'),
      hand: this.sentences('your-line'),
      closedForm: this.sentences('the-closed-form'),
      grips: [this.sentences('left-grip'), this.sentences('right-grip')] as const,
      describe: (x: number, y: number) => this.sentences('grip-is', { x: format(x), y: format(y) }),
    };
    this.#drawing = new Drawing(root.querySelector('.plot')!, words, {
      edit: (change) => this.edit(change),
      draw: (line) => void this.propose(line),
    });
    this.#spectrum = undefined;
    return (this.#plots = [this.#drawing.plot]);
  }

  /** The singular values, made when they are first looked at. */
  #openSpectrum(): Spectrum {
    if (this.#spectrum) return this.#spectrum;
    const place = this.renderRoot.querySelector('.spectrum')!;
    this.#spectrum = new Spectrum(place, this.sentences('singular-values'), this.sentences('cutoff-line'));
    this.#plots.push(this.#spectrum.plot);
    return this.#spectrum;
  }

  protected paint(model: Model, state: State): void {
    const drawing = this.#drawing!;
    const { table: data, solution, window } = model;
    if (this.#painted.window !== window || this.#painted.data !== data) drawing.look(window, data.names);
    this.#painted = { window, data };
    drawing.points.removing = this.removing;
    const { residuals, squares } = state;
    drawing.show(data, {
      line: state,
      residuals,
      squares,
      curve: state.fit ? model.curve : undefined,
      fitted: state.fit ? solution?.fit?.fitted : undefined,
    });
    const spectrum = decomposed(model, state);
    if (spectrum) this.#openSpectrum().show(spectrum.singularValues, spectrum.tolerance, this.#spectrumText(spectrum));
  }

  #spectrumText({ singularValues, tolerance, rank }: Solution): string {
    const values = singularValues.map((value) => format(value)).join(', ');
    return this.sentences('spectrum-is', { values, tolerance: format(tolerance), rank, count: singularValues.length });
  }

  // ---- Controls and words -------------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    const { table: data } = model;
    const height = data.y.length ? span(model.window.y) : 10;
    const steep = roundTo((4 * height) / span(model.window.x), 1);
    const centre = (model.window.x[0] + model.window.x[1]) / 2;
    const level = (model.window.y[0] + model.window.y[1]) / 2;
    const reach = roundTo(height + steep * Math.abs(centre), 1);
    const methods = METHODS.map((id) => this.sentences(`method-${id}`));
    return html`${this.dataControls(model, state)} ${this.control('slope', { track: [-steep, steep] })}
      ${this.control('intercept', { track: [roundTo(level - reach, 2), roundTo(level + reach, 2)] })}
      <div class="pair">${this.control('residuals')} ${this.control('squares')}</div>
      ${this.control('fit')} ${this.control('degree')}
      <details>
        <summary>${this.sentences('how')}</summary>
        <div>
          ${this.control('method', { labels: methods })} ${state.method === 'ridge' ? this.control('ridge') : nothing}
          ${state.method === 'pseudo-inverse' ? this.control('cutoff', { hint: this.sentences('cutoff-hint') }) : nothing}
        </div>
      </details>`;
  }

  protected details(model: Model, state: State) {
    return html`${state.fit && model.solution ? this.#numbers(model.solution, model) : nothing}
    ${this.dataDetails(model)}`;
  }

  #numbers({ fit, loss, least, rank, columns, condition }: Solution, { table: data }: Model) {
    const entries: [name: string, value: string][] = [
      [this.sentences('shape'), `${formatInteger(data.x.length)} × ${columns}`],
      [this.sentences('rank'), `${rank} / ${columns}`],
      [this.sentences('condition'), format(condition)],
      [this.sentences('least-loss'), format(fitLossWithoutNoise(least, data.y), 6)],
    ];
    if (fit) {
      const coefficients = coefficientsWithoutNoise(fit.coefficients, data);
      entries.push([this.sentences('loss'), format(fitLossWithoutNoise(loss, data.y), 6)]);
      entries.push([this.sentences('coefficients'), coefficients.map((beta) => format(beta, 5)).join(', ')]);
    }
    return numberList(entries);
  }

  #ratio({ hand, solution }: Model): number | undefined {
    return solution && ratioOf(hand.loss, solution.least, hand.size);
  }

  protected sentence(model: Model, state: State): string {
    return sentence(this.sentences, {
      line: state,
      loss: model.hand.loss,
      ratio: this.#ratio(model),
      y: model.table.y,
      degree: state.degree,
      method: state.method,
      fit: state.fit,
      solution: model.solution,
    });
  }

  /** The points with what is left over by the line and, while it is shown, by the closed form. */
  protected table({ table: data, solution }: Model, { intercept, slope, fit }: State): Table {
    const { x, y, names } = data;
    const fitted = fit ? solution?.fit?.fitted : undefined;
    return {
      columns: [
        { label: names[0], colour: 'data', value: (row) => x[row] },
        { label: names[1], colour: 'data', value: (row) => y[row] },
        { label: lineText({ intercept, slope }), value: (row) => intercept + slope * x[row] },
        ...(fitted ? [{ label: this.sentences('the-closed-form'), value: (row: number) => fitted[row] }] : []),
      ],
      count: x.length,
    };
  }

  protected facts(model: Model): ReportOf<typeof facts> {
    const { table, solution, hand } = model;
    return {
      points: table.x.length,
      handLoss: hand.loss,
      bestLoss: finite(solution?.least),
      fitLoss: finite(solution?.loss),
      ratio: finite(this.#ratio(model)),
      rank: solution?.rank ?? 0,
      condition: finite(solution?.condition),
      coefficients: solution?.fit?.coefficients ?? [],
    };
  }
}

const span = ([from, to]: readonly [number, number]): number => to - from;

customElements.define('dh-fit-line', FitLine);
