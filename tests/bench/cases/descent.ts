import { compile, derivative } from 'mathjs';
import type { Case } from '../case.ts';

const steps = 1_000;
const start = 3;
const rate = 1e-4;

/** The same thousand steps on a parabola, with the numbers of every step kept. */
function walk(f: (x: number) => number, slope: (x: number) => number): Float64Array {
  const trace = new Float64Array(3 * (steps + 1));
  let x = start;
  for (let k = 0; k <= steps; ++k) {
    const g = slope(x);
    trace[3 * k] = x;
    trace[3 * k + 1] = f(x);
    trace[3 * k + 2] = g;
    x -= rate * g;
  }
  return trace;
}

/** Descent on a typed function, from setting it up to the last step. */
export const descent: Case = {
  name: 'descent',
  unit: 'steps',
  work: steps,
  async subjects(core) {
    const problem = {
      expression: 'x^2 + 2x + 3',
      variables: ['x'],
      optimizer: 'gradient-descent' as const,
      options: { 'learning-rate': rate },
      start: [start],
      tolerance: 0,
      stepLimit: steps,
    };
    const f = compile('x^2 + 2x + 3');
    const slope = derivative('x^2 + 2x + 3', 'x').compile();
    return {
      wasm: () => {
        const run = core.descent(problem);
        run.advance(steps);
        run.free();
      },
      mathjs: () =>
        walk(
          (x) => f.evaluate({ x }),
          (x) => slope.evaluate({ x }),
        ),
      'hand-written': () =>
        walk(
          (x) => x * x + 2 * x + 3,
          (x) => 2 * x + 2,
        ),
    };
  },
};
