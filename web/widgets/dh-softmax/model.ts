/** What the core makes of the logits, once or twice over. */
import { getCore } from '../../core/core.ts';
import type { CrossEntropy, Softmax, SoftmaxOptions } from '../../core/neural/types.ts';
import type { StateOf } from '../../fields/fields.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { fields } from './fields.ts';

export type State = StateOf<typeof fields>;

export interface Result {
  /** What softmax is taken of: the shifted logits. */
  logits: readonly number[];
  softmax: Softmax;
  /** The shares that count: those of a second softmax if it is asked for. */
  probabilities: readonly number[];
  entropy: CrossEntropy | undefined;
}

export const model = plan(fields).derive(
  'result',
  ['logits', 'shift', 'temperature', 'form', 'precision', 'target', 'twice'],
  async ({ logits: given, shift, temperature, form, precision, target, twice }): Promise<Result> => {
    const core = await getCore('neural');
    const options = { form, precision, temperature } as SoftmaxOptions;
    const logits = (given as readonly number[]).map((logit) => logit + shift);
    const softmax = await core.softmax(logits, options);
    const once = [...softmax.probabilities];
    // A mistake one can make: the shares are taken for logits.
    const into = twice ? once : logits;
    const second = twice ? { ...options, temperature: 1 } : options;
    const probabilities = twice ? [...(await core.softmax(once, second)).probabilities] : once;
    const told = target >= 1 && target <= logits.length;
    const oneHot = logits.map((_, index) => (index === target - 1 ? 1 : 0));
    return {
      logits,
      softmax,
      probabilities,
      entropy: told ? await core.crossEntropy(into, oneHot, second) : undefined,
    };
  },
);

export type Model = ModelOf<typeof model>;

/** Did a number on the way overflow, or lose its value? */
export const overflowed = ({ softmax }: Result): boolean =>
  !Number.isFinite(softmax.sum) || softmax.probabilities.some((share) => Number.isNaN(share));
