/** Networks as files: the state of the figure, and the training as the core writes it. */
import { FieldError } from '../../fields/field-error.ts';

/** What a file holds. */
export interface Opened {
  /** The state of the figure, key by key. */
  state: Record<string, unknown>;
  /** The core's own text. */
  model: string;
}

const FIGURE = 'dh-mlp';

/** The file that a figure goes on from, until something else begins a new network. */
export class ModelFile {
  opened: Opened | undefined;
  /** The same while the figure takes it over. */
  opening: Opened | undefined;
}

export const written = (file: Opened): string => JSON.stringify({ figure: FIGURE, ...file });

const malformed = (facts: { parameter?: string; position: number; expected?: string }) =>
  new FieldError('model', { code: 'malformed', ...facts });

/** Throws a FieldError `malformed` where a text is no such file. */
export function read(text: string): Opened {
  let file: Partial<Record<'figure' | 'state' | 'model', unknown>> | null;
  try {
    file = JSON.parse(text) as typeof file;
  } catch (error) {
    throw malformed({ position: Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length) });
  }
  if (file?.figure !== FIGURE) throw malformed({ parameter: 'figure', position: 0, expected: FIGURE });
  const { state, model } = file;
  if (typeof state !== 'object' || state === null)
    throw malformed({ parameter: 'state', position: 0, expected: '{ … }' });
  if (typeof model !== 'string') throw malformed({ parameter: 'model', position: 0, expected: '"…"' });
  return { state: { ...state }, model };
}
