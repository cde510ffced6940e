/** Gradient descent on a function of one variable, step by step, with other learning rates beside it. */
import { css, html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { getCatalog, getCore } from '../../core/core.ts';
import type { RemoteExpression } from '../../core/calculus/types.ts';
import type { Plot } from '../../plot/plot.ts';
import { DescentRun } from '../../figures/descent/descent-run.ts';
import { named } from '../../controls/choice.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { roundTo } from '../../fields/fields.ts';
import type { StateOf } from '../../fields/fields.ts';
import { Handle } from '../../controls/handle.ts';
import { showsHandle } from '../../controls/handle-sight.ts';
import { heights } from '../../figures/descent/heights.ts';
import { lookAround } from '../../figures/descent/places.ts';
import { FieldError } from '../../fields/field-error.ts';
import { problemFrom } from '../../fields/problem.ts';
import type { Mark, Range } from '../../controls/slider.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { together } from '../../widget/stepper.ts';
import type { Table } from '../../controls/table.ts';
import { allOrNone } from '../../widget/all-or-none.ts';
import { TypedCurveWidget, derivativePlan } from '../../figures/descent/typed-curve-widget.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { Drawing, lookOf } from './drawing.ts';
import type { Samples } from './drawing.ts';
import { explainPlace, explainSlope, explainValue } from './explanations.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import strings from './strings.json' with { type: 'json' };
import { format, regimeOf, sentence } from './words.ts';
import '../../controls/data-table.ts';

type State = StateOf<typeof fields>;

/** Samples of the curve across the view: enough for a wide figure on a sharp screen. */
const SAMPLES = 1201;

const PRESETS = ['x^2+2x+3', '(x^2-4)^2/8+x/2', 'x^3', '|x|', 'cos(2x)+x^2/8', 'exp(x)-2x', '-x^2', 'log(x)+1/x'];

/** The error of a start where value or slope is defined but too large for the computer, if `error` says that there is none. */
async function tooLarge(f: RemoteExpression, start: number, error: unknown): Promise<Error | undefined> {
  const problem = problemFrom(error);
  if (problem.code !== 'undefined-at-start') return undefined;
  const slope = await f.derivative('x');
  const [{ beyond }] = await lookAround(f, slope, [start], 1 + Math.abs(start));
  void slope.free();
  if (beyond !== 'overflow') return undefined;
  const code = 'too-large-at-start';
  return Object.assign(new Error(code), { ...problem, code });
}

interface Shown {
  samples: Samples;
  heights: [number, number];
}

async function look(of: { expression: RemoteExpression; from: number; to: number }): Promise<Shown> {
  const { from, to } = of;
  if (!(from < to)) throw new FieldError('to', { code: 'empty-interval' });
  const y = await of.expression.sample(from, to, SAMPLES);
  const x = Float64Array.from(y, (_, index) => from + ((to - from) * index) / (SAMPLES - 1));
  return { samples: { x, y }, heights: heights(y) };
}

const RUN_KEYS = ['f', 'start', 'rate', 'rates', 'tolerance', 'limit', 'optimizer'] as const;

/** The runs: the first is the one of `rate`, the others those of `rates`. */
async function descend(
  of: Pick<State, (typeof RUN_KEYS)[number]> & { expression: RemoteExpression },
): Promise<DescentRun[]> {
  const core = await getCore('optimize');
  return allOrNone(
    [of.rate, ...of.rates].map((rate) =>
      DescentRun.start(core, {
        expression: of.f,
        variables: ['x'],
        optimizer: of.optimizer,
        options: { 'learning-rate': rate },
        start: [of.start],
        tolerance: of.tolerance,
        stepLimit: of.limit,
        direction: 'descent',
      }),
    ),
  ).catch(async (error: unknown) => {
    throw (await tooLarge(of.expression, of.start, error)) ?? error;
  });
}

const model = plan(fields)
  .with(derivativePlan)
  .derive('slopeLatex', ['derivative'], ({ derivative }) => derivative.latex)
  .derive('optimizers', [], async () => (await getCatalog()).optimizers)
  .derive('shown', ['expression', 'from', 'to'], look)
  .derive('runs', ['expression', ...RUN_KEYS], descend)
  .derive('stepper', ['runs'], ({ runs }) => together(runs))
  .derive('curvature', ['runs'], ({ runs }) => runs[0].curvature());

type Model = ModelOf<typeof model>;

export class Descent1d extends TypedCurveWidget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    TypedCurveWidget.styles,
    css`
      .runs {
        width: 100%;
        border-collapse: collapse;
        margin-block-end: var(--space-3);
      }
      .runs caption {
        text-align: start;
        padding-block-end: var(--space-1);
      }
      .runs th,
      .runs td {
        padding: 0.2rem var(--space-2);
        border-block-end: 1px solid var(--dh-line);
        text-align: end;
        font-weight: 400;
      }
      .runs th:first-child,
      .runs td:nth-child(2) {
        text-align: start;
      }
    `,
  ];

  #drawing: Drawing | undefined;
  #handle: Handle | undefined;
  #painted: Partial<Pick<Model, 'shown' | 'runs'>> = {};

  protected readonly plan = model;

  protected stepperOf(model: Model): Stepper {
    return model.stepper;
  }

  // ---- Figure ----------------------------------------------------------------------------------------------------------------

  protected setUp(root: ShadowRoot): Plot[] {
    this.#painted = {};
    this.#drawing = new Drawing(root.querySelector('.plot')!, this.sentences('title'));
    this.#handle = new Handle(this.#drawing.plot, {
      label: this.sentences('start'),
      axes: 'x',
      ink: 'x',
      describe: (x) => `x = ${format(x)}`,
      change: (x) => void this.propose({ start: x }),
    });
    return [this.#drawing.plot];
  }

  protected paint(model: Model, state: State): void {
    const drawing = this.#drawing!;
    const { samples, heights } = model.shown;
    if (this.#painted.shown !== model.shown) drawing.show(samples, [state.from, state.to], heights);
    if (this.#painted.runs !== model.runs) {
      this.#handle!.moveTo(state.start, model.runs[0].values[0]);
      drawing.compare([state.rate, ...state.rates]);
    }
    this.#handle!.visible = showsHandle(drawing.plot, this.#handle!, state.start, model.runs[0].values[0]);
    this.#painted = { shown: model.shown, runs: model.runs };
    drawing.follow(model.runs, this.player.arrival);
  }

  // ---- Controls and words ----------------------------------------------------------------------------------------------------

  /** The curvature L for which the regimes of the learning rate hold, if they do. */
  #bound(model: Model, state: State): number | undefined {
    const { quadratic, largest } = model.curvature;
    return quadratic && largest > 0 && state.optimizer === 'gradient-descent' ? largest : undefined;
  }

  protected controls(model: Model, state: State) {
    const bound = this.#bound(model, state);
    // The borders of the regimes stay in the same place of the slider, whatever the curvature.
    const track = bound ? ([roundTo(0.01 / bound, 1), roundTo(10 / bound, 1)] as const) : fields.rate.track!;
    const [least, most] = track;
    const marks: Mark[] | undefined = bound
      ? [
          { value: 1 / bound, label: '1/L' },
          { value: 2 / bound, label: '2/L' },
        ]
      : undefined;
    const ranges: Range[] = bound
      ? [
          { from: least, to: 1 / bound, tone: 'good' },
          { from: 1 / bound, to: 2 / bound, tone: 'warning' },
          { from: 2 / bound, to: most, tone: 'error' },
        ]
      : [];
    return html`${this.functionControl(model, PRESETS)}
      ${this.control('rate', { track, marks, ranges, hint: bound ? this.sentences(`regime-${regimeOf(state.rate, bound)}`) : '' })}
      ${this.control('rates', { suggestion: roundTo(2 * state.rate, 3) })}
      ${this.control('start', { track: [state.from, state.to] })} ${this.viewControl(state)}
      <details>
        <summary>${this.sentences('stopping')}</summary>
        <div>
          ${this.control('tolerance')} ${this.control('limit')}
          ${this.control('optimizer', { options: named(model.optimizers) })}
        </div>
      </details>`;
  }

  protected details(model: Model, state: State) {
    return html`${state.rates.length ? this.#outcomes(model, state) : nothing}
      <dh-data-table
        .caption=${this.sentences('steps-table')}
        .table=${this.#shownTable(model, state)}
        @dh-row=${(event: CustomEvent<number>) => void this.player.seek(event.detail)}
      ></dh-data-table>`;
  }

  #outcomes(model: Model, state: State) {
    return html`<table class="runs">
      <caption>
        ${this.sentences('runs')}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="symbol">η</span></th>
          <td>${this.sentences('outcome')}</td>
          <th scope="col">x</th>
          <th scope="col">f(x)</th>
        </tr>
      </thead>
      <tbody>
        ${[state.rate, ...state.rates].map((rate, index) => {
          const run = model.runs[index];
          const colour = styleMap({ color: `var(--dh-${lookOf(index).ink})` });
          return html`<tr>
            <th scope="row" style=${colour}>${format(rate)}</th>
            <td>${this.sentences(`outcome-${run.outcomeNow}`, { steps: run.position })}</td>
            <td>${format(run.points[run.position])}</td>
            <td>${format(run.values[run.position])}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  protected sentence(model: Model, state: State): string {
    const rule = this.#bound(model, state) ? { rate: state.rate, curvature: model.curvature } : undefined;
    return sentence(model.runs[0], this.sentences, state.tolerance, rule);
  }

  /** All steps computed, of all runs. */
  protected table({ runs, latex, slopeLatex }: Model, { rate, rates, optimizer }: State): Table {
    const [main, ...others] = runs;
    const ground = { run: main, rate, latex, slopeLatex, say: this.sentences };
    // Other optimizers have other steps.
    const stepped = (row: number) => row > 0 && optimizer === 'gradient-descent' && Number.isFinite(main.points[row]);
    const finite = (values: readonly number[], explain: typeof explainValue) => (row: number) =>
      Number.isFinite(values[row]) ? () => explain(ground, row) : undefined;
    return {
      columns: [
        { label: this.sentences('steps-column'), value: (row) => row },
        {
          label: others.length ? `x (η = ${rate})` : 'x',
          colour: 'x',
          value: (row) => main.points[row],
          explain: (row) => (stepped(row) ? () => explainPlace(ground, row) : undefined),
        },
        {
          label: 'f(x)',
          colour: 'f',
          value: (row) => main.values[row],
          explain: finite(main.values, explainValue),
        },
        {
          label: 'f′(x)',
          colour: 'gradient',
          value: (row) => main.gradients[row],
          explain: finite(main.gradients, explainSlope),
        },
        ...others.map((run, index) => ({
          label: `x (η = ${rates[index]})`,
          colour: lookOf(index + 1).ink,
          value: (row: number) => run.points[row],
        })),
      ],
      count: Math.max(...runs.map((run) => run.values.length)),
      current: this.player.position,
    };
  }

  /** The steps the reader has seen: what is to come stays to be found out. */
  #shownTable(model: Model, state: State): Table {
    return { ...this.table(model, state), count: Math.max(...model.runs.map((run) => run.shown)) + 1 };
  }

  protected facts({ runs }: Model): ReportOf<typeof facts> {
    const factsOf = (run: DescentRun) => ({
      outcome: run.outcomeNow,
      steps: run.position,
      x: run.points[run.position],
      value: run.values[run.position],
      slope: run.gradients[run.position],
    });
    const [main, ...others] = runs;
    return { ...factsOf(main), others: others.map(factsOf) };
  }
}
customElements.define('dh-descent-1d', Descent1d);
