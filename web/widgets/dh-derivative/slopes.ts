/** The curve of f′, with holes where f has no slope, whatever the derived formula says there. */
import type { RemoteExpression } from '../../core/calculus/types.ts';
import { heights } from '../../figures/descent/heights.ts';
import { placeAt } from '../../figures/descent/places.ts';
import type { Place } from '../../figures/descent/places.ts';
import { widthOf } from '../../figures/descent/typed-curve.ts';
import type { TypedCurve } from '../../figures/descent/typed-curve.ts';

const NOWHERE = { value: NaN, slope: NaN };

export async function slopesOf(
  derivative: RemoteExpression,
  curve: TypedCurve,
  { from, to }: { from: number; to: number },
): Promise<TypedCurve> {
  const [formula, features] = await Promise.all([
    derivative.sample(from, to, curve.x.length),
    derivative.features(...curve.looked),
  ]);
  const y = formula.map((slope, index) => (Number.isFinite(curve.y[index]) ? slope : NaN));
  // The slope of the square root at 0, and of other vertical tangents.
  const steep = [...features.poles].filter((x) => !placeAt(curve.places, x, widthOf(curve)));
  const places = [
    ...curve.places.map(asSlope),
    ...steep.map((x): Place => ({ kind: 'pole', x, to: x, value: NaN, left: NOWHERE, right: NOWHERE })),
  ];
  return { ...curve, y, heights: heights(y), places };
}

/** At a kink, jump or hole of f the slopes run up to two ends, and neither is taken. */
function asSlope({ kind, x, to, left, right }: Place): Place {
  const end = (slope: number) => ({ value: slope, slope: NaN });
  return {
    kind: kind === 'gap' || kind === 'pole' ? kind : 'jump',
    x,
    to,
    value: NaN,
    left: end(left.slope),
    right: end(right.slope),
  };
}
