/** Two random variables at once: a joint distribution as a map, its marginals at the sides, and what follows when one of the two is known. */
import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { explained } from '../../controls/explain.ts';
import type { Explanation } from '../../controls/explain.ts';
import { Handle } from '../../controls/handle.ts';
import type { Table } from '../../controls/table.ts';
import { getCore } from '../../core/core.ts';
import { finite, type ReportOf } from '../../fields/facts.ts';
import { roundTo } from '../../fields/fields.ts';
import { catalogControls } from '../../figures/descent/optimizer.ts';
import { jointOf, nearestOf } from '../../figures/probability/joint.ts';
import { format } from '../../language/strings.ts';
import { nameParts } from '../../plot/parts.ts';
import { Picture } from '../../plot/picture.ts';
import type { Plot } from '../../plot/plot.ts';
import { Widget } from '../../widget/widget.ts';
import { Brush } from './brush.ts';
import { cellTable } from './cell-table.ts';
import { Change } from './change.ts';
import { domainOf, mapDrawings, stripOf } from './drawing.ts';
import { fields } from './fields.ts';
import type { facts } from './fields.ts';
import { model } from './model.ts';
import type { Axis, Model, State } from './model.ts';
import { rowsOf } from './rows.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import {
  explainConditional,
  explainJoint,
  explainMarginal,
  explainProduct,
  marginalAt,
  names,
  titleOf,
} from './words.ts';
import type { Name } from './words.ts';

/** Digits of a cell that the state keeps. */
const DIGITS = 10;
/** Margins that bring the three plots in line, in px. */
const LEFT = 34;
const BOTTOM = 42;
const RIM = 8;

