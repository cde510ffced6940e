import { derivative as differentiate, parse } from 'mathjs';
import type { Case } from '../case.ts';

const texts = ['x^2 + 2x + 3', 'sin(x^2) exp(-x)', '(1 - x)^2 + x^4/4', 'log(1 + x^2) - cos(3x)'];

/** A typed text becomes a function and its derivative, each evaluated once. */
export const typedFormula: Case = {
  name: 'typed-formula',
  unit: 'formulas',
  work: texts.length,
  async subjects(core) {
    const point = new Float64Array([0.5]);
    return {
      wasm: () => {
        let sum = 0;
        for (const text of texts) {
          const formula = core.expression(text, ['x']);
          const derivative = formula.derivative('x');
          sum += formula.evaluate(point)[0] + derivative.evaluate(point)[0];
          formula.free();
          derivative.free();
        }
        return sum;
      },
      mathjs: () => {
        let sum = 0;
        for (const text of texts) {
          const formula = parse(text);
          const derivative = differentiate(formula, 'x');
          sum += formula.compile().evaluate({ x: 0.5 }) + derivative.compile().evaluate({ x: 0.5 });
        }
        return sum;
      },
    };
  },
};
