/**
 * Adds up what the test runners counted and closes with one line `N passed, N failed`.
 *
 *   node tools/summary.ts FOLDER
 *
 * FOLDER holds, for each suite, `<order>-<name>.log` (everything the runner printed) and `<order>-<name>.result` (the kind of runner,
 * its exit status and the seconds it took). A runner that broke off, or that ran nothing, is a failure however it counted.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * How many tests of a suite may pass only when tried again. Among hundreds of pages on a machine that others use too, one now and then
 * meets a moment that no reader meets; a fault of the page fails both times, and what often fails once is more than these.
 */
const FORGIVEN = 2;

/** What stands before or after the number in a runner's closing lines; every pattern may match several times and is summed. */
interface Runner {
  passed: RegExp[];
  failed: RegExp[];
  skipped: RegExp[];
  /** Passed when tried again. */
  again?: RegExp[];
}

const runners: Record<string, Runner> = {
  catch2: {
    passed: [/^All tests passed \(.*? in (\d+) test cases?\)/gm, /^test cases: .*?(\d+) passed/gm],
    failed: [/^test cases: .*?(\d+) failed/gm],
    skipped: [/^test cases: .*?(\d+) skipped/gm],
  },
  node: {
    passed: [/^ℹ pass (\d+)$/gm],
    failed: [/^ℹ fail (\d+)$/gm, /^ℹ cancelled (\d+)$/gm],
    skipped: [/^ℹ skipped (\d+)$/gm, /^ℹ todo (\d+)$/gm],
  },
  playwright: {
    passed: [/^ {2}(\d+) passed\b/gm],
    failed: [/^ {2}(\d+) (?:failed|interrupted|did not run)\b/gm],
    skipped: [/^ {2}(\d+) skipped\b/gm],
    again: [/^ {2}(\d+) flaky\b/gm],
  },
  check: {
    passed: [/^(\d+) rules hold, /gm],
    failed: [/^\d+ rules hold, (\d+) broken$/gm],
    skipped: [],
  },
  // A build: it went through or it did not.
  step: { passed: [], failed: [], skipped: [] },
};

// Colours are for people.
const colour = /\u001b\[[0-9;]*m/g;

function sum(log: string, patterns: RegExp[]): number {
  let total = 0;
  for (const pattern of patterns) for (const match of log.matchAll(pattern)) total += Number(match[1]);
  return total;
}

const plainly = (log: string): string => log.replace(colour, '');

/** How many tests passed only when tried again. */
const triedAgain = (runner: Runner, log: string): number => sum(plainly(log), runner.again ?? []);

/** Counts of one suite. @throws Error for a kind of runner that is not known. */
export function count(kind: string, status: number, log: string): Counts {
  const runner = runners[kind];
  if (!runner) throw new Error(`unknown runner: ${kind}`);
  if (kind === 'step') return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  const plain = plainly(log);
  const counts = {
    passed: sum(plain, runner.passed),
    failed: sum(plain, runner.failed),
    skipped: sum(plain, runner.skipped),
  };
  const again = triedAgain(runner, log);
  counts[again <= FORGIVEN ? 'passed' : 'failed'] += again;
  const ranNothing = counts.passed + counts.failed === 0;
  if (counts.failed === 0 && (status !== 0 || ranNothing)) counts.failed = 1;
  return counts;
}

/** The table and the closing line for a folder of results, and whether everything passed. */
export function summarize(folder: string): { text: string; good: boolean } {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  const suites = readdirSync(folder)
    .filter((name) => name.endsWith('.result'))
    .sort();
  for (const suite of suites) {
    const [kind, status, seconds] = readFileSync(join(folder, suite), 'utf8').trim().split(' ');
    const log = readFileSync(join(folder, suite.replace(/result$/, 'log')), 'utf8');
    const counts = count(kind, Number(status), log);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    const mark = counts.failed ? '✗' : '✓';
    const name = suite.replace(/^\d+-|\.result$/g, '');
    const again = triedAgain(runners[kind], log);
    lines.push(
      `${mark} ${name.padEnd(12)} ${String(counts.passed).padStart(5)} ok ${String(counts.failed).padStart(4)} bad ${seconds.padStart(5)} s` +
        (again ? `, ${again} only when tried again: see 'flaky' above` : ''),
    );
  }
  if (suites.length === 0) total.failed = 1;
  lines.push('', `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
  return { text: lines.join('\n'), good: total.failed === 0 };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { text, good } = summarize(process.argv[2]);
  console.log(text);
  process.exitCode = good ? 0 : 1;
}
