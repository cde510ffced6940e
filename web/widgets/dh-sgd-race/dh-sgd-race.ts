/** A race: descent on all points, on mini-batches and on single points, counted in updates, in points seen or in time. */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import type { Grid } from '../../plot/grid.ts';
import type { Plot } from '../../plot/plot.ts';
import type { Option } from '../../controls/choice.ts';
import { dataChoice, dataControlStyles, dataDetails } from '../../figures/data/data-controls.ts';
import { DataSource, dataFields, isGenerated } from '../../figures/data/data-set.ts';
import type { DataSet, DataState } from '../../figures/data/data-set.ts';
import type { StateOf } from '../../fields/fields.ts';
import { LossMap } from '../../figures/data/loss-map.ts';
import { pose, survey, within } from '../../figures/data/posed-regression.ts';
import { FieldError } from '../../fields/field-error.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { sideBySideStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import { Widget } from '../../widget/widget.ts';
import { Chart, CloudPlot, LANES, looks } from './drawing.ts';
import { laneStyles, laneTable, tally } from './lanes.ts';
import { AXES, Race, timeUpdates } from './race.ts';
import type { Axis } from './race.ts';
import { along, amountOf, gapOf } from './running.ts';
import type { Running } from './running.ts';
import strings from './strings.json' with { type: 'json' };
import { batchName, cloudSentence, format, sentence } from './words.ts';

const fields = {
  ...dataFields,
  samples: {
    kind: 'number',
    default: 1000,
    minimum: 2,
    maximum: 10_000,
    track: [10, 10_000],
    scale: 'logarithmic',
    precision: 2,
    integer: true,
    symbol: 'n',
  },
  /** By lane; 0 for all points. */
  batches: {
    kind: 'list',
    default: [0, 32, 1],
    minimum: 0,
    maximum: 1e9,
    maximumLength: LANES,
    parameter: 'batch-size',
  },
  rates: {
    kind: 'list',
    default: [0.05, 0.05, 0.05],
    minimum: 1e-7,
    maximum: 100,
    maximumLength: LANES,
    parameter: 'learning-rate',
  },
  axis: { kind: 'choice', default: 'updates', options: AXES },
  lane: { kind: 'choice', default: '2', options: ['1', '2', '3'] },
  limit: { kind: 'number', default: 60, minimum: 1, maximum: 1000, track: [10, 200], precision: 2, integer: true },
  start: { kind: 'point', default: [0, 0], minimum: -1e9, maximum: 1e9, symbol: '(β₀*, β₁*)', colour: 'prediction' },
  at: { kind: 'number', default: 0, minimum: 0, maximum: 1000, integer: true },
} as const;

type State = StateOf<typeof fields>;

interface Model {
  data: DataSet;
  options: readonly Option[];
  running: Running | undefined;
}

const RACE_KEYS = ['batches', 'rates', 'axis', 'lane', 'limit', 'start', 'seed'] as const;

