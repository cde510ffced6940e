/** A ball on a curve: the tangent under it, and where adding or subtracting the slope leads. */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import type { RemoteExpression } from '../../core/calculus/types.ts';
import { nameParts } from '../../plot/parts.ts';
import type { Plot } from '../../plot/plot.ts';
import { DescentRun } from '../../figures/descent/descent-run.ts';
import type { ReportOf } from '../../fields/facts.ts';
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
import { widthOf } from '../../figures/descent/typed-curve.ts';
import type { TypedCurve } from '../../figures/descent/typed-curve.ts';
import { TypedCurveWidget, curvePlan } from '../../figures/descent/typed-curve-widget.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { Drawing } from './drawing.ts';
import type { Walk } from './drawing.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import { siteOf } from './site.ts';
import type { Site } from './site.ts';
import strings from './strings.json' with { type: 'json' };
import { TOLERANCE, format, sentence } from './words.ts';

type State = StateOf<typeof fields>;

const STEP_LIMIT = 200;
/** Rough places named below the figure. */
const MOST_LISTED = 6;

const PRESETS = ['x^2+2x+3', 'x^3-3x', 'sin(x)', '|x|', 'sign(x)', 'cbrt(x)', 'max(x, x^2)', 'log(x)', 'sin(x)/x'];

/** What the ball is put down anew for. */
const RUN_KEYS = ['f', 'x', 'direction', 'rate'] as const;

/** Can the ball be put there? A run may lead it farther away. */
const isAllowed = (x: number): boolean => x >= fields.x.minimum && x <= fields.x.maximum;

/** For a ball that cannot move. */
const still: Stepper = { position: 0, reached: 0, ended: true, seek: async () => {} };

/** A ball that was put down: where, and its run, if there is a slope to follow. */
interface Ball {
  start: Site;
  run: DescentRun | undefined;
}

const model = plan(fields)
  .with(curvePlan)
  .derive('ball', ['f', 'expression', 'derivative', 'curve', 'x', 'direction', 'rate'], putDown, {
    free: ({ run }) => run?.free(),
  });

type Model = ModelOf<typeof model>;

/** Put the ball down, and let it run ahead unseen if there is a slope to follow. */
async function putDown(of: {
  f: string;
  expression: RemoteExpression;
  derivative: RemoteExpression;
  curve: TypedCurve;
  x: number;
  direction: string;
  rate: number;
}): Promise<Ball> {
  const { x, curve } = of;
  const width = widthOf(curve);
  const rough = (place: Place) => ({ run: undefined, start: { x, value: place.value, slope: NaN, place } });
  const known = placeAt(curve.places, x, width);
  if (known) return rough(known);
  try {
    const run = await DescentRun.start(await getCore('optimize'), {
      expression: of.f,
      variables: ['x'],
      options: { 'learning-rate': of.rate },
      start: [x],
      tolerance: TOLERANCE,
      stepLimit: STEP_LIMIT,
      direction: of.direction as 'descent' | 'ascent',
    });
    return { run, start: { x, value: run.values[0], slope: run.gradients[0] } };
  } catch (error) {
    if (problemFrom(error).code !== 'undefined-at-start') throw error;
    const [around] = await lookAround(of.expression, of.derivative, [x], width);
    const found = judge(x, around);
    if (typeof found !== 'number') return rough(found);
    return { run: undefined, start: { x, value: around.value, slope: found } };
  }
}

export class Tangent extends TypedCurveWidget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    TypedCurveWidget.styles,
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

  protected readonly plan = model;

  /** A change to the run puts the ball down where it is now, and the steps are counted from there. */
  protected along(patch: Partial<State>): Partial<State> {
    if (!this.model || 'at' in patch || !RUN_KEYS.some((key) => key in patch)) return {};
    const { x } = this.#site(this.model);
    // A ball that has run away starts where it started before.
    return { ...(isAllowed(x) && { x }), at: 0 };
  }

  protected stepperOf({ ball }: Model): Stepper {
    return ball.run ?? still;
  }

  /** Where the ball is now. */
  #site({ ball: { run, start }, curve }: Model): Site {
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
    nameParts({ ball: this.#handle });
    return [this.#drawing.plot];
  }

  protected paint(model: Model, state: State): void {
    const drawing = this.#drawing!;
    if (this.#painted !== model.curve) drawing.show(model.curve, [state.from, state.to]);
    this.#painted = model.curve;
    const site = this.#site(model);
    const walk = model.ball.run && this.#walk(model.ball.run);
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
    return html`${this.functionControl(model, PRESETS)}
    ${this.control('x', { value: isAllowed(x) ? x : roundTo(x, 3), track: [state.from, state.to] })}
    ${this.control('direction', { labels: [this.sentences('descent'), this.sentences('ascent')] })}
    ${this.control('rate')} ${this.viewControl(state)}`;
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
    return sentence(this.#site(model), model.ball.run, state.direction === 'ascent', state.rate, this.sentences);
  }

  /** The steps the reader has seen. */
  protected table({ ball: { run, start } }: Model): Table {
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

  protected facts(model: Model): ReportOf<typeof facts> {
    const { x, value, slope, place } = this.#site(model);
    const { run } = model.ball;
    const kink = place?.kind === 'kink' ? place : undefined;
    return {
      outcome: run?.outcomeNow ?? 'undefined',
      steps: run?.position ?? 0,
      x,
      value,
      slope,
      place: place?.kind ?? 'smooth',
      left: kink?.left.slope ?? null,
      right: kink?.right.slope ?? null,
    };
  }
}
customElements.define('dh-tangent', Tangent);
