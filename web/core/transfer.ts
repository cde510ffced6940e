/** How answers and errors cross between a page and its workers; both sides load this before the first message. */
import { transferHandlers } from 'comlink';
import type { TransferHandler } from 'comlink';
import { CoreError } from './error.ts';
import type { Fault } from './error.ts';

/** A thrown thing as Comlink carries it. */
interface Thrown {
  value: unknown;
}

let seen = (error: unknown): unknown => error;

/** In a worker: what is thrown there passes through `look`, which gives what the page gets to see. */
export function watchErrors(look: (error: unknown) => unknown): void {
  seen = look;
}

const comlinkThrow = transferHandlers.get('throw') as TransferHandler<Thrown, unknown>;

/** Comlink keeps the message of an error but not its fields, so a CoreError travels as its facts. */
transferHandlers.set('throw', {
  canHandle: (value): value is Thrown => comlinkThrow.canHandle(value),
  serialize(thrown: Thrown) {
    thrown.value = seen(thrown.value);
    if (thrown.value instanceof CoreError) return [{ fault: thrown.value.fault }, []];
    return comlinkThrow.serialize(thrown);
  },
  deserialize(message: { fault?: Fault }) {
    if (message.fault) throw new CoreError(message.fault);
    return comlinkThrow.deserialize(message);
  },
});

/** The memory of the typed arrays in an answer, at its top level or one below. */
function buffersOf(answer: unknown): ArrayBuffer[] {
  const parts = ArrayBuffer.isView(answer) ? [answer] : Object.values(Object(answer) as object);
  return parts.filter((part) => ArrayBuffer.isView(part)).map((part) => part.buffer as ArrayBuffer);
}

/** Hands the typed arrays of answers over instead of copying them. Only a worker may: what a page sends it keeps. */
export function transferAnswers(): void {
  bulk.canHandle = (value): value is unknown => typeof value === 'object' && buffersOf(value).length > 0;
}

const bulk: TransferHandler<unknown, unknown> = {
  canHandle: (_value): _value is unknown => false,
  serialize: (answer) => [answer, buffersOf(answer)],
  deserialize: (answer) => answer,
};
transferHandlers.set('bulk', bulk);