export class SgdRace extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    dataControlStyles,
    laneStyles,
    sideBySideStyles,
    css`
      :host {
        --control-columns: 2;
      }
      .stack {
        display: grid;
        gap: var(--space-3);
        align-content: start;
      }
    `,
  ];

  readonly #source = new DataSource();
  #chart: Chart | undefined;
  #map: LossMap | undefined;
  #cloud: CloudPlot | undefined;
  #painted: Grid | undefined;
  /** What is wrong with what stands in a field of the lanes, if it is no number. */
  #unreadable = '';

  // ---- State ------------------------------------------------------------------------------------------------------------------

  protected async prepare(state: State, current: { state: State; model: Model } | undefined): Promise<Model> {
    const core = await getCore();
    const data = await this.#source.open(state);
    const options = await this.#source.options();
    const same = (keys: readonly (keyof State)[]) =>
      current?.model.data === data && keys.every((key) => current.state[key] === state[key]);
    const before = current?.model.running;
    if (before && same(RACE_KEYS)) return { data, options, running: before };

    checkLanes(state, data.x.length, !current || current.state.batches !== state.batches);
    const posed = before && same([]) ? before.posed : await pose(core, data, 'mean-squared', true);
    if (!posed) return { data, options, running: undefined };
    const samples = data.x.length;
    const batches = state.batches.map((batch) => Math.min(batch || samples, samples));
    const costs = before && same(['batches']) ? before.costs : await timeUpdates(core, samples, batches);
    const race = await Race.start(posed.regression, {
      axis: state.axis as Axis,
      tasks: batches.map((batch, lane) => ({ batch, rate: state.rates[lane] })),
      costs,
      samples,
      start: state.start,
      seed: state.seed,
      limit: state.limit,
      watched: Number(state.lane) - 1,
    });
    const stays = before?.posed === posed && within(before.grid, state.start);
    const grid = stays ? before.grid : await survey(posed, state.start);
    const multiplications = await Promise.all(
      batches.map((batch) => core.multiplications(posed.facts.dimension, batch)),
    );
    return { data, options, running: { posed, grid, race, batches, multiplications, costs } };
  }

  protected release({ running }: Model, next?: Model): void {
    if (!running) return;
    if (next?.running?.race !== running.race) running.race.free();
    if (next?.running?.posed !== running.posed) void running.posed.regression.free();
  }

  protected stepperOf({ running }: Model): Stepper | undefined {
    return running?.race;
  }

  // ---- Figure -----------------------------------------------------------------------------------------------------------------

  protected figure() {
    return html`<div class="chart"></div>
      <div class="side-by-side">
        <div class="map"></div>
        <div class="cloud"></div>
      </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#painted = undefined;
    const say = this.sentences;
    this.#chart = new Chart(root.querySelector('.chart')!, { title: say('chart'), gap: say('gap') });
    this.#map = new LossMap(
      root.querySelector('.map')!,
      say('map'),
      {
        label: say('start'),
        ink: 'prediction',
        describe: (x, y) => `β* = (${format(x)}, ${format(y)})`,
        change: (x, y) => void this.propose({ start: [x, y] }),
      },
      looks,
    );
    this.#cloud = new CloudPlot(root.querySelector('.cloud')!, say('cloud'));
    return [this.#chart.plot, this.#map.plot, this.#cloud.plot];
  }

  protected paint({ running }: Model, state: State): void {
    const [chart, map, cloud] = [this.#chart!, this.#map!, this.#cloud!];
    if (running && this.#painted !== running.grid) map.look(running.grid, true);
    this.#painted = running?.grid;
    const legend = { batch: this.sentences('batch-gradients'), full: this.sentences('full-gradient') };
    const watched = Number(state.lane) - 1;
    if (!running) {
      map.clear();
      chart.clear();
      return cloud.show(undefined, watched, legend);
    }
    const { race, posed } = running;
    const axis = state.axis as Axis;
    chart.show(race.lanes, posed.facts.leastLoss, {
      label: this.sentences(`x-${axis}`),
      length: amountOf(running, axis, state.limit),
      along: (lane, row) => along(running, axis, lane, row),
      names: race.lanes.map(({ batch }) => `b = ${batchName(this.sentences, batch, running)}`),
    });
    map.show(
      race.lanes.map(({ intercepts, slopes, row }) => ({
        x: intercepts,
        y: slopes,
        current: row,
        here: [intercepts[row], slopes[row]],
      })),
      state.start,
      posed.facts.minimiser,
    );
    cloud.show(race.cloud, watched, legend);
  }

  // ---- Controls and words -------------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    const { data, options, running } = model;
    const names = (running?.batches ?? state.batches).map((batch) => batchName(this.sentences, batch, running));
    return html`${dataChoice({
        label: this.sentences('data'),
        value: state.data,
        options,
        error: this.errorOf('data', 'points'),
        choose: (id) => void this.propose({ data: id }),
      })}
      ${isGenerated(data.id) ? this.control('samples') : nothing}
      ${this.control('axis', { labels: AXES.map((id) => this.sentences(`axis-${id}`)) })} ${this.control('limit')}
      ${laneTable({
        say: this.sentences,
        batches: running?.batches ?? state.batches,
        rates: state.rates,
        error: this.#unreadable || this.errorOf('batches', 'rates'),
        unreadable: (sentence) => {
          this.#unreadable = sentence;
          this.requestUpdate();
        },
        change: (patch) => void this.propose(patch),
        most: data.x.length,
      })}
      <div class="stack">${this.control('lane', { labels: names })} ${this.control('start')}</div>`;
  }

  protected details(model: Model, state: State) {
    const { data, running } = model;
    return html`${
      running
        ? html`<p class="scatter">${cloudSentence(this.sentences, running, Number(state.lane) - 1)}</p>
            ${tally(this.sentences, running)}`
        : nothing
    }
    ${dataDetails({
      data,
      name: this.id || this.localName,
      byHand: false,
      take: (points) => void this.propose(this.#source.take(points) as Partial<DataState>),
    })}`;
  }

  protected get reseedable(): boolean {
    return true;
  }

  protected sentence({ running }: Model, state: State): string {
    return sentence(this.sentences, running, state.axis as Axis);
  }

  /** The lanes below each other, row by row. */
  protected table({ running }: Model): Table {
    if (!running) return { columns: [], count: 0 };
    const rows = running.race.lanes.flatMap((lane) =>
      lane.steps.slice(0, lane.row + 1).map((_, row) => ({ lane, row })),
    );
    return {
      columns: [
        { label: 'b', value: (index) => rows[index].lane.batch },
        { label: this.sentences('row-updates'), value: (index) => rows[index].lane.steps[rows[index].row] },
        { label: this.sentences('row-samples'), value: (index) => rows[index].lane.samples[rows[index].row] },
        { label: 'β₀*', value: (index) => rows[index].lane.intercepts[rows[index].row] },
        { label: 'β₁*', value: (index) => rows[index].lane.slopes[rows[index].row] },
        {
          label: this.sentences('row-gap'),
          value: (index) => gapOf(running, rows[index].lane.losses[rows[index].row]),
        },
      ],
      count: rows.length,
    };
  }

  get report() {
    const running = this.model?.running;
    if (!running) return {};
    const { race } = running;
    const { lanes, cloud } = race;
    return {
      axis: this.state.axis,
      ticks: race.position,
      outcome: this.player.atEnd ? 'limit-reached' : 'running',
      batches: running.batches,
      batchSizes: running.batches.join(', '),
      samplesInAll: running.posed.facts.samples,
      updates: lanes.map(({ steps, row }) => steps[row]),
      samples: lanes.map(({ samples, row }) => samples[row]),
      fewestSamples: Math.min(...lanes.map(({ samples, row }) => samples[row])),
      mostSamples: Math.max(...lanes.map(({ samples, row }) => samples[row])),
      gaps: lanes.map(({ losses, row, diverged }) => (diverged ? null : gapOf(running, losses[row]))),
      largestGap: Math.max(...lanes.map(({ losses, row }) => gapOf(running, losses[row]))),
      diverged: lanes.map(({ diverged }) => diverged),
      costs: running.costs,
      scatter: cloud?.scatter ?? null,
      gradient: cloud?.full ?? null,
      meanGradient: cloud?.mean ?? null,
    };
  }
}

/** Batches of more points than there are is refused where the reader asked for it; fewer data make smaller batches. */
function checkLanes({ batches, rates }: State, samples: number, asked: boolean): void {
  for (const [key, list] of Object.entries({ batches, rates }))
    if (list.length !== LANES) throw new FieldError(key, { code: 'wrong-dimension', expected: String(LANES) });
  const uneven = batches.find((batch) => !Number.isInteger(batch));
  if (uneven !== undefined) throw new FieldError('batches', { code: 'not-an-integer', value: uneven });
  const large = batches.find((batch) => batch > samples);
  if (asked && large !== undefined)
    throw new FieldError('batches', { code: 'out-of-range', value: large, expected: `[1, ${samples}]` });
}

customElements.define('dh-sgd-race', SgdRace);
