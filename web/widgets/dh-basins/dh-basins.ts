/** A map of starts, coloured by where descent ends. */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import { formatNumber } from '../../plot/format.ts';
import { categories } from '../../plot/layers/heatmap.ts';
import { labels } from '../../plot/layers/labels.ts';
import { path } from '../../plot/layers/path.ts';
import { points } from '../../plot/layers/points.ts';
import { Plot } from '../../plot/plot.ts';
import { symbol } from '../../plot/text.ts';
import { DescentRun } from '../../ui/descent-run.ts';
import type { StateOf } from '../../ui/fields.ts';
import { Handle } from '../../ui/handle.ts';
import type { Table } from '../../ui/table.ts';
import { LandscapeWidget, landscapeFields } from '../../ui/landscape-widget.ts';
import type { Ground } from '../../ui/landscape-widget.ts';
import { numberWords } from '../../ui/strings.ts';
import strings from './strings.json' with { type: 'json' };
import { Survey } from './survey.ts';

const fields = {
  ...landscapeFields,
  rate: {
    kind: 'number',
    default: 0.01,
    minimum: 1e-6,
    maximum: 10,
    track: [0.001, 0.1],
    scale: 'logarithmic',
    symbol: 'η',
    colour: 'rate',
    parameter: 'learning-rate',
  },
  limit: {
    kind: 'number',
    default: 300,
    minimum: 1,
    maximum: 10_000,
    track: [10, 2000],
    scale: 'logarithmic',
    precision: 2,
    integer: true,
    parameter: 'step-limit',
  },
  tolerance: {
    kind: 'number',
    default: 1e-3,
    minimum: 0,
    maximum: 1,
    track: [1e-8, 0.1],
    scale: 'logarithmic',
    precision: 1,
    symbol: 'ε',
  },
  start: { kind: 'point', default: [-0.5, -0.5], minimum: -1e6, maximum: 1e6, symbol: '(x₀, y₀)', colour: 'x' },
} as const;

type State = StateOf<typeof fields>;

interface Model {
  ground: Ground;
  box: { x: readonly [number, number]; y: readonly [number, number] };
  survey: Survey;
  run: DescentRun;
}

const PRESETS = ['sin(x) + cos(y)', 'x^4 - 2x^2 + y^2', 'x^2 + y^2', 'sin(x y)'];

const MAP_KEYS = ['landscape', 'f', 'rate', 'limit', 'tolerance', 'optimizer', 'momentum'] as const;
/** Ends nearer than this part of the map's width are one place. */
const SAME_PLACE = 0.01;

const format = (value: number): string => formatNumber(value, { digits: 3, words: numberWords() });
const percent = (share: number): string => formatNumber(100 * share, { decimals: 1 });

