import { place, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';
import { distributionFields } from '../../figures/probability/distribution-fields.ts';

export const fields = {
  ...distributionFields,
  /** The ends of the interval; both belong to it. */
  low: place({ default: -1, symbol: 'a', maximum: 1e7, minimum: -1e7 }),
  high: place({ default: 1, symbol: 'b', maximum: 1e7, minimum: -1e7 }),
  /** What stands below: P(X ≤ x), P(X > x), or its inverse. */
  lower: { kind: 'choice', default: 'cdf', options: ['cdf', 'survival', 'quantile'] },
  logarithmic: { kind: 'flag', default: false },
  /** How much more of the axis is shown than where most of the probability is. */
  width: { kind: 'number', default: 1, minimum: 0.01, maximum: 1000, track: [0.1, 10], scale: 'logarithmic' },
  /** Draws, shown as a histogram. */
  draws: { kind: 'number', default: 0, minimum: 0, maximum: 100_000, track: [0, 5000], integer: true, symbol: 'n' },
  seed: seed(),
  /** Distributions to compare with, as `kept.ts` writes them. */
  kept: { kind: 'text', default: '', maximumLength: 1000 },
} as const satisfies Fields;

export const facts = {
  /** P(a ≤ X ≤ b). */
  probability: 'number',
  /** P(X ≤ a) and P(X ≤ b). */
  below: 'number',
  upTo: 'number',
  /** The probability over the length of the interval: the slope of the secant. None where the interval has no length. */
  perLength: 'number',
  /** The density or mass in the middle of the interval, and the largest that is shown. */
  density: 'number',
  peak: 'number',
  discrete: 'flag',
  median: 'number',
  /** Of the draws, the part in the interval; none where there are no draws. */
  share: 'number',
  /** How many are kept to compare with. */
  others: 'number',
  /** The largest share of one bar or class, of those that have weights. */
  largestWeight: 'number',
} as const satisfies Facts;
