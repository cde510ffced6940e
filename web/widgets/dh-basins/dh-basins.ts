/** A map of starts, coloured by where descent ends. */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import { formatInteger, formatNumber } from '../../plot/format.ts';
import { categories } from '../../plot/layers/heatmap.ts';
import { labels } from '../../plot/layers/labels.ts';
import { path } from '../../plot/layers/path.ts';
import { points } from '../../plot/layers/points.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { symbol } from '../../plot/text.ts';
import { DescentRun } from '../../figures/descent/descent-run.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { Handle } from '../../controls/handle.ts';
import type { Table } from '../../controls/table.ts';
import { LandscapeWidget, landscapePlan } from '../../figures/descent/landscape-widget.ts';
import type { Objective } from '../../figures/descent/landscape-widget.ts';
import { numberWords } from '../../language/strings.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import strings from './strings.json' with { type: 'json' };
import { HATCH, SQUARES, hatch } from './hatch.ts';
import { picture } from './picture.ts';
import { Survey } from './survey.ts';
import type { Box, Problem, SurveyHost } from './survey.ts';
import { endsOf, fates, tallyOf } from './tally.ts';
import type { Tally } from './tally.ts';

type State = StateOf<typeof fields>;

const PRESETS = ['sin(x) + cos(y)', 'x^4 - 2x^2 + y^2', 'x^2 + y^2', 'sin(x y)'];

/** Ends nearer than this part of the map's width are one place. */
const SAME_PLACE = 0.01;

const format = (value: number): string => formatNumber(value, { digits: 3, words: numberWords() });
/** A share that is there is not told as 0.0. */
const percent = (share: number): string =>
  share > 0 && share < 0.0005 ? '<\u00a00.1' : formatNumber(100 * share, { decimals: 1 });
/** The table names so many places; the core numbers many more. */
const PLACES_SHOWN = 12;
/** On the map more names than these cover each other: then only those of the table are there. */
const NAMES_MOST = 40;

/** What a descent is, wherever it starts. */
interface Method {
  objective: Objective;
  own: Record<string, number>;
  optimizer: string;
  rate: number;
  tolerance: number;
  limit: number;
}

const problemOf = ({ objective, own, optimizer, rate, tolerance, limit }: Method): Problem => ({
  expression: objective.expression,
  variables: ['x', 'y'],
  optimizer,
  options: { 'learning-rate': rate, ...own },
  tolerance,
  stepLimit: limit,
});

const METHOD = ['objective', 'own', 'optimizer', 'rate', 'tolerance', 'limit'] as const;

const WHOLE: Box = { x: [-6, 6], y: [-6, 6] };

const modelFor = (host: SurveyHost) =>
  plan(fields)
    .with(landscapePlan)
    .derive('box', ['objective'], ({ objective: { landscape } }): Box => landscape ?? WHOLE)
    .derive('run', ['start', ...METHOD], async ({ start, ...method }) => {
      const problem = { ...problemOf(method), start: [...start], direction: 'descent' } as const;
      const run = await DescentRun.start(await getCore('optimize'), problem);
      await run.seek(Infinity);
      return run;
    })
    // Begun after the run from the shown start, which has found the settings good.
    .derive('survey', ['run', 'box', ...METHOD], ({ box, ...method }) => begin(box, method, host), {
      keep: (_survey, _inputs, same) => same('box', ...METHOD),
      free: (survey) => survey.drop(),
    });

type Model = ModelOf<ReturnType<typeof modelFor>>;

