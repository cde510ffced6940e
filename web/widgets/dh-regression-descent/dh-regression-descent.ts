/** Regression by descent: a line among its points, and the same line as a point that walks down the map of the loss. */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import type { Grid } from '../../plot/grid.ts';
import type { Domain, Plot } from '../../plot/plot.ts';
import { numberList } from '../../figures/data/data-controls.ts';
import { windowPlan } from '../../figures/data/data-plan.ts';
import type { DataSet, DataSource } from '../../figures/data/data-set.ts';
import { DataWidget } from '../../figures/data/data-widget.ts';
import { finite, type ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { lineText } from '../../figures/data/line.ts';
import { LossMap } from '../../figures/data/loss-map.ts';
import type { PointEditor } from '../../figures/data/point-editor.ts';
import { around, pose, survey, within } from '../../figures/data/posed-regression.ts';
import type { LOSSES, Posed } from '../../figures/data/posed-regression.ts';
import { RegressionRun } from '../../figures/data/regression-run.ts';
import { lineWithoutNoise, lossWithoutNoise } from '../../figures/data/rounding-noise.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { ease } from '../../figures/descent/stride.ts';
import { sideBySideStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import { DataPlot } from './drawing.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import strings from './strings.json' with { type: 'json' };
import { format, formatPair, sentence } from './words.ts';
import '../../controls/data-table.ts';

type State = StateOf<typeof fields>;

/** What stands once there are points. */
interface Walk {
  posed: Posed;
  grid: Grid;
  run: RegressionRun;
  /** The coefficients of the run, step by step. */
  way: { intercepts: number[]; slopes: number[] };
}

/** ε of the stopping rule on the gradient's norm. */
const TOLERANCE = 1e-6;

const modelFor = (source: DataSource) =>
  plan(fields)
    .with(windowPlan(source))
    .derive(
      'posed',
      ['table', 'loss', 'scaling'],
      async ({ table, loss, scaling }) =>
        pose(await getCore('regression'), table, loss as (typeof LOSSES)[number], scaling),
      { free: (posed) => void posed?.regression.free() },
    )
    .derive(
      'run',
      ['posed', 'rate', 'limit', 'start'],
      async ({ posed, rate, limit, start }) =>
        posed &&
        RegressionRun.start(posed.regression, {
          options: { 'learning-rate': rate },
          start,
          stepLimit: limit,
          tolerance: TOLERANCE,
        }),
    )
    // The map stays where it is while start and points are dragged within it.
    .derive(
      'frame',
      ['posed', 'points', 'start', 'loss', 'scaling'],
      ({ posed, start }) => posed && around(posed, start),
      {
        keep: (frame, { posed, points, start }, same) =>
          frame !== undefined &&
          posed !== undefined &&
          same('loss', 'scaling') &&
          (same('posed') || source.isByHand(points)) &&
          within(frame, start) &&
          within(frame, posed.facts.minimiser),
      },
    )
    .derive('grid', ['posed', 'frame'], ({ posed, frame }) => posed && survey(posed, frame!))
    .derive(
      'walk',
      ['posed', 'grid', 'run'],
      ({ posed, grid, run }): Walk | undefined =>
        run && { posed: posed!, grid: grid!, run, way: { intercepts: [], slopes: [] } },
    );

type Model = ModelOf<ReturnType<typeof modelFor>>;

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

  protected readonly plan = modelFor(this.source);

  #dataPlot: DataPlot | undefined;
  #map: LossMap | undefined;
  #painted: { window?: Domain; data?: DataSet; grid?: Grid } = {};

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

  protected paint({ table: data, window, walk }: Model, state: State): void {
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
    const losses = fields.loss.options.map((id) => this.sentences(`loss-${id}`));
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

  #numbers({ posed: { facts, best } }: Walk, { table: data }: Model, { loss }: State) {
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

  protected sentence({ walk, table: data }: Model, state: State): string {
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

  protected facts({ walk, table }: Model): ReportOf<typeof facts> | Record<string, never> {
    if (!walk) return {};
    const { run, posed } = walk;
    const [loss, point] = [run.losses[run.position], run.point()];
    return {
      points: table.x.length,
      steps: run.position,
      outcome: run.outcomeNow,
      loss: finite(loss),
      gap: Number.isFinite(loss) ? loss - posed.facts.leastLoss : null,
      point: point.every(Number.isFinite) ? point : null,
      condition: finite(posed.facts.condition),
    };
  }
}

customElements.define('dh-regression-descent', RegressionByDescent);
