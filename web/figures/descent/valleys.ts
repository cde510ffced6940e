/** The valleys of a sampled curve. */

export interface Valley {
  /** Where its lowest sample is, and how low. */
  bottom: number;
  depth: number;
  /** The hilltops on both sides, or the ends of the curve. */
  from: number;
  to: number;
}

/** All valleys from left to right. An end of the curve counts as a hilltop. */
export function valleysOf(x: ArrayLike<number>, y: ArrayLike<number>): Valley[] {
  const valleys: Valley[] = [];
  let hilltop = x[0];
  for (let index = 1; index + 1 < x.length; ++index) {
    if (y[index] <= y[index - 1] && y[index] < y[index + 1])
      valleys.push({ bottom: x[index], depth: y[index], from: hilltop, to: Infinity });
    if (y[index] >= y[index - 1] && y[index] > y[index + 1]) {
      hilltop = x[index];
      const last = valleys.at(-1);
      if (last && last.to === Infinity) last.to = hilltop;
    }
  }
  const last = valleys.at(-1);
  if (last && last.to === Infinity) last.to = x[x.length - 1];
  if (valleys.length > 0) valleys[0].from = -Infinity;
  if (last) last.to = Infinity;
  return valleys;
}

export const deepest = (valleys: readonly Valley[]): Valley =>
  valleys.reduce((best, valley) => (valley.depth < best.depth ? valley : best));
