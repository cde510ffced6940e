/** Two points on a curve: the secant through them, how it becomes the tangent, and how exact its slope is as the gap shrinks. */
import { css, html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Ink } from '../../plot/inks.ts';
import { nameParts } from '../../plot/parts.ts';
import type { Plot } from '../../plot/plot.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { roundTo } from '../../fields/fields.ts';
import type { StateOf } from '../../fields/fields.ts';
import { Handle } from '../../controls/handle.ts';
import type { Table } from '../../controls/table.ts';
import { TypedCurveWidget, curvePlan } from '../../figures/descent/typed-curve-widget.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { CurvePlot } from './curve-plot.ts';
import { ErrorPlot, LOOKS } from './error-plot.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import { pairAt } from './pair.ts';
import type { Pair } from './pair.ts';
import strings from './strings.json' with { type: 'json' };
import { LARGEST, METHODS, sweepOf } from './sweep.ts';
import { format, sentence, slopeDigits } from './words.ts';

type State = StateOf<typeof fields>;

const model = plan(fields)
  .with(curvePlan)
  .derive('sweep', ['expression', 'x'], ({ expression, x }) => sweepOf(expression, x))
  .derive('pair', ['expression', 'derivative', 'curve', 'sweep', 'x', 'h'], pairAt);

type Model = ModelOf<typeof model>;

const PRESETS = ['x^2+2x+3', 'x^3', 'sin(x)', 'exp(x)', '1/x', '|x|', 'sqrt(x)', '2x+1'];

export class Secant extends TypedCurveWidget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    TypedCurveWidget.styles,
    css`
      .numbers {
        width: 100%;
        border-collapse: collapse;
      }
      .numbers th,
      .numbers td {
        padding: 0.15rem 0;
        border-block-end: 1px solid var(--dh-line);
        font-weight: 400;
        text-align: start;
      }
      .numbers td {
        text-align: end;
        white-space: nowrap;
      }
      .numbers [scope='colgroup'] {
        padding-block-start: var(--space-2);
      }
    `,
  ];

  protected readonly plan = model;

  #curvePlot: CurvePlot | undefined;
  #errorPlot: ErrorPlot | undefined;
  #first: Handle | undefined;
  #second: Handle | undefined;
  #gap: Handle | undefined;
  #painted: Partial<Pick<Model, 'curve' | 'sweep'>> = {};

  // ---- Figure ----------------------------------------------------------------------------------------------------------------

  protected figure() {
    return html`<div class="curve"></div>
      <div class="errors"></div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#painted = {};
    this.#curvePlot = new CurvePlot(root.querySelector('.curve')!, this.sentences('curve-title'));
    this.#errorPlot = new ErrorPlot(root.querySelector('.errors')!, this.sentences('errors-title'));
    const names = [...METHODS, 'dual', 'error'] as const;
    this.#errorPlot.name(
      Object.fromEntries(names.map((key) => [key, this.sentences(key)])) as Record<(typeof names)[number], string>,
    );
    const { plot } = this.#curvePlot;
    // The first point lies on top: where both are in one place it is the one to be moved.
    this.#second = new Handle(plot, {
      label: this.sentences('second-point'),
      axes: 'x',
      ink: 'step',
      constrain: (x, y) => [Math.max(x, this.state.x + this.#nearest), y],
      describe: (x) => `x + h = ${format(x)}`,
      change: (x) => void this.propose({ h: roundTo(Math.min(x - this.state.x, LARGEST), 12) }),
    });
    this.#first = new Handle(plot, {
      label: this.sentences('x'),
      axes: 'x',
      ink: 'x',
      catches: () => this.model!.curve.places.flatMap(({ kind, x }) => (kind === 'gap' ? [] : [x])),
      describe: (x) => `x = ${format(x)}`,
      change: (x) => void this.propose({ x }),
    });
    this.#gap = new Handle(this.#errorPlot.plot, {
      label: this.sentences('h-handle'),
      axes: 'x',
      ink: 'step',
      describe: (h) => `h = ${format(h)}`,
      change: (h) => void this.propose({ h }),
    });
    nameParts({ second: this.#second, first: this.#first, here: this.#gap });
    return [plot, this.#errorPlot.plot];
  }

  /** How near the second point can be dragged to the first: what a few pixels can tell. */
  get #nearest(): number {
    const [from, to] = this.#curvePlot!.plot.domain.x;
    return roundTo((to - from) / 500, 1);
  }

  protected paint({ curve, sweep, pair }: Model, { from, to, h }: State): void {
    const [curvePlot, errorPlot] = [this.#curvePlot!, this.#errorPlot!];
    const words = { secant: this.sentences('secant-line'), tangent: this.sentences('tangent-line') };
    if (this.#painted.curve !== curve) curvePlot.show(curve, [from, to], words);
    if (this.#painted.sweep !== sweep) errorPlot.show(sweep);
    this.#painted = { curve, sweep };
    curvePlot.stand(pair, h);
    errorPlot.stand(pair, h);
    this.#first!.moveTo(pair.x, pair.value);
    this.#second!.moveTo(pair.second, pair.secondValue);
    this.#gap!.moveTo(h, errorPlot.heightOf(pair.errors.forward));
  }

  // ---- Controls and words ----------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    return html`${this.functionControl(model, PRESETS)} ${this.control('x', { track: [state.from, state.to] })}
    ${this.control('h')} ${this.viewControl(state)} ${this.#numbers(model.pair, state)}`;
  }

  #numbers({ slope, exact, errors }: Pair, { h }: State) {
    const row = (key: string, ink: Ink, number: string) =>
      html`<tr>
        <th scope="row" style=${styleMap({ color: `var(--dh-${ink})` })}>${this.sentences(key)}</th>
        <td>${number}</td>
      </tr>`;
    return html`<table class="numbers" data-part="numbers">
      <tbody>
        ${row('slope-of-secant', LOOKS.forward.ink, format(slope, slopeDigits(slope, exact)))}
        ${row('derivative', 'gradient', format(exact))}
      </tbody>
      <tbody>
        <tr>
          <th scope="colgroup" colspan="2">${this.sentences('errors-at', { h: format(h, 2) })}</th>
        </tr>
        ${METHODS.map((method) => row(method, LOOKS[method].ink, format(errors[method], 2)))}
        ${Number.isFinite(exact) ? row('dual', 'gradient', this.sentences('reference')) : nothing}
      </tbody>
    </table>`;
  }

  protected sentence({ pair, sweep }: Model, { h }: State): string {
    return sentence(pair, sweep, h, this.sentences);
  }

  /** The errors for all step sizes of the lower plot. */
  protected table({ sweep: { h, errors } }: Model): Table {
    return {
      columns: [
        { label: 'h', colour: 'step', value: (row) => h[row] },
        ...METHODS.map((method) => ({
          label: this.sentences(method),
          colour: LOOKS[method].ink,
          value: (row: number) => errors[method][row],
        })),
      ],
      count: h.length,
    };
  }

  protected facts({ pair: { slope, exact, errors, place } }: Model): ReportOf<typeof facts> {
    return { slope, exact, error: errors.forward, ...errors, place: place?.kind ?? 'smooth' };
  }
}
customElements.define('dh-secant', Secant);
