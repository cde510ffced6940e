/** The way to the core for everything on a page: one worker, started when it is first asked for. */
import { startWorker } from './start-worker.ts';
import type { Catalog, RemoteCore } from './types.ts';

let core: Promise<RemoteCore> | undefined;

/** The core in its worker. Rejects with CoreError `core-unavailable` where it cannot be started; the next call tries again. */
export function getCore(): Promise<RemoteCore> {
  core ??= startWorker().then(({ core: started }) => started);
  core.catch(() => (core = undefined));
  return core;
}

let catalog: Promise<Catalog> | undefined;

/** What the core knows by name, asked for once. Rejects as `getCore` does; the next call tries again. */
export function getCatalog(): Promise<Catalog> {
  catalog ??= getCore().then((started) => started.catalog());
  catalog.catch(() => (catalog = undefined));
  return catalog;
}
