/** A chart for the plot: colours by place, paler where descent took longer. */
import type { Chart } from './survey.ts';

/** The chart as cells: the first and last samples of a plot's grid lie on the ends, those of the chart in the middle of their cells. */
export function picture(
  { columns, rows, labels, steps }: Chart,
  { x, y }: { x: readonly [number, number]; y: readonly [number, number] },
  fateOf: (index: number) => string | undefined,
  numbered: number,
) {
  const inset = ([from, to]: readonly [number, number], count: number) => {
    const half = (to - from) / count / 2;
    return [from + half, to - half] as const;
  };
  // A place without a number is a place all the same: it gets the next colour.
  const values = labels.map((label, index) => (fateOf(index) === 'elsewhere' ? numbered : label));
  const longest = Math.log1p(
    Math.max(
      1,
      steps.reduce((most, count) => Math.max(most, count), 0),
    ),
  );
  return {
    grid: { values, columns, rows, x: inset(x, columns), y: inset(y, rows) },
    shade: Float32Array.from(steps, (count) => Math.log1p(count) / longest),
  };
}
