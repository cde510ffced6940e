/** A distribution to be taken in hand: density or mass, probabilities of intervals, its distribution function, draws, and others beside it. */
import { css, html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import { explained } from '../../controls/explain.ts';
import type { Explanation } from '../../controls/explain.ts';
import { Handle } from '../../controls/handle.ts';
import type { Table } from '../../controls/table.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { roundTo } from '../../fields/fields.ts';
import { choiceOf, distributionControls, distributionOf } from '../../figures/probability/distributions.ts';
import { numberRow } from '../../figures/probability/number-row.ts';
import { language } from '../../language/language.ts';
import { format } from '../../language/strings.ts';
import { nameParts } from '../../plot/parts.ts';
import { Picture } from '../../plot/picture.ts';
import type { Plot } from '../../plot/plot.ts';
import { Widget } from '../../widget/widget.ts';
import { barWidth, densityDomain, densityDrawings, HIGHEST_SHARE, lowerDomain, lowerDrawings } from './drawing.ts';
import { fields } from './fields.ts';
import type { facts } from './fields.ts';
import { MOST_KEPT, readKept, writeKept } from './kept.ts';
import { model } from './model.ts';
import type { Model, State } from './model.ts';
import strings from './strings.json' with { type: 'json' };
import { explainDensity, explainDraws, explainProbability, explainSlope, scipyLines } from './words.ts';

/** Whole numbers in view up to so many catch the ends of the interval. */
const MOST_CATCHES = 60;

const sameNumbers = (one: ArrayLike<number>, other: ArrayLike<number>): boolean =>
  one.length === other.length && Array.from(one).every((value, index) => value === other[index]);

export class DistributionFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    css`
      .numbers {
        ${numberRow}
      }
      .kept {
        display: grid;
        gap: var(--space-1);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .kept li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
      }
      .kept-box > button {
        width: 100%;
      }
      pre {
        margin: 0;
        padding: var(--space-2) var(--space-3);
        overflow-x: auto;
        border: 1px solid var(--dh-line);
        border-radius: var(--dh-radius);
        background: var(--dh-panel);
        line-height: 1.6;
      }
    `,
  ];

  protected readonly plan = model;
  #density: Picture | undefined;
  #lower: Picture | undefined;
  #ends: { low: Handle; high: Handle } | undefined;
  /** One for each bar of a distribution drawn by hand. */
  #bars: Handle[] = [];

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure(now: Model, state: State) {
    return html`<div class="density" data-part="density-plot"></div>
      ${this.#numbers(now, state)}
      <div class="lower" data-part="lower-plot"></div>`;
  }

  #numbers(now: Model, state: State) {
    const { low, high } = state;
    const { between, drawn, shown } = now;
    const slope = between.probability / (high - low);
    const button = (key: string, values: Record<string, string>, of: () => Explanation, part: string) =>
      html`<button type="button" data-part=${part} ${explained(of)}>${this.sentences(key, values)}</button>`;
    return html`<div class="numbers">
      ${button(
        'probability',
        { a: format(low), b: format(high), value: format(between.probability) },
        () => explainProbability(now, state, this.sentences),
        'probability',
      )}
      ${button(
        shown.values ? 'mass-at' : 'density-at',
        { x: format(between.middle), value: format(between.density) },
        () => explainDensity(now, state, this.sentences),
        'height-there',
      )}
      ${
        shown.values || !(high > low)
          ? nothing
          : button('per-length', { value: format(slope) }, () => explainSlope(now, state, this.sentences), 'per-length')
      }
      ${
        drawn
          ? button(
              'share-of-draws',
              { share: format(now.inside / drawn.sorted.length) },
              () => explainDraws(now, this.sentences),
              'draws',
            )
          : nothing
      }
    </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    const aspect = (width: number) => (width < 420 ? 1.35 : 2.1);
    this.#density = new Picture(root.querySelector('.density')!, {
      title: this.sentences('density-title'),
      interactive: true,
      x: { label: 'x' },
      y: { label: this.sentences('height-axis') },
      aspect,
    });
    this.#lower = new Picture(root.querySelector('.lower')!, {
      title: this.sentences('lower-title'),
      x: { label: 'x' },
      aspect: (width) => (width < 420 ? 1.35 : 2.4),
    });
    this.#bars = [];
    this.#ends = { low: this.#endHandle('low'), high: this.#endHandle('high') };
    nameParts({ interval: [this.#ends.low, this.#ends.high] });
    return [this.#density, this.#lower].map(({ plot }) => plot);
  }

  #endHandle(end: 'low' | 'high'): Handle {
    const other = () => this.state[end === 'low' ? 'high' : 'low'];
    return new Handle(this.#density!.plot, {
      label: this.sentences(end),
      axes: 'x',
      ink: 'x',
      constrain: (x, y) => [end === 'low' ? Math.min(x, other()) : Math.max(x, other()), y],
      catches: () => this.#wholeNumbers(),
      describe: (x) => `${fields[end].symbol} = ${format(x)}`,
      change: (x) => void this.propose({ [end]: x }),
    });
  }

  #wholeNumbers(): number[] {
    const { shown, view } = this.model!;
    if (!shown.facts.discrete || view[1] - view[0] > MOST_CATCHES) return [];
    const first = Math.ceil(view[0]);
    return Array.from({ length: Math.floor(view[1]) - first + 1 }, (_, index) => first + index);
  }

  protected paint(now: Model, state: State): void {
    const domain = densityDomain(now, state);
    const [floor] = domain.y;
    this.#setScale(this.#density!, state.logarithmic, domain.y);
    this.#density!.show(densityDrawings(now, state, this.sentences, floor), domain);
    const quantile = state.lower === 'quantile';
    const below = lowerDomain(now, state);
    this.#setScale(this.#lower!, state.logarithmic && !quantile, below.y);
    this.#lower!.plot.configure({
      x: { label: quantile ? 'p' : 'x' },
      y: { label: quantile ? 'x' : this.sentences(`${state.lower}-axis`) },
    });
    this.#lower!.show(lowerDrawings(now, state, this.sentences), below);
    this.#ends!.low.moveTo(state.low, floor);
    this.#ends!.high.moveTo(state.high, floor);
    this.#placeBars(now, state);
  }

  /** Scale and domain together: neither may be one that the other forbids. */
  #setScale({ plot }: Picture, logarithmic: boolean, domain: readonly [number, number]): void {
    plot.configure({ y: { scale: logarithmic ? 'log' : 'linear', domain } });
  }

  // ---- Bars drawn by hand ----------------------------------------------------------------------------------------------------------

  #placeBars({ shown }: Model, { logarithmic }: State): void {
    const { facts } = shown;
    const count = facts.discrete || logarithmic ? 0 : facts.weights.length;
    while (this.#bars.length > count) this.#bars.pop()!.remove();
    while (this.#bars.length < count) this.#bars.push(this.#barHandle(this.#bars.length));
    const width = barWidth(shown);
    this.#bars.forEach((handle, bar) =>
      handle.moveTo(facts.options.from + (bar + 0.5) * width, facts.weights[bar] / width),
    );
  }

  #barHandle(bar: number): Handle {
    const handle = new Handle(this.#density!.plot, {
      label: this.sentences('bar', { number: bar + 1 }),
      axes: 'y',
      ink: 'prediction',
      describe: (_, y) => this.sentences('bar-height', { value: format(y) }),
      change: (_, y) => void this.#setBar(bar, y),
    });
    nameParts({ density: handle });
    return handle;
  }

  /** One bar as high as it is pulled; the others keep their proportions and share what is left. */
  async #setBar(bar: number, density: number): Promise<void> {
    const { shown } = this.model!;
    const { weights } = shown.facts;
    const core = await getCore('probability');
    const share = Math.min(density * barWidth(shown), Math.max(HIGHEST_SHARE, weights[bar]), 1);
    const table = { rows: 1, columns: weights.length, probabilities: weights };
    const changed = weights.length > 1 ? await core.withProbability(table, bar, share) : [1];
    await this.propose({ weights: Array.from(changed, (weight) => roundTo(weight, 4)) });
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  /** Without draws no seed is seen. */
  protected get reseedable(): boolean {
    return this.state.draws > 0;
  }

  protected controls({ entries, others, shown }: Model, state: State) {
    const drawn = !shown.facts.discrete;
    return html`${distributionControls({
      entries,
      state,
      labels: {
        distribution: this.sentences('distribution'),
        weights: this.sentences(drawn ? 'weights' : 'weights-categorical'),
      },
      errors: {
        options: this.errorOf('options'),
        faulty: this.problems.options?.parameter,
        weights: this.errorOf('weights'),
      },
      propose: (patch) => void (patch.distribution ? this.#choose(patch.distribution) : this.propose(patch)),
    })}
    ${this.control('low', { track: this.#track() })} ${this.control('high', { track: this.#track() })}
    ${this.control('lower', { labels: fields.lower.options.map((id) => this.sentences(`lower-${id}`)) })}
    ${this.control('width')} ${this.control('logarithmic')} ${this.control('draws')} ${this.#keptBox(others, state)}`;
  }

  #track(): readonly [number, number] {
    const [from, to] = this.model!.view;
    return [roundTo(from, 3), Math.max(roundTo(to, 3), roundTo(from, 3) + 1e-6)];
  }

  /** Another distribution begins with its own numbers and with the middle half of its probability. */
  async #choose(id: string): Promise<void> {
    const { entries } = this.model!;
    const choice = { distribution: id, options: {}, weights: this.state.weights };
    const distribution = await distributionOf(entries, choice);
    const [low, high] = await distribution.quantiles(Float64Array.of(0.25, 0.75));
    void distribution.free();
    await this.propose({ distribution: id, options: {}, low: roundTo(low, 2), high: roundTo(high, 2), width: 1 });
  }

  #keptBox(others: Model['others'], state: State) {
    const choices = readKept(state.kept);
    const keep = () => {
      const choice = choiceOf(this.model!.entries, state);
      void this.propose({ kept: writeKept([...choices, { ...choice, options: this.model!.shown.facts.options }]) });
    };
    return html`<div class="kept-box" role="group" aria-label=${this.sentences('kept')} data-part="kept">
      <button type="button" ?disabled=${others.length >= MOST_KEPT} @click=${keep}>${this.sentences('keep')}</button>
      ${
        others.length
          ? html`<ul class="kept">
              ${others.map(
                ({ name }, index) =>
                  html`<li>
                    <span>${name}</span>
                    <button
                      type="button"
                      aria-label=${this.sentences('drop', { name })}
                      @click=${() => void this.propose({ kept: writeKept(choices.toSpliced(index, 1)) })}
                    >
                      ✕
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>`;
  }

  protected details(now: Model, state: State) {
    return html`<details>
      <summary>${this.sentences('scipy')}</summary>
      <div><pre tabindex="0" role="group" aria-label=${this.sentences('scipy')}>${scipyLines(now, state)}</pre></div>
    </details>`;
  }

  protected sentence({ entries, between, shown, drawn, inside }: Model, { distribution, low, high }: State): string {
    const name = entries.find(({ id }) => id === distribution)!.name[language()];
    const { probability, density, middle } = between;
    const numbers = { name, a: format(low), b: format(high), value: format(probability) };
    const what = shown.values ? 'status-mass' : low === high ? 'status-point' : 'status-density';
    const peak = shown.peak;
    return [
      this.sentences(what, { ...numbers, density: format(density), x: format(middle) }),
      ...(!shown.values && shown.facts.mode === null ? [this.sentences('status-pole')] : []),
      ...(!shown.values && peak > 1 ? [this.sentences('status-above-one', { peak: format(peak) })] : []),
      ...(drawn
        ? [
            this.sentences('status-draws', {
              count: format(drawn.sorted.length, 7),
              share: format(inside / drawn.sorted.length),
            }),
          ]
        : []),
    ].join(' ');
  }

  protected table({ shown, others }: Model): Table {
    const { x, curves, values } = shown;
    const rows = values ?? { x, mass: curves.density, cdf: curves.cdf, upper: curves.upper };
    return {
      columns: [
        { label: 'x', value: (row) => rows.x[row] },
        { label: this.sentences(values ? 'mass' : 'density-name'), value: (row) => rows.mass[row] },
        { label: 'P(X ≤ x)', value: (row) => rows.cdf[row] },
        { label: 'P(X > x)', value: (row) => rows.upper[row] },
        ...others
          .filter((other) => sameNumbers(other.values?.x ?? other.x, rows.x))
          .map((other) => ({
            label: other.name,
            value: (row: number) => (other.values?.mass ?? other.curves.density)[row],
          })),
      ],
      count: rows.x.length,
    };
  }

  protected facts(
    { between, shown, quantiles, drawn, inside, others }: Model,
    { low, high }: State,
  ): ReportOf<typeof facts> {
    const { probability, cdf, density } = between;
    return {
      probability,
      below: cdf[0],
      upTo: cdf[1],
      perLength: high > low ? probability / (high - low) : null,
      density,
      peak: shown.peak,
      discrete: shown.facts.discrete,
      median: quantiles[1],
      share: drawn ? inside / drawn.sorted.length : null,
      others: others.length,
      largestWeight: shown.facts.weights.length ? Math.max(...shown.facts.weights) : null,
    };
  }
}

customElements.define('dh-distribution', DistributionFigure);