export class JointFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [Widget.styles, styles];

  protected readonly plan = model;
  #map: Picture | undefined;
  #top: Picture | undefined;
  #side: Picture | undefined;
  #handle: Handle | undefined;
  #brush: Brush | undefined;
  /** The change from one view to the next. */
  readonly #change = new Change(() => {
    if (this.isConnected && this.model) this.#draw(this.model, this.state);
  });
  /** What was last done to the table, and the cells that came of it. */
  #told = { sentence: '', cells: [] as readonly number[] };
  /** What is wrong with a number typed into a cell. */
  #unreadable = '';

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure(now: Model, state: State) {
    const painted = state.distribution === 'table' && state.brush !== 'none';
    return html`<div class="views">
        ${this.control('view', { labels: fields.view.options.map((id) => this.sentences(`view-${id}`)) })}
        ${this.control('given', { labels: fields.given.options.map((id) => this.sentences(`given-${id}`)) })}
      </div>
      <div class="joint">
        <div class="top" data-part="strip-x"></div>
        <div></div>
        <div class=${classMap({ map: true, painted })} data-part="map-plot"></div>
        <div class="side" data-part="strip-y"></div>
      </div>
      ${this.#legend(now, state)} ${this.#numbers(now, state)}`;
  }

  #legend(now: Model, { view, given }: State) {
    const [known, other] = given === 'x' ? (['x', 'y'] as const) : (['y', 'x'] as const);
    const key = (ink: string, text: string, look = '') =>
      html`<span class=${look} style="--key: var(--dh-${ink})">${text}</span>`;
    const marginals = `${names.marginals(now, 'x')}, ${names.marginals(now, 'y')}`;
    return html`<div class="legend" data-part="legend">
      ${
        view === 'conditional'
          ? [
              key('prediction', names.conditionals(now, known)),
              key('ink-soft', names.marginals(now, other), 'outline'),
              key('ink-soft', names.marginals(now, known)),
            ]
          : view === 'marginal'
            ? [key('prediction', names.marginals(now, known)), key('ink-soft', names.marginals(now, other))]
            : key('ink-soft', marginals)
      }
      ${now.drawn ? key('data', this.sentences('draws-name'), 'dots') : nothing}
    </div>`;
  }

  #numbers(now: Model, state: State) {
    const given = state.given as Name;
    const { joint, value, marginalX, marginalY } = now.here;
    const button = (title: string, part: string, of: () => Explanation) =>
      html`<button type="button" data-part=${part} ${explained(of)}>${title}</button>`;
    const title = (name: string, number: number) => titleOf(name, number, this.sentences);
    return html`<div class="numbers">
      ${button(title(names.joint(now), joint), 'joint', () => explainJoint(now, this.sentences))}
      ${button(title(names.marginal(now, given), marginalAt(now, given)), 'marginal', () =>
        explainMarginal(now, given, this.sentences),
      )}
      ${button(title(names.conditional(now, given), value), 'conditional', () =>
        explainConditional(now, state, this.sentences),
      )}
      ${button(
        `${names.marginal(now, 'x')} · ${names.marginal(now, 'y')} = ${format(marginalX * marginalY)}`,
        'product',
        () => explainProduct(now, this.sentences),
      )}
    </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    const narrow = (width: number) => width < 300;
    const find = (name: string) => root.querySelector(`.${name}`)!;
    this.#map = new Picture(find('map'), {
      title: this.sentences('map-title'),
      interactive: true,
      x: { label: 'x', grid: false },
      y: { label: 'y', grid: false },
      margin: { left: LEFT, right: RIM, top: 22, bottom: BOTTOM },
      aspect: (width) => (narrow(width) ? 0.95 : 1.2),
    });
    this.#top = new Picture(find('top'), {
      title: this.sentences('top-title'),
      x: { ticks: 'none' },
      margin: { left: LEFT, right: RIM, top: RIM, bottom: RIM },
      aspect: (width) => width / 104,
    });
    this.#side = new Picture(find('side'), {
      title: this.sentences('side-title'),
      y: { ticks: 'none' },
      margin: { left: 4, right: 12, top: 22, bottom: BOTTOM },
      aspect: 'fill',
    });
    this.#handle = new Handle(this.#map.plot, {
      label: this.sentences('place'),
      axes: 'both',
      ink: 'x',
      describe: () => (this.model ? names.joint(this.model) : ''),
      change: (x, y) => void this.propose({ x, y }),
    });
    this.#handle.element.addEventListener('keydown', (event) => this.#walk(event), { capture: true });
    this.#brush?.stop();
    this.#brush = new Brush(this.#map.plot, {
      mode: () => (this.state.distribution === 'table' ? this.state.brush : 'none'),
      cellAt: (x, y) => this.#cellAt(x, y),
      shares: () => Array.from(this.model!.shown.grid),
      paint: (cells, count) => void this.#setCells(cells, this.sentences('told-painted', { count })),
    });
    nameParts({ place: this.#handle });
    this.#change.forget();
    return [this.#map, this.#top, this.#side].map(({ plot }) => plot);
  }

  /** Arrow keys go from value to value of a discrete variable. */
  #walk(event: KeyboardEvent): void {
    const { shown, here } = this.model!;
    const way = { ArrowRight: ['x', 1], ArrowLeft: ['x', -1], ArrowUp: ['y', 1], ArrowDown: ['y', -1] }[event.key];
    if (!way || event.ctrlKey || event.metaKey) return;
    const [name, step] = way as [Name, number];
    const { discrete, places } = shown[name];
    if (!discrete) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const next = nearestOf(places, here[name]) + step;
    if (next >= 0 && next < places.length) void this.propose({ [name]: places[next] });
  }

  #cellAt(x: number, y: number): number | undefined {
    const { shown } = this.model!;
    const inside = ({ window: [from, to] }: Axis, value: number) => from <= value && value <= to;
    if (!inside(shown.x, x) || !inside(shown.y, y)) return undefined;
    return nearestOf(shown.y.places, y) * shown.x.places.length + nearestOf(shown.x.places, x);
  }

  protected paint(now: Model, state: State): void {
    this.#change.to(state.view === 'joint' ? '' : `${state.view} ${state.given}`);
    this.#draw(now, state);
    this.#handle!.moveTo(state.x, state.y);
  }

  #draw(now: Model, state: State): void {
    const { x, y } = domainOf(now);
    const { shown } = now;
    const ticks = ({ discrete, places }: Axis) =>
      discrete ? Array.from(places, (value) => ({ value, label: format(value) })) : undefined;
    this.#map!.plot.configure({
      x: { ticks: ticks(shown.x), label: shown.x.discrete ? 'X' : 'x' },
      y: { ticks: ticks(shown.y), label: shown.y.discrete ? 'Y' : 'y' },
    });
    const { width, height } = this.#map!.plot.view;
    const cell = { width: width / shown.x.places.length, height: height / shown.y.places.length };
    this.#map!.show(mapDrawings(now, state, this.#change.share, cell), { x, y });
    const [top, side] = [stripOf(now, state, 'x', this.#change.share), stripOf(now, state, 'y', this.#change.share)];
    this.#top!.show(top.drawings, { x, y: [0, 1.1 * (top.peak || 1)] });
    this.#side!.show(side.drawings, { x: [0, 1.1 * (side.peak || 1)], y });
  }

  // ---- The table -----------------------------------------------------------------------------------------------------------------

  #entry({ shown, here }: Model, { cells }: State) {
    const problem = this.#unreadable || this.errorOf('cells');
    const told = this.#told.cells === cells ? this.#told.sentence : '';
    return html`<div class="entry" data-part="cells">
      ${cellTable(shown, here, {
        say: this.sentences,
        set: (cell, value) => void this.#setCell(cell, value),
        complain: (sentence) => this.#complain(sentence),
      })}
      ${problem ? html`<p class="error" role="alert">${problem}</p>` : nothing}
      <p class="told" role="status">${told}</p>
    </div>`;
  }

  #complain(sentence: string): void {
    this.#unreadable = sentence;
    this.requestUpdate();
  }

  /** One cell is set; the others keep their proportions and share what is left. */
  async #setCell(cell: number, value: number): Promise<void> {
    const { shown } = this.model!;
    const columns = shown.x.places.length;
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    const name = `P(X = ${x}, Y = ${y})`;
    if (!(value >= 0 && value <= 1))
      return this.#complain(this.sentences('cell-range', { name, value: format(value) }));
    this.#complain('');
    const before = shown.grid[cell];
    if (value === before) return;
    const core = await getCore('probability');
    const table = { rows: shown.y.places.length, columns, probabilities: shown.grid };
    const after = await core.withProbability(table, cell, value);
    const rest = 1 - before;
    const told =
      rest > 1e-12
        ? this.sentences('told-set', { name, value: format(value), factor: format((1 - value) / rest) })
        : this.sentences('told-even', { name, value: format(value) });
    await this.#setCells(Array.from(after), told);
  }

  async #setCells(values: readonly number[], sentence: string): Promise<void> {
    const cells = values.map((value) => roundTo(value, DIGITS));
    if (await this.propose({ cells })) this.#told = { sentence, cells: this.state.cells };
    this.requestUpdate();
  }

  /** The same marginals, and each cell their product. */
  #part(): void {
    const { x, y } = this.model!.shown;
    const cells = Array.from(y.marginal).flatMap((row) => Array.from(x.marginal, (column) => row * column));
    void this.#setCells(cells, this.sentences('told-independent'));
  }

  /** Cells keep their place when the table grows or shrinks; new ones are as large as the old are on average. */
  protected along(patch: Partial<State>): Partial<State> {
    const before = this.state;
    const { rows, columns } = { ...before, ...patch };
    if (patch.cells || (rows === before.rows && columns === before.columns)) return {};
    const mean = before.cells.reduce((sum, cell) => sum + cell, 0) / before.cells.length;
    const cells = Array.from({ length: rows * columns }, (_, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      return row < before.rows && column < before.columns
        ? before.cells[row * before.columns + column]
        : roundTo(mean, DIGITS);
    });
    return { cells };
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  /** Without draws no seed is seen. */
  protected get reseedable(): boolean {
    return this.state.draws > 0;
  }

  protected controls(now: Model, state: State) {
    const { entries, shown } = now;
    const table = state.distribution === 'table';
    const name = { ko: this.sentences('table'), en: this.sentences('table') };
    const track = ({ window }: Axis) => ({ track: [roundTo(window[0], 3), roundTo(window[1], 3)] as const });
    return html`${catalogControls({
      part: 'distribution',
      label: this.sentences('distribution'),
      entries: [{ id: 'table', name, options: [] }, ...entries],
      chosen: state.distribution,
      options: state.options,
      error: this.errorOf('options'),
      faulty: this.problems.options?.parameter,
      choose: (id) => void this.#choose(id),
      set: (options) => void this.propose({ options }),
    })}
    ${
      table
        ? html`${this.#entry(now, state)} ${this.control('columns')} ${this.control('rows')}
            ${this.control('brush', { labels: fields.brush.options.map((id) => this.sentences(`brush-${id}`)) })}
            <button type="button" data-part="make-independent" @click=${() => this.#part()}>
              ${this.sentences('make-independent')}
            </button>`
        : nothing
    }
    ${this.control('x', track(shown.x))} ${this.control('y', track(shown.y))} ${this.control('draws')}`;
  }

  /** Another distribution begins with its own numbers, and the line a little beside its middle. */
  async #choose(id: string): Promise<void> {
    if (id === 'table') return void (await this.propose({ distribution: id, options: {}, x: 1, y: 1 }));
    const held = await jointOf(this.model!.entries, { distribution: id, options: {} });
    const at = ([from, to]: readonly [number, number], share: number) => roundTo(from + share * (to - from), 2);
    const { windowX, windowY, xValues } = held.facts;
    held.free();
    const x = xValues.length ? xValues[xValues.length - 1] : at(windowX, 0.65);
    await this.propose({ distribution: id, options: {}, x, y: at(windowY, 0.5) });
  }

  protected sentence(now: Model, state: State): string {
    const { shown, here, drawn, counted } = now;
    const given = state.given as Name;
    const known = marginalAt(now, given);
    const title = (name: string, value: number) => titleOf(name, value, this.sentences);
    const values = {
      joint: title(names.joint(now), here.joint),
      marginal: title(names.marginal(now, given), known),
      conditional: title(names.conditional(now, given), here.value),
      known: names.marginal(now, given),
    };
    const summed = shown[given === 'x' ? 'y' : 'x'].discrete ? 'sum' : 'integral';
    const what =
      state.view === 'joint'
        ? this.sentences(`status-joint-${shown.kind}`, values)
        : state.view === 'marginal'
          ? this.sentences(`status-marginal-${summed}`, values)
          : this.sentences(known > 0 ? 'status-conditional' : 'status-impossible', values);
    return [
      what,
      this.sentences(shown.independent ? 'status-independent' : 'status-dependent'),
      ...(drawn && counted
        ? [
            this.sentences(counted.share === null ? 'status-draws' : 'status-draws-share', {
              count: format(drawn.x.length, 6),
              line: format(counted.onLine, 6),
              share: format(counted.share ?? 0),
            }),
          ]
        : []),
    ].join(' ');
  }

  protected table(now: Model, state: State): Table {
    return rowsOf(now, state);
  }

  protected facts({ shown, here, counted }: Model): ReportOf<typeof facts> {
    const { joint, marginalX, marginalY, value } = here;
    return {
      kind: shown.kind,
      joint,
      marginalX,
      marginalY,
      product: marginalX * marginalY,
      conditional: finite(value),
      yGivenX: marginalX > 0 ? joint / marginalX : null,
      xGivenY: marginalY > 0 ? joint / marginalY : null,
      atX: here.x,
      atY: here.y,
      independent: shown.independent,
      dependence: shown.dependence,
      onLine: counted?.onLine ?? null,
      share: counted?.share ?? null,
    };
  }
}

customElements.define('dh-joint', JointFigure);
