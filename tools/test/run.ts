/**
 * Runs suites of tests and closes with one line that adds them up.
 *
 *   node tools/test/run.ts [SUITE [WORD]...]...
 *   node tools/test/run.ts --changed [BASE]
 *
 * What each suite printed is kept in build/test/. On a terminal one line tells how far all are, and only what failed is shown; elsewhere
 * each suite is shown when it ends. An interrupt ends all that was started.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { summarize } from '../summary.ts';
import { affected } from './changed.ts';
import { Groups } from './group.ts';
import { countSoFar, progressLine, type Standing } from './progress.ts';
import { runAll } from './schedule.ts';
import { USUAL, chosenSuites, parseChoice, type Choice, type Chosen } from './suites.ts';

const root = join(import.meta.dirname, '../..');
const results = join(root, 'build/test');
const times = join(root, 'build/test-times.json');
const terminal = process.stdout.isTTY;
const cores = availableParallelism();

/** Suites that this machine cannot run, as tools/commands/test.sh has found and said. */
const impossible = (process.env.IMPOSSIBLE_SUITES ?? '').split(' ');

/** What to run, and what that leaves out. @throws Error for words that make no sense. */
function choose(words: string[]): { choice: Choice; leftOut: string[] } {
  if (words[0] === '--changed') return affected(root, words[1] ?? 'HEAD');
  return { choice: words.length ? parseChoice(words) : new Map(USUAL.map((word) => [word, []])), leftOut: [] };
}

const say = (text: string): void => void process.stdout.write(`${terminal ? '\r\u001b[K' : ''}${text}\n`);

/** How long suites took here the last time that all their tests ran, s. */
const known: Record<string, number> = existsSync(times) ? JSON.parse(readFileSync(times, 'utf8')) : {};

interface Run extends Standing {
  suite: Chosen;
  /** Its files, without their endings. */
  file: string;
  began?: number;
}

const runOf = (suite: Chosen, index: number): Run => ({
  suite,
  expected: suite.words.length ? suite.seconds / 5 : (known[suite.name] ?? suite.seconds),
  ended: false,
  count: { done: 0 },
  file: join(results, `${String(index + 1).padStart(2, '0')}-${suite.name}`),
});

const logOf = ({ file }: Run): string => readFileSync(`${file}.log`, 'utf8');

function conclude(run: Run, status: number): void {
  const { suite, file, began } = run;
  const seconds = began === undefined ? 0 : Math.round((performance.now() - began) / 1000);
  if (began === undefined) writeFileSync(`${file}.log`, 'It waited for a suite that failed.\n');
  writeFileSync(`${file}.result`, `${suite.runner} ${status} ${seconds}\n`);
  if (status === 0 && !suite.words.length) known[suite.name] = seconds;
}

function tell(runs: readonly Run[]): void {
  for (const run of runs) {
    if (run.began === undefined || run.ended) continue;
    run.since = (performance.now() - run.began) / 1000;
    run.count = countSoFar(run.suite.runner, logOf(run));
  }
  process.stdout.write(`\r\u001b[K${progressLine(runs, cores).slice(0, (process.stdout.columns || 80) - 1)}`);
}

async function main(): Promise<number> {
  const { choice, leftOut } = choose(process.argv.slice(2));
  const sayLeftOut = (): void => leftOut.forEach((line) => say(`Left out: ${line}`));
  sayLeftOut();
  const suites = chosenSuites(choice).filter(({ name }) => !impossible.includes(name));
  if (suites.length === 0) {
    say('Nothing has changed.');
    return 0;
  }
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  const runs = new Map(suites.map((suite, index) => [suite.name, runOf(suite, index)]));
  const groups = new Groups();
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      interrupt.abort();
      void groups.stop();
    });

  async function start(suite: Chosen): Promise<boolean> {
    const run = runs.get(suite.name)!;
    run.began = performance.now();
    run.since = 0;
    if (!terminal) say(`▸ ${suite.name}`);
    const script = `source tools/lib.sh; source tools/build.sh; source tools/test.sh; ${suite.command} "$@"`;
    const status = await groups.run('bash', ['-c', script, suite.name, ...suite.words], root, `${run.file}.log`);
    run.ended = true;
    conclude(run, status);
    if (interrupt.signal.aborted) return false;
    if (terminal && status !== 0) say(`▸ ${suite.name}`);
    if (!terminal || status !== 0) process.stdout.write(logOf(run));
    return status === 0;
  }

  const clock = terminal ? setInterval(() => tell([...runs.values()]), 500) : undefined;
  const endings = await runAll(suites, cores, start, interrupt.signal);
  clearInterval(clock);
  if (interrupt.signal.aborted) {
    say('Interrupted');
    return 130;
  }
  for (const [name, ending] of endings) if (ending === 'left out') conclude(runs.get(name)!, 1);
  writeFileSync(times, JSON.stringify(known));
  say('▸ Summary');
  sayLeftOut();
  const { text, good } = summarize(results);
  console.log(text);
  return good ? 0 : 1;
}

process.exitCode = await main().catch((error: Error) => {
  console.error(`✗ ${error.message}`);
  return 2;
});