function begin(box: Box, method: Method, host: SurveyHost): Survey {
  const { landscape } = method.objective;
  const known = landscape ? [...landscape.minimisers, ...landscape.otherMinimisers].flat() : [];
  return new Survey(problemOf(method), box, known, SAME_PLACE * (box.x[1] - box.x[0]), host);
}

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
      /* Room for eight rows; where there are more the table scrolls, and what is below stays in its place. */
      .room {
        max-height: 15.1rem;
        overflow-y: auto;
      }
      .shares tfoot {
        position: sticky;
        bottom: 0;
      }
      .shares tfoot :is(th, td) {
        background: var(--dh-paper);
      }
      .shares {
        width: 100%;
        border-spacing: 0;
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
  protected readonly plan = modelFor({
    progress: (survey) => this.#progress(survey),
    failed: (error) => this.playerFailed(error),
  });

  /** The whole map counts: checks and tests wait until it is drawn. */
  get ready(): Promise<void> {
    return super.ready.then(() => this.model?.survey.working);
  }

  #progress(survey: Survey): void {
    if (this.model?.survey !== survey) return;
    if (survey.done === 1 || survey.cancelled) this.positionChanged();
    else this.requestUpdate();
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
            : html`<span>${survey.cancelled ? this.sentences('begin-again') : ''}</span>`
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
    nameParts(this.#layers);
    this.#handle = new Handle(this.#plot, {
      label: this.sentences('start'),
      axes: 'both',
      ink: 'x',
      describe: (x, y) => `(${format(x)}, ${format(y)})`,
      change: (x, y) => void this.propose({ start: [x, y] }),
    });
    return [this.#plot];
  }

  protected paint({ box, survey, run, objective }: Model, state: State): void {
    const layers = this.#layers!;
    this.#plot!.domain = box;
    const { chart, basins } = survey;
    const filling = survey.done < 1 && !survey.cancelled;
    if (chart && (chart !== this.#painted || filling)) {
      const fateAt = fates(objective.catalog.outcomes);
      const fateOf = (index: number) =>
        Number.isNaN(chart.labels[index]) ? undefined : fateAt(chart.labels[index], chart.outcomes[index]);
      layers.map.update(picture(chart, box, fateOf, endsOf(basins).length));
      const { columns, rows } = chart;
      const patternOf = (index: number) => {
        const fate = fateOf(index);
        return fate === 'unfinished' ? 'lines' : survey.cancelled && !fate ? 'squares' : undefined;
      };
      layers.patterns.update({ columns, rows, box, patternOf });
    }
    this.#painted = chart;
    const ends = endsOf(basins);
    layers.ends.update({ x: ends.map(({ x }) => x), y: ends.map(({ y }) => y) });
    layers.names.update(
      ends
        .slice(0, ends.length > NAMES_MOST ? PLACES_SHOWN : undefined)
        .map(({ x, y, number }) => ({ x, y, dx: 9, dy: -9, text: String(number) })),
    );
    layers.path.update({
      x: run.points.filter((_, index) => index % 2 === 0),
      y: run.points.filter((_, index) => index % 2 === 1),
    });
    this.#handle!.moveTo(state.start[0], state.start[1]);
  }

  #painted: Survey['chart'];

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    return html`${this.landscapeControls(model, state, PRESETS)} ${this.control('rate')} ${this.control('limit')}
      ${this.optimizerControls(model, state)}
      <details>
        <summary>${this.sentences('more')}</summary>
        <div>${this.control('tolerance')} ${this.control('start')}</div>
      </details>`;
  }

  protected details({ survey, objective }: Model) {
    if (!survey.chart) return nothing;
    const tally = tallyOf(survey, objective.catalog.outcomes);
    const reached = tally.places.filter(({ share }) => share > 0);
    const others = reached.slice(PLACES_SHOWN).reduce((sum, { share }) => sum + share, tally.elsewhere);
    const row = (colour: string, name: string, share: string) =>
      html`<tr>
        <th scope="row"><span class="swatch" .style=${`background:${colour}`}></span>${name}</th>
        <td>${share}</td>
      </tr>`;
    const part = (share: number) => `${percent(share)}\u00a0%`;
    const missing = survey.chart.labels.length - tally.computed;
    const starts = { starts: formatInteger(tally.computed), all: formatInteger(survey.total) };
    const caption = this.sentences(tally.computed < survey.total ? 'shares-so-far' : 'shares', starts);
    return html`<div class="room" tabindex="0" role="group" aria-label=${this.sentences('shares')}>
      <table class="shares">
        <caption>
          ${caption}
        </caption>
        <tbody>
          ${reached.slice(0, PLACES_SHOWN).map(({ x, y, number, kind, share }) => {
            const name = `${number} · (${format(x)}, ${format(y)})`;
            const what = kind === 'minimum' || kind === 'none' ? '' : ` · ${this.sentences(`kind-${kind}`)}`;
            return row(`var(--dh-series-${((number - 1) % 6) + 1})`, name + what, part(share));
          })}
          ${others > 0 ? row('none', this.sentences('others'), part(others)) : nothing}
          ${survey.cancelled && missing > 0 ? row(SQUARES, this.sentences('missing'), formatInteger(missing)) : nothing}
        </tbody>
        <tfoot>
          ${row('var(--dh-panel)', this.sentences('diverged'), part(tally.diverged))}
          ${row(HATCH, this.sentences('unfinished'), part(tally.unfinished))}
        </tfoot>
      </table>
    </div>`;
  }

  protected sentence({ survey, objective }: Model): string {
    if (survey.done < 1 && !survey.cancelled) return this.sentences('working');
    const tally = tallyOf(survey, objective.catalog.outcomes);
    const reached = tally.places.filter(({ share }) => share > 0);
    const largest = reached.reduce<(typeof reached)[number] | undefined>(
      (best, place) => (place.share > (best?.share ?? 0) ? place : best),
      undefined,
    );
    const facts = {
      starts: formatInteger(tally.computed),
      all: formatInteger(survey.total),
      places: this.#placesOf(reached, tally.elsewhere > 0),
      diverged: percent(tally.diverged),
      unfinished: percent(tally.unfinished),
      largest: largest ? `(${format(largest.x)}, ${format(largest.y)})` : '',
      share: percent(largest?.share ?? 0),
    };
    const key = survey.cancelled ? 'cancelled' : 'found';
    if (tally.computed === 0) return this.sentences('cancelled-empty', facts);
    return [
      this.sentences(largest ? key : `${key}-none`, facts),
      tally.diverged > 0 ? this.sentences('some-diverged', facts) : '',
      tally.unfinished > 0 ? this.sentences('some-unfinished', facts) : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** How many places were reached, in words; the core stops numbering them at some point. */
  #placesOf(reached: Tally['places'], more: boolean): string {
    const saddles = reached.filter(({ kind }) => kind === 'saddle').length;
    const places = this.sentences(more ? 'places-more' : 'places', { places: reached.length });
    return places + (saddles > 0 ? this.sentences('saddles', { saddles }) : '');
  }

  protected table(model: Model): Table {
    const { places } = tallyOf(model.survey, model.objective.catalog.outcomes);
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

  protected facts({ survey, objective, run }: Model): ReportOf<typeof facts> {
    const { places, elsewhere, diverged, unfinished, computed } = tallyOf(survey, objective.catalog.outcomes);
    const shares = places.map(({ share }) => share);
    return {
      done: survey.done,
      computed,
      minimisers: places.filter(({ share, kind }) => share > 0 && kind === 'minimum').length,
      shares,
      elsewhere,
      diverged,
      unfinished,
      largest: Math.max(0, ...shares),
      outcome: run.outcomeNow,
    };
  }
}

function makeLayers(plot: Plot) {
  return {
    map: categories(plot),
    patterns: hatch(plot),
    path: path(plot, { ink: 'x' }),
    ends: points(plot, { ink: 'ink', marker: 'cross', radius: 6, showOutside: false }),
    names: labels(plot),
  };
}

customElements.define('dh-basins', BasinMap);
