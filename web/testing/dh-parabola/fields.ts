import { place } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

export const fields = {
  a: { kind: 'number', default: 1, minimum: -3, maximum: 3, symbol: 'a' },
  x: place({ default: 1, minimum: -3, maximum: 3 }),
} as const satisfies Fields;

export const facts = { height: 'number' } as const satisfies Facts;
