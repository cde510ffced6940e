/** Where the ball stands: height and slope, or why there is no slope. */
import type { DescentRun } from '../../figures/descent/descent-run.ts';
import { placeAt } from '../../figures/descent/places.ts';
import type { Place } from '../../figures/descent/places.ts';
import { widthOf } from '../../figures/descent/typed-curve.ts';
import type { TypedCurve } from '../../figures/descent/typed-curve.ts';

export interface Site {
  x: number;
  /** f(x); NaN where the function is not defined. */
  value: number;
  /** f′(x); NaN where the function is not differentiable. */
  slope: number;
  /** What kind of place it is where there is no slope. */
  place?: Place;
}

const NOWHERE = { value: NaN, slope: NaN };

/** The site of a run at a step. A run may have led to a place without a slope: one of those that are known, or one out of sight. */
export function siteOf(run: DescentRun, step: number, curve: TypedCurve): Site {
  const [x, value, slope] = [run.points[step], run.values[step], run.gradients[step]];
  if (Number.isFinite(slope) && Number.isFinite(value)) return { x, value, slope };
  const tooLarge = [value, slope].some((number) => Math.abs(number) === Infinity);
  const kind = tooLarge ? 'overflow' : Number.isFinite(value) ? 'kink' : 'gap';
  const unknown: Place = { kind, x, to: x, value, left: NOWHERE, right: NOWHERE };
  return { x, value, slope: NaN, place: placeAt(curve.places, x, widthOf(curve)) ?? unknown };
}
