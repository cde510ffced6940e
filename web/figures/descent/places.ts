/** Where a function of one variable is not smooth, and how it looks from either side: what the core found, ready to be drawn and said. */
import type { RemoteExpression } from '../../core/calculus/types.ts';

/**
 * kink: continuous, with different slopes to the left and right · jump: different limits · pole: grows beyond all bounds · hole: one point
 * without a value · gap: a stretch without values · edge: defined on one side only · overflow: beyond what a double can hold.
 */
export const PLACE_KINDS = ['kink', 'jump', 'pole', 'hole', 'gap', 'edge', 'overflow'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Limits of a function and its slope; NaN where there is none, ±∞ where they grow without bound. */
export interface Side {
  value: number;
  slope: number;
}

export interface Place {
  kind: PlaceKind;
  x: number;
  /** The other end of a gap. */
  to: number;
  /** f(x) itself; NaN where it has none. */
  value: number;
  left: Side;
  right: Side;
}

/** A point and what is beside it. */
export interface Surroundings extends Pick<Place, 'value' | 'left' | 'right'> {
  /** What the derivative written as an expression gives there; NaN where that has no value. */
  slope: number;
  /** Set where values or slopes are infinite over a whole stretch: too large for the computer, or, if there are no others, no values at all. */
  beyond?: 'overflow' | 'gap';
}

/** How near to a place its sides are looked at, as part of the interval; the core looks as near. */
const FAR = 1e-6;
const NEAR = FAR / 100;
/** How far apart two numbers are that mean the same place, as part of the interval. */
const SAME = 1e-9;

const NOWHERE: Side = { value: NaN, slope: NaN };

/** Where a function that has values at all has one, most likely. */
const PROBES = Float64Array.of(0, 1e-3, -1e-3, 0.1, -0.1, 1, -1, 2, -2, 10, -10);

/** What grows beyond all bounds: a hundred times nearer it is so many times as large, and at least so large. */
const GROWTH = { value: { factor: 3, least: 1e3 }, slope: { factor: 2, least: 10 } };

/** Everything not smooth within [from, to], in order of x. */
export async function findPlaces(
  f: RemoteExpression,
  slope: RemoteExpression,
  from: number,
  to: number,
): Promise<Place[]> {
  const { kinks, jumps, poles, holes } = await f.features(from, to);
  const found: Pick<Place, 'kind' | 'x' | 'to'>[] = [
    ...[...kinks].map((x) => ({ kind: 'kink' as const, x, to: x })),
    ...[...jumps].map((x) => ({ kind: 'jump' as const, x, to: x })),
    ...[...poles].map((x) => ({ kind: 'pole' as const, x, to: x })),
    ...holes.map(({ from: x, to: end }) => ({ kind: x === end ? ('hole' as const) : ('gap' as const), x, to: end })),
  ];
  if (found.length === 0) return [];
  const surroundings = await lookAround(
    f,
    slope,
    found.map(({ x }) => x),
    to - from,
  );
  // A function that is infinite everywhere, such as 1/0, has no poles but no values.
  if (surroundings.some(({ beyond }) => beyond === 'gap'))
    return [{ kind: 'gap', x: from, to, value: NaN, left: NOWHERE, right: NOWHERE }];
  const places = found.flatMap((place, index) => {
    const { value, left, right, beyond } = surroundings[index];
    return place.kind === 'pole' && beyond ? [] : [{ ...place, value, left, right }];
  });
  return places.sort((one, other) => one.x - other.x);
}

/** The place at x, if one of them is there. `width` is that of the interval they were looked for in. */
export function placeAt(places: readonly Place[], x: number, width: number): Place | undefined {
  const near = SAME * width;
  return (
    places.find((place) => place.kind !== 'gap' && Math.abs(place.x - x) <= near) ??
    places.find((place) => place.kind === 'gap' && place.x + near < x && x < place.to - near)
  );
}

/** Value at each x, and the limits on both sides of it, from values and slopes nearby. */
export async function lookAround(
  f: RemoteExpression,
  slope: RemoteExpression,
  xs: readonly number[],
  width: number,
): Promise<Surroundings[]> {
  const offsets = [0, -FAR, -NEAR, NEAR, FAR];
  const points = Float64Array.from(xs.flatMap((x) => offsets.map((offset) => x + offset * width)));
  const [values, slopes] = await Promise.all([f.evaluate(points), slope.evaluate(points)]);
  const infinite = (number: number) => Math.abs(number) === Infinity;
  const probes = values.some(infinite) ? await f.evaluate(PROBES) : PROBES;
  return xs.map((_, index) => {
    const at = index * offsets.length;
    const side = (far: number, near: number): Side => ({
      value: limit(values[at + far], values[at + near], GROWTH.value),
      slope: limit(slopes[at + far], slopes[at + near], GROWTH.slope),
    });
    const stretch = (of: Float64Array) => infinite(of[at]) && (infinite(of[at + 1]) || infinite(of[at + 4]));
    const beyond = stretch(values) || stretch(slopes) ? (probes.some(Number.isFinite) ? 'overflow' : 'gap') : undefined;
    return {
      value: values[at],
      slope: slopes[at],
      left: side(1, 2),
      right: side(4, 3),
      ...(beyond && ({ beyond } as const)),
    };
  });
}

/** Where a quantity goes, from its values far from the place and a hundred times nearer: straight on, or beyond all bounds. */
function limit(far: number, near: number, { factor, least }: { factor: number; least: number }): number {
  if (Math.abs(near) > factor * Math.abs(far) && Math.abs(near) > least) return Math.sign(near) * Infinity;
  return near + (near - far) / (FAR / NEAR - 1);
}

/**
 * What a point is where exact differentiation gave no slope, though the core found nothing special there: the slope that both sides agree on
 * (x|x| at 0), or the kind of place after all.
 */
export function judge(x: number, { value, slope, left, right, beyond }: Surroundings): number | Place {
  const place = (kind: PlaceKind): Place => ({ kind, x, to: x, value, left, right });
  if (beyond) return place(beyond);
  if (!Number.isFinite(value)) return place(Number.isNaN(value) ? 'gap' : 'pole');
  if (Number.isNaN(left.slope) || Number.isNaN(right.slope)) return place('edge');
  const difference = Math.abs(left.slope - right.slope);
  const same = difference <= 1e-6 * Math.max(1, Math.abs(left.slope), Math.abs(right.slope));
  if (!same) return place('kink');
  return Number.isFinite(slope) ? slope : (left.slope + right.slope) / 2;
}
