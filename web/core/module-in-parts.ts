/**
 * The module in the two files that cmake/split_wasm.py makes: what every page asks, and the rest, which comes when it is first asked for.
 * Both share one memory, so what was made before the rest came stays good.
 */
import createModule from '../../build/wasm/downhill.mjs';
import type { CoreModule } from './module.ts';

export interface ModuleInParts {
  /** Of the functions that only the rest has it knows nothing before `complete`. */
  module: CoreModule;
  /** Loads the rest, once; where that fails, the next call tries again. */
  complete(): Promise<void>;
}

/** Rejects where WebAssembly or the first file is missing. `load` gives a file of the module, as an answer of `fetch` or as its bytes. */
export async function loadModuleInParts(
  load: (part: 'first' | 'rest') => Promise<Response | BufferSource>,
): Promise<ModuleInParts> {
  let primary: WebAssembly.Exports | undefined;
  // Until the rest is there, its places in the table of functions are held by these. Starting the module calls those that bind the rest.
  const early: string[] = [];
  let started = false;
  const holder = (place: string) => () => {
    if (started) throw new Error(`Function ${place} of the module is called before its file is loaded`);
    early.push(place);
  };
  const placeholder = new Proxy({}, { get: (_, place: string) => holder(place) });

  const module = await new Promise<CoreModule>((resolve, reject) => {
    createModule({
      onAbort: reject,
      instantiateWasm(imports, receive) {
        load('first')
          .then((file) => instantiate(file, { ...imports, placeholder }))
          .then((instance) => {
            primary = instance.exports;
            receive(instance);
          })
          .catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
  started = true;

  let rest: Promise<void> | undefined;
  return {
    module,
    complete() {
      rest ??= load('rest').then(async (file) => {
        await instantiate(file, { primary: primary! });
        const table = primary!.__indirect_function_table as WebAssembly.Table;
        for (const place of early) (table.get(Number(place)) as () => void)();
      });
      rest.catch(() => (rest = undefined));
      return rest;
    },
  };
}

async function instantiate(file: Response | BufferSource, imports: WebAssembly.Imports): Promise<WebAssembly.Instance> {
  const { instance } = await (file instanceof Response
    ? WebAssembly.instantiateStreaming(file, imports)
    : WebAssembly.instantiate(file, imports));
  return instance;
}