export class BasinMap extends LandscapeWidget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    LandscapeWidget.styles,
    css`
      .progress {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--control-height);
        padding-inline: var(--space-2);
      }
      progress {
        flex: 1;
        accent-color: var(--dh-ink-soft);
      }
      .shares {
        width: 100%;
        border-collapse: collapse;
      }
      .shares caption {
        text-align: start;
        padding-block-end: var(--space-1);
      }
      .shares th,
      .shares td {
        padding: 0.2rem var(--space-2);
        border-block-end: 1px solid var(--dh-line);
        text-align: end;
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      .shares th:first-child {
        text-align: start;
      }
      .swatch {
        display: inline-block;
        width: 0.9em;
        height: 0.9em;
        margin-inline-end: var(--space-2);
        border: 1px solid var(--dh-line);
        vertical-align: -0.1em;
      }
    `,
  ];

  #plot: Plot | undefined;
  #layers: ReturnType<typeof makeLayers> | undefined;
  #handle: Handle | undefined;
  #working: Promise<void> = Promise.resolve();

  /** The whole map counts: checks and tests wait until it is drawn. */
  get ready(): Promise<void> {
    return super.ready.then(() => this.#working);
  }

  protected async prepare(state: State, current: { state: State; model: Model } | undefined): Promise<Model> {
    const same = (keys: readonly (keyof State)[]) => current && keys.every((key) => current.state[key] === state[key]);
    const ground = await this.groundOf(state, current);
    const { landscape } = ground;
    const problem = {
      expression: ground.expression,
      variables: ['x', 'y'],
      optimizer: state.optimizer,
      options: this.optimizerOptions(ground, state),
      tolerance: state.tolerance,
      stepLimit: state.limit,
    };
    const run = await DescentRun.start(await getCore(), { ...problem, start: [...state.start], direction: 'descent' });
    await run.seek(Infinity);
    const box = landscape ? { x: landscape.x, y: landscape.y } : ({ x: [-6, 6], y: [-6, 6] } as const);
    const model = { ground, box, run };
    if (same(MAP_KEYS)) return { ...model, survey: current!.model.survey };
    const survey = new Survey();
    const known = landscape ? [...landscape.minimisers, ...landscape.otherMinimisers].flat() : [];
    this.#working = survey
      .run(problem, box, known, SAME_PLACE * (box.x[1] - box.x[0]), () => this.#progress(survey))
      .catch((error: unknown) => this.playerFailed(error));
    return { ...model, survey };
  }

  #progress(survey: Survey): void {
    if (this.model?.survey !== survey) return;
    if (survey.done === 1) this.positionChanged();
    else this.requestUpdate();
  }

  protected release(model: Model, next?: Model): void {
    if (next?.ground !== model.ground) void model.ground.f.free();
    if (next?.survey !== model.survey) model.survey.cancel();
    model.run.free();
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure(model: Model) {
    const { survey } = model;
    const busy = survey.done < 1 && !survey.cancelled;
    const cancel = () => {
      survey.cancel();
      this.requestUpdate();
    };
    return html`<div class="plot"></div>
      <div class="progress">
        ${
          busy
            ? html`<progress max="1" .value=${survey.done} aria-label=${this.sentences('progress')}></progress>
                <button type="button" @click=${cancel}>${this.sentences('cancel')}</button>`
            : html`<span>${survey.cancelled ? this.sentences('cancelled') : ''}</span>`
        }
      </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#plot = new Plot(root.querySelector('.plot')!, {
      x: { domain: [-6, 6], label: [symbol('x')], grid: false },
      y: { domain: [-6, 6], label: [symbol('x', 'y')], grid: false },
      title: this.sentences('title'),
      interactive: true,
      aspect: 1.3,
    });
    this.#layers = makeLayers(this.#plot);
    this.#handle = new Handle(this.#plot, {
      label: this.sentences('start'),
      axes: 'both',
      ink: 'x',
      describe: (x, y) => `(${format(x)}, ${format(y)})`,
      change: (x, y) => void this.propose({ start: [x, y] }),
    });
    return [this.#plot];
  }

  protected paint({ box, survey, run }: Model, state: State): void {
    const layers = this.#layers!;
    this.#plot!.domain = box;
    const { chart, basins } = survey;
    if (chart && chart !== this.#painted?.chart) layers.map.update(picture(chart, box));
    else if (chart && survey.done < 1) layers.map.update(picture(chart, box));
    this.#painted = { chart };
    const ends = endsOf(basins);
    layers.ends.update({ x: ends.map(({ x }) => x), y: ends.map(({ y }) => y) });
    layers.names.update(ends.map(({ x, y, number }) => ({ x, y, dx: 9, dy: -9, text: String(number) })));
    layers.path.update({
      x: run.points.filter((_, index) => index % 2 === 0),
      y: run.points.filter((_, index) => index % 2 === 1),
    });
    this.#handle!.moveTo(state.start[0], state.start[1]);
  }

  #painted: Partial<Pick<Survey, 'chart'>> | undefined;

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    return html`${this.groundControls(model.ground, state, PRESETS)} ${this.control('rate')} ${this.control('limit')}
      ${this.optimizerControls(model.ground, state)}
      <details>
        <summary>${this.sentences('more')}</summary>
        <div>${this.control('tolerance')} ${this.control('start')}</div>
      </details>`;
  }

  protected details(model: Model) {
    const { basins } = model.survey;
    if (!basins) return nothing;
    const tally = this.#tally(model);
    const row = (colour: string, name: unknown, share: number) =>
      html`<tr>
        <th scope="row"><span class="swatch" .style=${`background:${colour}`}></span>${name}</th>
        <td>${percent(share)} %</td>
      </tr>`;
    return html`<table class="shares">
      <caption>
        ${this.sentences('shares')}
      </caption>
      <tbody>
        ${tally.places
          .filter(({ share }) => share > 0)
          .slice(0, 12)
          .map(({ x, y, number, share }) =>
            row(`var(--dh-series-${((number - 1) % 6) + 1})`, `${number} · (${format(x)}, ${format(y)})`, share),
          )}
        ${row('var(--dh-paper)', this.sentences('diverged'), tally.diverged)}
        ${row('var(--dh-paper)', this.sentences('unfinished'), tally.unfinished)}
      </tbody>
    </table>`;
  }

  #tally({ survey, ground }: Model) {
    const { chart, basins } = survey;
    const counts = new Map<number, number>();
    let diverged = 0;
    const lost = (['diverged', 'undefined'] as const).map((id) => ground.catalog.outcomes.indexOf(id));
    const total = chart?.labels.length ?? 1;
    chart?.labels.forEach((label, index) => {
      if (label >= 0) counts.set(label, (counts.get(label) ?? 0) + 1);
      else if (lost.includes(chart.outcomes[index])) diverged++;
    });
    const places = endsOf(basins).map((end) => ({ ...end, share: (counts.get(end.number - 1) ?? 0) / total }));
    const found = places.reduce((sum, { share }) => sum + share, 0);
    return { places, diverged: diverged / total, unfinished: basins ? Math.max(0, 1 - found - diverged / total) : 0 };
  }

  protected sentence(model: Model): string {
    const { survey } = model;
    if (!survey.basins) return this.sentences(survey.cancelled ? 'cancelled' : 'working');
    const { places, diverged, unfinished } = this.#tally(model);
    const reached = places.filter(({ share }) => share > 0);
    const largest = reached.reduce<(typeof reached)[number] | undefined>(
      (best, place) => (place.share > (best?.share ?? 0) ? place : best),
      undefined,
    );
    const facts = {
      starts: formatNumber(survey.chart!.labels.length),
      places: reached.length,
      diverged: percent(diverged),
      unfinished: percent(unfinished),
      largest: largest ? `(${format(largest.x)}, ${format(largest.y)})` : '',
      share: percent(largest?.share ?? 0),
    };
    return [
      this.sentences(largest ? 'found' : 'found-none', facts),
      diverged > 0 ? this.sentences('some-diverged', facts) : '',
      unfinished > 0.0005 ? this.sentences('some-unfinished', facts) : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  protected table(model: Model): Table {
    const { places } = this.#tally(model);
    return {
      columns: [
        { label: this.sentences('place'), value: (row) => places[row].number },
        { label: 'x', colour: 'x', value: (row) => places[row].x },
        { label: 'y', colour: 'x', value: (row) => places[row].y },
        { label: this.sentences('share'), value: (row) => places[row].share },
      ],
      count: places.length,
    };
  }

  get report() {
    if (!this.model) return {};
    const { places, diverged, unfinished } = this.#tally(this.model);
    const shares = places.map(({ share }) => share);
    return {
      done: this.model.survey.done,
      minimisers: places.filter(({ share, kind }) => share > 0 && kind === 'minimum').length,
      shares,
      diverged,
      unfinished,
      largest: Math.max(0, ...shares),
      outcome: this.model.run.outcomeNow,
    };
  }
}

function makeLayers(plot: Plot) {
  return {
    map: categories(plot),
    path: path(plot, { ink: 'x' }),
    ends: points(plot, { ink: 'ink', marker: 'cross', radius: 6, showOutside: false }),
    names: labels(plot),
  };
}

function endsOf(basins: Survey['basins']): { x: number; y: number; number: number; kind: string }[] {
  if (!basins) return [];
  return Array.from({ length: basins.ends.length / 2 }, (_, index) => ({
    x: basins.ends[2 * index],
    y: basins.ends[2 * index + 1],
    number: index + 1,
    kind: basins.kinds[index],
  }));
}

/** The chart as cells: the first and last samples of a plot's grid lie on the ends, those of the chart in the middle of their cells. */
function picture({ columns, rows, labels: values, steps }: NonNullable<Survey['chart']>, { x, y }: Model['box']) {
  const inset = ([from, to]: readonly [number, number], count: number) => {
    const half = (to - from) / count / 2;
    return [from + half, to - half] as const;
  };
  const longest = Math.log1p(
    Math.max(
      1,
      steps.reduce((most, count) => Math.max(most, count), 0),
    ),
  );
  return {
    grid: { values, columns, rows, x: inset(x, columns), y: inset(y, rows) },
    shade: Float32Array.from(steps, (count) => Math.log1p(count) / longest),
  };
}

customElements.define('dh-basins', BasinMap);
