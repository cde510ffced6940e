/** Formulas, directly over the module. */
import { unwrap } from '../handle.ts';
import { DirectExpression } from './expression.ts';
import type { CalculusModule } from './module.ts';
import type { CalculusCore } from './types.ts';

export function methods(module: CalculusModule): CalculusCore {
  return {
    expression: (text, variables) => DirectExpression.parse(module, text, variables),

    number: (text) => unwrap(module.readNumber(text), text),
  };
}
