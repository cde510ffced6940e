/**
 * How the model of a figure is made from its state, part by part. A part names the fields and earlier parts it is made from and gets to see
 * nothing else, so none can be forgotten.
 */
import type { Fields, StateOf } from '../fields/fields.ts';

type Inputs = Record<string, unknown>;

/** What a part may know of the model there was before. */
export interface Since<Key> {
  /** Is there none yet, so that the figure is empty? */
  first: boolean;
  /** Are the inputs of these names what they were when the part was last made? */
  same(...keys: Key[]): boolean;
}

/** A part of the model, as its plan knows it. */
export interface Part {
  name: string;
  /** The fields and parts it is made from. */
  from: readonly string[];
  /** All fields it depends on, directly or through other parts. */
  fields: readonly string[];
  make(inputs: Inputs, since: Since<string>): unknown;
  keep?(value: unknown, inputs: Inputs, same: Since<string>['same']): boolean;
  free?(value: unknown): void;
  always?: boolean;
}

/** What else can be said of a part. */
interface Rules<Value, Given, Key> {
  /** Asked when inputs have changed: may the value stay all the same? */
  keep?(value: Value, inputs: Given, same: Since<Key>['same']): boolean;
  /** Gives back what the value holds in the core. What has a method `free` itself, alone or in a list, needs no word. */
  free?(value: Value): void;
  /** Made anew with every change of the state, because it depends on something besides. */
  always?: boolean;
}

/** Parts must not be called what a field is called. */
type Unused<Name, State> = Name extends keyof State ? never : unknown;

export class Plan<State extends object, Model extends object> {
  /** For the compiler alone: the type of the model. */
  declare readonly model: Model;
  readonly parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  /** This plan with the parts of another one, which may be of some of the fields only. */
  with<Some extends object, Other extends object>(
    other: Plan<Some, Other> & (State extends Some ? unknown : never),
  ): Plan<State, Model & Other> {
    return new Plan([...this.parts, ...other.parts]);
  }

  /**
   * This plan with one more part. What is thrown while it is made is shown at the field it depends on, if that is only one. Parts that do
   * not need each other are made side by side.
   */
  derive<const Name extends string, Key extends keyof (State & Model) & string, Value>(
    name: Name & Unused<Name, State>,
    from: readonly Key[],
    make: (inputs: Pick<State & Model, Key>, since: Since<Key>) => Promise<Value> | Value,
    rules: Rules<NoInfer<Value>, Pick<State & Model, Key>, Key> = {},
  ): Plan<State, Model & Record<Name, Value>> {
    const fields = from.flatMap((key) => this.parts.find((part) => part.name === key)?.fields ?? [key as string]);
    const part = { name, from, fields: [...new Set(fields)], make, ...rules };
    return new Plan([...this.parts, part as unknown as Part]);
  }
}

/** The plan of a model without parts: what is drawn follows from the state alone. */
export const plan = <F extends Fields>(_fields: F): Plan<StateOf<F>, object> => planFor<StateOf<F>>();

/** The same where there is no table: for plans that several figures begin with. */
export const planFor = <State extends object>(): Plan<State, object> => new Plan<State, object>([]);

/** The model that a plan makes. */
export type ModelOf<P extends { model: object }> = P['model'];
