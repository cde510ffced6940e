/** The playground: a network of any depth on points of the plane, with everything in sight while it learns. */
import { html, nothing } from 'lit';
import type { Plot } from '../../plot/plot.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { sortOut } from '../../fields/fields.ts';
import { problemFrom, sentenceOf } from '../../fields/problem.ts';
import { fieldSentence } from '../../fields/field-sentence.ts';
import { FieldError } from '../../fields/field-error.ts';
import { sideBySideStyles } from '../../controls/styles.ts';
import { placeBeside } from '../../controls/placing.ts';
import type { NumberInput } from '../../controls/number.ts';
import type { Table } from '../../controls/table.ts';
import { NetworkDiagram, diagramStyles } from '../../figures/networks/diagram.ts';
import type { EdgeId, UnitId } from '../../figures/networks/layout.ts';
import { format } from '../../language/strings.ts';
import { Late } from '../../widget/late.ts';
import { save } from '../../widget/save.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { Widget } from '../../widget/widget.ts';
import { lossFits } from './losses.ts';
import { RESTARTS, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { LossPlot } from './loss-plot.ts';
import type { KeptRun, Row } from './loss-plot.ts';
import { ModelFile, read, written } from './model-file.ts';
import { modelFor } from './model.ts';
import type { Model, State } from './model.ts';
import { FEATURE_LABELS, Names } from './names.ts';
import { ownPoints } from './samples.ts';
import { OutputMap } from './output-map.ts';
import { groundOf, readoutOf } from './pointed.ts';
import { historyTable, report } from './report.ts';
import strings from './strings.json' with { type: 'json' };
import { layoutStyles } from './styles.ts';
import { UNIT_CELLS } from './view.ts';
import type { Look } from './view.ts';
import { sentence } from './words.ts';

export class Playground extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [Widget.styles, sideBySideStyles, diagramStyles, layoutStyles];

  readonly #file = new ModelFile();
  protected readonly plan = modelFor(this.#file);

  readonly #desk = new Late(this, () => import('./desk.ts'));
  #plots: { diagram: NetworkDiagram; map: OutputMap; losses: LossPlot } | undefined;
  /** What was drawn last, so that frames in which nothing is new cost nothing. */
  #drawn: readonly unknown[] = [];
  #kept: KeptRun[] = [];
  /** What draws and reads own points. */
  readonly #own = new Late(this, async () => {
    const { OwnPoints } = await import('./own-points.ts');
    return new OwnPoints({
      points: () => this.state.points,
      change: (points) => this.propose({ points }),
      shown: () => this.requestUpdate(),
    });
  });
  /** The unit whose card is open. */
  #open: UnitId | undefined;
  /** What the pointer is on. */
  #pointed: UnitId | EdgeId | undefined;
  #row: Row | undefined;
  /** What is wrong with what was typed where no field is. */
  #unreadable = '';
  /** Whether weights were set by hand, so that a link does not lead here. */
  #altered = false;

  protected stepperOf({ view }: Model): Stepper | undefined {
    return view;
  }

  /** Another network begins at its first step, and goes on from no file. */
  protected along(patch: Partial<State>): Partial<State> {
    const { state } = this;
    const restarts = RESTARTS.some((key) => key in patch && patch[key] !== state[key]);
    if (restarts && !this.#file.opening) {
      this.#file.opened = undefined;
      this.#altered = false;
    }
    const along: Partial<State> = restarts ? { at: 0 } : {};
    if ('by' in patch && patch.by !== state.by) along.at = this.#converted(patch.by!);
    if (patch.data === 'own' && !(patch.points ?? state.points).length) along.points = ownPoints(this.model?.samples);
    if (!lossFits({ ...state, ...patch })) along.loss = 'usual';
    return along;
  }

  /** Where the run stands, in other steps. */
  #converted(by: string): number {
    const { step = 0, batchesPerEpoch = 1 } = this.model?.view?.look?.progress ?? {};
    return by === 'epoch' ? Math.floor(step / batchesPerEpoch) : step;
  }

  // ---- Figure -----------------------------------------------------------------------------------------------------------------

  protected figure(model: Model, state: State) {
    return html`<div class="network" data-part="network"></div>
      <p class="readout" aria-hidden="true">
        ${readoutOf(this.sentences, model.view, this.#names, this.#row ?? this.#pointed)}
      </p>
      <div class="side-by-side">
        <div class="map"></div>
        <div class="losses"></div>
      </div>
      <div
        class="card"
        popover
        role="dialog"
        aria-labelledby="card-title"
        @toggle=${(event: ToggleEvent) => this.#toggled(event)}
      >
        ${this.#card(model, state)}
      </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#drawn = [];
    const say = this.sentences;
    const place = (name: string) => root.querySelector(`.${name}`)!;
    const diagram = new NetworkDiagram(place('network'), {
      title: say('network'),
      describe: (unit) => this.#names?.unit(unit) ?? '',
      choose: (chosen, target) => void this.#choose(chosen, target),
      point: (at) => {
        if (JSON.stringify(at) === JSON.stringify(this.#pointed)) return;
        this.#pointed = at;
        this.requestUpdate();
      },
    });
    const map = new OutputMap(place('map'), { title: say('map'), probe: say('probe') }, (x, y) => {
      void this.propose({ probe: [x, y] });
    });
    const words = {
      title: say('losses'),
      epoch: say('epoch-axis'),
      loss: say('loss-axis'),
      training: say('training'),
      test: say('test-set'),
    };
    const losses = new LossPlot(place('losses'), words, (row) => {
      this.#row = row;
      this.requestUpdate();
    });
    this.#plots = { diagram, map, losses };
    return [diagram.plot, map.plot, losses.plot];
  }

  protected paint(model: Model, state: State): void {
    const { diagram, map, losses } = this.#plots!;
    const { samples, view, inputs } = model;
    const look = view?.look;
    if (state.data !== 'own') this.#own.present?.leave();
    const drawn = [model, look, state.discrete, state.showTest, state.logLoss, state.probe, this.#pointed, this.#kept];
    if (drawn.every((value, index) => value === this.#drawn[index])) return;
    this.#drawn = drawn;
    if (view && look) {
      const { layers } = view;
      const labels = inputs.map((id) => FEATURE_LABELS[id]);
      diagram.show({ layers, parameters: look.parameters, pictures: look.pictures, cells: UNIT_CELLS, inputs: labels });
    }
    map.show({
      samples,
      split: model.split ?? { training: new Int32Array(), test: new Int32Array() },
      ground: look && groundOf(model, state, look, this.#pointed),
      discrete: state.discrete,
      showTest: state.showTest,
      probe: state.probe,
    });
    losses.show(look?.history, this.#kept, state.logLoss);
  }

  get #names(): Names | undefined {
    const { view, inputs } = this.model ?? {};
    return view && new Names(this.sentences, view.layers, inputs!);
  }

  // ---- Card of a unit -----------------------------------------------------------------------------------------------------------

  async #choose(chosen: UnitId | EdgeId, target: Element): Promise<void> {
    await this.#desk.arrive();
    this.#open = chosen;
    this.#unreadable = '';
    this.requestUpdate();
    await this.updateComplete;
    const card = this.renderRoot.querySelector<HTMLElement>('.card')!;
    const box = target.getBoundingClientRect();
    card.showPopover();
    placeBeside(card, box, 'middle');
    const field =
      'from' in chosen
        ? card.querySelectorAll<NumberInput>('dh-number')[chosen.from]
        : card.querySelector<NumberInput>('dh-number');
    if (!field) return card.querySelector('button')!.focus();
    await field.updateComplete;
    field.renderRoot.querySelector('input')!.focus({ preventScroll: true });
  }

  #toggled({ newState }: ToggleEvent): void {
    if (newState !== 'closed') return;
    const target = this.#open && this.#plots?.diagram.targetOf(this.#open);
    const within = (this.renderRoot as ShadowRoot).activeElement;
    if (!within || within.closest('.card')) (target as SVGElement | undefined)?.focus({ preventScroll: true });
    this.#open = undefined;
    this.requestUpdate();
  }

  #card({ view }: Model, state: State) {
    const [unit, look, names] = [this.#open, view?.look, this.#names];
    if (!unit || !look || !names || !view!.layers[unit.layer] || unit.unit >= view!.layers[unit.layer].units)
      return nothing;
    const desk = this.#desk.present;
    return desk?.unitCard({
      say: desk.sayWith(this.sentences),
      names,
      unit,
      layers: view!.layers,
      look,
      probe: state.probe,
      error: this.#unreadable,
      edit: (index, value) => void this.#edit(index, value),
      unreadable: (sentence) => this.#complain(sentence),
      close: () => this.renderRoot.querySelector<HTMLElement>('.card')!.hidePopover(),
    });
  }

  async #edit(index: number, value: number): Promise<void> {
    this.#unreadable = '';
    try {
      await this.model!.view!.edit(index, value);
      this.#altered = true;
    } catch (error) {
      this.#unreadable = sentenceOf(problemFrom(error), this.sentences('weight'));
    }
    this.positionChanged();
  }

  #complain(sentence: string): void {
    this.#unreadable = sentence;
    this.requestUpdate();
  }

  // ---- Controls and words -------------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    const desk = this.#desk.wanted;
    return desk?.panels({
      model,
      state,
      say: desk.sayWith(this.sentences),
      control: (key, options) => this.control(key, options),
      errorOf: (...keys) => this.errorOf(...keys),
      faulty: (key) => this.problems[key]?.parameter,
      propose: (patch) => void this.propose(patch),
      ownPoints: () => this.#own.wanted?.controls(this.#plots!.map.plot, state) ?? nothing,
      unreadable: this.#unreadable,
      complain: (sentence) => this.#complain(sentence),
    });
  }

  protected details({ view }: Model, state: State) {
    const look = view?.look;
    const desk = this.#desk.wanted;
    if (!look || !desk) return nothing;
    return desk.runDetails({
      say: desk.sayWith(this.sentences),
      look,
      state,
      runs: this.#kept,
      keep: () => this.#keep(look, state),
      save: () => void this.#save(),
      open: (file) => void this.#openFile(file),
      show: (run) => void this.propose({ ...run.state, at: 0 }),
      drop: (run) => {
        this.#kept = this.#kept.filter((other) => other !== run);
        this.requestUpdate();
      },
    });
  }

  #keep({ history }: Look, state: State): void {
    const layers = state.layers.length ? state.layers.join('-') : this.sentences('no-layers');
    const name = `${layers} ${state.activation}, η = ${format(state.rate, 3)}`;
    this.#kept = [...this.#kept, { name, history, state }];
    this.requestUpdate();
  }

  // ---- Files ------------------------------------------------------------------------------------------------------------------

  async #save(): Promise<void> {
    try {
      const text = written({ state: { ...this.state }, model: await this.model!.view!.training.save() });
      await save(`${this.id || this.localName}.json`, new Blob([text], { type: 'application/json' }));
    } catch (error) {
      console.error(error);
      this.tell(this.sentences('save-failed'));
    }
  }

  async #openFile(file: File): Promise<void> {
    const before = this.#file.opened;
    delete this.problems.model;
    try {
      const opened = read(await file.text());
      const { taken, problems } = sortOut(fields, opened.state);
      for (const [key, problem] of Object.entries(problems)) throw new FieldError(key, problem);
      this.#file.opening = this.#file.opened = opened;
      await this.propose(taken as Partial<State>);
      for (const [key, problem] of Object.entries(this.problems)) throw new FieldError(key, problem);
    } catch (error) {
      this.#file.opened = before;
      const { key, problem } = error instanceof FieldError ? error : { key: 'model', problem: problemFrom(error) };
      this.tell(fieldSentence(problem, { key, field: undefined, sentences: this.sentences }));
    } finally {
      this.#file.opening = undefined;
    }
  }

  protected get linkNote(): string {
    return this.#altered || this.#file.opened ? this.sentences('link-note') : '';
  }

  protected sentence({ view }: Model, state: State): string {
    return view?.look ? sentence(this.sentences, view.look, state) : this.sentences('no-points');
  }

  protected table({ view }: Model): Table {
    return historyTable(this.sentences, view?.look?.history);
  }

  protected facts({ view, samples }: Model): ReportOf<typeof facts> | Record<string, never> {
    return view?.look ? report(view, view.look, samples) : {};
  }
}
customElements.define('dh-mlp', Playground);
