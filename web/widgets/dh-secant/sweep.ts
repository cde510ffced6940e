/** How the error of difference quotients depends on the step size h, at one point of one function. */
import type { RemoteExpression } from '../../core/calculus/types.ts';

/** Difference quotients in the order of the legend; the ids are those of the core. */
export const METHODS = ['forward', 'central', 'complex'] as const;
export type Method = (typeof METHODS)[number];

export interface Sweep {
  /** Step sizes, from small to large. */
  h: Float64Array;
  /** |difference quotient − f′(x)| for each h; NaN where one of the points needed has no value. */
  errors: Record<Method, Float64Array>;
  /** f′(x) by dual numbers; NaN where f is not differentiable. */
  exact: number;
  /** The h at which the forward difference is most exact, the accidents of rounding smoothed out; NaN without errors. */
  best: number;
}

export const SMALLEST = 1e-16;
export const LARGEST = 10;
const DECADES = Math.log10(LARGEST / SMALLEST);
const PER_DECADE = 8;

/** Step sizes evenly spaced on a logarithmic scale, powers of ten exactly among them. */
const STEPS = Float64Array.from({ length: Math.round(DECADES * PER_DECADE) + 1 }, (_, index) => {
  const power = Math.log10(SMALLEST) + index / PER_DECADE;
  return Number.isInteger(power) ? Number(`1e${power}`) : 10 ** power;
});

export async function sweepOf(f: RemoteExpression, x: number): Promise<Sweep> {
  const { exact, ...errors } = await f.differences(x, STEPS);
  return { h: STEPS, errors, exact, best: bestStep(STEPS, errors.forward) };
}

/** Where the largest error within half a decade on either side is smallest. */
export function bestStep(h: Float64Array, errors: Float64Array): number {
  const reach = PER_DECADE / 2;
  let best = NaN;
  let least = Infinity;
  for (let index = h.length - 1; index >= 0; index--) {
    const around = errors.subarray(Math.max(0, index - reach), index + reach + 1);
    const worst = Math.max(...around);
    if (worst < least) [best, least] = [h[index], worst];
  }
  return best;
}
