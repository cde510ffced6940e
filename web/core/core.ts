/** The way to the core for everything on a page: one worker, started when it is first asked for. */
import type { AreaName } from './areas.ts';
import type { Catalog } from './optimize/types.ts';
import { LastingWorker } from './start-worker.ts';
import type { RemoteCore } from './start-worker.ts';

export type { RemoteCore } from './start-worker.ts';

const worker = new LastingWorker();

/**
 * The core in its worker, with the areas that are asked for: nothing else is downloaded. Rejects with CoreError `core-unavailable` where it
 * cannot be started or an area cannot be loaded, and `core-late` where it does not come; the next call tries again.
 */
export function getCore<Name extends AreaName>(...areas: [Name, ...Name[]]): Promise<RemoteCore<Name>> {
  return worker.load(areas);
}

let catalog: Promise<Catalog> | undefined;

/** What the core knows by name of formulas and descents, asked for once. Rejects as `getCore` does; the next call tries again. */
export function getCatalog(): Promise<Catalog> {
  catalog ??= getCore('optimize').then((core) => core.catalog());
  catalog.catch(() => (catalog = undefined));
  return catalog;
}
