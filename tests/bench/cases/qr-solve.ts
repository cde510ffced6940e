import { Matrix, QrDecomposition } from 'ml-matrix';
import type { Case } from '../case.ts';

const [rows, columns] = [1000, 20];

/** Least squares by QR, from arrays to coefficients. */
export const qrSolve: Case = {
  name: 'qr-solve',
  unit: 'solutions',
  work: 1,
  async subjects(core) {
    const inputs = Float64Array.from({ length: rows * columns }, (_, index) => Math.sin(index * index));
    const outputs = Float64Array.from({ length: rows }, (_, index) => Math.cos(index));
    const problem = { inputs, outputs, columns, intercept: false };
    const [matrix, target] = [Matrix.from1DArray(rows, columns, inputs), Matrix.columnVector(outputs)];
    return {
      wasm: () => core.leastSquares(problem, { method: 'qr' }).coefficients[0],
      'ml-matrix': () => new QrDecomposition(matrix).solve(target).get(0, 0),
    };
  },
};
