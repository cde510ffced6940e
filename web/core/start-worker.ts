/** Starting a worker that holds the core. */
import { wrap } from 'comlink';
import { CoreError } from './error.ts';
import './transfer.ts';
import type { RemoteCore } from './types.ts';

export interface CoreWorker {
  core: RemoteCore;
  /** Ends it at once, whatever it is doing; calls under way are never answered. */
  terminate(): void;
}

/** Rejects with CoreError `core-unavailable` where there are no workers, no WebAssembly, or a file is missing. */
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
  // Comlink's types do not know what stays on the other side; ours do.
  return { core: wrap(started) as unknown as RemoteCore, terminate: () => started.terminate() };
}

/** The worker's first message says whether it has the core. */
function ready(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'The worker cannot be loaded'));
    worker.onmessage = ({ data }) => {
      worker.onmessage = worker.onerror = null;
      if (data.ready) resolve();
      else reject(new Error(data.reason));
    };
  });
}
