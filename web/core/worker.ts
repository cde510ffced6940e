/** The core in a thread of its own: an object that learns the methods of an area when that is loaded. */
import { expose, proxyMarker } from 'comlink';
import { methodsOf } from './areas.ts';
import type { AreaName } from './areas.ts';
import { CoreError } from './error.ts';
import { Owner } from './handle.ts';
import { Loader } from './loader.ts';
import { transferAnswers } from './transfer.ts';

// What owns memory of the module stays here; the page gets a proxy of it.
Object.assign(Owner.prototype, { [proxyMarker]: true });
transferAnswers();

const loader = new Loader((name) => fetch(new URL(`../../build/wasm/downhill.${name}.wasm`, import.meta.url)));

const core = {
  /** Learns what an area answers. Throws CoreError `core-unavailable` where it cannot be loaded. */
  async load(area: AreaName): Promise<void> {
    try {
      Object.assign(core, await methodsOf(area, loader.load(area)));
    } catch (cause) {
      throw new CoreError({ code: 'core-unavailable' }, { cause });
    }
  },
};
export type WorkerCore = typeof core;

expose(core);
postMessage({ ready: true });
