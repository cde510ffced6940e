/** Work that needs all cores of the machine, shared out among workers that each hold the module. */
import type { AreaName } from './areas.ts';
import { LastingWorker } from './start-worker.ts';
import type { RemoteCore } from './start-worker.ts';

export interface PoolOptions<Answer> {
  /** Called with every answer as it comes, and with how many have come. Answers need not come in the order of the jobs. */
  each?: (answer: Answer, index: number, done: number) => void;
  /** Cancels: no further job is begun, and `map` rejects with the signal's reason. Jobs under way end unheard, so keep jobs short. */
  signal?: AbortSignal;
}

/** Workers beyond this many would cost more memory than they save time. */
const MOST_WORKERS = 16;

export class Pool<Core> {
  readonly #start: (index: number) => Promise<Core>;
  readonly #size: number;
  #cores: Promise<Core[]> | undefined;

  /** `start` gives worker number `index` of `size`. */
  constructor(start: (index: number) => Promise<Core>, size: number) {
    this.#start = start;
    this.#size = size;
  }

  /**
   * The answers to all jobs, in their order. Each worker takes the next job when it has done its last. Rejects with the first error of a
   * job, and with CoreError `core-unavailable` when not one worker can be started.
   */
  async map<Job, Answer>(
    jobs: readonly Job[],
    work: (core: Core, job: Job) => Promise<Answer>,
    { each, signal }: PoolOptions<Answer> = {},
  ): Promise<Answer[]> {
    const answers = new Array<Answer>(jobs.length);
    let next = 0;
    let done = 0;
    const takeTurns = async (core: Core): Promise<void> => {
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
  #started(): Promise<Core[]> {
    this.#cores ??= Promise.allSettled(Array.from({ length: this.#size }, (_, index) => this.#start(index))).then(
      (results) => {
        const cores = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
        if (cores.length) return cores;
        this.#cores = undefined;
        throw (results[0] as PromiseRejectedResult).reason;
      },
    );
    return this.#cores;
  }
}

/** The workers of the page, one for each core of the machine, started when one is first asked for. */
const workers: LastingWorker[] = [];

/** The pool of the page, whose workers have these areas of the core. */
export function getPool<Name extends AreaName>(...areas: [Name, ...Name[]]): Pool<RemoteCore<Name>> {
  const size = Math.min(navigator.hardwareConcurrency || 2, MOST_WORKERS);
  return new Pool((index) => (workers[index] ??= new LastingWorker()).load(areas), size);
}
