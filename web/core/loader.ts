/**
 * The module in the files that cmake/split_wasm.py makes: the base, and one for each area, which comes when it is first asked for. All share
 * one memory, so what was made before an area came stays good.
 */
import createModule from '../../build/wasm/downhill.mjs';
import { AREAS } from './areas.ts';
import type { AreaName } from './areas.ts';
import { bind } from './module.ts';
import type { BaseModule } from './module.ts';

/** Gives a file of the module, as an answer of `fetch` or as its bytes. */
export type FetchFile = (name: 'base' | AreaName) => Promise<Response | BufferSource>;

/** The base, and what areas are to be joined to it. */
interface Started {
  module: BaseModule;
  /** What compiled files ask for: the functions of JavaScript, and under its name what each file offers to those that come later. */
  imports: WebAssembly.Imports;
}

export class Loader {
  readonly #fetch: FetchFile;
  #base: Promise<Started> | undefined;
  readonly #areas = new Map<AreaName, Promise<void>>();

  constructor(fetch: FetchFile) {
    this.#fetch = fetch;
  }

  /** The module with an area in it, and all that the area needs. Rejects where WebAssembly or a file is missing; the next call tries again. */
  async load(area: AreaName): Promise<BaseModule> {
    this.#base ??= this.#start();
    this.#base.catch(() => (this.#base = undefined));
    await this.#join(area, this.#base);
    return (await this.#base).module;
  }

  async #start(): Promise<Started> {
    const started: Pick<Started, 'imports'> = { imports: {} };
    const compiled = this.#compile('base');
    const module = await new Promise<BaseModule>((resolve, reject) => {
      createModule({
        onAbort: reject,
        instantiateWasm(imports, receive) {
          compiled
            .then((base) => WebAssembly.instantiate(base, imports))
            .then((instance) => {
              started.imports = { ...imports, base: instance.exports };
              receive(instance);
            })
            .catch(reject);
          return {};
        },
      }).then(resolve, reject);
    });
    return { ...started, module };
  }

  #join(area: AreaName, base: Promise<Started>): Promise<void> {
    const known = this.#areas.get(area) ?? this.#add(area, base);
    this.#areas.set(area, known);
    known.catch(() => this.#areas.delete(area));
    return known;
  }

  /** All files are fetched at once; they are joined in the order of what they need. */
  async #add(area: AreaName, base: Promise<Started>): Promise<void> {
    const needed = AREAS[area].needs.map((each) => this.#join(each, base));
    const [compiled, { module, imports }] = await Promise.all([this.#compile(area), base, ...needed]);
    const { exports } = await WebAssembly.instantiate(compiled, imports);
    imports[area] = exports;
    bind(module, exports);
  }

  async #compile(name: 'base' | AreaName): Promise<WebAssembly.Module> {
    const file = await this.#fetch(name);
    if (!(file instanceof Response)) return WebAssembly.compile(file);
    if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
    // Compiling while it comes in asks for a type that not every server knows.
    const known = file.headers.get('content-type') === 'application/wasm';
    return known ? WebAssembly.compileStreaming(file) : WebAssembly.compile(await file.arrayBuffer());
  }
}
