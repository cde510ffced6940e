/** How far suites are, from what their runners have printed so far. */
import type { Suite } from './suites.ts';

export interface Count {
  done: number;
  /** Of how many, where the runner tells. */
  of?: number;
}

const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What a runner has counted so far. Catch2 tells nothing before its end. */
export function countSoFar(runner: Suite['runner'], log: string): Count {
  if (runner === 'step') {
    const [done, of] = log
      .match(/^\[\d+\/\d+\]/gm)
      ?.at(-1)
      ?.slice(1, -1)
      .split('/')
      .map(Number) ?? [0];
    return { done, of };
  }
  if (runner === 'playwright') {
    const of = log.match(/^Running (\d+) tests? using/m)?.[1];
    return { done: matches(log, /^ +[✓✘-] +\d+ /gm), of: of ? Number(of) : undefined };
  }
  return { done: matches(log, runner === 'check' ? /^[✓✗] /gm : /^ *[✔✖] /gm) };
}

/** A suite as it stands. */
export interface Standing {
  suite: Pick<Suite, 'name' | 'runner' | 'cores'>;
  /** How long it takes as far as is known, s. */
  expected: number;
  /** How long it runs, s; undefined before it began. */
  since?: number;
  ended: boolean;
  count: Count;
}

/** The part of its time that a suite still needs, s. It is never quite done before it ends. */
function left({ expected, since, ended, count: { done, of } }: Standing): number {
  if (ended) return 0;
  if (since === undefined) return expected;
  // What runs once tells more than what is known from other days.
  if (of && done / of > 0.1) return (since / done) * (of - done);
  return Math.max(expected - since, 0.1 * expected);
}

/** Seconds until all are through on so many processors. */
export function timeLeft(all: readonly Standing[], cores: number): number {
  const work = all.reduce((sum, one) => sum + left(one) * Math.min(one.suite.cores, cores), 0);
  return Math.max(work / cores, ...all.map(left));
}

const inWords = (seconds: number): string =>
  seconds < 55 ? `${Math.max(5, 5 * Math.round(seconds / 5))} s` : `${Math.round(seconds / 60)} min`;

/** `browser 12 of 199 · check 3 · 4 of 9 done · about 6 min left` */
export function progressLine(all: readonly Standing[], cores: number): string {
  const running = all.filter(({ since, ended }) => since !== undefined && !ended);
  const told = running.map(({ suite, count: { done, of } }) =>
    [suite.name, ...(of ? [done, 'of', of] : done ? [done] : [])].join(' '),
  );
  const ended = all.filter((one) => one.ended).length;
  return [...told, `${ended} of ${all.length} done`, `about ${inWords(timeLeft(all, cores))} left`].join(' · ');
}
