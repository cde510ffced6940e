/** Two points on a curve: the secant through them, how it becomes the tangent, and how exact its slope is as the gap shrinks. */
import { css, html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { getCore } from '../../core/core.ts';
import type { RemoteExpression } from '../../core/types.ts';
import type { Ink } from '../../plot/inks.ts';
import type { Plot } from '../../plot/plot.ts';
import { roundTo } from '../../fields/fields.ts';
import type { StateOf } from '../../fields/fields.ts';
import { Handle } from '../../controls/handle.ts';
import type { Table } from '../../controls/table.ts';
import { covers, typedCurve } from '../../figures/descent/typed-curve.ts';
import type { TypedCurve } from '../../figures/descent/typed-curve.ts';
import { Widget } from '../../widget/widget.ts';
import { CurvePlot } from './curve-plot.ts';
import { ErrorPlot, LOOKS } from './error-plot.ts';
import { spotAt } from './spot.ts';
import type { Spot } from './spot.ts';
import strings from './strings.json' with { type: 'json' };
import { LARGEST, METHODS, SMALLEST, sweepOf } from './sweep.ts';
import type { Sweep } from './sweep.ts';
import { format, sentence, slopeDigits } from './words.ts';
import '../../controls/interval.ts';

const fields = {
  f: { kind: 'text', default: 'x^2+2x+3', symbol: 'f', colour: 'f' },
  x: { kind: 'number', default: 1, minimum: -1e6, maximum: 1e6, symbol: 'x', colour: 'x' },
  h: {
    kind: 'number',
    default: 1,
    minimum: SMALLEST,
    maximum: LARGEST,
    scale: 'logarithmic',
    precision: 2,
    symbol: 'h',
    colour: 'step',
  },
  from: { kind: 'number', default: -4, minimum: -1e9, maximum: 1e9 },
  to: { kind: 'number', default: 3, minimum: -1e9, maximum: 1e9 },
} as const;

type State = StateOf<typeof fields>;

interface Model {
  f: RemoteExpression;
  /** f′ as an expression of its own, for slopes beside a place that has none. */
  derivative: RemoteExpression;
  latex: string;
  curve: TypedCurve;
  sweep: Sweep;
  spot: Spot;
}

const PRESETS = ['x^2+2x+3', 'x^3', 'sin(x)', 'exp(x)', '1/x', '|x|', 'sqrt(x)', '2x+1'];

export class Secant extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
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

  #curvePlot: CurvePlot | undefined;
  #errorPlot: ErrorPlot | undefined;
  #first: Handle | undefined;
  #second: Handle | undefined;
  #gap: Handle | undefined;
  #painted: Partial<Pick<Model, 'curve' | 'sweep'>> = {};

  protected async prepare(state: State, current: { state: State; model: Model } | undefined): Promise<Model> {
    const core = await getCore();
    const same = (keys: readonly (keyof State)[]) => current && keys.every((key) => current.state[key] === state[key]);
    const kept = current?.model;
    const f = same(['f']) ? kept!.f : await this.blame('f', core.expression(state.f, ['x']));
    const derivative = same(['f']) ? kept!.derivative : await f.derivative('x');
    const seen = same(['f', 'from', 'to']) && covers(kept!.curve, state.x);
    const [curve, sweep, latex] = await Promise.all([
      seen ? kept!.curve : typedCurve(f, derivative, state, state.x),
      same(['f', 'x']) ? kept!.sweep : sweepOf(f, state.x),
      same(['f']) ? kept!.latex : f.latex,
    ]);
    return {
      f,
      derivative,
      latex,
      curve,
      sweep,
      spot: await spotAt({ f, derivative, curve, sweep }, state.x, state.h),
    };
  }

  protected release(model: Model, next?: Model): void {
    if (next?.f !== model.f) void model.f.free();
    if (next?.derivative !== model.derivative) void model.derivative.free();
  }

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
    return [plot, this.#errorPlot.plot];
  }

  /** How near the second point can be dragged to the first: what a few pixels can tell. */
  get #nearest(): number {
    const [from, to] = this.#curvePlot!.plot.domain.x;
    return roundTo((to - from) / 500, 1);
  }

  protected paint({ curve, sweep, spot }: Model, { from, to, h }: State): void {
    const [curvePlot, errorPlot] = [this.#curvePlot!, this.#errorPlot!];
    const words = { secant: this.sentences('secant-line'), tangent: this.sentences('tangent-line') };
    if (this.#painted.curve !== curve) curvePlot.show(curve, [from, to], words);
    if (this.#painted.sweep !== sweep) errorPlot.show(sweep);
    this.#painted = { curve, sweep };
    curvePlot.stand(spot, h);
    errorPlot.stand(spot, h);
    this.#first!.moveTo(spot.x, spot.value);
    this.#second!.moveTo(spot.second, spot.secondValue);
    this.#gap!.moveTo(h, errorPlot.heightOf(spot.errors.forward));
  }

  // ---- Controls and words ----------------------------------------------------------------------------------------------------

  protected controls({ latex, spot }: Model, state: State) {
    return html`${this.control('f', { latex, left: '\\f(\\x)', presets: PRESETS })}
      ${this.control('x', { track: [state.from, state.to] })} ${this.control('h')}
      <dh-interval
        .label=${this.sentences('view')}
        .from=${state.from}
        .to=${state.to}
        .error=${this.errorOf('from', 'to')}
        @dh-input=${(event: CustomEvent<{ from: number; to: number }>) => void this.propose(event.detail)}
      ></dh-interval>
      ${this.#numbers(spot, state)}`;
  }

  #numbers({ slope, exact, errors }: Spot, { h }: State) {
    const row = (key: string, ink: Ink, number: string) =>
      html`<tr>
        <th scope="row" style=${styleMap({ color: `var(--dh-${ink})` })}>${this.sentences(key)}</th>
        <td>${number}</td>
      </tr>`;
    return html`<table class="numbers">
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

  protected sentence({ spot, sweep }: Model, { h }: State): string {
    return sentence(spot, sweep, h, this.sentences);
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

  get report() {
    if (!this.model) return {};
    const { slope, exact, errors, place } = this.model.spot;
    return { slope, exact, error: errors.forward, ...errors, place: place?.kind ?? 'smooth' };
  }
}
customElements.define('dh-secant', Secant);
