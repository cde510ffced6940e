/** A line ŷ = β₀ + β₁x. */
import { format } from '../../language/strings.ts';

export interface Line {
  intercept: number;
  slope: number;
}

/** A line as it is read: ŷ = 3 − 2x. */
export function lineText({ intercept, slope }: Line): string {
  return `ŷ = ${format(intercept)} ${slope < 0 ? '−' : '+'} ${format(Math.abs(slope))}x`;
}
