/**
 * Changes of state that wait for the core. One is worked on at a time; what comes meanwhile is gathered, so that of a drag only the
 * newest position counts. What is refused leaves the last good state standing and is remembered.
 */
import { sortOut } from '../fields/fields.ts';
import type { Fields } from '../fields/fields.ts';
import { fieldOf } from '../fields/field-error.ts';
import { isFailure } from '../fields/problem.ts';
import type { Problem } from '../fields/problem.ts';

type Patch = Record<string, unknown>;

interface Owner {
  fields: Fields;
  /** Show the state with these changes, or throw what is wrong with them. */
  show(patch: Patch): Promise<void>;
  /** Called when a change was refused. */
  refused(problem: Problem): void;
  /** Called when nothing is left to do. */
  settled(): void;
}

export class Proposals {
  /** What is wrong with what was last entered, by key. */
  problems: Record<string, Problem> = {};

  readonly #owner: Owner;
  #wanted: Patch | undefined;
  /** Refused entries, tried again with the next change: that may make them right. */
  #refused: Patch = {};
  #working: Promise<void> | undefined;
  #started = false;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** Begin to work, first of all on the state as it is. */
  start(): void {
    this.#started = true;
    this.#wanted ??= {};
    this.#working ??= this.#work();
  }

  stop(): void {
    this.#started = false;
  }

  /** Resolves when everything proposed so far is shown or refused. */
  async finish(): Promise<void> {
    while (this.#working) await this.#working;
  }

  /** Propose a change; resolves with whether all of it was accepted. */
  async add(patch: Patch): Promise<boolean> {
    const { taken, problems } = sortOut(this.#owner.fields, patch);
    this.problems = { ...this.problems, ...problems };
    for (const key of Object.keys(taken)) delete this.problems[key];
    this.#wanted = { ...this.#wanted, ...taken };
    if (this.#started) this.#working ??= this.#work();
    await this.finish();
    return Object.keys(patch).every((key) => !(key in this.problems));
  }

  /** Forget what was refused. */
  forget(): void {
    this.#refused = {};
    this.problems = {};
  }

  async #work(): Promise<void> {
    try {
      while (this.#wanted && this.#started) {
        const patch = this.#wanted;
        this.#wanted = undefined;
        await this.#take(patch);
      }
    } finally {
      this.#working = undefined;
      this.#owner.settled();
    }
  }

  async #take(patch: Patch): Promise<void> {
    const attempts = Object.keys(this.#refused).length ? [{ ...this.#refused, ...patch }, patch] : [patch];
    let error: unknown;
    for (const attempt of attempts) {
      try {
        await this.#owner.show(attempt);
        for (const key of Object.keys(attempt)) {
          delete this.#refused[key];
          delete this.problems[key];
        }
        return;
      } catch (thrown) {
        error = thrown;
      }
    }
    const [key, problem] = fieldOf(error, this.#owner.fields, Object.keys(patch));
    const { [key]: refused, ...rest } = patch;
    this.problems = { ...this.problems, [key]: problem };
    this.#refused = { ...this.#refused, ...(key in patch && { [key]: refused }) };
    this.#owner.refused(problem);
    // One bad entry must not hold back the others that came with it.
    if (!isFailure(problem) && key in patch && Object.keys(rest).length) this.#wanted = { ...rest, ...this.#wanted };
  }
}
