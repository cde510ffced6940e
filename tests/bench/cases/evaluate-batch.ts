import { compile } from 'mathjs';
import type { Case } from '../case.ts';

const count = 10_000;

/** One function at many points, as a curve or a heat map needs it. */
export const evaluateBatch: Case = {
  name: 'evaluate-batch',
  unit: 'points',
  work: count,
  async subjects(core) {
    const points = Float64Array.from({ length: count }, (_, i) => (4 * i) / count);
    const values = new Float64Array(count);
    const formula = core.expression('sin(x^2) exp(-x)', ['x']);
    const typed = compile('sin(x^2) * exp(-x)');
    const closure = (x: number) => Math.sin(x * x) * Math.exp(-x);
    const fill = (f: (x: number) => number) => {
      for (let i = 0; i < count; ++i) values[i] = f(points[i]);
      return values[count / 2];
    };
    return {
      wasm: () => formula.evaluate(points, values)[count / 2],
      mathjs: () => fill((x) => typed.evaluate({ x })),
      'hand-written': () => fill(closure),
    };
  },
};
