/** Descents, directly over the module. */
import type { CalculusModule } from '../calculus/module.ts';
import { DirectDescent } from './descent.ts';
import type { OptimizeModule } from './module.ts';
import type { Catalog, OptimizeCore } from './types.ts';

export function methods(module: CalculusModule & OptimizeModule): OptimizeCore {
  return {
    catalog: () => module.catalog() as Catalog,
    descent: (problem) => DirectDescent.start(module, problem),
  };
}
