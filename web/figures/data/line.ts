/** A line ŷ = β₀ + β₁x. */
import { formatNumber } from '../../plot/format.ts';
import { numberWords } from '../../language/strings.ts';

export interface Line {
  intercept: number;
  slope: number;
}

/** A line as it is read: ŷ = 3 − 2x. */
export function lineText({ intercept, slope }: Line): string {
  const format = (value: number) => formatNumber(value, { words: numberWords() });
  return `ŷ = ${format(intercept)} ${slope < 0 ? '−' : '+'} ${format(Math.abs(slope))}x`;
}
