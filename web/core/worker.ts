/** The core in a thread of its own: an object that learns the methods of an area when that is loaded. */
import { expose, proxyMarker } from 'comlink';
import { methodsOf } from './areas.ts';
import type { AreaName } from './areas.ts';
import { CoreError } from './error.ts';
import { Owner } from './handle.ts';
import { Loader } from './loader.ts';
import { PATIENCE } from './patience.ts';
import { transferAnswers, watchErrors } from './transfer.ts';

/** What a worker tells its page, besides the answers. */
export type Notice = 'ready' | 'broken';

// What owns memory of the module stays here; the page gets a proxy of it.
Object.assign(Owner.prototype, { [proxyMarker]: true });
transferAnswers();

const fileOf = (name: string) => new URL(`../../build/wasm/downhill.${name}.wasm`, import.meta.url);
const loader = new Loader((name) => fetch(fileOf(name), { signal: AbortSignal.timeout(PATIENCE) }));

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

/** A module that stopped half-way (out of memory, mostly) has no state to go on from: whatever is asked of it afterwards is refused. */
const broken = new CoreError({ code: 'core-broken' });
const refuse = () => {
  throw broken;
};
watchErrors((error) => {
  const stopped = error instanceof WebAssembly.RuntimeError || error instanceof RangeError || isTooDeep(error);
  if (!stopped) return error;
  for (const method of Object.keys(core)) Object.assign(core, { [method]: refuse });
  Owner.close(broken);
  postMessage('broken' satisfies Notice);
  return broken;
});
/** Firefox has an error of its own where the others have a RangeError. */
const isTooDeep = (error: unknown): boolean => (error as Error | undefined)?.name === 'InternalError';

expose(core);
postMessage('ready' satisfies Notice);
