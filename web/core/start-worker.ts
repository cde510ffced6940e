/** Starting a worker that holds the core. */
import { wrap } from 'comlink';
import type { AreaName, Core } from './areas.ts';
import { CoreError } from './error.ts';
import { PATIENCE } from './patience.ts';
import './transfer.ts';
import type { Remote } from './types.ts';
import type { Notice, WorkerCore } from './worker.ts';

/** What some areas answer, in a worker. */
export type RemoteCore<Name extends AreaName> = Remote<Core<Name>>;

export interface CoreWorker {
  /**
   * The core with some areas in it. Rejects with CoreError `core-unavailable` where one cannot be loaded, and `core-late` where it does not come;
   * the next call tries again.
   */
  load<Name extends AreaName>(areas: readonly Name[]): Promise<RemoteCore<Name>>;
  /** Ends it at once, whatever it is doing; calls under way are never answered. */
  terminate(): void;
}

/**
 * Rejects with CoreError `core-unavailable` where there are no workers or the file is missing, and `core-late` where it does not come. `lost` is
 * called when no new work should be given to the worker: it has broken down, or does not answer.
 */
export async function startWorker(lost: () => void): Promise<CoreWorker> {
  let worker: Worker | undefined;
  try {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    await inTime(ready(worker));
  } catch (cause) {
    worker?.terminate();
    throw cause instanceof CoreError ? cause : new CoreError({ code: 'core-unavailable' }, { cause });
  }
  const started = worker;
  started.addEventListener('message', ({ data }: MessageEvent) => {
    if (data === ('broken' satisfies Notice)) lost();
  });
  const core = wrap<WorkerCore>(started);
  const loaded = new Map<AreaName, Promise<void>>();
  const load = (area: AreaName): Promise<void> => {
    const known = loaded.get(area) ?? inTime(core.load(area));
    loaded.set(area, known);
    known.catch((error: CoreError) => {
      loaded.delete(area);
      if (error.code === 'core-late') lost();
    });
    return known;
  };
  return {
    async load<Name extends AreaName>(areas: readonly Name[]) {
      await Promise.all(areas.map(load));
      // Comlink's types do not know what stays on the other side; ours do.
      return core as unknown as RemoteCore<Name>;
    },
    terminate: () => started.terminate(),
  };
}

/** A worker that is started when it is first asked for something, and another in its place after it was lost. */
export class LastingWorker {
  #worker: Promise<CoreWorker> | undefined;

  /** As `load` of a worker, and rejects as starting one does. */
  async load<Name extends AreaName>(areas: readonly Name[]): Promise<RemoteCore<Name>> {
    return (await (this.#worker ?? this.#start())).load(areas);
  }

  #start(): Promise<CoreWorker> {
    const lost = () => {
      if (this.#worker === started) this.#worker = undefined;
    };
    const started = startWorker(lost);
    started.catch(lost);
    this.#worker = started;
    return started;
  }
}

/** The worker's first message says that it runs. */
function ready(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'The worker cannot be loaded'));
    worker.onmessage = () => {
      worker.onmessage = worker.onerror = null;
      resolve();
    };
  });
}

/** The same, but rejected with CoreError `core-late` when it takes too long. */
function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CoreError({ code: 'core-late' })), PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
