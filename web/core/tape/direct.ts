/** Reverse mode, directly over the module. */
import { DirectExpression } from '../calculus/expression.ts';
import type { CalculusModule } from '../calculus/module.ts';
import { CoreError } from '../error.ts';
import { requireDimension } from '../handle.ts';
import type { TapeModule } from './module.ts';
import { DirectTape } from './tape.ts';
import type { LocalRules, TapeCore } from './types.ts';

export function methods(module: CalculusModule & TapeModule): TapeCore {
  return {
    tape(formula) {
      if (!formula) return new DirectTape(module.createTape());
      const { expression, variables = ['x'], values } = formula;
      requireDimension('values', values.length, variables.length);
      const f = DirectExpression.parse(module, expression, variables);
      try {
        const tape = new DirectTape(module.tapeOf(f.inModule));
        values.forEach((value, leaf) => tape.set(leaf, value));
        tape.forward();
        return tape;
      } finally {
        f.free();
      }
    },

    localRules(op) {
      const rules = module.localRules(op);
      if (!rules) throw new CoreError({ code: 'unknown-id', parameter: 'op', expected: op });
      return rules as LocalRules;
    },

    operations: () => module.operations(),
  };
}
