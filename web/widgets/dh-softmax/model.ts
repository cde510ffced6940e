/** What the core makes of the logits, once or twice over. */
import { getCore } from '../../core/core.ts';
import type { CrossEntropy, Softmax, SoftmaxOptions } from '../../core/neural/types.ts';
import type { StateOf } from '../../fields/fields.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields } from './fields.ts';

export type State = StateOf<typeof fields>;

export interface Result {
  /** What softmax is taken of: the shifted logits, or by mistake the probabilities that they have made. */
  logits: readonly number[];
  options: Required<SoftmaxOptions>;
  softmax: Softmax;
  /** The number of the class with the largest probability, from 1; 0 where there is none. */
  winner: number;
  /** What became of the exponentials: `overflow` where one of them or their sum is infinite, `underflow` where all are 0. */
  fate: 'good' | 'overflow' | 'underflow';
  /** Of the right class, if one is told. */
  entropy: CrossEntropy | undefined;
}

export const model = plan(fields).derive(
  'result',
  ['logits', 'shift', 'temperature', 'form', 'precision', 'target', 'twice'],
  async ({ logits: given, shift, temperature, form, precision, target, twice }): Promise<Result> => {
    const core = await getCore('neural');
    const first = { form, precision, temperature } as Required<SoftmaxOptions>;
    const shifted = given.map((logit) => logit + shift);
    const once = await core.softmax(shifted, first);
    const [logits, options] = twice ? [[...once.probabilities], { ...first, temperature: 1 }] : [shifted, first];
    const softmax = twice ? await core.softmax(logits, options) : once;
    const told = target >= 1 && target <= logits.length;
    const oneHot = logits.map((_, index) => (index === target - 1 ? 1 : 0));
    const fate = fateOf(once);
    return {
      logits,
      options,
      softmax,
      winner: fate === 'good' ? softmax.probabilities.indexOf(Math.max(...softmax.probabilities)) + 1 : 0,
      fate,
      entropy: told ? await core.crossEntropy(logits, oneHot, options) : undefined,
    };
  },
);

export type Model = ModelOf<typeof model>;

function fateOf({ sum }: Softmax): Result['fate'] {
  if (!Number.isFinite(sum)) return 'overflow';
  return sum === 0 ? 'underflow' : 'good';
}
