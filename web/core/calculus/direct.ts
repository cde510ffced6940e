/** Formulas, directly over the module. */
import { requireSeed, unwrap } from '../handle.ts';
import { DirectExpression } from './expression.ts';
import type { CalculusModule } from './module.ts';
import type { CalculusCore, Equivalence } from './types.ts';

export function methods(module: CalculusModule): CalculusCore {
  return {
    expression: (text, variables) => DirectExpression.parse(module, text, variables),

    number: (text) => unwrap(module.readNumber(text), text),

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
