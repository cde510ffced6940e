/** A race: descent on all points, on mini-batches and on single points, counted in updates, in points seen or in time. */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import type { Grid } from '../../plot/grid.ts';
import type { Plot } from '../../plot/plot.ts';
import { dataChoice, dataControlStyles, dataDetails } from '../../figures/data/data-controls.ts';
import type { DataState } from '../../figures/data/data-fields.ts';
import { dataPlan } from '../../figures/data/data-plan.ts';
import { DataSource, isGenerated } from '../../figures/data/data-set.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { LossMap } from '../../figures/data/loss-map.ts';
import { around, pose, survey, within } from '../../figures/data/posed-regression.ts';
import type { Posed } from '../../figures/data/posed-regression.ts';
import { FieldError } from '../../fields/field-error.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { sideBySideStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import { Widget } from '../../widget/widget.ts';
import { Chart, CloudPlot, looks } from './drawing.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import { laneStyles, laneTable, tally } from './lanes.ts';
import { AXES, LANES, Race, timeUpdates } from './race.ts';
import type { Axis } from './race.ts';
import { amountOf, gapOf, placeOf } from './running.ts';
import type { Running } from './running.ts';
import strings from './strings.json' with { type: 'json' };
import { batchName, cloudSentence, format, sentence } from './words.ts';

type State = StateOf<typeof fields>;

const modelFor = (source: DataSource) =>
  plan(fields)
    .with(dataPlan(source))
    .derive('sizes', ['table', 'batches'], ({ table, batches }, { same }) =>
      batchSizes(batches, table.x.length, !same('batches')),
    )
    .derive('posed', ['table'], async ({ table }) => pose(await getCore('regression'), table, 'mean-squared', true), {
      free: (posed) => void posed?.regression.free(),
    })
    .derive('frame', ['posed', 'start'], ({ posed, start }) => posed && around(posed, start), {
      keep: (frame, { start }, same) => same('posed') && frame !== undefined && within(frame, start),
    })
    .derive('grid', ['posed', 'frame'], ({ posed, frame }) => posed && survey(posed, frame!))
    .derive('costs', ['table', 'sizes'], async ({ table, sizes }) =>
      table.x.length ? timeUpdates(await getCore('regression'), table.x.length, sizes) : [],
    )
    .derive('multiplications', ['posed', 'sizes'], async ({ posed, sizes }) => {
      const core = await getCore('regression');
      return Promise.all(posed ? sizes.map((batch) => core.multiplications(posed.facts.dimension, batch)) : []);
    })
    .derive('race', ['posed', 'sizes', 'costs', 'rates', 'axis', 'limit', 'start', 'seed'], start)
    .derive('watched', ['race', 'lane'], async ({ race, lane }) => race?.watch(Number(lane) - 1))
    .derive(
      'running',
      ['posed', 'grid', 'race', 'sizes', 'multiplications', 'costs'],
      ({ posed, grid, race, sizes, multiplications, costs }): Running | undefined =>
        race && { posed: posed!, grid: grid!, race, batches: sizes, multiplications, costs },
    );

type Model = ModelOf<ReturnType<typeof modelFor>>;

/** How many points a batch has, by lane. Too many are refused where the reader asked for them; fewer data make smaller batches. */
function batchSizes(batches: readonly number[], points: number, asked: boolean): number[] {
  if (batches.length !== LANES) throw wrongCount('batches');
  const uneven = batches.find((batch) => !Number.isInteger(batch));
  if (uneven !== undefined) throw new FieldError('batches', { code: 'not-an-integer', value: uneven });
  const large = batches.find((batch) => batch > points);
  if (asked && large !== undefined)
    throw new FieldError('batches', { code: 'out-of-range', value: large, expected: `[1, ${points}]` });
  return batches.map((batch) => Math.min(batch || points, points));
}

const wrongCount = (key: string) => new FieldError(key, { code: 'wrong-dimension', expected: String(LANES) });

/** Undefined without points. */
async function start(of: {
  posed: Posed | undefined;
  sizes: readonly number[];
  costs: readonly number[];
  rates: readonly number[];
  axis: string;
  limit: number;
  start: readonly number[];
  seed: number;
}): Promise<Race | undefined> {
  if (of.rates.length !== LANES) throw wrongCount('rates');
  if (!of.posed) return undefined;
  return Race.start(of.posed.regression, {
    axis: of.axis as Axis,
    tasks: of.sizes.map((batch, lane) => ({ batch, rate: of.rates[lane] })),
    costs: of.costs,
    samples: of.posed.facts.samples,
    start: of.start,
    seed: of.seed,
    limit: of.limit,
  });
}
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
  protected readonly plan = modelFor(this.#source);

  #chart: Chart | undefined;
  #map: LossMap | undefined;
  #cloud: CloudPlot | undefined;
  #painted: Grid | undefined;
  /** What is wrong with what stands in a field of the lanes, if it is no number. */
  #unreadable = '';

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
      along: (lane, row) => placeOf(running, axis, lane, row),
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
    const { table: data, choices: options, running } = model;
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
    const { table: data, running } = model;
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

  protected facts({ running }: Model, { axis }: State): ReportOf<typeof facts> | Record<string, never> {
    if (!running) return {};
    const { race } = running;
    const { lanes, cloud } = race;
    return {
      axis: axis as Axis,
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

customElements.define('dh-sgd-race', SgdRace);
