/** Gradient descent on a function of two variables: on a map, in two slices, and on the surface itself. */
import { css, html } from 'lit';
import { getCore } from '../../core/core.ts';
import type { RemoteExpression } from '../../core/calculus/types.ts';
import { traceInTurns } from '../../plot/layers/contour.ts';
import type { Plot } from '../../plot/plot.ts';
import type { Surface } from '../../plot/surface.ts';
import { DescentRun } from '../../figures/descent/descent-run.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { roundTo } from '../../fields/fields.ts';
import { Handle } from '../../controls/handle.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import type { Stepper } from '../../widget/stepper.ts';
import type { Table } from '../../controls/table.ts';
import { LandscapeWidget, landscapePlan } from '../../figures/descent/landscape-widget.ts';
import type { Objective } from '../../figures/descent/landscape-widget.ts';
import { Cuts } from './cuts.ts';
import type { Site } from './cuts.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import { TerrainMap, levelsFor, roomy, surroundings } from './map.ts';
import type { Box, Terrain } from './map.ts';
import strings from './strings.json' with { type: 'json' };
import { Track } from './track.ts';
import { formatPoint, sentence } from './words.ts';
import '../../controls/data-table.ts';

type State = StateOf<typeof fields>;

/** Samples of the map: fine enough for smooth lines, few enough to be traced in a frame or two. */
const COLUMNS = 141;
const ROWS = 121;
const FIELD = { columns: 17, rows: 15 };

const PRESETS = ['x^2 + 2y^2', 'x^2 + 10y^2', '|x| + |y|', 'sin(x) + cos(y)', 'x^4 - 2x^2 + y^2', 'x y'];

const RUN_KEYS = ['objective', 'own', 'start', 'rate', 'optimizer', 'tolerance', 'limit'] as const;

const model = plan(fields)
  .with(landscapePlan)
  .derive('terrain', ['expression', 'objective', 'view', 'start'], survey, {
    keep: (_terrain, _inputs, same) => same('expression', 'objective', 'view'),
  })
  .derive('track', RUN_KEYS, async (of) => new Track(await descend(of)), { free: ({ run }) => run.free() });

type Model = ModelOf<typeof model>;

async function survey(
  of: { expression: RemoteExpression; objective: Objective; view: readonly number[]; start: readonly number[] },
  { first }: { first: boolean },
): Promise<Terrain> {
  const { landscape } = of.objective;
  const [xFrom, xTo, yFrom, yTo] = of.view;
  const box: Box =
    of.view.length === 4 && xFrom < xTo && yFrom < yTo
      ? [xFrom, xTo, yFrom, yTo]
      : landscape
        ? roomy([...landscape.x, ...landscape.y])
        : boxAround(of.start);
  const wide = surroundings(box);
  const x = [wide[0], wide[1]] as const;
  const y = [wide[2], wide[3]] as const;
  const slopes = await Promise.all((['x', 'y'] as const).map((variable) => of.expression.derivative(variable)));
  const [values, slopesX, slopesY] = await Promise.all([
    of.expression.grid([...x, COLUMNS], [...y, ROWS]),
    ...slopes.map((slope) => slope.grid([...x, FIELD.columns], [...y, FIELD.rows])),
  ]);
  slopes.forEach((slope) => void slope.free());
  const grid = { values, columns: COLUMNS, rows: ROWS, x, y };
  const place = (index: number, count: number, [from, to]: readonly [number, number]) =>
    from + ((to - from) * index) / (count - 1);
  const levels = levelsFor(grid, box, landscape?.kind);
  return {
    box,
    // Later the reader is zooming, and waits for the lines.
    contours: first ? await traceInTurns(grid, levels) : { grid, levels },
    field: {
      x: Float64Array.from(slopesX, (_, index) => place(index % FIELD.columns, FIELD.columns, x)),
      y: Float64Array.from(slopesX, (_, index) => place(Math.floor(index / FIELD.columns), FIELD.rows, y)),
      dx: slopesX,
      dy: slopesY,
    },
    minimisers: landscape?.minimisers ?? [],
  };
}

