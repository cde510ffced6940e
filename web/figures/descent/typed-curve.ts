/** The curve of a typed function across a view, with the places where it is not smooth: what several figures draw. */
import type { RemoteExpression } from '../../core/calculus/types.ts';
import { heights } from './heights.ts';
import { findPlaces } from './places.ts';
import type { Place } from './places.ts';
import { FieldError } from '../../fields/field-error.ts';

export interface TypedCurve {
  x: Float64Array;
  y: Float64Array;
  /** The vertical window that shows its shape. */
  heights: [number, number];
  places: readonly Place[];
  /** The interval that was looked over for places: the view, widened to contain `point`. */
  looked: readonly [number, number];
}

/** Samples across the view: enough for a wide figure on a sharp screen. */
const SAMPLES = 1201;

/** Sample f over [from, to]; `derivative` is f′. Throws a FieldError for `to` when the interval is empty. */
export async function typedCurve(
  f: RemoteExpression,
  derivative: RemoteExpression,
  { from, to }: { from: number; to: number },
  point: number,
): Promise<TypedCurve> {
  if (!(from < to)) throw new FieldError('to', { code: 'empty-interval' });
  const looked = [Math.min(from, point), Math.max(to, point)] as const;
  const [y, places] = await Promise.all([f.sample(from, to, SAMPLES), findPlaces(f, derivative, ...looked)]);
  const x = Float64Array.from(y, (_, index) => from + ((to - from) * index) / (SAMPLES - 1));
  return { x, y, heights: heights(y), places, looked };
}

/** Was the point looked at when the curve was made? */
export const covers = ({ looked: [from, to] }: TypedCurve, point: number): boolean => from <= point && point <= to;

/** The width of the interval that was looked over, which says how near is the same place. */
export const widthOf = ({ looked: [from, to] }: TypedCurve): number => to - from;

/** Where the curve must not be drawn through. */
export const breaksOf = ({ places }: TypedCurve): number[] =>
  places.filter(({ kind }) => kind === 'jump' || kind === 'pole').map(({ x }) => x);
