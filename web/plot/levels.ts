/** Which heights the lines of a contour map stand at. */

import { ticks } from 'd3-array';
import { finiteRange } from './grid.ts';

/** About `count` round heights strictly inside the range of the values. */
export function evenLevels(values: ArrayLike<number>, count = 10): number[] {
  const range = finiteRange(values);
  if (!range || range[0] === range[1]) return [];
  return ticks(range[0], range[1], count).filter((level) => level > range[0] && level < range[1]);
}

/**
 * `count` heights whose distances above the lowest value grow by a constant factor, from `depth` (default 10⁻⁴) of the whole height on: the
 * floor of a long valley (Rosenbrock) shows its shape as well as its walls.
 */
export function logLevels(values: ArrayLike<number>, count = 12, depth = 1e-4): number[] {
  const range = finiteRange(values);
  if (!range || range[0] === range[1]) return [];
  const [lowest, highest] = range;
  return Array.from({ length: count }, (_, index) => lowest + (highest - lowest) * depth ** (1 - index / count));
}

/** `count` heights between which there are equally many samples: bands of equal area, whatever the values. */
export function quantileLevels(values: ArrayLike<number>, count = 10): number[] {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
  const levels = Array.from(
    { length: count },
    (_, index) => sorted[Math.floor(((index + 1) / (count + 1)) * (sorted.length - 1))]!,
  );
  return sorted.length === 0 ? [] : [...new Set(levels)].filter((level) => level > sorted[0]!);
}
