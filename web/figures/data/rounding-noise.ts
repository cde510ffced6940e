/** Numbers that only the rounding of doubles keeps from being 0, for display alone: what is computed and reported keeps them. */
import type { Line } from './line.ts';

/** A number this much smaller than what it was computed from is noise. */
const NOISE = 1e-12;

/** 0 for what is noise beside numbers of a size; the number itself otherwise. */
export const withoutNoise = (value: number, size: number): number => (Math.abs(value) < NOISE * size ? 0 : value);

/** The same for a sum or mean of squares, beside that of the values: a square is as small as the noise of its root squared. */
export const squareWithoutNoise = (value: number, size: number): number =>
  Math.abs(value) < NOISE * NOISE * size ? 0 : value;

export const largest = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Coefficients of 1, x, x², … beside those that would carry their column over the whole height of y. */
export function coefficientsWithoutNoise(
  coefficients: readonly number[],
  { x, y }: { x: ArrayLike<number>; y: ArrayLike<number> },
): number[] {
  const [width, height] = [largest(x), largest(y)];
  const size = (power: number) => (power === 0 ? height : width > 0 ? height / width ** power : 0);
  return coefficients.map((value, power) => withoutNoise(value, size(power)));
}

export function lineWithoutNoise(
  { intercept, slope }: Line,
  data: { x: ArrayLike<number>; y: ArrayLike<number> },
): Line {
  const [level, steepness] = coefficientsWithoutNoise([intercept, slope], data);
  return { intercept: level, slope: steepness };
}

/** A loss of some data beside that of a line at 0. */
export function lossWithoutNoise(value: number, y: ArrayLike<number>, loss: string): number {
  const squares = Array.from(y).reduce((sum, height) => sum + height * height, 0);
  if (loss === 'norm') return withoutNoise(value, Math.sqrt(squares));
  return squareWithoutNoise(value, loss === 'mean-squared' ? squares / y.length : squares);
}

/** The loss of a fitted curve, which many columns make less exact: noise beside what the values scatter about their mean, too. */
export function fitLossWithoutNoise(value: number, y: ArrayLike<number>): number {
  const mean = Array.from(y).reduce((sum, height) => sum + height / y.length, 0);
  const scatter = Array.from(y).reduce((sum, height) => sum + (height - mean) ** 2, 0);
  return withoutNoise(lossWithoutNoise(value, y, 'squared-norm'), scatter);
}
