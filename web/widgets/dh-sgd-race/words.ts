/** The race in words with its numbers. */
import { formatInteger, formatNumber } from '../../plot/format.ts';
import { numberWords } from '../../ui/strings.ts';
import { amountOf, gapOf } from './running.ts';
import type { Running } from './running.ts';
import type { Axis } from './race.ts';

export type Say = (key: string, values?: Record<string, string | number>) => string;

export const format = (value: number): string => formatNumber(value, { digits: 3, words: numberWords() });

/** A lane by its batch size. */
export function batchName(say: Say, batch: number, running: Running | undefined): string {
  const samples = running?.posed.facts.samples;
  return batch === samples || batch === 0
    ? say('all', { n: formatInteger(samples ?? 0) })
    : say('batch', { b: formatInteger(batch) });
}

export function sentence(say: Say, running: Running | undefined, axis: Axis): string {
  if (!running) return say('no-points');
  const { lanes, position } = running.race;
  const name = (lane: number) => `b = ${batchName(say, lanes[lane].batch, running)}`;
  const gaps = lanes.map(({ losses, row, diverged }) => (diverged ? Infinity : gapOf(running, losses[row])));
  if (position === 0) return say('start-is', { gap: format(gaps[0]) });
  const amount = amountOf(running, axis, position);
  const list = gaps.map((gap, lane) =>
    say(Number.isFinite(gap) ? 'gap-of' : 'gap-lost', { batch: name(lane), gap: format(gap) }),
  );
  const ahead = gaps.indexOf(Math.min(...gaps));
  return [
    say(`after-${axis}`, {
      amount: axis === 'time' ? format(amount) : formatInteger(Math.round(amount)),
      steps: position,
      gaps: list.join(', '),
    }),
    Number.isFinite(gaps[ahead]) ? say('ahead', { batch: name(ahead) }) : '',
    gaps.includes(Infinity) ? say('lost') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** How the batch gradients of the watched lane lie about the full gradient. */
export function cloudSentence(say: Say, running: Running, watched: number): string {
  const { cloud, lanes } = running.race;
  const batch = `b = ${batchName(say, lanes[watched].batch, running)}`;
  if (!cloud) return say('no-cloud', { batch });
  const pair = ([x, y]: readonly number[]) => `(${format(x)}, ${format(y)})`;
  const full = { batch, length: format(Math.hypot(...cloud.full)), full: pair(cloud.full) };
  if (cloud.x.length === 1) return say('one-batch', full);
  return say('scatter', {
    ...full,
    count: formatInteger(cloud.x.length),
    scatter: format(cloud.scatter),
    mean: pair(cloud.mean),
  });
}
