/** The curve to be followed: typed as a formula, or drawn. */
import type { RemoteExpression } from '../../core/calculus/types.ts';
import { FieldError } from '../../fields/field-error.ts';
import { evenly } from '../../plot/scale.ts';
import { LEFT, PLACES, RIGHT } from './fields.ts';

/** Where the curve is given, and finer, to show what lies between: kinks at 32nds are hit. */
export const PLACE_LIST = evenly([LEFT, RIGHT], PLACES);
export const FINE = evenly([LEFT, RIGHT], 641);

export interface Target {
  /** One height a place. */
  heights: Float64Array;
  /** To be drawn: a typed curve finer than it is learnt. */
  curve: { x: Float64Array; y: Float64Array };
  drawn: boolean;
  /** The points that n units written down pass through: n + 1, evenly spread; of a drawn curve the nearest places. */
  points(units: number): Promise<{ x: Float64Array; y: Float64Array }>;
}

export async function targetOf(expression: RemoteExpression, drawn: readonly number[]): Promise<Target> {
  if (drawn.length) {
    if (drawn.length !== PLACES) throw new FieldError('drawn', { code: 'wrong-dimension', expected: String(PLACES) });
    const nearest = (units: number) =>
      Array.from({ length: units + 1 }, (_, k) => Math.round((k * (PLACES - 1)) / units));
    return {
      heights: Float64Array.from(drawn),
      curve: { x: PLACE_LIST, y: Float64Array.from(drawn) },
      drawn: true,
      points: async (units) => ({
        x: Float64Array.from(nearest(units), (index) => PLACE_LIST[index]),
        y: Float64Array.from(nearest(units), (index) => drawn[index]),
      }),
    };
  }
  const heights = await expression.evaluate(PLACE_LIST);
  const gap = heights.findIndex((height) => !Number.isFinite(height));
  if (gap >= 0) throw new FieldError('f', { code: 'undefined-at', value: PLACE_LIST[gap] });
  return {
    heights,
    curve: { x: FINE, y: await expression.evaluate(FINE) },
    drawn: false,
    points: async (units) => {
      const x = evenly([LEFT, RIGHT], units + 1);
      return { x, y: await expression.evaluate(x) };
    },
  };
}
