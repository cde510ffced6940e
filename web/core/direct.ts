/**
 * The core in this thread, from the whole module, answering at once: for Node and for other people's programs. Pages ask `core.ts`, which
 * keeps the work off their thread.
 */
import createModule from '../../build/wasm/downhill.mjs';
import { AREAS, methodsOf } from './areas.ts';
import type { AreaName, Core } from './areas.ts';
import { CoreError } from './error.ts';
import { bind } from './module.ts';

export type { Core } from './areas.ts';
export { CoreError } from './error.ts';

const BESIDE = new URL('../../build/wasm/downhill.wasm', import.meta.url);

/**
 * Loads the module and gives the core. `wasm` is the compiled file: its bytes (in Node, `await readFile('build/wasm/downhill.wasm')`) or its
 * address; without it, a browser finds it beside the module. Throws CoreError `core-unavailable` where WebAssembly or the file is missing.
 */
export async function createCore(wasm: BufferSource | URL | string = BESIDE): Promise<Core> {
  try {
    const module = await new Promise<object>((resolve, reject) => {
      const file =
        wasm instanceof URL || typeof wasm === 'string' ? { locateFile: () => String(wasm) } : { wasmBinary: wasm };
      createModule({ ...file, onAbort: reject }).then(resolve, reject);
    });
    bind(module);
    const areas = (Object.keys(AREAS) as AreaName[]).map((name) => methodsOf(name, module));
    return Object.assign({}, ...(await Promise.all(areas))) as Core;
  } catch (cause) {
    throw new CoreError({ code: 'core-unavailable' }, { cause });
  }
}
