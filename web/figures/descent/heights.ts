/** How much of a typed curve to show. */
import { extent } from '../../plot/scale.ts';

/** How far beyond the middle half the view goes, in units of how the lower or upper half spreads, whichever is less. */
const REACH = 5;

/**
 * A vertical window for the samples of a curve that shows its shape: walls at the ends and poles may leave it, so that they do not
 * flatten everything else; a peak or a valley inside is always seen whole. Samples that are not finite are left out.
 */
export function heights(y: Float64Array): [number, number] {
  const sorted = y.filter(Number.isFinite).sort();
  if (sorted.length === 0) return [-1, 1];
  const quantile = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  const [least, most] = [sorted[0], sorted.at(-1)!];
  const middle = quantile(0.5);
  const spread = Math.min(middle - quantile(0.05), quantile(0.95) - middle);
  const leaves = (extreme: number) => spread > 0 && !isTurn(y, y.indexOf(extreme), most - least);
  const bottom = leaves(least) ? Math.max(least, middle - REACH * spread) : least;
  const top = leaves(most) ? Math.min(most, middle + REACH * spread) : most;
  return extent([bottom, top], { padding: 0.08 });
}

/** Does the curve turn there, smoothly, rather than end or shoot up? */
function isTurn(y: Float64Array, index: number, range: number): boolean {
  if (index < 2 || index > y.length - 3) return false;
  return [index - 1, index + 1].every((beside) => Math.abs(y[beside] - y[index]) < 0.05 * range);
}
