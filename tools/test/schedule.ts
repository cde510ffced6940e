/** Runs suites side by side, as many as the processors allow, each after those it waits for. */
import type { Suite } from './suites.ts';

export type Ending = 'passed' | 'failed' | 'left out';

/**
 * Runs all. `start` resolves to whether a suite went well. What waits for one that did not is left out, and so is all that has not begun
 * when `stopped` aborts.
 */
export async function runAll<S extends Pick<Suite, 'name' | 'after' | 'cores'>>(
  suites: readonly S[],
  cores: number,
  start: (suite: S) => Promise<boolean>,
  stopped?: AbortSignal,
): Promise<Map<string, Ending>> {
  const endings = new Map<string, Ending>();
  const running = new Map<string, Promise<void>>();
  const busy = (): number =>
    suites.reduce((sum, { name, cores: own }) => (running.has(name) ? sum + Math.min(own, cores) : sum), 0);
  // What is not run at all has nobody to wait for.
  const among = ({ after }: S): string[] => after.filter((name) => suites.some((suite) => suite.name === name));

  for (;;) {
    for (const suite of suites) {
      if (endings.has(suite.name) || running.has(suite.name)) continue;
      const before = among(suite).map((name) => endings.get(name));
      if (stopped?.aborted || before.some((ending) => ending === 'failed' || ending === 'left out')) {
        endings.set(suite.name, 'left out');
      } else if (before.every(Boolean) && busy() + Math.min(suite.cores, cores) <= cores) {
        const end = start(suite).then((good) => {
          running.delete(suite.name);
          endings.set(suite.name, good ? 'passed' : 'failed');
        });
        running.set(suite.name, end);
      }
    }
    if (running.size === 0) return endings;
    await Promise.race(running.values());
  }
}
