/** Makes the models of a figure by its plan. Parts whose inputs have not changed stay; what is replaced, or was made in vain, is freed. */
import { FieldError } from '../fields/field-error.ts';
import { isFailure, problemFrom } from '../fields/problem.ts';
import type { Part, Plan } from './plan.ts';

interface Made {
  part: Part;
  inputs: readonly unknown[];
  value: unknown;
}

/** A model that is not the present one yet. One of its methods must be called. */
export interface Draft<Model> {
  readonly model: Model;
  /** Makes it the present model. False if all was cleared meanwhile: then it is discarded. */
  accept(): boolean;
  /** It is not wanted. */
  discard(): void;
}

export class Maker<State extends object, Model extends object> {
  /** The present model; undefined before the first and after `clear`. */
  model: Model | undefined;

  readonly #plan: Plan<State, Model>;
  #made: readonly Made[] = [];

  constructor(plan: Plan<State, Model>) {
    this.#plan = plan;
  }

  /** The model of a state. Throws what the first of its parts threw that could not be made. */
  async make(state: State): Promise<Draft<Model>> {
    const old = this.#made;
    const drafts = new Map<string, Promise<Made>>();
    const valueOf = (key: string) => drafts.get(key)?.then(({ value }) => value) ?? state[key as keyof State];
    for (const part of this.#plan.parts) drafts.set(part.name, this.#take(part, part.from.map(valueOf)));
    const outcomes = await Promise.allSettled(drafts.values());
    const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    const discard = () => freeAll(made, old);
    if (failed) {
      discard();
      throw failed.reason;
    }
    const unchanged = this.model && made.every(({ value }, index) => value === old[index].value);
    const model = unchanged
      ? this.model!
      : (Object.fromEntries(made.map(({ part, value }) => [part.name, value])) as Model);
    return {
      model,
      discard,
      accept: () => {
        const stands = this.#made === old;
        if (!stands) discard();
        else {
          this.model = model;
          this.#made = made;
          freeAll(old, made);
        }
        return stands;
      },
    };
  }

  clear(): void {
    const made = this.#made;
    this.#made = [];
    freeAll(made, []);
    this.model = undefined;
  }

  async #take(part: Part, sources: readonly unknown[]): Promise<Made> {
    const inputs = await Promise.all(sources);
    const before = this.#made.find((made) => made.part === part);
    const given = Object.fromEntries(part.from.map((key, index) => [key, inputs[index]]));
    const same = (...keys: string[]) =>
      before !== undefined &&
      keys.every((key) => before.inputs[part.from.indexOf(key)] === inputs[part.from.indexOf(key)]);
    if (before && !part.always) {
      if (same(...part.from)) return before;
      if (part.keep?.(before.value, given, same)) return before;
    }
    const first = this.model === undefined;
    return { part, inputs, value: await blaming(part, () => part.make(given, { first, same })) };
  }
}

/** What goes wrong with a part that depends on a single field is put down to that field. */
async function blaming(part: Part, make: () => unknown): Promise<unknown> {
  try {
    return await make();
  } catch (error) {
    const problem = problemFrom(error);
    if (part.fields.length !== 1 || error instanceof FieldError || isFailure(problem)) throw error;
    throw new FieldError(part.fields[0], problem);
  }
}

interface Freeable {
  free(): unknown;
}

const isFreeable = (value: unknown): value is Freeable =>
  (typeof value === 'object' || typeof value === 'function') &&
  typeof (value as Partial<Freeable> | null)?.free === 'function';

/** The things that a value holds, with how to free them. */
function holdings({ part, value }: Made): [unknown, () => unknown][] {
  if (part.free) return [[value, () => part.free!(value)]];
  return [value]
    .flat()
    .flatMap((item) => (isFreeable(item) ? [[item, () => item.free()] as [unknown, () => unknown]] : []));
}

/** Frees what `made` holds and `stays` does not, each once. */
function freeAll(made: readonly Made[], stays: readonly Made[]): void {
  const kept = new Set(stays.flatMap(holdings).map(([thing]) => thing));
  for (const [thing, free] of new Map(made.flatMap(holdings))) if (!kept.has(thing)) void free();
}
