/** The part of a state that says which distribution is meant. */
import type { Fields } from '../../fields/fields.ts';

export const distributionFields = {
  /** An id of the core's catalog. */
  distribution: { kind: 'choice', default: 'normal' },
  /** What the reader has set, by id; the rest is as in the catalog. */
  options: { kind: 'options', default: {} },
  /** The heights of bars, or the shares of classes; whatever they add up to. */
  weights: { kind: 'list', default: [1, 2, 4, 7, 8, 6, 3, 3, 5, 2], minimum: 0, maximum: 1e6, maximumLength: 24 },
} as const satisfies Fields;
