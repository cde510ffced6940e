import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { METHODS } from './digits.ts';

export const fields = {
  /** The names of the sets stand with the data. */
  set: { kind: 'choice', default: 'Longley' },
  method: { kind: 'choice', default: 'normal-equations', options: METHODS },
} as const satisfies Fields;

export const facts = { digits: 'parts' } as const satisfies Facts;
