/** The core over a module in two parts: what needs the rest of the module waits until that is there. */
import { DirectCore } from './direct-core.ts';
import { CoreError } from './error.ts';
import { loadModuleInParts } from './module-in-parts.ts';
import type { DataCore } from './data-types.ts';

const OF_REST = Object.keys({
  leastSquares: true,
  predict: true,
  regression: true,
  multiplications: true,
  rateSweep: true,
  ends: true,
  basins: true,
  swarm: true,
  dataset: true,
  readCsv: true,
  writeCsv: true,
} satisfies Record<keyof DataCore, true>) as (keyof DataCore)[];

/**
 * `load` gives a file of the module. The methods of `DataCore` answer with a promise, which rejects with CoreError `core-unavailable` where
 * the rest cannot be loaded. Rejects where the first part cannot.
 */
export async function createCoreInParts(load: Parameters<typeof loadModuleInParts>[0]): Promise<DirectCore> {
  const { module, complete } = await loadModuleInParts(load);
  const core = new DirectCore(module);
  for (const name of OF_REST) {
    const method = core[name] as (...given: unknown[]) => unknown;
    const value = async (...given: unknown[]) => {
      await complete().catch((cause) => {
        throw new CoreError({ code: 'core-unavailable' }, { cause });
      });
      return method.apply(core, given);
    };
    Object.defineProperty(core, name, { value });
  }
  return core;
}
