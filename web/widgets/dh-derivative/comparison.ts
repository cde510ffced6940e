/** f′ at one point, found in three ways that know nothing of one another. */
import type { RemoteExpression } from '../../core/calculus/types.ts';
import { rightDigits } from '../../figures/data/right-digits.ts';
import { judge, lookAround, placeAt } from '../../figures/descent/places.ts';
import type { Place } from '../../figures/descent/places.ts';
import { widthOf } from '../../figures/descent/typed-curve.ts';
import type { TypedCurve } from '../../figures/descent/typed-curve.ts';

export interface Comparison {
  x: number;
  /** f(x); not finite where f is undefined. */
  value: number;
  /** The derived formula at x. It may have a value where f′ has none. */
  symbolic: number;
  /** By dual numbers; NaN where f is not differentiable. */
  dual: number;
  /** (f(x + h) − f(x − h)) / 2h. */
  central: number;
  h: number;
  /** To how many digits the dual numbers and the central difference are right, if f′(x) is a number. */
  digits: { dual: number; central: number };
  /** f′(x), NaN where f is not differentiable. */
  slope: number;
  /** Why there is no slope. */
  place?: Place;
}

/** A step about as good as any for a central difference, and a power of ten, for it is shown. */
const stepFor = (x: number): number => 10 ** (Math.ceil(Math.log10(Math.max(1, Math.abs(x)))) - 5);

export async function compare(
  f: RemoteExpression,
  derivative: RemoteExpression,
  curve: TypedCurve,
  x: number,
): Promise<Comparison> {
  const h = stepFor(x);
  const [[value, right, left], [symbolic], jet] = await Promise.all([
    f.evaluate(Float64Array.of(x, x + h, x - h)),
    derivative.evaluate(Float64Array.of(x)),
    f.jet([x]),
  ]);
  const dual = jet.gradient[0];
  const central = (right - left) / (2 * h);
  const found = { x, value, symbolic, dual, central, h };
  const width = widthOf(curve);
  const known = placeAt(curve.places, x, width);
  const verdict = known ?? (Number.isFinite(dual) ? dual : judge(x, (await lookAround(f, derivative, [x], width))[0]));
  if (typeof verdict !== 'number') return { ...found, slope: NaN, place: verdict, digits: { dual: 0, central: 0 } };
  // Dual numbers have no slope for x|x| at 0, where both sides agree on one.
  const exact = Number.isFinite(symbolic) ? symbolic : verdict;
  return {
    ...found,
    slope: verdict,
    digits: { dual: rightDigits(dual, exact), central: rightDigits(central, exact) },
  };
}
