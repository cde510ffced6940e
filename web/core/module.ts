/**
 * What all areas of the compiled module have in common. What each offers is in its `module.ts`, name by name; a test holds these lists against
 * the module itself. Only `web/core` calls it, and always with arguments it has checked.
 */

/** Recognised by `error`. `position` counts bytes; -1 says that there is none. */
export interface Failure {
  error: string;
  parameter: string;
  value: number;
  position: number;
  expected: string;
}

/** What lives in the module's memory until it is deleted. */
export interface ModuleHandle {
  delete(): void;
}

/** The module before any area is loaded. */
export interface BaseModule {
  /** The memory, as it is after the last call. */
  readonly HEAPF64: Float64Array;
}

/**
 * Gives the module what an area's bindings say. `exports` of its file; all areas at once are those of the whole, which the module itself has
 * with a `_` before their names.
 */
export function bind(module: object, exports?: WebAssembly.Exports): void {
  const own = Object.fromEntries(Object.entries(exports ?? {}).map(([name, value]) => [`_${name}`, value]));
  Object.assign(module, own);
  for (const [name, value] of Object.entries(exports ? own : module))
    if (name.startsWith('_bind_')) (value as () => void)();
}
