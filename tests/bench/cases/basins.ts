import type { Case } from '../case.ts';

const grid = { x: [-5, 5, 400], y: [-5, 5, 300] } as const;
const [rate, tolerance, limit] = [0.01, 1e-3, 300];

/** The same map for Himmelblau's function with its gradient written out. */
function handWritten(): number {
  let sum = 0;
  for (let row = 0; row < 300; ++row) {
    for (let column = 0; column < 400; ++column) {
      let x = -5 + ((column + 0.5) * 10) / 400;
      let y = -5 + ((row + 0.5) * 10) / 300;
      for (let step = 0; step < limit; ++step) {
        const [a, b] = [x * x + y - 11, x + y * y - 7];
        const [dx, dy] = [4 * x * a + 2 * b, 2 * a + 4 * y * b];
        if (Math.hypot(dx, dy) <= tolerance) break;
        x -= rate * dx;
        y -= rate * dy;
      }
      sum += x;
    }
  }
  return sum;
}

/** Where descent ends from each of 400 × 300 starts, on one core. */
export const basins: Case = {
  name: 'basins',
  unit: 'starts',
  work: 400 * 300,
  async subjects(core) {
    const problem = {
      expression: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
      variables: ['x', 'y'],
      options: { 'learning-rate': rate },
      tolerance,
      stepLimit: limit,
    };
    return {
      wasm: () => core.ends(problem, grid, 0, 300).ends[0],
      'hand-written': handWritten,
    };
  },
};