async function descend(of: {
  objective: Objective;
  own: Record<string, number>;
  start: readonly number[];
  rate: number;
  optimizer: string;
  tolerance: number;
  limit: number;
}): Promise<DescentRun> {
  return DescentRun.start(await getCore('optimize'), {
    expression: of.objective.expression,
    variables: ['x', 'y'],
    optimizer: of.optimizer,
    options: { 'learning-rate': of.rate, ...of.own },
    start: [...of.start],
    tolerance: of.tolerance,
    stepLimit: of.limit,
    direction: 'descent',
  });
}

export class Descent2d extends LandscapeWidget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    LandscapeWidget.styles,
    css`
      .slices {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-2);
      }
      .map {
        position: relative;
      }
      .zoom {
        position: absolute;
        z-index: 1;
        inset-block-start: var(--space-2);
        inset-inline-end: var(--space-2);
        display: flex;
        gap: var(--space-1);
      }
      .shown {
        display: grid;
        gap: var(--space-2);
      }
    `,
  ];

  protected readonly plan = model;

  #map: TerrainMap | undefined;
  #handle: Handle | undefined;
  #cuts: Cuts | undefined;
  #plots: Plot[] = [];
  #surface: Promise<Surface | undefined> | undefined;
  #painted: Partial<Pick<Model, 'terrain' | 'track'>> = {};

  // ---- State ------------------------------------------------------------------------------------------------------------------

  protected get anew(): Partial<State> {
    return { view: [] };
  }

  protected stepperOf(model: Model): Stepper {
    return model.track.run;
  }

  // ---- Figure -----------------------------------------------------------------------------------------------------------------

  protected figure(_model: Model, state: State) {
    const zoom = (key: string, sign: string, factor: number) =>
      html`<button
        type="button"
        aria-label=${this.sentences(key)}
        title=${this.sentences(key)}
        @click=${() => this.#zoom(factor)}
      >
        ${sign}
      </button>`;
    return html`<div class="map">
        <div class="zoom">${zoom('zoom-in', '+', 1 / 1.5)} ${zoom('zoom-out', '−', 1.5)}</div>
      </div>
      <div class="slices" data-part="cuts" ?hidden=${!state.cuts}>
        <div class="slice"></div>
        <div class="slice"></div>
      </div>
      <div class="surface" data-part="surface" ?hidden=${!state.surface}></div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#painted = {};
    this.#map = new TerrainMap(root.querySelector('.map')!, this.sentences('title'));
    this.#handle = new Handle(this.#map.plot, {
      label: this.sentences('start'),
      axes: 'both',
      ink: 'x',
      describe: (x, y) => formatPoint([x, y]),
      change: (x, y) => void this.propose({ start: [x, y] }),
    });
    this.#cuts = undefined;
    return (this.#plots = [this.#map.plot]);
  }

  /** The two slices, made when they are first looked at. */
  #openCuts(): Cuts {
    if (this.#cuts) return this.#cuts;
    const [first, second] = this.renderRoot.querySelectorAll('.slice');
    this.#cuts = new Cuts([first, second], [this.sentences('cut-x'), this.sentences('cut-y')]);
    this.#plots.push(...this.#cuts.plots);
    return this.#cuts;
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closeSurface();
  }

  protected paint(model: Model, state: State): void {
    const map = this.#map!;
    const track = model.track.extend();
    const fresh = this.#painted.terrain !== model.terrain;
    if (fresh) map.show(model.terrain);
    this.#handle!.moveTo(state.start[0], state.start[1]);
    map.fieldVisible = state.field;
    map.follow(track, this.player.position, this.player.arrival);
    if (state.cuts) void this.#openCuts().show(model.expression, model.terrain.box, this.#site(track));
    void this.#paintSurface(model, state);
    this.#painted = { terrain: model.terrain, track };
  }

  /** The last place of the run, up to the step that is shown, that is a point of the map. */
  #site(track: Track): Site {
    let step = this.player.position;
    while (step > 0 && !Number.isFinite(track.values[step])) step--;
    return {
      x: track.x[step],
      y: track.y[step],
      value: track.values[step],
      slopes: [track.gradients[2 * step], track.gradients[2 * step + 1]],
    };
  }

  async #paintSurface(model: Model, state: State): Promise<void> {
    if (!state.surface) return this.#closeSurface();
    this.#surface ??= this.#openSurface();
    const surface = await this.#surface;
    if (!surface || this.model !== model) return;
    const count = this.player.position + 1;
    const [xFrom, xTo, yFrom, yTo] = model.terrain.box;
    const inside = (index: number) =>
      model.track.x[index] >= xFrom &&
      model.track.x[index] <= xTo &&
      model.track.y[index] >= yFrom &&
      model.track.y[index] <= yTo;
    const shown = Array.from({ length: count }, (_, index) => index).filter(inside);
    surface.update({
      grid: model.terrain.contours.grid,
      log: (model.objective.landscape?.kind ?? 'saddle') !== 'saddle',
      paths: [
        { x: shown.map((index) => model.track.x[index]), y: shown.map((index) => model.track.y[index]), ink: 'x' },
      ],
    });
  }

  async #openSurface(): Promise<Surface | undefined> {
    const { openSurface, SurfaceUnavailableError } = await import('../../plot/surface.ts');
    try {
      return await openSurface(this.renderRoot.querySelector('.surface')!, {
        label: this.sentences('surface-label'),
        axes: { x: 'x', y: 'y', height: 'f' },
      });
    } catch (error) {
      if (!(error instanceof SurfaceUnavailableError)) throw error;
      this.tell(this.sentences('no-webgl'));
      void this.propose({ surface: false });
      return undefined;
    }
  }

  #closeSurface(): void {
    void this.#surface?.then((surface) => surface?.destroy());
    this.#surface = undefined;
  }

  #zoom(factor: number): void {
    const [xFrom, xTo, yFrom, yTo] = this.model!.terrain.box;
    const around = (from: number, to: number) => {
      const [centre, half] = [(from + to) / 2, ((to - from) / 2) * factor];
      return [roundTo(centre - half, 6), roundTo(centre + half, 6)];
    };
    void this.propose({ view: [...around(xFrom, xTo), ...around(yFrom, yTo)] });
  }

  // ---- Controls and words -------------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    return html`${this.landscapeControls(model, state, PRESETS)} ${this.control('rate')} ${this.control('start')}
      <div class="shown">${this.control('field')} ${this.control('cuts')} ${this.control('surface')}</div>
      <details>
        <summary>${this.sentences('stopping')}</summary>
        <div>${this.control('tolerance')} ${this.control('limit')} ${this.optimizerControls(model, state)}</div>
      </details>`;
  }

  protected details(model: Model, state: State) {
    const { run } = model.track;
    return html`<dh-data-table
      .caption=${this.sentences('steps-table')}
      .table=${{ ...this.table(model, state), count: run.shown + 1 }}
      @dh-row=${(event: CustomEvent<number>) => void this.player.seek(event.detail)}
    ></dh-data-table>`;
  }

  protected sentence(model: Model, state: State): string {
    return sentence(model.track.run, this.sentences, state.tolerance);
  }

  /** All steps computed. */
  protected table({ track: { run } }: Model, _state: State): Table {
    return {
      columns: [
        { label: this.sentences('steps-column'), value: (row) => row },
        { label: 'x', colour: 'x', value: (row) => run.points[2 * row] },
        { label: 'y', colour: 'x', value: (row) => run.points[2 * row + 1] },
        { label: 'f(x, y)', colour: 'f', value: (row) => run.values[row] },
        { label: '‖∇f‖', colour: 'gradient', value: (row) => run.gradientNorms[row] },
      ],
      count: run.values.length,
      current: this.player.position,
    };
  }

  protected facts({ track: { run } }: Model): ReportOf<typeof facts> {
    return {
      outcome: run.outcomeNow,
      steps: run.position,
      point: run.point(),
      value: run.values[run.position],
      gradientNorm: run.gradientNorms[run.position],
    };
  }
}

/** A part of the plane with the origin and the start well inside. */
function boxAround(start: readonly number[]): Box {
  const reach = Math.max(2, ...start.map(Math.abs)) * 1.3;
  const half = roundTo(reach, 2);
  return [-half, half, -half, half];
}

customElements.define('dh-descent-2d', Descent2d);
