/** Linear models in closed form, through the facade. The numerics have their own tests in tests/core/regression. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, near, refuses } from './core.ts';

const x = [0, 1, 2, 3];
const line = { inputs: x, outputs: x.map((at) => 1 + 2 * at) };

test('every method finds the line through points on a line', () => {
  for (const method of core.regressionCatalog().leastSquaresMethods) {
    const fit = core.leastSquares(line, { method });
    near(fit.coefficients, [1, 2]);
    near(fit.fitted, line.outputs);
    assert.equal(fit.rank, 2, method);
    assert.ok(fit.residualNorm < 1e-12, method);
  }
});

test('the pseudo-inverse tells its singular values; others do not pretend to know them', () => {
  const fit = core.leastSquares(line);
  // XᵀX = (4 6; 6 14): trace 18, determinant 20.
  const squares = fit.singularValues!.map((value) => value ** 2);
  near([squares[0] + squares[1], squares[0] * squares[1]], [18, 20]);
  near([fit.condition!], [fit.singularValues![0] / fit.singularValues![1]]);
  assert.equal(core.leastSquares(line, { method: 'qr' }).condition, undefined);
});

test('too few samples: the pseudo-inverse gives the shortest coefficients, the others refuse', () => {
  const one = { inputs: [1], outputs: [2] };
  near(core.leastSquares(one).coefficients, [1, 1]);
  assert.equal(core.leastSquares(one).rank, 1);
  assert.ok(Number.isNaN(core.leastSquares(one).standardDeviation));
  refuses(() => core.leastSquares(one, { method: 'qr' }), { code: 'rank-deficient', value: 1, expected: '2' });
});

test('a tolerance leaves small singular values out', () => {
  const { singularValues } = core.leastSquares(line);
  assert.equal(core.leastSquares(line, { tolerance: (singularValues![0] + singularValues![1]) / 2 }).rank, 1);
});

test('ridge shrinks the slope, not the intercept', () => {
  const centred = { inputs: [-1, 0, 1], outputs: [1, 3, 5] };
  // (Σx² + λ) β₁ = Σxy with Σx² = 2 and Σxy = 4.
  near(core.leastSquares(centred, { method: 'ridge', ridge: 2 }).coefficients, [3, 1]);
  refuses(() => core.leastSquares(centred, { method: 'ridge' }), { code: 'not-finite', parameter: 'ridge' });
  refuses(() => core.leastSquares(centred, { method: 'ridge', ridge: -1 }), { code: 'out-of-range', value: -1 });
});

test('polynomials, several inputs, no intercept', () => {
  const cubic = { inputs: [-2, -1, 0, 1, 2, 3], degree: 3 };
  const outputs = cubic.inputs.map((at) => 1 - at + 2 * at ** 3);
  near(core.leastSquares({ ...cubic, outputs }).coefficients, [1, -1, 0, 2], 1e-11);
  near(core.predict([1, -1, 0, 2], cubic), outputs);

  const plane = { inputs: [0, 0, 1, 0, 0, 1, 1, 1, 2, 1], columns: 2 };
  near(core.leastSquares({ ...plane, outputs: [1, 3, 4, 6, 8] }).coefficients, [1, 2, 3]);
  near(core.predict([2, 3], { ...plane, intercept: false }), [0, 2, 3, 5, 7]);
  near(core.leastSquares({ inputs: [1, 2], outputs: [2, 4], intercept: false }).coefficients, [2]);
});

test('what cannot be fitted is refused by name', () => {
  refuses(() => core.leastSquares({ inputs: [1, 2, 3], outputs: [1, 2] }), {
    code: 'wrong-dimension',
    parameter: 'data',
  });
  refuses(() => core.leastSquares({ inputs: [], outputs: [] }), { code: 'wrong-dimension', parameter: 'data' });
  refuses(() => core.leastSquares({ inputs: [NaN], outputs: [1] }), { code: 'not-finite', parameter: 'data' });
  refuses(() => core.leastSquares({ ...line, degree: 31 }), { code: 'out-of-range', parameter: 'degree' });
  refuses(() => core.leastSquares({ ...line, degree: 1.5 }), { code: 'not-an-integer', parameter: 'degree' });
  refuses(() => core.leastSquares({ ...line, columns: 2, degree: 2 }), { code: 'wrong-dimension' });
  refuses(() => core.leastSquares({ ...line, outputs: [1, 2], columns: 2, degree: 2 }), { expected: '[1, 1]' });
  refuses(() => core.leastSquares(line, { method: 'guess' }), { code: 'unknown-id', parameter: 'method' });
  refuses(() => core.predict([1, 2, 3], line), { code: 'wrong-dimension', parameter: 'coefficients', expected: '2' });
});
