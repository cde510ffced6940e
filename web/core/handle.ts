/** What the classes over the module share: freeing, reading answers, refusing what the module must not see. */
import { CoreError } from './error.ts';
import type { Failure, ModuleHandle } from './module.ts';
import type { Freeable } from './types.ts';

const forgotten = new FinalizationRegistry<ModuleHandle>((handle) => handle.delete());

/** Owners not yet registered: most are freed where they were made, and registering takes as long as reading a formula. */
const young: Owner<ModuleHandle>[] = [];
const MOST_YOUNG = 64;
let due = false;

/** The owner of one thing in the module's memory, freed at the latest when its owner is garbage. */
export abstract class Owner<Handle extends ModuleHandle> implements Freeable {
  /** Why nothing in the module can be used any more. */
  static #closed: CoreError | undefined;
  #handle: Handle | undefined;
  #registered = false;

  constructor(handle: Handle) {
    this.#handle = handle;
    if (young.push(this) === MOST_YOUNG) Owner.#register();
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      Owner.#register();
    });
  }

  /** After this every owner answers with an error, and leaves the module alone. */
  static close(reason: CoreError): void {
    Owner.#closed = reason;
  }

  protected get handle(): Handle {
    if (Owner.#closed) throw Owner.#closed;
    if (!this.#handle) throw new CoreError({ code: 'freed' });
    return this.#handle;
  }

  /** Gives the memory back; twice does no harm. Nothing else may be asked of it afterwards (CoreError `freed`). */
  free(): void {
    if (!this.#handle) return;
    if (this.#registered) forgotten.unregister(this);
    if (!Owner.#closed) this.#handle.delete();
    this.#handle = undefined;
  }

  static #register(): void {
    for (const owner of young.splice(0)) {
      if (!owner.#handle) continue;
      forgotten.register(owner, owner.#handle, owner);
      owner.#registered = true;
    }
  }
}

/** The module's answer, or its failure thrown. `text` is what a position in the failure counts the bytes of; without one it counts rows. */
export function unwrap<Answer>(answer: Answer | Failure, text?: string): Answer {
  const code = (answer as Failure).error;
  if (code === undefined) return answer as Answer;
  const { parameter, value, position, expected } = answer as Failure;
  throw new CoreError({
    code,
    parameter,
    value,
    position: position < 0 ? undefined : text === undefined ? position : indexOf(text, position),
    expected,
  });
}

/** The index into a text of the character that starts at a byte of its UTF-8. */
export function indexOf(text: string, byte: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, byte)).length;
}

export function requireFinite(parameter: string, value: number): void {
  if (!Number.isFinite(value)) throw new CoreError({ code: 'not-finite', parameter, value });
}

export function requireWhole(parameter: string, value: number, minimum: number, maximum: number): void {
  if (!Number.isInteger(value)) throw new CoreError({ code: 'not-an-integer', parameter, value });
  if (value < minimum || value > maximum) {
    const expected = `[${minimum.toLocaleString('en')}, ${maximum.toLocaleString('en')}]`;
    throw new CoreError({ code: 'out-of-range', parameter, value, expected });
  }
}

export function requireInterval(from: number, to: number): void {
  requireFinite('from', from);
  requireFinite('to', to);
  if (from >= to) throw new CoreError({ code: 'out-of-range', parameter: 'to', value: to, expected: `> ${from}` });
}

export function requireDimension(parameter: string, value: number, expected: number): void {
  if (value !== expected) throw new CoreError({ code: 'wrong-dimension', parameter, value, expected: `${expected}` });
}

export function requireSeed(seed: number): void {
  requireWhole('seed', seed, 0, Number.MAX_SAFE_INTEGER);
}
