/**
 * The base of every figure a reader can touch. A widget declares its state in a table of fields, says in a plan how a model is made of it,
 * and draws the model; everything else, from links to saving, happens here and in the parts beside this file.
 */
import { LitElement, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import type { Plot } from '../plot/plot.ts';
import { controlFor, type ControlOptions } from '../controls/controls.ts';
import { explainStyles } from '../controls/explain.ts';
import { defaults, keyInCore, keyOf, parameterName, problemOf, readValue, type Fields } from '../fields/fields.ts';
import { fieldSentence } from '../fields/field-sentence.ts';
import { handleStyles } from '../controls/handle.ts';
import { follow } from './follow.ts';
import { handleKey } from './keys.ts';
import { writeParameters, type Link } from './links.ts';
import { Maker } from './maker.ts';
import { Notices } from './notices.ts';
import { Parts } from './parts.ts';
import type { Plan } from './plan.ts';
import { Player } from './player.ts';
import { isFailure, problemFrom, type Problem } from '../fields/problem.ts';
import { Proposals } from './proposals.ts';
import type { Stepper } from './stepper.ts';
import { toolbar, toolbarStyles } from './toolbar.ts';
import { picture } from './save.ts';
import { ownValue } from '../language/language.ts';
import { say, translator, type Strings } from '../language/strings.ts';
import { widgetStyles } from '../controls/styles.ts';
import type { Table } from '../controls/table.ts';
type Plain = Record<string, unknown>;
export abstract class Widget<State extends object = Plain, Model extends object = object> extends LitElement {
  /** The state of the widget, key by key. */
  static fields: Fields = {};
  /** The field that holds where a run stands; a table without it has no run, or one that links do not carry. */
  static positionKey = 'at';
  /** The content of the widget's `strings.json`. The label of a field is filed under its key. */
  static strings: Strings = { ko: {}, en: {} };
  static styles: CSSResultGroup = [widgetStyles, toolbarStyles, handleStyles, explainStyles];
  plots: Plot[] | undefined;
  readonly player: Player = new Player(this);
  readonly sentences = translator(this.#class.strings);

  #state = defaults(this.#class.fields) as Plain;
  /** The state the lesson gives: the defaults of the table with the attributes. */
  #lesson: Plain = this.#state;
  #proposals = new Proposals({
    fields: this.#class.fields,
    show: (patch) => this.#show(patch),
    refused: (problem) => {
      if (isFailure(problem) || this.model === undefined) this.#complain(problem);
    },
    settled: () => this.requestUpdate(),
  });
  #maker: Maker<State, Model> | undefined;
  #started = false;
  #parts = new Parts(this);
  #notices = new Notices(this);
  #outcomeTold = false;

  get #class() {
    return this.constructor as typeof Widget;
  }

  // ---- What a widget provides ----------------------------------------------------------------------------------------------

  /** How the model is made of the state. Errors thrown there are shown at the field they name, and the last good state stays. */
  protected abstract readonly plan: Plan<State, Model>;

  /** What a change brings along unless more is said, such as the start that comes with another landscape. */
  protected along(_patch: Partial<State>): Partial<State> | Promise<Partial<State>> {
    return {};
  }

  /** The run to play, for widgets that have one. */
  protected stepperOf(_model: Model): Stepper | undefined {
    return undefined;
  }

  /** The elements that hold the plots: by default one, `<div class="plot">`. */
  protected figure(_model: Model, _state: State): unknown {
    return html`<div class="plot"></div>`;
  }

  /** Make the plots, their layers and handles. Called when the figure's elements are there, and again after a move; more may join them. */
  protected setUp(_root: ShadowRoot): Plot[] {
    return [];
  }

  /** Bring the plots up to date; called after every change and for every frame of a step that is being shown. */
  protected paint(_model: Model, _state: State): void {}

  /** The controls beside or below it. */
  protected controls(_model: Model, _state: State): unknown {
    return nothing;
  }

  /** What stands below figure and controls: a table, a derivation. */
  protected details(_model: Model, _state: State): unknown {
    return nothing;
  }

  /** What the figure shows, as one or two sentences; read aloud when it changes. */
  protected sentence(_model: Model, _state: State): string {
    return '';
  }

  /** The numbers behind the figure, for the CSV file. */
  protected table(_model: Model, _state: State): Table | undefined {
    return undefined;
  }

  /** Whether another seed would show something else. */
  protected get reseedable(): boolean {
    return 'seed' in this.#class.fields;
  }

  /** What a reader who copies a link should know, because the link does not carry it. */
  protected get linkNote(): string {
    return '';
  }

  /** What tasks can ask for, as plain JSON: the facts that stand in the widget's `fields.ts`. */
  protected facts(_model: Model, _state: State): object {
    return {};
  }

  // ---- What a page can do with it --------------------------------------------------------------------------------------------

  /** Resolves when everything asked for so far is shown, or refused. */
  get ready(): Promise<void> {
    return (async () => {
      if (!this.#started) await new Promise((resolve) => this.addEventListener('dh-start', resolve, { once: true }));
      await this.#proposals.finish();
      await this.player.settled.then(() => this.updateComplete);
      await this.#parts.settled();
    })();
  }

  /** The state, plain JSON. Setting a part of it leaves the rest as it is. */
  get state(): State {
    return { ...this.#state } as State;
  }

  set state(patch: Partial<State>) {
    void this.propose(patch);
  }

  /** The facts of the present figure; none until it stands. */
  get report(): Plain {
    return this.model === undefined ? {} : { ...this.facts(this.model, this.#state as State) };
  }

  play(): Promise<void> {
    return this.player.play();
  }

  pause(): void {
    this.player.pause();
  }

  step(): Promise<void> {
    return this.player.step();
  }

  back(): Promise<void> {
    return this.player.back();
  }

  rewind(): Promise<void> {
    return this.player.rewind();
  }

  /** Draw another seed, where the widget has one. */
  async reseed(): Promise<void> {
    if ('seed' in this.#class.fields)
      await this.propose({ seed: crypto.getRandomValues(new Uint32Array(1))[0] } as Plain as Partial<State>);
  }

  /** Back to the state the lesson gives. */
  async reset(): Promise<void> {
    this.#proposals.forget();
    await this.propose({ ...this.#lesson } as Partial<State>);
  }

  /** Ask for a change of state; resolves with whether it was accepted. */
  propose(patch: Partial<State>): Promise<boolean> {
    const accepted = this.#proposals.add(patch as Plain);
    this.requestUpdate();
    return accepted;
  }

  /** The parameters of the link to the present state. */
  get linkParameters(): string {
    return writeParameters(this.#class.fields, this.#state, this.#lesson);
  }

  /** Set the state from a link. A broken link gives the state of the lesson and a notice. */
  async follow(link: Link): Promise<void> {
    this.pause();
    this.#notices.close();
    const { fields, positionKey } = this.#class;
    const found = await follow(link, { fields, positionKey, problems: () => this.problems, propose: (patch) => this.propose(patch as Partial<State>) }); // prettier-ignore
    if (found === 'play') await this.play();
    if (typeof found !== 'object') return;
    await this.reset();
    this.tell(`${say('broken-link')} ${this.#sentenceFor(found.problem, found.key)}`);
  }

  /** Show a notice above the figure until the reader closes it. */
  tell(sentence: string): void {
    this.#notices.tell(sentence);
  }

  // ---- Parts for widgets -----------------------------------------------------------------------------------------------------

  /** What the plan made of the present state; undefined until it has been made for the first time. */
  protected get model(): Model | undefined {
    return this.#maker?.model;
  }

  get stepper(): Stepper | undefined {
    return this.model === undefined ? undefined : this.stepperOf(this.model);
  }

  /** The control of one field, with its label, symbol, exact value and error. */
  protected control(key: keyof State & string, options: ControlOptions = {}): TemplateResult {
    const problem = this.problems[key];
    return controlFor(this.#class.fields[key], {
      label: this.sentences(key),
      part: key,
      value: this.#state[key],
      error: this.errorOf(key),
      position: problem?.position,
      change: (value) => void this.propose({ [key]: value } as Partial<State>),
      ...options,
    });
  }

  /** What is wrong with what the reader entered, by key. */
  protected get problems(): Record<string, Problem> {
    return this.#proposals.problems;
  }

  /** The same as a sentence, of the first of some fields that has a problem; empty if none has. */
  protected errorOf(...keys: (keyof State & string)[]): string {
    const key = keys.find((candidate) => candidate in this.problems);
    return key === undefined ? '' : this.#sentenceFor(this.problems[key], key);
  }

  // ---- How it works ----------------------------------------------------------------------------------------------------------

  static get observedAttributes(): string[] {
    return [...super.observedAttributes, ...Object.keys(this.fields).map(parameterName)];
  }

  attributeChangedCallback(name: string, old: string | null, text: string | null): void {
    super.attributeChangedCallback(name, old, text);
    const key = keyOf(this.#class.fields, name);
    if (key === undefined || text === null) return;
    const field = this.#class.fields[key];
    const value = readValue(field, text);
    const problem = problemOf(field, value);
    if (problem)
      throw new RangeError(`<${this.localName} ${name}="${text}">: ${problem.code} ${problem.expected ?? ''}`);
    if (this.#started) void this.propose({ [key]: value } as Partial<State>);
    else this.#state = this.#lesson = { ...this.#lesson, [key]: value };
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.#started = true;
    this.#proposals.start();
    this.dispatchEvent(new Event('dh-start'));
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#started = false;
    this.#proposals.stop();
    this.#drop();
  }

  async #show(wanted: Plain): Promise<void> {
    const { positionKey } = this.#class;
    const patch = { ...(await this.along(wanted as Partial<State>)), ...wanted } as Plain;
    const state = { ...this.#state, ...patch };
    const draft = await (this.#maker ??= new Maker(this.plan)).make(state as State);
    const stepper = this.stepperOf(draft.model);
    const newRun = stepper !== this.stepper;
    try {
      if (stepper && (newRun || positionKey in patch)) {
        // A run that was seen to its end is shown to its end again, so that a slider changes the whole path at once.
        const toEnd = !(positionKey in patch) && this.player.atEnd;
        await stepper.seek(toEnd ? stepper.reached : Number(state[positionKey] ?? 0));
        if (toEnd && !stepper.ended) await stepper.seek(Infinity);
        if (positionKey in state) state[positionKey] = stepper.position;
      }
    } catch (error) {
      draft.discard();
      throw error;
    }
    if (!draft.accept()) return;
    this.#state = state;
    this.player.arrival = 1;
    if (newRun) this.#outcomeTold = false;
    this.#changed();
  }

  #sentenceFor(
    problem: Problem,
    key = keyInCore(this.#class.fields, problem.parameter) ?? problem.parameter ?? '',
  ): string {
    return fieldSentence(problem, { key, field: ownValue(this.#class.fields, key), sentences: this.sentences });
  }

  positionChanged(): void {
    const { positionKey } = this.#class;
    if (positionKey in this.#state) this.#state = { ...this.#state, [positionKey]: this.player.position };
    this.#changed();
  }

  playerFailed(error: unknown): void {
    const problem = problemFrom(error);
    if (isFailure(problem)) console.error(error);
    this.#complain(problem);
  }

  /** Where the machinery failed the reader can try again. All is made anew then: what was made may have gone down with the core. */
  #complain(problem: Problem): void {
    const again = () => (this.#drop(), void this.propose({}));
    this.#notices.tell(this.#sentenceFor(problem), isFailure(problem) ? again : undefined);
  }

  #drop(): void {
    this.#maker?.clear();
    this.plots?.forEach((plot) => plot.destroy());
    this.plots = undefined;
  }

  #changed(): void {
    const send = (name: string, detail: object) =>
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
    send('dh-change', { state: this.state, report: this.report });
    if (!this.player.atEnd) this.#outcomeTold = false;
    else if (!this.#outcomeTold) {
      this.#outcomeTold = true;
      send('dh-outcome', this.report);
    }
    this.requestUpdate();
  }

  protected updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.model === undefined) return;
    void this.#parts.begin((part) => this.renderRoot.querySelector(part === 'details' ? '.details' : '.controls')!);
    if (!this.#parts.has('plot')) return;
    this.plots ??= this.setUp(this.renderRoot as ShadowRoot);
    this.paint(this.model, this.#state as State);
  }

  render(): TemplateResult {
    const notice = this.#notices.content();
    if (this.model === undefined) return html`${notice}<slot></slot>`;
    const [model, state] = [this.model, this.#state as State];
    return html`${notice}
      <div class=${this.#parts.has('plot') ? 'frame' : 'frame unseen'}>
        <div
          class="figure"
          role="group"
          tabindex="0"
          aria-label=${this.sentences('title')}
          aria-keyshortcuts=${this.stepper ? 'Space ArrowRight ArrowLeft Home End R' : nothing}
          @keydown=${(event: KeyboardEvent) => handleKey(event, this)}
        >
          ${this.figure(model, state)}
        </div>
        ${this.#parts.show('toolbar', () => this.#toolbar(model, state))}
        ${this.#parts.place('controls', () => this.controls(model, state))}
        ${this.#parts.place('details', () => this.details(model, state))}
      </div>`;
  }

  #toolbar(model: Model, state: State): TemplateResult {
    const { withheld } = this.#parts;
    const has = (method: 'table' | 'stepperOf') => this[method] !== Widget.prototype[method] && !withheld.has(method);
    return html`${toolbar({
      name: this.id || this.localName,
      say: (key, values) =>
        `player-${key}` in this.#class.strings.en ? this.sentences(`player-${key}`, values) : say(key, values),
      player: has('stepperOf') ? this.player : undefined,
      linkParameters: () => this.linkParameters,
      linkNote: this.linkNote,
      reseed: this.reseedable ? () => void this.reseed() : undefined,
      reset: () => void this.reset(),
      picture: this.plots?.length ? (kind) => picture(this.plots!, kind) : undefined,
      table: has('table') ? () => this.table(this.model!, this.#state as State) : undefined,
      tell: (sentence) => this.tell(sentence),
    })}
    ${this.#parts.status(this.sentence(model, state), this.player.playing)}`;
  }
}
