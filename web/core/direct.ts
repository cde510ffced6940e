/**
 * The core in this thread, from the whole module, answering at once: for Node and for other people's programs. Pages ask `core.ts`, which
 * keeps the work off their thread.
 */
import createModule from '../../build/wasm/downhill.mjs';
import { DirectCore } from './direct-core.ts';
import { CoreError } from './error.ts';
import type { Core } from './types.ts';

export { CoreError } from './error.ts';
export type * from './types.ts';

const BESIDE = new URL('../../build/wasm/downhill.wasm', import.meta.url);

/**
 * Loads the module and gives the core. `wasm` is the compiled file: its bytes (in Node, `await readFile('build/wasm/downhill.wasm')`) or its
 * address; without it, a browser finds it beside the module. Throws CoreError `core-unavailable` where WebAssembly or the file is missing.
 */
export async function createCore(wasm: BufferSource | URL | string = BESIDE): Promise<Core> {
  try {
    return new DirectCore(
      await new Promise((resolve, reject) => {
        const file =
          wasm instanceof URL || typeof wasm === 'string' ? { locateFile: () => String(wasm) } : { wasmBinary: wasm };
        createModule({ ...file, onAbort: reject }).then(resolve, reject);
      }),
    );
  } catch (cause) {
    throw new CoreError({ code: 'core-unavailable' }, { cause });
  }
}
