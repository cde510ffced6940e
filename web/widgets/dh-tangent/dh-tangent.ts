/** A ball on a curve: the tangent under it, and where adding or subtracting the slope leads. */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import type { RemoteCore, RemoteExpression } from '../../core/types.ts';
import type { Plot } from '../../plot/plot.ts';
import { DescentRun } from '../../figures/descent/descent-run.ts';
import { roundTo } from '../../fields/fields.ts';
import type { StateOf } from '../../fields/fields.ts';
import { Handle } from '../../controls/handle.ts';
import { showsHandle } from '../../controls/handle-sight.ts';
import { judge, lookAround, placeAt } from '../../figures/descent/places.ts';
import type { Place } from '../../figures/descent/places.ts';
import { problemFrom } from '../../fields/problem.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { strideOf } from '../../figures/descent/stride.ts';
import { say } from '../../language/strings.ts';
import type { Table } from '../../controls/table.ts';
import { covers, typedCurve, widthOf } from '../../figures/descent/typed-curve.ts';
import type { TypedCurve } from '../../figures/descent/typed-curve.ts';
import { Widget } from '../../widget/widget.ts';
import { Drawing } from './drawing.ts';
import type { Walk } from './drawing.ts';
import { siteOf } from './site.ts';
import type { Site } from './site.ts';
import strings from './strings.json' with { type: 'json' };
import { TOLERANCE, format, sentence } from './words.ts';
import '../../controls/interval.ts';

const fields = {
  f: { kind: 'text', default: 'x^2+2x+3', symbol: 'f', colour: 'f' },
  x: { kind: 'number', default: 2, minimum: -1e6, maximum: 1e6, symbol: 'x', colour: 'x' },
  direction: { kind: 'choice', default: 'descent', options: ['descent', 'ascent'] },
  rate: {
    kind: 'number',
    default: 0.1,
    minimum: 1e-6,
    maximum: 1000,
    track: [0.01, 2],
    scale: 'logarithmic',
    symbol: 'η',
    colour: 'rate',
    parameter: 'learning-rate',
  },
  at: { kind: 'number', default: 0, minimum: 0, maximum: 100_000, integer: true },
  from: { kind: 'number', default: -5, minimum: -1e9, maximum: 1e9 },
  to: { kind: 'number', default: 3.5, minimum: -1e9, maximum: 1e9 },
} as const;

type State = StateOf<typeof fields>;

interface Model {
  f: RemoteExpression;
  /** f′ as an expression of its own, for slopes beside a place that has none. */
  derivative: RemoteExpression;
  latex: string;
  curve: TypedCurve;
  /** Undefined where no run can start. */
  run: DescentRun | undefined;
  stepper: Stepper;
  /** Where the ball was put. */
  start: Site;
}

const STEP_LIMIT = 200;
/** Rough places named below the figure. */
const MOST_LISTED = 6;

const PRESETS = ['x^2+2x+3', 'x^3-3x', 'sin(x)', '|x|', 'sign(x)', 'cbrt(x)', 'max(x, x^2)', 'log(x)', 'sin(x)/x'];

const VIEW_KEYS = ['f', 'from', 'to'] as const;
const RUN_KEYS = ['f', 'x', 'direction', 'rate'] as const;

/** Can the ball be put there? A run may lead it farther away. */
const isAllowed = (x: number): boolean => x >= fields.x.minimum && x <= fields.x.maximum;

/** For a ball that cannot move. */
const still: Stepper = { position: 0, reached: 0, ended: true, seek: async () => {} };

