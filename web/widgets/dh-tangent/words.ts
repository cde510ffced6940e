/** What the ball can know where it stands, in words with its numbers. */
import { formatNumber } from '../../plot/format.ts';
import type { DescentRun } from '../../figures/descent/descent-run.ts';
import { numberWords } from '../../language/strings.ts';
import type { Site } from './site.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;

export const format = (value: number, digits = 4): string => formatNumber(value, { digits, words: numberWords() });

/** As many digits as it takes to tell two numbers apart, where they differ by more than rounding. */
function digitsApart(one: number, other: number): number {
  let digits = 4;
  while (digits < 12 && one !== other && format(one, digits) === format(other, digits)) digits++;
  return digits;
}

/** Below this a slope leads nowhere, and the search stands still. */
export const TOLERANCE = 1e-4;

/** One or two sentences on the site, and on where the next step of the run leads. */
export function sentence(site: Site, run: DescentRun | undefined, up: boolean, rate: number, say: Say): string {
  const steps = run?.position ?? 0;
  const facts = { steps, x: format(site.x), value: format(site.value), slope: format(site.slope) };
  const arrived = steps > 0 ? `${say('steps', facts)} ` : '';
  if (run?.outcomeNow === 'diverged') return say(endless(run), facts);
  if (site.place) return arrived + withoutSlope(site.place, facts, say);
  if (Math.abs(site.slope) < TOLERANCE) {
    const kind = say(`kind-${run?.stationary ?? 'none'}`);
    return arrived + say(site.slope === 0 ? 'flat' : 'nearly-flat', { ...facts, kind });
  }
  if (run && run.outcomeNow !== 'running') return say(run.outcomeNow, facts);
  return `${arrived}${say(site.slope > 0 ? 'slope-positive' : 'slope-negative', facts)}${next(site, run, up, rate, facts, say)}`;
}

function withoutSlope(
  { kind, value, left, right }: NonNullable<Site['place']>,
  facts: Record<string, string | number>,
  say: Say,
): string {
  const sides = kind === 'kink' ? [left.slope, right.slope] : [left.value, right.value];
  const words = { ...facts, left: format(sides[0]), right: format(sides[1]) };
  if (kind === 'overflow') return say(Number.isFinite(value) ? 'overflow-slope' : 'overflow', words);
  if (kind !== 'kink') return say(kind, words);
  if (sides.some(Number.isNaN)) return say('no-slope', words);
  return say(Math.abs(sides[0]) === Infinity && sides[0] === sides[1] ? 'vertical' : 'kink', words);
}

/** Where the coming step leads, and whether it keeps its promise. */
function next(
  site: Site,
  run: DescentRun | undefined,
  up: boolean,
  rate: number,
  facts: Record<string, string | number>,
  say: Say,
): string {
  if (!run || run.reached <= run.position) return '';
  const after = run.values[run.position + 1];
  const digits = digitsApart(site.value, after);
  const numbers = {
    ...facts,
    move: format(rate * site.slope),
    next: format(run.points[run.position + 1]),
    value: format(site.value, digits),
    after: format(after, digits),
  };
  if (!Number.isFinite(after)) return ` ${say(Number.isNaN(after) ? 'leads-out' : 'leads-infinite', numbers)}`;
  const kept = up ? after > site.value : after < site.value;
  return ` ${say(up ? (kept ? 'higher' : 'not-higher') : kept ? 'lower' : 'not-lower', numbers)}`;
}

/** A run that keeps its direction goes on along a slope without end; one that turns round at each step crosses a valley. */
function endless({ points, reached }: DescentRun): string {
  let last = reached;
  while (last > 1 && !Number.isFinite(points[last])) last--;
  const strides = [points[last] - points[last - 1], points[last - 1] - points[last - 2]];
  return strides[0] * strides[1] < 0 ? 'diverged-overshoot' : 'diverged-endless';
}
