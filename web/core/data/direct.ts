/** Data sets, directly over the module. */
import { requireSeed, unwrap } from '../handle.ts';
import type { DataModule } from './module.ts';
import type { DataCatalog, DataCore, Dataset } from './types.ts';

export function methods(module: DataModule): DataCore {
  return {
    dataCatalog: () => module.dataCatalog() as DataCatalog,

    dataset(id, options = {}, seed = 1) {
      requireSeed(seed);
      return unwrap(module.generateDataset(id, options, seed)) as Dataset;
    },
  };
}
