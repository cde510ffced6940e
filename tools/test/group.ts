/** Commands that are started together with all they start themselves, and ended so. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a command may take to end by itself after an interrupt, ms. */
const GRACE = 5000;

export class Groups {
  #running = new Set<number>();

  /** Runs a command in a process group of its own, what it prints going into a file; resolves to its status. */
  run(command: string, args: readonly string[], folder: string, log: string): Promise<number> {
    const file = openSync(log, 'w');
    const child = spawn(command, args, { cwd: folder, detached: true, stdio: ['ignore', file, file] });
    closeSync(file);
    const group = child.pid;
    if (group !== undefined) this.#running.add(group);
    return new Promise((resolve) => {
      const end = (status: number | null): void => {
        // What has ended leaves nothing behind.
        if (group !== undefined) this.#signal(group, 'SIGKILL');
        resolve(status ?? 1);
      };
      child.on('exit', end);
      child.on('error', () => end(null));
    });
  }

  #signal(group: number, signal: NodeJS.Signals): void {
    try {
      process.kill(-group, signal);
      if (signal !== 'SIGKILL') return;
    } catch {
      // It is gone.
    }
    this.#running.delete(group);
  }

  /** Asks all that run to end, and after a while makes them. */
  async stop(): Promise<void> {
    for (const group of this.#running) this.#signal(group, 'SIGINT');
    for (let waited = 0; waited < GRACE && this.#running.size; waited += 100) await wait(100);
    for (const group of this.#running) this.#signal(group, 'SIGKILL');
  }
}
