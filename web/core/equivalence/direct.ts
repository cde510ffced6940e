/** Comparing formulas, directly over the module. */
import { DirectExpression } from '../calculus/expression.ts';
import type { CalculusModule } from '../calculus/module.ts';
import { requireSeed } from '../handle.ts';
import type { EquivalenceModule } from './module.ts';
import type { Equivalence, EquivalenceCore } from './types.ts';

export function methods(module: CalculusModule & EquivalenceModule): EquivalenceCore {
  return {
    equivalent(left, right, variables, seed = 1) {
      requireSeed(seed);
      const first = DirectExpression.parse(module, left, variables);
      try {
        const second = DirectExpression.parse(module, right, variables);
        try {
          return module.compare(first.inModule, second.inModule, seed) as Equivalence;
        } finally {
          second.free();
        }
      } finally {
        first.free();
      }
    },
  };
}
