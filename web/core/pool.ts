/** Work that needs all cores of the machine, shared out among workers that each hold the module. */
import { startWorker } from './start-worker.ts';
import type { RemoteCore } from './types.ts';

export interface PoolOptions<Answer> {
  /** Called with every answer as it comes, and with how many have come. Answers need not come in the order of the jobs. */
  each?: (answer: Answer, index: number, done: number) => void;
  /** Cancels: no further job is begun, and `map` rejects with the signal's reason. Jobs under way end unheard, so keep jobs short. */
  signal?: AbortSignal;
}

/** Workers beyond this many would cost more memory than they save time. */
const MOST_WORKERS = 16;

export class Pool {
  readonly #start: () => Promise<RemoteCore>;
  readonly #size: number;
  #cores: Promise<RemoteCore[]> | undefined;

  constructor(start: () => Promise<RemoteCore>, size: number) {
    this.#start = start;
    this.#size = size;
  }

  /**
   * The answers to all jobs, in their order. Each worker takes the next job when it has done its last. Rejects with the first error of a
   * job, and with CoreError `core-unavailable` when not one worker can be started.
   */
  async map<Job, Answer>(
    jobs: readonly Job[],
    work: (core: RemoteCore, job: Job) => Promise<Answer>,
    { each, signal }: PoolOptions<Answer> = {},
  ): Promise<Answer[]> {
    const answers = new Array<Answer>(jobs.length);
    let next = 0;
    let done = 0;
    const takeTurns = async (core: RemoteCore): Promise<void> => {
      while (next < jobs.length) {
        const index = next++;
        answers[index] = await work(core, jobs[index]);
        signal?.throwIfAborted();
        each?.(answers[index], index, ++done);
      }
    };
    const cores = await this.#started();
    signal?.throwIfAborted();
    try {
      await Promise.all(cores.map(takeTurns));
    } catch (error) {
      next = jobs.length; // the other workers stop too
      throw error;
    }
    return answers;
  }

  /** Starts the workers on first use. Where some cannot be started the others do; where none can, the next call tries again. */
  #started(): Promise<RemoteCore[]> {
    this.#cores ??= Promise.allSettled(Array.from({ length: this.#size }, this.#start)).then((results) => {
      const cores = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
      if (cores.length) return cores;
      this.#cores = undefined;
      throw (results[0] as PromiseRejectedResult).reason;
    });
    return this.#cores;
  }
}

let pool: Pool | undefined;

/** The pool of the page, one worker for each core of the machine. */
export function getPool(): Pool {
  pool ??= new Pool(async () => (await startWorker()).core, Math.min(navigator.hardwareConcurrency || 2, MOST_WORKERS));
  return pool;
}
