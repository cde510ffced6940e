/** Starting a worker that holds the core. */
import { wrap } from 'comlink';
import type { AreaName, Core } from './areas.ts';
import { CoreError } from './error.ts';
import './transfer.ts';
import type { Remote } from './types.ts';
import type { WorkerCore } from './worker.ts';

/** What some areas answer, in a worker. */
export type RemoteCore<Name extends AreaName> = Remote<Core<Name>>;

export interface CoreWorker {
  /** The core with some areas in it. Rejects with CoreError `core-unavailable` where one cannot be loaded; the next call tries again. */
  load<Name extends AreaName>(areas: readonly Name[]): Promise<RemoteCore<Name>>;
  /** Ends it at once, whatever it is doing; calls under way are never answered. */
  terminate(): void;
}

/** Rejects with CoreError `core-unavailable` where there are no workers, or the file is missing. */
export async function startWorker(): Promise<CoreWorker> {
  let worker: Worker | undefined;
  try {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    await ready(worker);
  } catch (cause) {
    worker?.terminate();
    throw new CoreError({ code: 'core-unavailable' }, { cause });
  }
  const started = worker;
  const core = wrap<WorkerCore>(started);
  const loaded = new Map<AreaName, Promise<void>>();
  const load = (area: AreaName): Promise<void> => {
    const known = loaded.get(area) ?? core.load(area);
    loaded.set(area, known);
    known.catch(() => loaded.delete(area));
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
