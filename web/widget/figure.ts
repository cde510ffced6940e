/** A figure with one plot, told by what it shows. What it needs beyond that it says like any other widget. */
import type { TemplateResult } from 'lit';
import { Handle } from '../controls/handle.ts';
import type { Table } from '../controls/table.ts';
import type { Facts, ReportOf } from '../fields/facts.ts';
import type { Field, Fields, StateOf } from '../fields/fields.ts';
import { format } from '../language/strings.ts';
import type { Say, Strings } from '../language/strings.ts';
import type { Ink } from '../plot/inks.ts';
import { Picture } from '../plot/picture.ts';
import type { Drawing, PictureAxis } from '../plot/picture.ts';
import type { Plot, PlotOptions } from '../plot/plot.ts';
import { Plan } from './plan.ts';
import type { Stepper } from './stepper.ts';
import { Widget } from './widget.ts';

/** A point of the plot that can be pulled: it moves one field of the state, or two at once. */
export interface Pull<Of> {
  /** The field that it moves: a point, or a number along one axis. */
  moves: string;
  /** The axis that a number moves along; x unless told. */
  along?: 'x' | 'y';
  /** Where it stands. */
  at(of: Of): readonly [x: number, y: number];
}

/** What a figure is told by. Each function sees state and model in one. */
export interface Definition<F extends Fields, Known extends Facts, Model extends object> {
  fields: F;
  strings: Strings;
  facts?: Known;
  /** How the model is made, where more is needed than the state. */
  plan?: Plan<StateOf<F>, Model>;
  /** An axis without a domain fits what is drawn. */
  axes?: { x?: PictureAxis; y?: PictureAxis };
  plot?: Pick<PlotOptions, 'aspect' | 'equalAspect' | 'description'>;
  layers(of: StateOf<F> & Model, say: Say): readonly Drawing[];
  /** What can be pulled. */
  pulls?: readonly Pull<StateOf<F> & Model>[];
  /** The run to play. */
  stepper?(model: Model): Stepper | undefined;
  report?(of: StateOf<F> & Model): ReportOf<Known>;
  /** What the figure shows, in words; the sentence `sentence` with the numbers of state and report in it unless told. */
  sentence?(of: StateOf<F> & Model, say: Say): string;
  table?(of: StateOf<F> & Model, say: Say): Table;
  /** The controls, by key: all fields in their order unless told. */
  controls?: readonly (keyof F & string)[];
}

/** Defines `<tag>`. */
export function figure<F extends Fields, Known extends Facts = Record<string, never>, Model extends object = object>(
  tag: string,
  definition: Definition<F, Known, Model>,
): void {
  const { fields, strings, plan, axes = {}, layers, pulls = [], stepper, report, table } = definition;
  type State = StateOf<F>;
  const shown = definition.controls ?? Object.keys(fields).filter((key) => key !== 'at' && key !== 'seed');

  class Figure extends Widget<State, Model> {
    static fields: Fields = fields;
    static strings = strings;

    protected readonly plan = plan ?? (new Plan<State, object>([]) as Plan<State, Model>);
    #picture: Picture | undefined;
    #handles: Handle[] = [];

    protected setUp(root: ShadowRoot): Plot[] {
      const title = this.sentences('title');
      const options = { aspect: (width: number) => (width < 420 ? 1.15 : 1.7), ...definition.plot, ...axes };
      this.#picture = new Picture(root.querySelector('.plot')!, { title, interactive: pulls.length > 0, ...options });
      this.#handles = pulls.map((pull) => this.#handle(pull, this.#picture!.plot));
      return [this.#picture.plot];
    }

    #handle({ moves, along = 'x' }: Pull<State & Model>, plot: Plot): Handle {
      const field: Field = fields[moves];
      const isPoint = field.kind === 'point';
      const name = field.symbol ?? moves;
      return new Handle(plot, {
        label: this.sentences(moves),
        axes: isPoint ? 'both' : along,
        ink: field.colour as Ink | undefined,
        describe: (x, y) => `${name} = ${isPoint ? `(${format(x)}, ${format(y)})` : format(along === 'x' ? x : y)}`,
        change: (x, y) => void this.propose({ [moves]: isPoint ? [x, y] : along === 'x' ? x : y } as Partial<State>),
      });
    }

    protected paint(model: Model, state: State): void {
      const of = { ...state, ...model };
      this.#picture!.show(layers(of, this.sentences));
      pulls.forEach(({ at }, index) => this.#handles[index].moveTo(...at(of)));
    }

    protected controls(): TemplateResult[] {
      return shown.map((key) => this.control(key as keyof State & string));
    }

    protected sentence(model: Model, state: State): string {
      const of = { ...state, ...model };
      if (definition.sentence) return definition.sentence(of, this.sentences);
      const values = Object.entries({ ...state, ...report?.(of) }).map(([key, value]) => [
        key,
        typeof value === 'number' ? format(value) : String(value),
      ]);
      return this.sentences('sentence', Object.fromEntries(values));
    }

    protected facts(model: Model, state: State): object {
      return report?.({ ...state, ...model }) ?? {};
    }
  }
  // The toolbar shows a player and offers data where a widget has these methods.
  if (stepper) Object.assign(Figure.prototype, { stepperOf: stepper });
  if (table)
    Object.assign(Figure.prototype, {
      table(this: Figure, model: Model, state: State) {
        return table({ ...state, ...model }, this.sentences);
      },
    });
  customElements.define(tag, Figure);
}
