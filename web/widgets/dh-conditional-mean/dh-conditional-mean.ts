/** One guess for each x: a joint distribution is cut at x, and what a guess of y costs on average is weighed against the best one. */
import { html, nothing } from 'lit';
import { named } from '../../controls/choice.ts';
import { explained } from '../../controls/explain.ts';
import { Handle } from '../../controls/handle.ts';
import type { Table } from '../../controls/table.ts';
import { finite, type ReportOf } from '../../fields/facts.ts';
import { roundTo } from '../../fields/fields.ts';
import { catalogControls } from '../../figures/descent/optimizer.ts';
import { nearestOf } from '../../figures/probability/joint.ts';
import { format } from '../../language/strings.ts';
import { nameParts } from '../../plot/parts.ts';
import { Picture } from '../../plot/picture.ts';
import type { Plot } from '../../plot/plot.ts';
import type { Interval } from '../../plot/scale.ts';
import { Widget } from '../../widget/widget.ts';
import { costsDomain, costsDrawings, mapDomain, mapDrawings, namesOf, sliceDomain, sliceDrawings } from './drawing.ts';
import { fields } from './fields.ts';
import type { facts } from './fields.ts';
import { axesOf, model, ofClasses } from './model.ts';
import type { Axis, Model, State } from './model.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import { numbersOf, sentence } from './words.ts';

/** Margins that bring the three plots in line, in px. */
const LEFT = 32;
const [TOP, BOTTOM] = [22, 42];

