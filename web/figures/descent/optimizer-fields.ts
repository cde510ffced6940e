/** The part of a state that says how is descended. */
import type { Fields } from '../../fields/fields.ts';

export const optimizerFields = {
  optimizer: { kind: 'choice', default: 'gradient-descent' },
  /** The optimizer's own, as the core's catalog knows them. */
  options: { kind: 'options', default: {} },
} as const satisfies Fields;