export class Tangent extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    css`
      .rough {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
        margin: 0;
      }
    `,
  ];

  #drawing: Drawing | undefined;
  #handle: Handle | undefined;
  #painted: TypedCurve | undefined;

  /** A change to the run puts the ball down where it is now, and the steps are counted from there. */
  propose(patch: Partial<State>): Promise<boolean> {
    if (!this.model || 'at' in patch || !RUN_KEYS.some((key) => key in patch)) return super.propose(patch);
    const { x } = this.#site(this.model);
    // A ball that has run away starts where it started before.
    return super.propose({ ...(isAllowed(x) && { x }), ...patch, at: 0 });
  }

  protected async prepare(state: State, current: { state: State; model: Model } | undefined): Promise<Model> {
    const core = await getCore();
    const same = (keys: readonly (keyof State)[]) => current && keys.every((key) => current.state[key] === state[key]);
    const kept = current?.model;
    const f = same(['f']) ? kept!.f : await this.blame('f', core.expression(state.f, ['x']));
    const derivative = same(['f']) ? kept!.derivative : await f.derivative('x');
    const seen = same(VIEW_KEYS) && covers(kept!.curve, state.x);
    const curve = seen ? kept!.curve : await typedCurve(f, derivative, state, state.x);
    const { run, stepper, start } =
      seen && same(RUN_KEYS) ? kept! : await this.#start(core, { f, derivative, curve }, state);
    const latex = same(['f']) ? kept!.latex : await f.latex;
    return { f, derivative, latex, curve, run, stepper, start };
  }

  /** Put the ball down, and let it run ahead unseen if there is a slope to follow. */
  async #start(
    core: RemoteCore,
    { f, derivative, curve }: Pick<Model, 'f' | 'derivative' | 'curve'>,
    state: State,
  ): Promise<Pick<Model, 'run' | 'stepper' | 'start'>> {
    const { x } = state;
    const width = widthOf(curve);
    const rough = (place: Place) => ({
      run: undefined,
      stepper: still,
      start: { x, value: place.value, slope: NaN, place },
    });
    const known = placeAt(curve.places, x, width);
    if (known) return rough(known);
    try {
      const run = await DescentRun.start(core, {
        expression: state.f,
        variables: ['x'],
        options: { 'learning-rate': state.rate },
        start: [x],
        tolerance: TOLERANCE,
        stepLimit: STEP_LIMIT,
        direction: state.direction as 'descent' | 'ascent',
      });
      return { run, stepper: run, start: { x, value: run.values[0], slope: run.gradients[0] } };
    } catch (error) {
      if (problemFrom(error).code !== 'undefined-at-start') throw error;
      const [around] = await lookAround(f, derivative, [x], width);
      const found = judge(x, around);
      if (typeof found !== 'number') return rough(found);
      return { run: undefined, stepper: still, start: { x, value: around.value, slope: found } };
    }
  }

  protected release(model: Model, next?: Model): void {
    if (next?.f !== model.f) void model.f.free();
    if (next?.derivative !== model.derivative) void model.derivative.free();
    if (next?.run !== model.run) model.run?.free();
  }

  protected stepperOf(model: Model): Stepper {
    return model.stepper;
  }

  /** Where the ball is now. */
  #site({ run, start, curve }: Model): Site {
    return run ? siteOf(run, run.position, curve) : start;
  }

  // ---- Figure ----------------------------------------------------------------------------------------------------------------

  protected setUp(root: ShadowRoot): Plot[] {
    this.#painted = undefined;
    this.#drawing = new Drawing(root.querySelector('.plot')!, this.sentences('title'));
    this.#handle = new Handle(this.#drawing.plot, {
      label: this.sentences('x'),
      axes: 'x',
      ink: 'x',
      catches: () => this.model!.curve.places.flatMap(({ kind, x }) => (kind === 'gap' ? [] : [x])),
      describe: (x) => `x = ${format(x)}`,
      change: (x) => {
        this.pause();
        void this.propose({ x });
      },
    });
    return [this.#drawing.plot];
  }

  protected paint(model: Model, state: State): void {
    const drawing = this.#drawing!;
    if (this.#painted !== model.curve) drawing.show(model.curve, [state.from, state.to]);
    this.#painted = model.curve;
    const site = this.#site(model);
    const walk = model.run && this.#walk(model.run);
    const sign = state.direction === 'ascent' ? 1 : -1;
    drawing.stand(site, sign, state.rate, { left: this.sentences('left'), right: this.sentences('right') }, walk);
    const moving = walk?.stride.moving ? walk.stride : undefined;
    const [x, y] = moving ? [moving.x + moving.reach, moving.height] : [site.x, site.value];
    this.#handle!.moveTo(x, y);
    this.#handle!.visible = showsHandle(drawing.plot, this.#handle!, x, y);
  }

  #walk(run: DescentRun): Walk {
    const stride = strideOf(run, this.player.arrival);
    return { x: run.points, y: run.values, current: stride.moving ? run.position - 1 : run.position, stride };
  }

  // ---- Controls and words ----------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    const { x } = this.#site(model);
    return html`${this.control('f', { latex: model.latex, left: '\\f(\\x)', presets: PRESETS })}
      ${this.control('x', { value: isAllowed(x) ? x : roundTo(x, 3), track: [state.from, state.to] })}
      ${this.control('direction', { labels: [this.sentences('descent'), this.sentences('ascent')] })}
      ${this.control('rate')}
      <dh-interval
        .label=${this.sentences('view')}
        .from=${state.from}
        .to=${state.to}
        .error=${this.errorOf('from', 'to')}
        @dh-input=${(event: CustomEvent<{ from: number; to: number }>) => void this.propose(event.detail)}
      ></dh-interval>`;
  }

  protected details({ curve: { places, looked } }: Model) {
    if (places.length === 0) return nothing;
    const left = places.length - MOST_LISTED;
    return html`<p class="rough">
      ${this.sentences('rough')}: ${places.slice(0, MOST_LISTED).map((place) => this.#rough(place, looked))}
      ${left > 0 ? this.sentences('more', { count: left }) : nothing}
    </p>`;
  }

  #rough({ kind, x, to }: Place, [first, last]: readonly [number, number]) {
    const name = say(`place-${kind}`);
    // How far a gap goes beyond the interval is not known, nor told.
    const range = [x > first && `${format(x)} <`, 'x', to < last && `< ${format(to)}`].filter(Boolean).join(' ');
    if (kind === 'gap') return html`<span>${range} (${name})</span>`;
    return html`<button type="button" @click=${() => void this.propose({ x })}>x = ${format(x)} (${name})</button>`;
  }

  protected sentence(model: Model, state: State): string {
    return sentence(this.#site(model), model.run, state.direction === 'ascent', state.rate, this.sentences);
  }

  /** The steps the reader has seen. */
  protected table({ run, start }: Model): Table {
    const column = (walked: readonly number[] | undefined, put: number) => (row: number) => walked?.[row] ?? put;
    return {
      columns: [
        { label: this.sentences('step-column'), value: (row) => row },
        { label: 'x', colour: 'x', value: column(run?.points, start.x) },
        { label: 'f(x)', colour: 'f', value: column(run?.values, start.value) },
        { label: 'f′(x)', colour: 'gradient', value: column(run?.gradients, start.slope) },
      ],
      count: (run?.shown ?? 0) + 1,
      current: this.player.position,
    };
  }

  get report() {
    if (!this.model) return {};
    const { x, value, slope, place } = this.#site(this.model);
    const { run } = this.model;
    return {
      outcome: run?.outcomeNow ?? 'undefined',
      steps: run?.position ?? 0,
      x,
      value,
      slope,
      /** `smooth`, or the kind of the place that has no slope. */
      place: place?.kind ?? 'smooth',
      ...(place?.kind === 'kink' && { left: place.left.slope, right: place.right.slope }),
    };
  }
}
customElements.define('dh-tangent', Tangent);