export class ConditionalMean extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [Widget.styles, styles];

  protected readonly plan = model;
  #map: Picture | undefined;
  #slice: Picture | undefined;
  #costs: Picture | undefined;
  /** The place on the map, and the guess on the curve of what it costs. */
  #handles: { map: Handle; costs: Handle } | undefined;

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure(now: Model, state: State) {
    return html`<div class="slices">
        <div class="map" data-part="map-plot"></div>
        <div class="slice" data-part="slice-plot"></div>
      </div>
      ${this.#legend(now, state)}
      <div class="numbers" data-part="numbers">
        ${numbersOf(now, state, this.sentences).map(
          ({ text, part, explain }) =>
            html`<button type="button" data-part=${part} ${explained(explain)}>${text}</button>`,
        )}
      </div>
      <div class="costs" data-part="costs-plot"></div>`;
  }

  /** What stands on the map and beside it. */
  #legend({ onLine, shown }: Model, { loss, curve }: State) {
    const key = (look: string, name: string) => html`<span class=${look}>${this.sentences(name)}</span>`;
    return html`<div class="legend" data-part="legend">
      ${key('own', 'guess-name')}
      ${curve ? key(shown.x.discrete ? 'best' : 'all', `curve-${loss}`) : key('best', namesOf(loss).best)}
      ${onLine?.count ? key('mean', 'mean-on-line') : nothing}
    </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    const find = (name: string) => root.querySelector(`.${name}`)!;
    this.#map = new Picture(find('map'), {
      title: this.sentences('map-title'),
      interactive: true,
      x: { label: 'x', grid: false },
      y: { label: 'y', grid: false },
      margin: { left: LEFT, right: 8, top: TOP, bottom: BOTTOM },
      aspect: (width) => (width < 320 ? 1 : 1.45),
    });
    this.#slice = new Picture(find('slice'), {
      title: this.sentences('slice-title'),
      x: { label: 'p(y | x)' },
      y: { ticks: 'none' },
      margin: { left: 8, right: 12, top: TOP, bottom: BOTTOM },
      aspect: 'fill',
    });
    this.#costs = new Picture(find('costs'), {
      title: this.sentences('costs-title'),
      interactive: true,
      x: { label: 'c' },
      y: { label: 'R(c)' },
      aspect: (width) => (width < 420 ? 1.5 : 2.4),
    });
    this.#costs.aligned = true;
    const map = new Handle(this.#map.plot, {
      label: this.sentences('place'),
      axes: 'both',
      ink: 'prediction',
      describe: (x, y) => `x = ${format(x)}, c = ${format(y)}`,
      change: (x, guess) => void this.propose({ x, guess }),
    });
    map.element.addEventListener('keydown', (event) => this.#walk(event), { capture: true });
    const costs = new Handle(this.#costs.plot, {
      label: this.sentences('guess'),
      axes: 'x',
      ink: 'prediction',
      catches: () => [this.model!.costs.best].filter(Number.isFinite),
      describe: (c) => `c = ${format(c)}`,
      change: (guess) => void this.propose({ guess }),
    });
    nameParts({ 'place-handle': map, 'guess-handle': costs });
    this.#handles = { map, costs };
    return [this.#map, this.#slice, this.#costs].map(({ plot }) => plot);
  }

  /** Arrow keys go from value to value of a discrete x. */
  #walk(event: KeyboardEvent): void {
    const { shown, here } = this.model!;
    const { discrete, places } = shown.x;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!discrete || !step || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const next = nearestOf(places, here.x) + step;
    if (next >= 0 && next < places.length) void this.propose({ x: places[next] });
  }

  protected paint(now: Model, state: State): void {
    const { shown, here, costs, top } = now;
    const ticks = ({ discrete, places }: Axis) =>
      discrete ? Array.from(places, (value) => ({ value, label: format(value) })) : undefined;
    this.#map!.plot.configure({ x: { ticks: ticks(shown.x) }, y: { ticks: ticks(shown.y) } });
    this.#slice!.plot.configure({ x: { label: shown.y.discrete ? 'P(y | x)' : 'p(y | x)' } });
    this.#map!.show(mapDrawings(now, state), mapDomain(now));
    this.#slice!.show(sliceDrawings(now, state), sliceDomain(now));
    this.#costs!.show(costsDrawings(now, state, this.sentences), costsDomain(now));
    this.#handles!.map.moveTo(here.x, state.guess);
    // A guess that costs more than there is room for stands at the upper border.
    this.#handles!.costs.moveTo(state.guess, Number.isNaN(costs.chosen) ? 0 : Math.min(costs.chosen, top));
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls({ entries, losses, shown, costs }: Model, state: State) {
    const track = ([from, to]: Interval) => ({ track: [roundTo(from, 3), roundTo(to, 3)] as const });
    return html`${this.control('loss', { options: named(losses) })} ${this.control('x', track(shown.x.window))}
      ${this.control('guess', track(shown.y.window))}
      <button
        type="button"
        data-part="go-best"
        ?disabled=${!Number.isFinite(costs.best)}
        @click=${() => void this.propose({ guess: roundTo(costs.best, 12) })}
      >
        ${this.sentences('go-best')}
      </button>
      ${this.control('curve')}
      ${catalogControls({
        part: 'distribution',
        label: this.sentences('distribution'),
        entries,
        chosen: state.distribution,
        options: state.options,
        error: this.errorOf('options'),
        faulty: this.problems.options?.parameter,
        choose: (id) => void this.#choose(id),
        set: (options) => void this.propose({ options }),
      })}
      ${this.control('draws')}`;
  }

  /** Another distribution begins with its own numbers, with the line a little beside its middle, and with a loss that applies. */
  async #choose(distribution: string): Promise<void> {
    const { x, y, xValues } = await axesOf(this.model!.entries, distribution);
    const at = ([from, to]: Interval, share: number) => roundTo(from + share * (to - from), 2);
    const keep = this.state.loss !== 'cross-entropy' || ofClasses({ distribution });
    await this.propose({
      ...{ distribution, options: {}, loss: keep ? this.state.loss : 'squared' },
      ...{ x: xValues.length ? xValues[xValues.length - 1] : at(x, 0.65), guess: at(y, 0.5) },
    });
  }

  /** Without draws no seed is seen. */
  protected get reseedable(): boolean {
    return this.state.draws > 0;
  }

  protected sentence(now: Model, state: State): string {
    return sentence(now, state, this.sentences);
  }

  /** What guesses cost at this x, and the best guess at every x. */
  protected table({ shown, everywhere, costs }: Model, { loss }: State): Table {
    const { best } = namesOf(loss);
    return {
      columns: [
        { label: 'x', colour: 'x', value: (row) => shown.x.places[row] },
        { label: this.sentences(best), colour: 'f', value: (row) => everywhere.guess[row] },
        { label: this.sentences('least'), value: (row) => everywhere.risk[row] },
        { label: 'c', colour: 'prediction', value: (row) => costs.guesses[row] },
        { label: 'R(c)', colour: 'prediction', value: (row) => costs.risk[row] },
      ],
      count: Math.max(shown.x.places.length, costs.guesses.length),
    };
  }

  protected facts({ here, costs, heights, onLine }: Model): ReportOf<typeof facts> {
    return {
      atX: here.x,
      marginal: here.marginal,
      risk: finite(costs.chosen),
      best: finite(costs.best),
      bestFrom: finite(costs.interval[0]),
      bestTo: finite(costs.interval[1]),
      least: finite(costs.least),
      mean: finite(here.mean),
      variance: finite(here.variance),
      median: finite(here.median),
      atGuess: heights ? finite(heights.guess) : null,
      atBest: heights ? finite(heights.best) : null,
      onLine: finite(onLine?.count),
      meanOnLine: finite(onLine?.mean),
    };
  }
}

customElements.define('dh-conditional-mean', ConditionalMean);
