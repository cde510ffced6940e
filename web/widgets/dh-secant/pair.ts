/** One position of the two points: the slopes, and how far each quotient is from the derivative. */
import type { RemoteExpression } from '../../core/calculus/types.ts';
import { judge, lookAround, placeAt } from '../../figures/descent/places.ts';
import type { Place } from '../../figures/descent/places.ts';
import { widthOf } from '../../figures/descent/typed-curve.ts';
import type { TypedCurve } from '../../figures/descent/typed-curve.ts';
import { METHODS } from './sweep.ts';
import type { Method, Sweep } from './sweep.ts';

export interface Pair {
  x: number;
  /** What the computer makes of x + h; for the smallest h it is x itself. */
  second: number;
  value: number;
  secondValue: number;
  /** (f(x + h) − f(x)) / h; NaN where one of the two has no value. */
  slope: number;
  /** f′(x); NaN where f is not differentiable. */
  exact: number;
  errors: Record<Method, number>;
  /** What kind of place x is where f has no derivative. */
  place?: Place;
  /** Is f(x + h) too large for the computer, rather than undefined? */
  secondOverflows: boolean;
}

export async function pairAt({
  expression: f,
  derivative,
  curve,
  sweep,
  x,
  h,
}: {
  expression: RemoteExpression;
  derivative: RemoteExpression;
  curve: TypedCurve;
  sweep: Sweep;
  x: number;
  h: number;
}): Promise<Pair> {
  const second = x + h;
  const [[value, secondValue], differences] = await Promise.all([
    f.evaluate(Float64Array.of(x, second)),
    f.differences(x, Float64Array.of(h)),
  ]);
  const slope = (secondValue - value) / h;
  const { exact, place } = await derivativeAt(f, derivative, curve, sweep.exact, x, value);
  const [around] = Math.abs(secondValue) === Infinity ? await lookAround(f, derivative, [second], widthOf(curve)) : [];
  const secondOverflows = around?.beyond === 'overflow';
  const errors = Object.fromEntries(METHODS.map((method) => [method, differences[method][0]])) as Pair['errors'];
  return { x, second, value, secondValue, secondOverflows, slope, exact, errors, ...(place && { place }) };
}

/** f′(x), or the place that has none. Dual numbers give up at 0 of x|x|, where looking from both sides still helps. */
async function derivativeAt(
  f: RemoteExpression,
  derivative: RemoteExpression,
  curve: TypedCurve,
  exact: number,
  x: number,
  value: number,
): Promise<{ exact: number; place?: Place }> {
  const known = placeAt(curve.places, x, widthOf(curve));
  if (known) return { exact: NaN, place: known };
  if (Number.isFinite(exact) && Number.isFinite(value)) return { exact };
  const [around] = await lookAround(f, derivative, [x], widthOf(curve));
  const found = judge(x, around);
  return typeof found === 'number' ? { exact: found } : { exact: NaN, place: found };
}
