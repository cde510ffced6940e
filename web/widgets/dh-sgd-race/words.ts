/** The race in words with its numbers. */
import { formatInteger, formatNumber } from '../../plot/format.ts';
import { numberWords } from '../../language/strings.ts';
import { amountOf, gapOf, placeOf } from './running.ts';
import type { Running } from './running.ts';
import type { Axis } from './race.ts';

export type Say = (key: string, values?: Record<string, string | number>) => string;

export const format = (value: number): string => formatNumber(value, { digits: 3, words: numberWords() });

/** A lane by its batch size. */
export function batchName(say: Say, batch: number, running: Running | undefined): string {
  const samples = running?.posed.facts.samples;
  return samples !== 1 && (batch === samples || batch === 0)
    ? say('all', { n: formatInteger(samples ?? 0) })
    : say('batch', { b: formatInteger(batch) });
}

/** The lanes by batch size, and by number where that does not tell them apart. */
function laneNames(say: Say, running: Running): string[] {
  const names = running.race.lanes.map(({ batch }) => `b = ${batchName(say, batch, running)}`);
  if (new Set(names).size === names.length) return names;
  return names.map((batch, lane) => say('lane-name', { number: lane + 1, batch }));
}

/** How far the race has come on its axis, and whether some lane has arrived earlier than that. */
function progress(running: Running, axis: Axis): { amount: number; early: boolean } {
  const { lanes, position } = running.race;
  const amount = amountOf(running, axis, position);
  const gone = lanes.map(({ row }, lane) => placeOf(running, axis, lane, row));
  // A lane that still runs is less than an update behind.
  const early = lanes.map(({ rests, steps, row }, lane) => rests && gone[lane] + gone[lane] / steps[row] <= amount);
  return early.every(Boolean)
    ? { amount: Math.max(...gone), early: Math.min(...gone) < Math.max(...gone) }
    : { amount, early: early.includes(true) };
}

export function sentence(say: Say, running: Running | undefined, axis: Axis): string {
  if (!running) return say('no-points');
  const { lanes, position } = running.race;
  const gaps = lanes.map(({ losses, row, diverged }) => (diverged ? Infinity : gapOf(running, losses[row])));
  if (position === 0) return say('start-is', { gap: format(gaps[0]) });
  const names = laneNames(say, running);
  const { amount, early } = progress(running, axis);
  const list = gaps.map((gap, lane) =>
    say(Number.isFinite(gap) ? 'gap-of' : 'gap-lost', { batch: names[lane], gap: format(gap) }),
  );
  return [
    say(early ? `after-most-${axis}` : `after-${axis}`, {
      amount: axis === 'time' ? format(amount) : formatInteger(Math.round(amount)),
      steps: Math.round(amount),
      gaps: list.join(', '),
    }),
    lead(say, gaps, names),
    gaps.includes(Infinity) ? say('lost') : '',
    running.posed.facts.samples === 1 ? say('one-point') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Who is ahead. Heights that read the same are level. */
function lead(say: Say, gaps: readonly number[], names: readonly string[]): string {
  const least = Math.min(...gaps);
  if (!Number.isFinite(least)) return '';
  const ahead = names.filter((_, lane) => format(gaps[lane]) === format(least));
  if (ahead.length === names.length) return say('all-level');
  return say(ahead.length > 1 ? 'level' : 'ahead', { batch: ahead.join(', ') });
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
