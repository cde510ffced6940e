/** The part of a state that says what is descended on, and how: a named landscape of the core or a typed function, and the optimizer. */
import type { Fields } from '../../fields/fields.ts';
import { optimizerFields } from './optimizer-fields.ts';

/** The value of `landscape` that stands for a function the reader typed. */
export const OWN = 'own';

export const landscapeFields = {
  landscape: { kind: 'text', default: 'bowl' },
  f: { kind: 'text', default: 'x^2 + 2y^2', symbol: 'f', colour: 'f' },
  ...optimizerFields,
} as const satisfies Fields;

export interface LandscapeState {
  landscape: string;
  f: string;
  optimizer: string;
  options: Readonly<Record<string, number>>;
  start: readonly number[];
  rate: number;
}
