/** Regression by descent: a line among its points, and the same line as a point that walks down the map of the loss. */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import type { Grid } from '../../plot/grid.ts';
import type { Domain, Plot } from '../../plot/plot.ts';
import type { Option } from '../../controls/choice.ts';
import { numberList } from '../../figures/data/data-controls.ts';
import { dataFields } from '../../figures/data/data-set.ts';
import type { DataSet } from '../../figures/data/data-set.ts';
import { DataWidget } from '../../figures/data/data-widget.ts';
import type { StateOf } from '../../fields/fields.ts';
import { lineText } from '../../figures/data/line.ts';
import { LossMap } from '../../figures/data/loss-map.ts';
import type { PointEditor } from '../../figures/data/point-editor.ts';
import { LOSSES, pose, survey, within } from '../../figures/data/posed-regression.ts';
import type { Posed } from '../../figures/data/posed-regression.ts';
import { RegressionRun } from '../../figures/data/regression-run.ts';
import { lineWithoutNoise, lossWithoutNoise } from '../../figures/data/rounding-noise.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { ease } from '../../figures/descent/stride.ts';
import { sideBySideStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import { DataPlot } from './drawing.ts';
import strings from './strings.json' with { type: 'json' };
import { format, formatPair, sentence } from './words.ts';
import '../../controls/data-table.ts';

const fields = {
  ...dataFields,
  loss: { kind: 'choice', default: 'mean-squared', options: LOSSES },
  rate: {
    kind: 'number',
    default: 0.02,
    minimum: 1e-7,
    maximum: 100,
    track: [1e-5, 2],
    scale: 'logarithmic',
    symbol: 'η',
    colour: 'rate',
    parameter: 'learning-rate',
  },
  limit: {
    kind: 'number',
    default: 200,
    minimum: 1,
    maximum: 100_000,
    track: [1, 10_000],
    scale: 'logarithmic',
    precision: 2,
    integer: true,
    symbol: 'T',
    parameter: 'step-limit',
  },
  scaling: { kind: 'flag', default: false },
  start: { kind: 'point', default: [0, 0], minimum: -1e9, maximum: 1e9, symbol: '(β₀, β₁)', colour: 'prediction' },
  residuals: { kind: 'flag', default: true },
  at: { kind: 'number', default: 0, minimum: 0, maximum: 100_000, integer: true },
} as const;

type State = StateOf<typeof fields>;

/** What stands once there are points. */
interface Walk {
  posed: Posed;
  grid: Grid;
  run: RegressionRun;
  /** The coefficients of the run, step by step. */
  way: { intercepts: number[]; slopes: number[] };
}

interface Model {
  data: DataSet;
  options: readonly Option[];
  window: Domain;
  walk: Walk | undefined;
}

/** ε of the stopping rule on the gradient's norm. */
const TOLERANCE = 1e-6;

const PROBLEM_KEYS = ['loss', 'scaling'] as const;
const RUN_KEYS = [...PROBLEM_KEYS, 'rate', 'limit', 'start'] as const;

export class RegressionByDescent extends DataWidget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    DataWidget.styles,
    sideBySideStyles,
    css`
      :host {
        --control-columns: 3;
      }
    `,
  ];

  #dataPlot: DataPlot | undefined;
  #map: LossMap | undefined;
  #painted: { window?: Domain; data?: DataSet; grid?: Grid } = {};

  // ---- State ------------------------------------------------------------------------------------------------------------------

  protected async prepare(state: State, current: { state: State; model: Model } | undefined): Promise<Model> {
    const core = await getCore();
    const data = await this.source.open(state);
    const options = await this.source.options();
    const same = (keys: readonly (keyof State)[]) =>
      current?.model.data === data && keys.every((key) => current.state[key] === state[key]);
    const window = same([]) ? current!.model.window : this.windowFor(data, state, current?.model.window);
    if (same(RUN_KEYS)) return { ...current!.model, options };

    const before = current?.model.walk;
    const posed =
      same(PROBLEM_KEYS) && before
        ? before.posed
        : await pose(core, data, state.loss as (typeof LOSSES)[number], state.scaling);
    if (!posed) return { data, options, window, walk: undefined };
    const run = await RegressionRun.start(posed.regression, {
      options: { 'learning-rate': state.rate },
      start: state.start,
      stepLimit: state.limit,
      tolerance: TOLERANCE,
    });
    // The map stays where it is while start and points are dragged within it.
    const stays = before && current!.state.scaling === state.scaling && current!.state.loss === state.loss;
    const keepsMap =
      stays &&
      (before.posed === posed || this.movedByHand(state)) &&
      within(before.grid, state.start) &&
      within(before.grid, posed.facts.minimiser);
    const grid = !keepsMap
      ? await survey(posed, state.start)
      : before.posed === posed
        ? before.grid
        : await survey(posed, state.start, before.grid);
    return { data, options, window, walk: { posed, grid, run, way: { intercepts: [], slopes: [] } } };
  }

  protected release({ walk }: Model, next?: Model): void {
    if (!walk) return;
    if (next?.walk?.run !== walk.run) walk.run.free();
    if (next?.walk?.posed !== walk.posed) void walk.posed.regression.free();
  }

  protected stepperOf(model: Model): Stepper | undefined {
    return model.walk?.run;
  }

  // ---- Figure -----------------------------------------------------------------------------------------------------------------

  protected figure() {
    return html`<div class="side-by-side">
      <div class="data"></div>
      <div class="map"></div>
    </div>`;
  }

  protected get pointEditor(): PointEditor | undefined {
    return this.#dataPlot?.points;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#painted = {};
    const say = this.sentences;
    this.#dataPlot = new DataPlot(
      root.querySelector('.data')!,
      { title: say('data-plot'), line: say('the-line'), best: say('the-best') },
      (change) => this.edit(change),
    );
    this.#map = new LossMap(
      root.querySelector('.map')!,
      say('map'),
      {
        label: say('start'),
        ink: 'prediction',
        describe: (x, y) => `β = ${formatPair([x, y])}`,
        change: (x, y) => void this.propose({ start: [x, y] }),
      },
      [{ ink: 'prediction', marker: 'circle' }],
    );
    return [this.#dataPlot.plot, this.#map.plot];
  }

  protected paint({ data, window, walk }: Model, state: State): void {
    const [dataPlot, map] = [this.#dataPlot!, this.#map!];
    dataPlot.points.removing = this.removing;
    if (this.#painted.window !== window || this.#painted.data !== data) dataPlot.look(window, data.names);
    if (walk && this.#painted.grid !== walk.grid) map.look(walk.grid, state.scaling);
    this.#painted = { window, data, grid: walk?.grid };
    if (!walk) {
      map.clear();
      return dataPlot.show(data, undefined, undefined, false);
    }
    const { posed, run, way } = walk;
    for (let step = way.slopes.length; step <= run.reached; ++step) {
      const [intercept, slope] = run.point(step);
      way.intercepts.push(intercept);
      way.slopes.push(slope);
    }
    const { arrival } = this.player;
    const moving = arrival < 1 && run.position > 0;
    const from = moving ? run.position - 1 : run.position;
    const [before, after] = [run.point(from), run.point()];
    const here = moving ? before.map((value, axis) => value + (after[axis] - value) * ease(arrival)) : after;
    map.show([{ x: way.intercepts, y: way.slopes, current: from, here }], state.start, posed.facts.minimiser);
    dataPlot.show(data, posed.lineOf(here), posed.best, state.residuals);
  }

  // ---- Controls and words -------------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    const largest = model.walk?.posed.facts.curvatures?.[1];
    const marks = largest ? [{ value: 2 / largest, label: '2/L' }] : [];
    const losses = LOSSES.map((id) => this.sentences(`loss-${id}`));
    return html`${this.dataControls(model, state)} ${this.control('loss', { labels: losses })}
    ${this.control('rate', { marks })} ${this.control('limit')} ${this.control('start')} ${this.control('scaling')}
    ${this.control('residuals')}`;
  }

  protected details(model: Model, state: State) {
    const { walk } = model;
    return html`${walk ? this.#numbers(walk, model, state) : nothing}
    ${
      walk
        ? html`<dh-data-table
            .caption=${this.sentences('steps-table')}
            .table=${this.table(model, state)}
            @dh-row=${(event: CustomEvent<number>) => void this.player.seek(event.detail)}
          ></dh-data-table>`
        : nothing
    }
    ${this.dataDetails(model)}`;
  }

  #numbers({ posed: { facts, best } }: Walk, { data }: Model, { loss }: State) {
    const { curvatures } = facts;
    return numberList([
      [this.sentences('best-line'), lineText(lineWithoutNoise(best, data))],
      [this.sentences('least-loss'), format(lossWithoutNoise(facts.leastLoss, data.y, loss))],
      [this.sentences('condition'), format(facts.condition)],
      ...(curvatures
        ? ([
            [this.sentences('curvature-ratio'), format(curvatures[1] / curvatures[0])],
            [this.sentences('largest-rate'), format(2 / curvatures[1])],
          ] as const)
        : ([[this.sentences('largest-rate'), this.sentences('no-largest-rate')]] as const)),
    ]);
  }

  protected sentence({ walk, data }: Model, state: State): string {
    return sentence(this.sentences, walk, data, state);
  }

  protected table({ walk }: Model, { scaling }: State): Table {
    if (!walk) return { columns: [], count: 0 };
    const { run, posed } = walk;
    const star = scaling ? '*' : '';
    return {
      columns: [
        { label: this.sentences('steps-column'), value: (row) => row },
        { label: `β₀${star}`, colour: 'prediction', value: (row) => run.point(row)[0] },
        { label: `β₁${star}`, colour: 'prediction', value: (row) => run.point(row)[1] },
        ...(scaling
          ? [
              { label: 'β₀', colour: 'prediction', value: (row: number) => posed.lineOf(run.point(row)).intercept },
              { label: 'β₁', colour: 'prediction', value: (row: number) => posed.lineOf(run.point(row)).slope },
            ]
          : []),
        { label: this.sentences('loss'), colour: 'f', value: (row) => run.losses[row] },
      ],
      count: run.position + 1,
      current: run.position,
    };
  }

  get report() {
    const walk = this.model?.walk;
    if (!walk) return {};
    const { run, posed } = walk;
    const [loss, point] = [run.losses[run.position], run.point()];
    return {
      points: this.model!.data.x.length,
      steps: run.position,
      outcome: run.outcomeNow,
      loss: Number.isFinite(loss) ? loss : null,
      gap: Number.isFinite(loss) ? loss - posed.facts.leastLoss : null,
      point: point.every(Number.isFinite) ? point : null,
      condition: Number.isFinite(posed.facts.condition) ? posed.facts.condition : null,
    };
  }
}

customElements.define('dh-regression-descent', RegressionByDescent);
